//! Texts in the form in which they are compared: letters and digits only,
//! without case, accents and the differences between characters that look
//! alike. How a text was cut into words is kept beside it, and on request
//! where each letter came from. The check, the suggestions and the proof all
//! compare in this form, so that none finds what another overlooks.

use std::ops::Range;

use nota_model::is_ignorable;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Keeps two texts apart that are looked at together: nothing is found across
/// it.
pub(crate) const WALL: char = '\0';

/// Letters that Unicode does not take apart, and what they are without their
/// stroke or as they are written where they are not on the keyboard.
const STROKES: &[(char, &str)] = &[
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ł', "l"),
    ('ŧ', "t"),
    ('þ', "th"),
];

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
        let mut letters = Self::with_room(text.len());
        fold(text, |c, gap, _| letters.push(c, gap));
        letters
    }

    fn with_room(bytes: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(bytes),
            starts: Vec::with_capacity(bytes),
        }
    }

    fn push(&mut self, c: char, gap: bool) {
        let mut buffer = [0; 4];
        for (index, byte) in c.encode_utf8(&mut buffer).bytes().enumerate() {
            self.bytes.push(byte);
            self.starts.push(gap && index == 0);
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

    /// Whether the letters between two bytes are words by themselves, with or
    /// without blanks in them.
    pub fn are_words(&self, start: usize, end: usize) -> bool {
        self.is_edge(start) && self.is_edge(end)
    }
}

/// The letters and digits of a text, each with where it came from.
pub(crate) struct Traced {
    pub letters: Letters,
    /// For each byte of the letters the character of the text.
    sources: Vec<(u32, u8)>,
}

impl Traced {
    /// The letters of a text; what lies in `hidden`, ranges of bytes in their
    /// order, keeps apart what stands around it.
    pub fn of(text: &str, hidden: &[Range<usize>]) -> Self {
        let mut own = Self {
            letters: Letters::with_room(text.len()),
            sources: Vec::with_capacity(text.len()),
        };
        let mut hidden = hidden.iter().peekable();
        let mut walled = false;
        fold(text, |c, gap, at| {
            while hidden.next_if(|range| range.end <= at.start).is_some() {
                walled = false;
            }
            let is_hidden = hidden.peek().is_some_and(|range| range.start < at.end);
            if is_hidden && walled {
                return;
            }
            walled = is_hidden;
            let letter = if is_hidden { WALL } else { c };
            let width = u8::try_from(at.len()).unwrap_or(u8::MAX);
            let source = (u32::try_from(at.start).unwrap_or(u32::MAX), width);
            let after_wall = own.letters.bytes.last() == Some(&0);
            own.letters.push(letter, gap || is_hidden || after_wall);
            own.sources.resize(own.letters.bytes.len(), source);
        });
        own
    }

    /// The bytes of the text that letters came from.
    pub fn source(&self, start: usize, end: usize) -> Range<usize> {
        let at = |index: usize| self.sources.get(index).copied().unwrap_or_default();
        let (first, _) = at(start);
        let (last, width) = at(end.saturating_sub(1));
        first as usize..last as usize + usize::from(width)
    }
}

/// Hands over the letters of a text, each with whether something else than a
/// letter stands before it, and with the character that it came from.
fn fold(text: &str, mut letter: impl FnMut(char, bool, Range<usize>)) {
    let mut gap = true;
    for (start, whole) in text.char_indices() {
        let at = start..start + whole.len_utf8();
        // Takes ligatures, full-width forms and accents apart.
        decompose_compatible(whole, |c| {
            if c == WALL {
                letter(c, true, at.clone());
                gap = true;
            } else if is_nothing(c) {
                // Some of what nobody sees counts as a letter.
            } else if c.is_alphanumeric() {
                for c in c.to_lowercase().filter(|c| !is_combining_mark(*c)) {
                    let mut put = |c| letter(c, std::mem::take(&mut gap), at.clone());
                    match STROKES.iter().find(|(own, _)| *own == c) {
                        Some((_, plain)) => plain.chars().for_each(&mut put),
                        None => put(c),
                    }
                }
            } else {
                gap = true;
            }
        });
    }
}

/// What may stand inside a word without anybody seeing it: accents, and the
/// characters that Unicode calls `Default_Ignorable_Code_Point` (soft hyphen,
/// joiners, marks of direction, variation selectors, tags).
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
            ("J.\u{a0} JANSEN", "jjansen"),
            ("J\u{2009}Jansen", "jjansen"),
            ("Jan-\nsen", "jansen"),
            ("Jan\u{ad}sen", "jansen"),
            ("Jan\u{200b}s\u{202a}e\u{2066}n\u{202c}", "jansen"),
            ("\u{202a}Jan\u{200e}sen\u{2066}", "jansen"),
            ("J\u{fb01}lm €\u{a0}1.200", "jfilm1200"),
            ("Ren\u{e9}e", "renee"),
            ("Rene\u{301}e", "renee"),
            ("\u{ff2a}ansen", "jansen"),
            ("IJsbrand \u{133}", "ijsbrandij"),
            ("S\u{f8}ren Strau\u{df} \u{141}ukasz", "sorenstrausslukasz"),
            ("\u{130}lkay \u{131}", "ilkayi"),
        ] {
            assert_eq!(letters(text), same, "{text}");
        }
    }

    #[test]
    fn what_nobody_sees_makes_no_difference() {
        let unseen = [
            0xad..=0xad,
            0x34f..=0x34f,
            0x61c..=0x61c,
            0x115f..=0x1160,
            0x17b4..=0x17b5,
            0x180b..=0x180f,
            0x200b..=0x200f,
            0x202a..=0x202e,
            0x2060..=0x206f,
            0x3164..=0x3164,
            0xfe00..=0xfe0f,
            0xfeff..=0xfeff,
            0xffa0..=0xffa0,
            0xe0000..=0xe0fff,
        ];
        for c in unseen.into_iter().flatten().filter_map(char::from_u32) {
            let folded = Letters::of(&format!("Jan{c}sen"));
            assert_eq!(folded, Letters::of("jansen"), "{:x}", u32::from(c));
        }
        for (letter, plain) in STROKES {
            assert_eq!(letters(&format!("a{letter}b")), format!("a{plain}b"));
        }
        let other = ["ß æ œ ø đ ð ħ ı ł ŧ þ", "ss ae oe o d d h i l t th"];
        assert_eq!(letters(other[0]), letters(other[1]));
    }

    #[test]
    fn the_edges_of_words_are_known() {
        let letters = Letters::of("a b\u{ad}c");
        assert!(letters.is_edge(0) && letters.is_edge(1) && letters.is_edge(3));
        assert!(!letters.is_edge(2));
        assert!(letters.has_gap(0, 2) && !letters.has_gap(1, 3));
        assert_eq!(Letters::of("a\0b").bytes, b"a\0b");
        // What nobody sees does not cut a word in two.
        assert!(!Letters::of("a\u{202a}b").is_edge(1));
    }

    #[test]
    fn a_letter_knows_where_it_came_from() {
        let text = "de Ren\u{e9}\u{200b}e \u{133}s";
        let traced = Traced::of(text, &[]);
        assert_eq!(traced.letters, Letters::of(text));
        assert_eq!(&text[traced.source(2, 7)], "Ren\u{e9}\u{200b}e");
        // Half a ligature is the whole of it.
        assert_eq!(&text[traced.source(7, 8)], "\u{133}");
    }

    #[test]
    fn what_is_hidden_keeps_its_neighbours_apart() {
        let text = "Jan geheim sen";
        let traced = Traced::of(text, std::slice::from_ref(&(4..10)));
        assert_eq!(traced.letters.bytes, b"jan\0sen");
        assert!(traced.letters.is_edge(3) && traced.letters.is_edge(4));
        assert_eq!(&text[traced.source(4, 7)], "sen");
        let whole = Traced::of("Jansen", std::slice::from_ref(&(1..2)));
        assert_eq!(whole.letters.bytes, b"j\0nsen");
    }
}
