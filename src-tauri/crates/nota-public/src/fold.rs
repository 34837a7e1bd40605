//! Texts in the form in which they are compared: letters and digits only,
//! without case, accents and the differences between characters that look
//! alike. How a text was cut into words is kept beside it.

use nota_model::is_ignorable;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Keeps two texts apart that are looked at together: nothing is found across
/// it.
pub(crate) const WALL: char = '\0';

/// The letters and digits of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Letters {
    /// Lower case, in UTF-8, nothing between them.
    pub bytes: Vec<u8>,
    /// For each byte whether something else than a letter or digit stands
    /// before it: a blank, a hyphen, a stop, the start of the text.
    starts: Vec<bool>,
}

impl Letters {
    /// The letters and digits of a text.
    pub fn of(text: &str) -> Self {
        let mut letters = Self {
            bytes: Vec::with_capacity(text.len()),
            starts: Vec::with_capacity(text.len()),
        };
        let mut gap = true;
        // `nfkd` takes ligatures, full-width forms and accents apart.
        for c in text.nfkd() {
            if c.is_alphanumeric() {
                for c in c.to_lowercase() {
                    letters.push(c, &mut gap);
                }
            } else if c == WALL {
                gap = true;
                letters.push(c, &mut gap);
                gap = true;
            } else if !is_nothing(c) {
                gap = true;
            }
        }
        letters
    }

    fn push(&mut self, c: char, gap: &mut bool) {
        let mut buffer = [0; 4];
        for byte in c.encode_utf8(&mut buffer).bytes() {
            self.bytes.push(byte);
            self.starts.push(std::mem::take(gap));
        }
    }

    /// Whether a word starts or ends at this byte.
    pub fn is_edge(&self, at: usize) -> bool {
        self.starts.get(at).copied().unwrap_or(true)
    }

    /// Whether more than one word lies between two bytes.
    pub fn has_gap(&self, start: usize, end: usize) -> bool {
        let inner = self.starts.get(start + 1..end).unwrap_or_default();
        inner.contains(&true)
    }
}

/// What may stand inside a word without anybody seeing it.
fn is_nothing(c: char) -> bool {
    is_combining_mark(c) || is_ignorable(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> String {
        String::from_utf8(Letters::of(text).bytes).expect("letters are UTF-8")
    }

    #[test]
    fn what_reads_the_same_is_the_same() {
        for (text, same) in [
            ("J. Jansen", "jjansen"),
            ("Jan-\nsen", "jansen"),
            ("Jan\u{ad}sen", "jansen"),
            ("\u{202a}Jan\u{200e}sen\u{2066}", "jansen"),
            ("J\u{fb01}lm €\u{a0}1.200", "jfilm1200"),
            ("Ren\u{e9}e", "renee"),
            ("Rene\u{301}e", "renee"),
            ("\u{ff2a}ansen", "jansen"),
            ("IJsbrand \u{133}", "ijsbrandij"),
        ] {
            assert_eq!(letters(text), same, "{text}");
        }
    }

    #[test]
    fn the_edges_of_words_are_known() {
        let letters = Letters::of("a b\u{ad}c");
        assert!(letters.is_edge(0) && letters.is_edge(1) && letters.is_edge(3));
        assert!(!letters.is_edge(2));
        assert!(letters.has_gap(0, 2) && !letters.has_gap(1, 3));
        assert_eq!(Letters::of("a\0b").bytes, b"a\0b");
    }
}
