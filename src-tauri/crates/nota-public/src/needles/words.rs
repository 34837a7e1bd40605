//! The words of a withheld text that stand out: names, numbers and very long
//! words. Ordinary words say nothing about where they come from.

use crate::fold::Letters;

/// A text of at most so many words is a name or a number: every capital in it
/// counts, also that of its first word.
const FEW: usize = 5;

/// The shortest name.
const SHORTEST_NAME: usize = 4;

/// The shortest number.
const SHORTEST_NUMBER: usize = 4;

/// A word without capitals stands out from this length on.
const LONG: usize = 14;

/// The number of words of one text that are searched for.
const MOST: usize = 5_000;

/// Capitals that say nothing in a short text.
const TITLES: &[&str] = &[
    "heer",
    "mevrouw",
    "minister",
    "ministerie",
    "staatssecretaris",
    "directeur",
    "directie",
    "afdeling",
    "kamer",
    "tweede",
    "eerste",
    "nederland",
    "nederlandse",
    "haag",
];

/// The digits of a telephone number that are the same however it is written,
/// with or without the code of the country.
const TELEPHONE: usize = 8;

/// The words that stand out, as letters.
pub(super) fn standing_out(text: &str) -> Vec<Vec<u8>> {
    let mut out = words(text);
    out.extend(numbers(text));
    out
}

/// The last digits of the long numbers, which may be written in groups.
fn numbers(text: &str) -> Vec<Vec<u8>> {
    let grouped = |c: char| c.is_ascii_digit() || " -.()/".contains(c);
    let runs = text.split(|c: char| !grouped(c));
    let digits = runs.map(|run| run.bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>());
    digits
        .filter_map(|own| Some(own.get(own.len().checked_sub(TELEPHONE)?..)?.to_vec()))
        .take(MOST)
        .collect()
}

fn words(text: &str) -> Vec<Vec<u8>> {
    let few = text.split_whitespace().count() <= FEW;
    let mut at_start = true;
    let mut out = Vec::new();
    for word in text.split_whitespace() {
        let starts_sentence = at_start && !few;
        at_start = word.ends_with(['.', '!', '?', ':']);
        if word.contains('@') {
            out.push(Letters::of(word).bytes);
        }
        // A name may be joined to another by a hyphen or a slash.
        for part in word.split(['-', '/', '@', '(', ')', ',', ';']) {
            if stands_out(part, starts_sentence) {
                out.push(Letters::of(part).bytes);
            }
        }
        if out.len() >= MOST {
            break;
        }
    }
    out
}

fn stands_out(word: &str, starts_sentence: bool) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    if letters == 0 {
        return digits >= SHORTEST_NUMBER;
    }
    let lower = word.to_lowercase();
    if TITLES.contains(&lower.as_str()) {
        return false;
    }
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    capital && !starts_sentence && letters >= SHORTEST_NAME
        || letters >= LONG
        || digits >= SHORTEST_NUMBER
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let words = standing_out(text).into_iter();
        words
            .map(|word| String::from_utf8(word).expect("UTF-8"))
            .collect()
    }

    #[test]
    fn names_and_numbers_stand_out() {
        assert_eq!(found("mevrouw J. Jansen-de Vries"), ["jansen", "vries"]);
        assert_eq!(
            found("j.jansen@minjenv.nl 5254387"),
            ["jjansenminjenvnl", "5254387"]
        );
        assert_eq!(
            found("K. Bos, 06-12 34 56 78 of +31 6 87654321"),
            ["87654321", "12345678", "87654321"]
        );
        assert_eq!(found("Minister Van Dam"), Vec::<String>::new());
        assert_eq!(
            found("Tijdens het gesprek zei de heer Pietersen dat 12 het maximum is. Daarna niets."),
            ["pietersen"]
        );
    }
}
