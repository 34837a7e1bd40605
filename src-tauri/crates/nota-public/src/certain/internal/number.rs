//! The number that a heading begins with, however it is written.

use super::super::lookalike::folded;

/// What may stand before the number of a part.
const BEFORE_A_NUMBER: [&str; 9] = [
    "onderdeel",
    "deel",
    "paragraaf",
    "par",
    "sectie",
    "punt",
    "ad",
    "nr",
    "hoofdstuk",
];

/// What stands behind a number that measures something.
const UNITS: [&str; 12] = [
    "miljoen", "miljard", "mln", "mld", "procent", "euro", "fte", "jaar", "meter", "km", "ton",
    "woo",
];

pub(super) fn parts_of(number: &str) -> Vec<String> {
    let parts = number.split('.').filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// The parts of the number that a heading begins with, however it is written
/// ("5.2", "5,2)", "Onderdeel 5.2.1:"), with the byte at which the rest begins.
/// None for an amount or a date.
pub(super) fn number(heading: &str) -> Option<(Vec<String>, usize)> {
    let limit = floor(heading, 200);
    let chars: Vec<(char, usize)> = folded(heading.get(..limit)?).collect();
    let at = |index: usize| chars.get(index).map(|(c, _)| *c);
    let mut index = 0;
    let skip = |index: &mut usize| {
        while at(*index).is_some_and(|c| !c.is_alphanumeric()) {
            *index += 1;
        }
    };
    skip(&mut index);
    let word: String = (index..)
        .map_while(at)
        .take_while(|c| c.is_alphabetic())
        .collect();
    if BEFORE_A_NUMBER.contains(&word.as_str()) {
        index += word.chars().count();
        skip(&mut index);
    }
    let mut parts: Vec<String> = Vec::new();
    loop {
        let digits: String = (index..)
            .map_while(at)
            .take_while(char::is_ascii_digit)
            .collect();
        if digits.is_empty() {
            break;
        }
        index += digits.len();
        let plain = digits.trim_start_matches('0');
        parts.push(if plain.is_empty() { "0" } else { plain }.to_owned());
        let mut next = index;
        while at(next) == Some(' ') && next < index + 2 {
            next += 1;
        }
        if !at(next).is_some_and(|c| ".,:-".contains(c)) {
            break;
        }
        next += 1;
        while at(next) == Some(' ') && next < index + 4 {
            next += 1;
        }
        if !at(next).is_some_and(|c| c.is_ascii_digit()) {
            break;
        }
        index = next;
    }
    let is_date = parts.len() == 3 && parts.last().is_some_and(|last| last.len() == 4);
    let rest = chars.get(index).map_or(limit, |(_, byte)| *byte);
    let after = heading.get(rest..).unwrap_or_default();
    let after = after.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '%');
    let lower = after
        .get(..floor(after, 16))
        .unwrap_or_default()
        .to_lowercase();
    let measures = lower.starts_with('%') || UNITS.iter().any(|unit| lower.starts_with(unit));
    (!parts.is_empty() && !is_date && !measures).then_some((parts, rest))
}

/// What stands behind the number of a heading.
pub(super) fn rest_of_number(heading: &str) -> &str {
    let rest = number(heading).and_then(|(_, rest)| heading.get(rest..));
    rest.unwrap_or(heading)
}

/// The greatest boundary of characters up to a byte.
pub(super) fn floor(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
