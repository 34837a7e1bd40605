//! Texts in the form in which they are compared: letters and digits only,
//! without case, accents and the differences between characters that look
//! alike. How a text was cut into words is kept beside it, and on request
//! where each letter came from. The check, the suggestions and the proof all
//! compare in this form, so that none finds what another overlooks.

use std::ops::Range;

use nota_model::is_ignorable;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::certain::lookalike::latin;

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
    /// For each byte what stands before it.
    starts: Vec<Before>,
}

/// What stands before a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Another letter or digit.
    Letter,
    /// Something else: a hyphen, a stop, a blank at which a word may be cut in
    /// two, the start of the text.
    Gap,
    /// A blank that parts two words, when the blanks of the text are those of
    /// its writer.
    Blank,
}

/// Whether the blanks of a text are those of its writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Blanks {
    /// They are: the text is stored with them.
    Written,
    /// They were guessed from the places of letters on a page, so that some may
    /// be missing and others stand inside a word.
    Guessed,
}

impl Letters {
    /// The letters and digits of a text.
    pub fn of(text: &str) -> Self {
        let mut letters = Self::with_room(text.len());
        fold(text, |c, before, _| letters.push(c, before));
        letters
    }

    fn with_room(bytes: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(bytes),
            starts: Vec::with_capacity(bytes),
        }
    }

    fn push(&mut self, c: char, before: Before) {
        let mut buffer = [0; 4];
        for (index, byte) in c.encode_utf8(&mut buffer).bytes().enumerate() {
            self.bytes.push(byte);
            let before = if index == 0 { before } else { Before::Letter };
            self.starts.push(before);
        }
    }

    /// Whether a word starts or ends at this byte.
    pub fn is_edge(&self, at: usize) -> bool {
        self.starts.get(at).is_none_or(|own| *own != Before::Letter)
    }

    /// Whether more than one word lies between two bytes.
    pub fn has_gap(&self, start: usize, end: usize) -> bool {
        let inner = self.starts.get(start + 1..end).unwrap_or_default();
        inner.iter().any(|own| *own != Before::Letter)
    }

    /// Whether a blank that parts words lies between two bytes.
    pub fn has_blank(&self, start: usize, end: usize) -> bool {
        let inner = self.starts.get(start + 1..end).unwrap_or_default();
        inner.contains(&Before::Blank)
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
        fold(text, |c, before, at| {
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
            let is_gap = before == Before::Letter && (is_hidden || after_wall);
            own.letters
                .push(letter, if is_gap { Before::Gap } else { before });
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

/// Hands over the letters of a text, each with what stands before it, and with
/// the character that it came from. A blank is certain to part words when no
/// hyphen stands before it; wide and narrow blanks may be for the eye only.
fn fold(text: &str, mut letter: impl FnMut(char, Before, Range<usize>)) {
    let mut gap = Before::Gap;
    let mut after_hyphen = false;
    for (start, whole) in text.char_indices() {
        let at = start..start + whole.len_utf8();
        // Takes ligatures, full-width forms and accents apart.
        decompose_compatible(whole, |c| {
            if c == WALL {
                letter(c, Before::Gap, at.clone());
                gap = Before::Gap;
            } else if is_nothing(c) {
                // Some of what nobody sees counts as a letter.
            } else if c.is_alphanumeric() {
                for c in c.to_lowercase().filter(|c| !is_combining_mark(*c)) {
                    after_hyphen = false;
                    let mut put = |c| {
                        letter(c, std::mem::replace(&mut gap, Before::Letter), at.clone());
                    };
                    match plain(c) {
                        Some(plain) => plain.chars().for_each(&mut put),
                        None => put(as_latin(c, text, &at)),
                    }
                }
            } else {
                after_hyphen |= is_hyphen(whole);
                let parts = matches!(c, ' ' | '\n') && whole.is_ascii() && !after_hyphen;
                if parts {
                    gap = Before::Blank;
                } else if gap == Before::Letter {
                    gap = Before::Gap;
                }
            }
        });
    }
}

/// A letter without its stroke.
fn plain(c: char) -> Option<&'static str> {
    let own = (!c.is_ascii()).then(|| STROKES.iter().find(|(own, _)| *own == c));
    own.flatten().map(|(_, plain)| *plain)
}

/// A letter of another alphabet as the Latin one that it looks like: nobody who
/// reads a name sees which of the two it is.
fn as_latin(lower: char, text: &str, at: &Range<usize>) -> char {
    if lower.is_ascii() {
        return lower;
    }
    let before = text.get(..at.start).and_then(|own| own.chars().next_back());
    let after = text.get(at.end..).and_then(|own| own.chars().next());
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let is_lower = text.get(at.clone()).is_some_and(|own| own.contains(lower));
    let within_latin = is_lower && (is_latin(before) || is_latin(after));
    latin(lower, within_latin).unwrap_or(lower)
}

/// What may stand at the end of a line inside a word.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}')
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
    fn letters_of_other_alphabets_are_what_they_look_like() {
        for (text, same) in [
            ("Zw\u{430}rtj\u{435}s", "zwartjes"),
            ("\u{396}wartjes", "zwartjes"),
            ("Zwartj\u{3b5}s", "zwartjes"),
            ("De \u{3bd}ries", "devries"),
            ("\u{412}os, \u{41d}ans", "boshans"),
            ("\u{420}\u{430}\u{443}", "pay"),
        ] {
            assert_eq!(letters(text), same, "{text}");
        }
        // A name in its own alphabet is the same in capitals.
        for (lower, capitals) in [
            (
                "\u{432}\u{435}\u{440}\u{430}",
                "\u{412}\u{415}\u{420}\u{410}",
            ),
            (
                "\u{3bd}\u{3af}\u{3ba}\u{3b7}",
                "\u{39d}\u{38a}\u{39a}\u{397}",
            ),
        ] {
            assert_eq!(letters(lower), letters(capitals));
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
        let letters = Letters::of("gebied onder-\ndeel, a\u{a0}b");
        assert!(letters.has_blank(4, 9) && letters.has_gap(4, 9));
        assert!(letters.has_gap(7, 13) && !letters.has_blank(7, 13));
        assert!(letters.has_blank(13, 16) && !letters.has_blank(15, 17));
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
