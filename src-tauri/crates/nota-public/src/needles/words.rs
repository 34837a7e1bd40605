//! The words of a withheld text that stand out: names, numbers, amounts and
//! very long words. Ordinary words say nothing about where they come from.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Form;
use super::amounts::{amounts, notations};
use crate::fold::Letters;

/// A text of at most so many words is a name or a number: every capital in it
/// counts, also that of its first word.
const FEW: usize = 5;

/// The shortest name: Bos, Kok, Mol.
const SHORTEST_NAME: usize = 3;

/// The shortest number.
const SHORTEST_NUMBER: usize = 4;

/// A word without capitals stands out from this length on.
const LONG: usize = 14;

/// The shortest part of the name before the "@" that is sought by itself.
const SHORTEST_MAILBOX: usize = 4;

/// The number of words of one text that are searched for.
const MOST: usize = 5_000;

/// The digits of a telephone number that are the same however it is written,
/// with or without the code of the country.
pub(super) const TELEPHONE: usize = 8;

/// A number that ends in so many zeros is no telephone number.
const ZEROS: &[u8] = b"0000";

static ORDINARY: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("gewoon.txt").lines();
    lines.filter(|line| !line.starts_with('#')).collect()
});

/// Whether a text has so few words that it is a name or a number.
pub(crate) fn is_short(text: &str) -> bool {
    text.split_whitespace().nth(FEW).is_none()
}

/// Whether a text consists of words that say nothing by themselves. With a
/// capital each they are the name of a place or a body.
pub(crate) fn is_ordinary(text: &str) -> bool {
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let mut words = text.split_whitespace();
    let is_name = words.clone().count() > 1 && words.clone().all(capital);
    !is_name && words.all(|word| is_ordinary_word(&Letters::of(word).bytes))
}

/// Whether letters are a word that says nothing by itself.
pub(crate) fn is_ordinary_word(letters: &[u8]) -> bool {
    std::str::from_utf8(letters).is_ok_and(|word| ORDINARY.contains(word))
}

/// The words that stand out, as letters.
pub(super) fn standing_out(text: &str) -> Vec<(Vec<u8>, Form)> {
    let mut out = words(text);
    out.extend(numbers(text).into_iter().map(|own| (own, Form::Name)));
    let found = amounts(text).into_iter();
    for amount in found.filter(|own| own.is_written_as_amount).take(MOST) {
        let all = notations(amount.value).into_iter();
        out.extend(all.map(|own| (own, Form::Amount)));
    }
    out
}

/// The last digits of the long numbers, which may be written in groups.
fn numbers(text: &str) -> Vec<Vec<u8>> {
    let grouped = |c: char| c.is_ascii_digit() || " -.()/\u{a0}".contains(c);
    let runs = text.split(|c: char| !grouped(c));
    let digits = runs.map(|run| run.bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>());
    digits
        .filter(|own| !own.ends_with(ZEROS))
        .filter_map(|own| Some(own.get(own.len().checked_sub(TELEPHONE)?..)?.to_vec()))
        .take(MOST)
        .collect()
}

fn words(text: &str) -> Vec<(Vec<u8>, Form)> {
    let short = is_short(text);
    let mut at_start = true;
    let mut out = Vec::new();
    for word in text.split_whitespace() {
        let starts_sentence = at_start && !short;
        at_start = word.ends_with(['.', '!', '?', ':']);
        let word = word.strip_prefix("mailto:").unwrap_or(word);
        if let Some((mailbox, _)) = word.split_once('@') {
            out.push((Letters::of(word).bytes, Form::Name));
            out.extend(names_of_mailbox(mailbox));
        }
        // A name may be joined to another by a hyphen or a slash, and to its
        // initials.
        for part in word.split(['-', '/', '@', '(', ')', ',', ';']) {
            let place = Place {
                short,
                starts_sentence,
            };
            if !part.contains(|c: char| c.is_ascii_digit()) {
                for name in part.split(['.', '\'', '’']).skip(1) {
                    out.extend(standing(name, &place));
                }
            }
            out.extend(standing(part, &place));
        }
        if out.len() >= MOST {
            break;
        }
    }
    out
}

/// The parts of what stands before the "@": "a.devries" is De Vries.
fn names_of_mailbox(mailbox: &str) -> impl Iterator<Item = (Vec<u8>, Form)> {
    let parts = mailbox.split(|c: char| !c.is_alphabetic());
    let letters = parts.map(|part| Letters::of(part).bytes);
    let names = letters.filter(|own| own.len() >= SHORTEST_MAILBOX && !is_ordinary_word(own));
    names.map(|own| (own, Form::Name))
}

/// Where a word stands.
struct Place {
    /// In a text of few words.
    short: bool,
    /// As the first of its sentence, in a longer text.
    starts_sentence: bool,
}

/// A word as letters, when it stands out.
fn standing(word: &str, place: &Place) -> Option<(Vec<u8>, Form)> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let bytes = Letters::of(word).bytes;
    if letters == 0 {
        let counts = digits >= SHORTEST_NUMBER && (place.short || !is_year(&bytes));
        return counts.then_some((bytes, Form::Name));
    }
    if is_ordinary_word(&bytes) {
        return None;
    }
    let mut chars = word.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    // Three capitals are an abbreviation.
    let long_enough = letters > SHORTEST_NAME
        || letters == SHORTEST_NAME && chars.next().is_some_and(char::is_lowercase);
    if capital && !place.starts_sentence && long_enough || digits >= SHORTEST_NUMBER {
        return Some((bytes, Form::Name));
    }
    (letters >= LONG).then_some((bytes, Form::LongWord))
}

/// Whether it is the number of a year, which in a long text says nothing.
fn is_year(digits: &[u8]) -> bool {
    digits.len() == 4 && (digits.starts_with(b"19") || digits.starts_with(b"20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let words = standing_out(text).into_iter();
        words
            .map(|(word, _)| String::from_utf8(word).expect("UTF-8"))
            .collect()
    }

    #[test]
    fn names_and_numbers_stand_out() {
        assert_eq!(found("mevrouw J. Jansen-de Vries"), ["jansen", "vries"]);
        assert_eq!(
            found("j.jansen@minjenv.nl 5254387"),
            ["jjansenminjenvnl", "jansen", "5254387"]
        );
        assert_eq!(
            found("K. Bos, 06-12 34 56 78 of +31 6 87654321"),
            ["87654321", "12345678", "87654321"]
        );
        assert_eq!(found("K. Bos"), ["bos"]);
        assert_eq!(found("K.Zwartjes"), ["zwartjes", "kzwartjes"]);
        assert_eq!(found("Minister Van Dam"), ["dam"]);
        assert_eq!(found("J. d'Ancona"), ["ancona"]);
        assert_eq!(
            found("Tijdens het gesprek zei de heer Pietersen dat 12 het maximum is. Daarna niets."),
            ["pietersen"]
        );
    }

    #[test]
    fn what_every_nota_says_does_not_stand_out() {
        assert_eq!(
            found("Dat zegt de Tweede Kamer in Den Haag in 2024, en het ministerie van EZK ook."),
            Vec::<String>::new()
        );
        assert!(is_ordinary("de minister") && !is_ordinary("Den Bosch"));
    }

    #[test]
    fn amounts_are_sought_in_all_their_notations() {
        let own = found("het eerste bod is € 2.000.000, zegt men daar");
        for notation in ["2000000", "2miljoen", "2mln"] {
            assert!(own.iter().any(|found| found == notation), "{own:?}");
        }
    }
}
