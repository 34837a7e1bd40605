//! The initials that belong to a surname: "K. Zwartjes", "Zwartjes, K.".

use std::ops::Range;

/// The greatest number of bytes of the initials.
const LONGEST: usize = 24;

/// Whether a word is initials: "K.", "J.P.", "Th.M.".
pub(super) fn are(word: &str) -> bool {
    let mut stop = true;
    let mut letters = 0;
    for c in word.chars() {
        match c {
            '.' if stop => return false,
            '.' => (stop, letters) = (true, 0),
            c if stop && c.is_uppercase() => (stop, letters) = (false, 1),
            c if !stop && letters < 3 && c.is_lowercase() => letters += 1,
            _ => return false,
        }
    }
    stop && !word.is_empty()
}

/// A range with the initials directly before it, or after it and a comma.
pub(super) fn with(text: &str, range: Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let close = before.trim_end_matches([' ', '\u{a0}', '\u{2009}', '\u{202f}']);
    let mut from = close.len().saturating_sub(LONGEST);
    while !close.is_char_boundary(from) {
        from += 1;
    }
    let tail = close.get(from..).unwrap_or_default();
    let word = tail
        .rsplit([' ', '\u{a0}', '(', '\n'])
        .next()
        .unwrap_or_default();
    if are(word) {
        return close.len() - word.len()..range.end;
    }
    let after = text.get(range.end..).unwrap_or_default();
    let Some(rest) = after.strip_prefix(", ") else {
        return range;
    };
    let end = rest
        .char_indices()
        .find(|(at, c)| *at > LONGEST || !(c.is_alphabetic() || *c == '.'))
        .map_or(rest.len(), |(at, _)| at);
    let word = rest.get(..end).unwrap_or_default();
    match are(word) {
        true => range.start..range.end + 2 + end,
        false => range,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_recognised() {
        for word in ["K.", "J.P.", "Th.M.", "Chr."] {
            assert!(are(word), "{word}");
        }
        for word in ["K", "", "de.", ".K.", "Karel.", "K.e."] {
            assert!(!are(word), "{word}");
        }
    }

    #[test]
    fn they_belong_to_the_name() {
        for (text, expected) in [
            ("bij K. Zwartjes,", "K. Zwartjes"),
            ("bij J.P.\u{a0}Zwartjes", "J.P.\u{a0}Zwartjes"),
            ("bij Zwartjes, K. en", "Zwartjes, K."),
            ("bij Zwartjes, en", "Zwartjes"),
            ("K.Zwartjes", "K.Zwartjes"),
        ] {
            let start = text.find("Zwartjes").expect("is there");
            assert_eq!(&text[with(text, start..start + 8)], expected);
        }
    }
}
