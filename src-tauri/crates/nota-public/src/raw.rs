//! Search in bytes that are no text to us, such as fonts and pictures: the
//! withheld texts as they are written, in the encodings in which a program
//! might keep them.

use aho_corasick::AhoCorasick;

use crate::needles::{Extent, Needles};
use crate::secrets::Secret;

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
        for hit in hits {
            if let Some(secret) = self.secrets.get(hit.pattern().as_usize()) {
                found(*secret, Extent::Whole);
            }
        }
    }
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
