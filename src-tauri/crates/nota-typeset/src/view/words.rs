//! Words that may not fit on a line: where each may be broken, and the end of
//! what is no word at all.

use std::borrow::Cow;

use nota_model::{LONGEST_WORD, dutch};

use super::glue::{HOLD, has_held_hyphen, holds_hyphen};
use super::kinds::{Run, Stuk};
use super::syllables::widest_part;
use crate::Fonts;
use crate::metrics::{pieces, width};

/// No byte of a text is wider than this, in ems: most words need no measuring.
const WIDEST: f64 = 1.2;

/// Characters after which a long word is broken rather than elsewhere.
const BREAKS_AFTER: &[char] = &[
    '/', '-', '–', '_', '.', '?', '&', '=', '#', '%', ':', '@', ',', ';', HOLD,
];

/// A piece of a word has so many bytes at least, unless the word ends.
const SHORTEST_PIECE: usize = 6;

/// A word with more bytes than this is no address or name that somebody
/// copies or searches for.
pub(crate) const LONGEST_NAME: usize = 1_000;

/// So many pieces in a text. The typesetter looks for each letter along all
/// pieces before it, so that the time grows with the square of their number.
const MAX_PIECES: usize = 1_000;

/// A place to break a line that is a character: cheap, but it stays in the
/// text of the PDF.
const BREAK: char = '\u{200b}';

/// The letters between two of them: narrower than any column.
const BREAK_EVERY: usize = 6;

/// The words of one running text.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// The pieces so far.
    pieces: usize,
}

impl Words {
    /// A text with its long words apart. `limit` is in ems.
    pub(crate) fn runs(&mut self, text: &str, bold: bool, limit: f64, fonts: &Fonts) -> Vec<Run> {
        let mut out = Vec::new();
        let mut plain = String::new();
        for piece in pieces(text) {
            let word = piece.trim_end_matches(' ');
            let white = piece.get(word.len()..).unwrap_or_default();
            let vast = has_held_hyphen(word);
            let short = word.len() as f64 * WIDEST <= limit && !vast;
            let ems = if short { 0.0 } else { width(word, bold, fonts) };
            if ems <= limit && !vast {
                plain.push_str(piece);
                continue;
            }
            if word.len() > LONGEST_NAME || self.pieces > MAX_PIECES {
                plain.push_str(&breakable(&shortened(word)));
                plain.push_str(white);
                continue;
            }
            if !plain.is_empty() {
                out.push(Run::Tekst(std::mem::take(&mut plain)));
            }
            let woord: Vec<Stuk> = broken(word).map(|own| stuk(own, bold, fonts)).collect();
            // The layout breaks a piece that is too wide as well.
            self.pieces += word.len() / BREAK_EVERY + woord.len();
            out.push(Run::Woord {
                woord,
                breedte: round(ems),
                vast,
            });
            plain.push_str(white);
        }
        if !plain.is_empty() {
            out.push(Run::Tekst(plain));
        }
        out
    }
}

fn stuk(text: &str, bold: bool, fonts: &Fonts) -> Stuk {
    let breedte = round(width(text, bold, fonts));
    Stuk {
        tekst: text.to_owned(),
        breedte,
        lettergreep: widest_part(text, bold, fonts).map_or(breedte, round),
    }
}

/// The pieces of a word that are kept together when it is broken. An address
/// is broken after its signs; a number never is.
pub(crate) fn broken(word: &str) -> impl Iterator<Item = &str> {
    let address = is_address(word);
    let mut done = 0;
    std::iter::from_fn(move || {
        let rest = word.get(done..).filter(|rest| !rest.is_empty())?;
        let end = rest
            .match_indices(BREAKS_AFTER)
            .map(|(at, sign)| (at, at + sign.len()))
            .find(|(at, end)| may_break(word, done, done + at, done + end, address))
            .map_or(rest.len(), |(_, end)| end);
        done += end;
        rest.get(..end)
    })
}

/// Whether a word is an address of the web or of a mailbox.
fn is_address(word: &str) -> bool {
    word.contains('@') || word.contains("://") || word.contains("www.")
}

/// Whether a line may be broken after the sign at `at..end` of a word, in a
/// piece that starts at `start`.
fn may_break(word: &str, start: usize, at: usize, end: usize, address: bool) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let before = word.get(..at).and_then(|part| part.chars().next_back());
    let after = word.get(end..).and_then(|part| part.chars().next());
    if word.get(at..end).is_some_and(|sign| sign.starts_with(HOLD)) {
        return true;
    }
    if end - start < SHORTEST_PIECE || after.is_none() {
        return false;
    }
    address || (!digit(before) && !digit(after) && !holds_hyphen(word, at))
}

/// What is printed of a word. Of one that is longer than any word, the
/// beginning and how much is missing; the check reports it as well.
fn shortened(word: &str) -> Cow<'_, str> {
    match word.char_indices().nth(LONGEST_WORD) {
        None => Cow::Borrowed(word),
        Some((end, _)) => {
            let (start, rest) = word.split_at(end);
            let left = dutch::number(rest.chars().count());
            Cow::Owned(format!("{start}…[{left}{BREAK}tekens{BREAK}weggelaten]"))
        }
    }
}

/// A word that may be broken everywhere.
fn breakable(word: &str) -> String {
    let mut out = String::with_capacity(word.len() * 2);
    for (index, letter) in word.chars().enumerate() {
        if index > 0 && index % BREAK_EVERY == 0 {
            out.push(BREAK);
        }
        out.push(letter);
    }
    out
}

/// Three decimals are finer than a printer and keep the data small.
fn round(ems: f64) -> f64 {
    (ems * 1000.0).ceil() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(text: &str) -> Vec<Run> {
        Words::default().runs(text, false, 8.0, &Fonts::embedded())
    }

    fn stukken(run: &Run) -> Vec<&str> {
        match run {
            Run::Woord { woord, .. } => woord.iter().map(|stuk| stuk.tekst.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn an_address_is_broken_after_its_signs() {
        let runs = runs("zie https://www.rijksoverheid.nl/a/b/beslisnota voor meer");
        assert_eq!(runs.len(), 3);
        assert_eq!(
            stukken(&runs[1]),
            [
                "https:",
                "//www.",
                "rijksoverheid.",
                "nl/a/b/",
                "beslisnota"
            ]
        );
    }

    #[test]
    fn numbers_and_suffixes_are_not_broken() {
        for (word, pieces) in [
            ("1.250.000,75-12.500.000", &["1.250.000,75-12.500.000"][..]),
            ("€\u{a0}1.250.000", &["€\u{a0}", "1.250.000"]),
            ("3-wekentermijn", &["3-wekentermijn"]),
            ("beleidsregel-uitvoering", &["beleidsregel-", "uitvoering"]),
            ("jansen@minjenv.nl", &["jansen@", "minjenv.", "nl"]),
        ] {
            assert_eq!(broken(word).collect::<Vec<_>>(), pieces);
        }
    }

    #[test]
    fn a_word_with_a_held_hyphen_is_kept_on_one_line() {
        let found = runs("een e-mail over 2-jarig beleid");
        let held = |run: &&Run| matches!(run, Run::Woord { vast: true, .. });
        assert_eq!(found.iter().filter(held).count(), 2);
    }

    #[test]
    fn a_very_long_word_is_one_text_with_places_to_break() {
        let word = "x".repeat(LONGEST_NAME + 1);
        let runs = runs(&format!("a {word} b"));
        let [Run::Tekst(text)] = runs.as_slice() else {
            panic!("{runs:?}");
        };
        assert_eq!(text.replace(BREAK, ""), format!("a {word} b"));
        assert_eq!(text.matches(BREAK).count(), LONGEST_NAME / BREAK_EVERY);
    }

    #[test]
    fn of_what_is_no_word_the_beginning_is_printed() {
        let runs = runs(&"é".repeat(LONGEST_WORD + 25));
        let [Run::Tekst(text)] = runs.as_slice() else {
            panic!("{runs:?}");
        };
        let text = text.replace(BREAK, "");
        assert_eq!(text.matches('é').count(), LONGEST_WORD);
        assert!(text.ends_with("é…[25tekensweggelaten]"), "{text}");
    }

    #[test]
    fn a_text_full_of_long_words_has_a_bounded_number_of_pieces() {
        let runs = runs(&"een-woord-van-veertig-letters-met-streepjes ".repeat(10_000));
        let pieces: usize = runs.iter().map(|run| stukken(run).len()).sum();
        assert!(pieces < MAX_PIECES, "{pieces}");
        assert!(runs.len() < MAX_PIECES, "{}", runs.len());
    }
}
