//! Whether a word with a capital, inside a sentence, is a name: by what stands
//! before it, or by a neighbour with a capital.

use std::ops::Range;

use crate::soorten::{SOORTEN, is_capitalised};
use crate::token::{Token, ends_sentence, is_initials};

/// The words before a name that are looked at.
const LOOK_BACK: usize = 9;

/// The longest word that a neighbour makes a name. What is longer is a Dutch
/// word with a capital.
const LONGEST: usize = 13;

pub(crate) fn is_name(
    text: &str,
    tokens: &[Token],
    index: usize,
    range: &Range<usize>,
    word: &str,
) -> bool {
    let Some(before) = index.checked_sub(1).and_then(|at| tokens.get(at)) else {
        return false;
    };
    if !has_form(word) || ends_sentence(before.text) {
        return false;
    }
    if is_announced(tokens, index) {
        return true;
    }
    if word.chars().count() > LONGEST {
        return false;
    }
    let small = before.text.trim_end_matches('.').to_lowercase();
    let by_before = index > 1
        && (is_plain_name(before.text) || is_initials(before.text))
        && !SOORTEN.says_nothing.contains(small.as_str());
    let rest = text.get(range.end..).unwrap_or_default();
    let next = tokens.get(index + 1).map(|own| own.text);
    let by_next = rest.starts_with(' ')
        && next.is_some_and(|next| is_plain_name(next.trim_end_matches([',', '.', ';', ')'])));
    by_before || by_next
}

/// Whether a word before it says that a name follows.
fn is_announced(tokens: &[Token], index: usize) -> bool {
    let before = tokens
        .get(index.saturating_sub(LOOK_BACK)..index)
        .unwrap_or_default();
    for token in before.iter().rev() {
        let word = token
            .text
            .trim_matches(|own: char| "(),;“”\"‘’".contains(own));
        let lower = word.to_lowercase();
        let start = lower.split('-').next().unwrap_or_default();
        if SOORTEN.before_name.contains(lower.as_str()) || ["motie", "commissie"].contains(&start) {
            return true;
        }
        let goes_on = word.is_empty()
            || word == "/"
            || is_capitalised(word)
            || SOORTEN.in_name.contains(lower.as_str());
        if !goes_on {
            return false;
        }
    }
    false
}

/// A capital, small letters, and parts behind a hyphen or an apostrophe.
fn has_form(word: &str) -> bool {
    let mut parts = word.split(['\'', '’', '-']);
    let is_part = |part: &str| !part.is_empty() && part.chars().all(char::is_alphabetic);
    parts.next().is_some_and(is_first) && parts.all(is_part)
}

fn is_first(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().next().is_some()
        && letters.all(char::is_lowercase)
}

fn is_plain_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().next().is_some()
        && letters.all(|own| own.is_lowercase() || "’'-".contains(own))
}
