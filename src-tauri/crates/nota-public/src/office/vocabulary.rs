//! Words of the formats themselves, which mean nothing when they are found.

use std::collections::HashSet;
use std::sync::LazyLock;

const VOCABULARY: &str = include_str!("vocabulary.txt");

static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = VOCABULARY
        .lines()
        .filter(|line| !line.starts_with('#') || line.len() == 7);
    lines.collect()
});

/// How the names of our own bookmarks begin.
const BOOKMARK: &str = "_nota_";

/// Longer numbers may mean something, whatever they are for.
const LONGEST_NUMBER: usize = 8;

/// Whether a value is made of words of the format only.
pub(super) fn is_own(value: &str) -> bool {
    value.split([' ', ';']).all(is_own_word)
}

fn is_own_word(word: &str) -> bool {
    let bare = word.trim_end_matches(|c: char| c.is_ascii_digit());
    word.len() <= 2
        || word.starts_with(BOOKMARK)
        || WORDS.contains(word)
        || WORDS.contains(bare)
        || is_measure(word)
}

/// A number, perhaps with a unit: "375.00pt", "-1", "34%".
fn is_measure(word: &str) -> bool {
    let number = word
        .strip_suffix("pt")
        .or_else(|| word.strip_suffix("mm"))
        .or_else(|| word.strip_suffix("cm"))
        .or_else(|| word.strip_suffix('%'))
        .unwrap_or(word);
    let number = number.strip_prefix('-').unwrap_or(number);
    let is_digit = |c: char| c.is_ascii_digit() || c == '.';
    number.len() <= LONGEST_NUMBER && !number.is_empty() && number.chars().all(is_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_format_are_its_own_and_names_are_not() {
        for own in [
            "Kop1",
            "375.00pt",
            "-1",
            "#c0c0c0",
            "Nota tabeltekst 2",
            "_nota_v_datum",
        ] {
            assert!(is_own(own), "{own}");
        }
        for other in ["Zwartjes", "Kop Zwartjes", "https://x.nl", "123456789", "#"] {
            assert!(!is_own(other) || other.len() <= 2, "{other}");
        }
    }
}
