//! Dates and periods.

use std::ops::Range;

use regex::Captures;

use super::Ambacht;
use crate::token::{Pattern, pattern};

/// A date with a day and a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Datum {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// The weekday before it, counted from Monday as 0.
    pub weekday: Option<u8>,
    /// The day.
    pub day: u32,
    /// The month, from 1.
    pub month: u32,
    /// The year, when it is written.
    pub year: Option<i32>,
    /// Whether "jl." or "a.s." follows.
    pub relative: Option<Verwijzing>,
    /// What happens on it, when a word before it says so: "peildatum".
    pub event: Option<&'static str>,
}

/// How a date is tied to that of the nota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verwijzing {
    /// "jl.": before the nota.
    Jongstleden,
    /// "a.s.": after the nota.
    Aanstaande,
}

/// A period that ends before it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Periode {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
}

const WEEKDAYS: [&str; 7] = [
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
];

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// What has one date in a nota. Debates and letters have several.
const EVENTS: [&str; 9] = [
    "openstelling",
    "inwerkingtreding",
    "publicatie",
    "verzending",
    "verzenddatum",
    "ingangsdatum",
    "vooraanmelding",
    "peildatum",
    "deadline",
];

/// The most bytes between such a word and its date.
const NEAR: usize = 45;

pub(crate) static DATE: Pattern = Pattern::new(|| {
    pattern(&format!(
        r"(?i)(?-u:\b)(?:({})[ \x{{a0}}\n]+)?([0-9]{{1,2}})[ \x{{a0}}\n]+({})(?-u:\b)(?:[ \x{{a0}}\n]+([0-9]{{4}})(?-u:\b))?(?:[ \x{{a0}}]*,?[ \x{{a0}}]*(jl|jongstleden|a\.?s|aanstaande)(?-u:\b)\.?)?",
        WEEKDAYS.join("|"),
        MONTHS.join("|")
    ))
});

pub(super) fn find(text: &str, found: &mut Ambacht) {
    for captures in DATE.captures_iter(text) {
        found.dates.extend(read(text, &captures));
    }
    static YEARS: Pattern =
        Pattern::new(|| pattern(r"(?-u:\b)(20[0-9]{2})\s?[-–]\s?(20[0-9]{2})(?-u:\b)"));
    static DAYS: Pattern = Pattern::new(|| {
        pattern(&format!(
            r"(?i)(?-u:\b)van ([0-9]{{1,2}}) tot(?: en met)? ([0-9]{{1,2}}) (?:{})(?-u:\b)",
            MONTHS.join("|")
        ))
    });
    for own in YEARS.captures_iter(text).chain(DAYS.captures_iter(text)) {
        let number = |at: usize| own.get(at)?.as_str().parse::<u32>().ok();
        let (Some(whole), Some(from), Some(to)) = (own.get(0), number(1), number(2)) else {
            continue;
        };
        // Part of a reference: 34338-2023-2022.
        let before = text
            .get(..whole.start())
            .and_then(|own| own.chars().next_back());
        if to <= from && !before.is_some_and(|own| own == '-' || own == '/') {
            found.periods.push(Periode {
                range: whole.range(),
            });
        }
    }
}

fn read(text: &str, captures: &Captures) -> Option<Datum> {
    let part = |at: usize| captures.get(at).map(|own| own.as_str().to_lowercase());
    let place = |list: &[&str], word: &str| list.iter().position(|own| *own == word);
    let range = captures.get(0)?.range();
    let weekday = part(1).and_then(|own| place(&WEEKDAYS, &own));
    let relative = part(5).map(|own| match own.starts_with('j') {
        true => Verwijzing::Jongstleden,
        false => Verwijzing::Aanstaande,
    });
    Some(Datum {
        weekday: weekday.and_then(|own| u8::try_from(own).ok()),
        day: part(2)?.parse().ok()?,
        month: u32::try_from(place(&MONTHS, &part(3)?)? + 1).ok()?,
        year: part(4).and_then(|own| own.parse().ok()),
        relative,
        event: event_before(text, range.start),
        range,
    })
}

/// The word before a date that says what happens then.
fn event_before(text: &str, at: usize) -> Option<&'static str> {
    let before = text.get(..at)?;
    let from = before.rfind(['.', ';', '\n']).map_or(0, |own| own + 1);
    let clause = before.get(from..)?.to_lowercase();
    let others = ["brief", "kamer", "vraag", "leden", "debat"];
    let found = EVENTS
        .iter()
        .filter_map(|word| Some((clause.rfind(word)?, *word)));
    let (start, word) = found.max_by_key(|(start, _)| *start)?;
    let between = clause.get(start + word.len()..)?;
    let near = between.len() <= NEAR && between.starts_with([' ', ':']);
    let tied = between.split_whitespace().all(|own| !others.contains(&own));
    (near && tied).then_some(word)
}
