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

    /// Hands each text that is in the bytes to `found`.
    pub fn search(&self, bytes: &[u8], found: &mut dyn FnMut(usize, Extent)) {
        let hits = self.automaton.iter().flat_map(|own| own.find_iter(bytes));
        let is_font = is_font(bytes);
        for hit in hits {
            let is_of_machine = is_of_machine(bytes, hit.range())
                || is_font && is_word(bytes.get(hit.range()).unwrap_or_default());
            if let Some(secret) = self.secrets.get(hit.pattern().as_usize())
                && !is_of_machine
            {
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

/// Whether what was found is a part of a word of the file format, such as
/// "intern" in `internal`, or of a longer number.
fn is_of_machine(bytes: &[u8], range: Range<usize>) -> bool {
    let own = bytes.get(range.clone()).unwrap_or_default();
    if !own.iter().all(u8::is_ascii_alphanumeric) {
        return false;
    }
    let is_of_word = |byte: &&u8| byte.is_ascii_alphanumeric();
    let before = bytes.get(..range.start).unwrap_or_default();
    let after = bytes.get(range.end..).unwrap_or_default();
    if own.iter().all(u8::is_ascii_digit) {
        let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let point = before.last() == Some(&b'.') && digit(before.iter().rev().nth(1));
        return digit(before.last()) || digit(after.first()) || point;
    }
    let start = range.start
        - before
            .iter()
            .rev()
            .take(LONGEST)
            .take_while(is_of_word)
            .count();
    let end = range.end + after.iter().take(LONGEST).take_while(is_of_word).count();
    let word = bytes.get(start..end).unwrap_or_default();
    std::str::from_utf8(word).is_ok_and(|own| is_small_format_word(&own.to_lowercase()))
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
