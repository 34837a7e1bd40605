//! Search in bytes that are no text to us, such as fonts and pictures: the
//! withheld texts as they are written, in the encodings in which a program
//! might keep them.

use std::ops::Range;

use aho_corasick::AhoCorasick;

use crate::needles::{Extent, Needles};
use crate::secrets::{Secret, is_small_format_word};

/// Shorter texts come about by chance in so many bytes.
const SHORTEST: usize = 6;

/// Longer texts are searched for by their first bytes.
const LONGEST: usize = 60;

/// The number of texts that are searched for.
const MOST: usize = 20_000;

/// Words of the explanations that metadata give of themselves.
const EXPLANATIONS: [&str; 2] = ["conforms", "specification"];

/// The texts as bytes.
pub(crate) struct RawNeedles {
    automaton: Option<AhoCorasick>,
    /// Which withheld text each pattern comes from.
    secrets: Vec<usize>,
}

impl RawNeedles {
    /// The texts of which the whole is searched for.
    pub fn new(all: &[Secret], needles: &Needles) -> Self {
        let mut patterns: Vec<Vec<u8>> = Vec::new();
        let mut secrets = Vec::new();
        for (index, secret) in all.iter().enumerate().take(MOST) {
            let text: String = secret.text.chars().take(LONGEST).collect();
            let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
            if letters < SHORTEST || !needles.seeks_whole(index) {
                continue;
            }
            let wide = text.encode_utf16();
            let big = wide.clone().flat_map(u16::to_be_bytes).collect();
            let little = wide.flat_map(u16::to_le_bytes).collect();
            let narrow = latin(&text);
            let all = [Some(text.into_bytes()), Some(big), Some(little), narrow];
            for pattern in all.into_iter().flatten() {
                patterns.push(pattern);
                secrets.push(index);
            }
        }
        let automaton = match patterns.is_empty() {
            true => None,
            false => AhoCorasick::new(&patterns).ok(),
        };
        Self { automaton, secrets }
    }

    /// Hands each text that is in the bytes to `found`. `is_public` says of a
    /// withheld text and a longer word of the file that holds it whether that
    /// word is public.
    pub fn search(
        &self,
        bytes: &[u8],
        is_public: &dyn Fn(usize, &str) -> bool,
        found: &mut dyn FnMut(usize, Extent),
    ) {
        let hits = self.automaton.iter().flat_map(|own| own.find_iter(bytes));
        let is_font = is_font(bytes);
        for hit in hits {
            let Some(secret) = self.secrets.get(hit.pattern().as_usize()) else {
                continue;
            };
            let own = bytes.get(hit.range()).unwrap_or_default();
            let around = around(bytes, hit.range());
            let is_known = is_of_machine(bytes, hit.range(), around)
                || is_font && is_word(own)
                || around.len() > own.len()
                    && std::str::from_utf8(around).is_ok_and(|word| is_public(*secret, word));
            if !is_known {
                found(*secret, Extent::Whole);
            }
        }
    }
}

/// How the programs of fonts and the profiles of colours begin. The text of
/// their licences is in them, of many ordinary words.
fn is_font(bytes: &[u8]) -> bool {
    let profile = bytes.get(36..40) == Some(b"acsp");
    let compact = matches!(bytes, [1, 0, 4, 1..=4, ..]);
    let heads: [&[u8]; 5] = [b"\0\x01\0\0", b"OTTO", b"true", b"ttcf", b"%!PS-AdobeFont"];
    profile || compact || heads.iter().any(|head| bytes.starts_with(head))
}

/// Whether letters are one word, in any encoding.
fn is_word(letters: &[u8]) -> bool {
    letters
        .iter()
        .all(|byte| byte.is_ascii_alphabetic() || matches!(byte, 0 | 0x80..))
}

/// The letters and digits that what was found stands among: a word, when the
/// bytes are text. Nothing when it is no word itself.
fn around(bytes: &[u8], range: Range<usize>) -> &[u8] {
    let is_of_word = |byte: &&u8| byte.is_ascii_alphanumeric();
    let own = bytes.get(range.clone()).unwrap_or_default();
    if !own.iter().all(u8::is_ascii_alphanumeric) {
        return &[];
    }
    let before = bytes.get(..range.start).unwrap_or_default().iter().rev();
    let after = bytes.get(range.end..).unwrap_or_default().iter();
    let start = range.start - before.take(LONGEST).take_while(is_of_word).count();
    let end = range.end + after.take(LONGEST).take_while(is_of_word).count();
    bytes.get(start..end).unwrap_or_default()
}

/// Whether what was found is a part of a word of the file format, such as
/// "intern" in `internal`, or of a longer number.
fn is_of_machine(bytes: &[u8], range: Range<usize>, word: &[u8]) -> bool {
    let own = bytes.get(range.clone()).unwrap_or_default();
    if own.is_empty() || !own.iter().all(u8::is_ascii_alphanumeric) {
        return false;
    }
    let before = bytes.get(..range.start).unwrap_or_default();
    let after = bytes.get(range.end..).unwrap_or_default();
    if own.iter().all(u8::is_ascii_digit) {
        let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let point = before.last() == Some(&b'.') && digit(before.iter().rev().nth(1));
        return digit(before.last()) || digit(after.first()) || point;
    }
    let Ok(word) = std::str::from_utf8(word) else {
        return false;
    };
    let is_explanation = word.len() > own.len() && EXPLANATIONS.contains(&word);
    is_explanation || is_small_format_word(&word.to_lowercase())
}

/// The text in one byte a character, when it has other than ASCII ones and
/// can be written so.
fn latin(text: &str) -> Option<Vec<u8>> {
    if text.is_ascii() {
        return None;
    }
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).ok())
        .collect()
}
