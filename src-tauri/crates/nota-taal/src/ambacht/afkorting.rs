//! Abbreviations, and where they are written in full.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::Ambacht;
use crate::citaat::Citaten;
use crate::lijst::{Parts, Words, rows};
use crate::token::{Pattern, pattern};

/// An abbreviation that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Afkorting {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
}

/// Abbreviations that every reader knows, or that name a ministry, a minister
/// or a party.
static KNOWN: LazyLock<Words> = LazyLock::new(|| {
    Parts::read(include_str!("../../data/woordsoorten.txt")).words("bekende afkortingen")
});

static FULL: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../data/afkortingen.tsv"));
    rows.filter_map(|row| Some((*row.first()?, *row.get(1)?)))
        .collect()
});

/// Whether an abbreviation needs no words beside it.
pub fn is_known(abbreviation: &str) -> bool {
    KNOWN.contains(abbreviation)
}

/// An abbreviation in full, when the list has it.
pub fn full_form(abbreviation: &str) -> Option<&'static str> {
    FULL.get(abbreviation).copied()
}

static FORM: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?-u:\b)([A-Z][A-Za-z]*[A-Z&][A-Za-z&]*|",
        r"[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{2,5})(?-u:\b)",
    ))
});

/// "Volledige Naam (AFK)", "Volledige Naam (hierna: AFK)".
static BEHIND: Pattern = Pattern::new(|| {
    pattern(concat!(
        r#"\((?:[Hh]ierna:? |hierna te noemen )?(?:de |het )?['‘“"]?([A-Z][A-Za-z0-9&/]{1,9}?)"#,
        r#"(?:/[a-z])?['’”"]?(?:[;,][^)]{0,30})?\)"#,
    ))
});

/// "AFK (volledige naam)".
static BEFORE: Pattern = Pattern::new(|| {
    pattern(r"(?-u:\b)([A-Z][A-Za-z0-9&]{1,9}) \([A-Za-z][0-9A-Za-zÀ-ÿ’' -]{8,80}\)")
});

/// The most words of a name before its abbreviation.
const LONGEST_NAME: usize = 9;

pub(super) fn find(text: &str, found: &mut Ambacht) {
    if !text.bytes().any(|own| own.is_ascii_uppercase()) {
        return;
    }
    for captures in BEHIND.captures_iter(text) {
        let (Some(whole), Some(own)) = (captures.get(0), captures.get(1)) else {
            continue;
        };
        let before = text.get(..whole.start()).unwrap_or_default();
        if has_initial(before, own.as_str()) || whole.as_str().contains("ierna") {
            found
                .introduced
                .push((own.as_str().to_lowercase(), own.start()));
        }
    }
    for captures in BEFORE.captures_iter(text) {
        if let Some(own) = captures.get(1) {
            found
                .introduced
                .push((own.as_str().to_lowercase(), own.start()));
        }
    }
    let citaten = Citaten::of(text);
    for captures in FORM.captures_iter(text) {
        let Some(own) = captures.get(1) else { continue };
        if is_abbreviation(text, &own.range()) && !citaten.hold(&own.range()) {
            found.abbreviations.push(Afkorting { range: own.range() });
        }
    }
}

/// Whether one of the words before a bracket begins as the abbreviation does.
fn has_initial(before: &str, abbreviation: &str) -> bool {
    let first = abbreviation
        .chars()
        .next()
        .map(|own| own.to_ascii_lowercase());
    let words = before
        .split([' ', '-', '\n'])
        .rev()
        .filter(|own| !own.is_empty());
    words.take(LONGEST_NAME).any(|word| {
        word.chars()
            .next()
            .and_then(|own| own.to_lowercase().next())
            == first
    })
}

/// Whether this is an abbreviation by itself: no Roman number, no long name,
/// no part of a code or a line in capitals.
fn is_abbreviation(text: &str, range: &Range<usize>) -> bool {
    let own = text.get(range.clone()).unwrap_or_default();
    let before = text
        .get(..range.start)
        .unwrap_or_default()
        .chars()
        .next_back();
    let after = text.get(range.end..).unwrap_or_default();
    let is_roman = own.bytes().all(|own| b"IVXLC".contains(&own));
    let small = own.bytes().filter(u8::is_ascii_lowercase).count();
    let is_name = own.len() > 6 && small >= 3
        || ["Mc", "mc", "Mac"]
            .iter()
            .any(|start| own.starts_with(start));
    let joined = before.is_some_and(|own| own.is_alphanumeric() || "/.@-_".contains(own))
        || after.starts_with(|own: char| own.is_alphanumeric() || "@_".contains(own))
        || after.starts_with("-C")
        || after.starts_with(".") && after.get(1..2).is_some_and(|own| own != " " && own != "\n");
    !is_roman && !is_name && !joined && !in_capitals(text, range) && own.len() <= 12
}

/// Whether the words beside it are in capitals too: a heading, not a name.
fn in_capitals(text: &str, range: &Range<usize>) -> bool {
    let is_capital = |word: &&str| {
        let letters = word.chars().filter(|own| own.is_alphabetic()).count();
        letters > 2 && !word.contains(char::is_lowercase)
    };
    let before = text.get(..range.start).unwrap_or_default().split(' ').rev();
    let after = text.get(range.end..).unwrap_or_default().split(' ');
    let count = before
        .filter(|own| !own.is_empty())
        .take(1)
        .chain(after.filter(|own| !own.is_empty()).take(1));
    count.filter(is_capital).count() > 0
}
