//! What tells of a person by number: addresses, registration plates, dates of
//! birth and numbers of personnel.

use std::ops::Range;

use super::lijsten::is_given;
use crate::persoonsgegeven::{Soort, by_itself};
use crate::phrase::{Pattern, pattern};

/// A house number with its addition: 12, 12a, 14-B, 501-III, 33-2, 8 hs.
macro_rules! house {
    () => {
        r"[1-9][0-9]{0,4}(?:-(?:[0-9]{1,4}|[A-Za-z]{1,3})|[ -](?:hs|huis|bis|bg|I{1,3})|/[0-9]{1,2}|[A-Za-z])?"
    };
}

static STREET: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?P<naam>(?:(?:\p{Lu}[\p{L}.'’]*|van|de|den|der|het|'t) ){0,3}",
        r"(?:\p{Lu}\p{L}*(?:straat|weg|laan|plein|kade|gracht|singel|dijk|hof|pad|steeg|dreef|plantsoen|markt|hout|boulevard|wal|erf|brink|zoom)",
        r"|Straat|Weg|Laan|Plein|Kade|Gracht|Singel|Dijk|Hof|Markt|Brink|Boulevard|Wal) ",
        house!(),
        r")"
    ))
});

/// "Oude Rijn 14-B", and what follows "woont aan de".
static STREET_BY_CONTEXT: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?:(?:[Ww]oont|[Ww]onend|[Ww]onende|[Ww]oonachtig|[Aa]dres:?|[Gg]evestigd)(?: is| sinds [^.]{0,20})? (?:(?:aan|op|in) )?(?:de |het |')?|(?-u:\b))(?P<naam>(?:Oude|Nieuwe|Lange|Korte|Grote|Kleine|Hoge|Lage) \p{Lu}\p{L}+ ",
        house!(),
        r")|(?:[Ww]oont|[Ww]onend|[Ww]onende|[Ww]oonachtig)(?: \p{Ll}+){0,3} (?P<adres>\p{Lu}\p{L}+(?: \p{L}+){0,3} ",
        house!(),
        r")"
    ))
});

static POSTCODE: Pattern = Pattern::new(|| pattern("(?P<naam>[1-9][0-9]{3}[ \u{a0}]?[A-Z]{2})"));

/// The forms of a Dutch registration plate ("sidecodes" 1 to 14 of the RDW).
static PLATE: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?P<naam>[A-Z]{2}-[0-9]{2}-[0-9]{2}|[0-9]{2}-[0-9]{2}-[A-Z]{2}|[0-9]{2}-[A-Z]{2}-[0-9]{2}",
        r"|[A-Z]{2}-[0-9]{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-[0-9]{2}|[0-9]{2}-[A-Z]{2}-[A-Z]{2}",
        r"|[0-9]{2}-[A-Z]{3}-[0-9]|[0-9]-[A-Z]{3}-[0-9]{2}|[A-Z]{2}-[0-9]{3}-[A-Z]",
        r"|[A-Z]-[0-9]{3}-[A-Z]{2}|[A-Z]{3}-[0-9]{2}-[A-Z]|[A-Z]-[0-9]{2}-[A-Z]{3}",
        r"|[0-9]-[A-Z]{2}-[0-9]{3}|[0-9]{3}-[A-Z]{2}-[0-9])"
    ))
});

/// A plate in any form after the word for it.
static PLATE_BY_CONTEXT: Pattern = Pattern::new(|| {
    pattern(
        r"(?i:kenteken(?:nummer|plaat)?|nummerbord):?(?: is| van [\p{L} ]{0,20})? ?(?P<naam>[A-Z0-9]{1,3}[ -]?[A-Z0-9]{2,3}[ -]?[A-Z0-9]{1,3})",
    )
});

static BIRTH: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i:geboren|geb\.|geboortedatum|geboortedag|verjaardag)[^0-9\n]{0,40}?",
        r"(?P<naam>[0-9]{1,2}(?:[-/. ][0-9]{1,2}[-/. ]| (?i:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan\.?|feb\.?|mrt\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|okt\.?|nov\.?|dec\.?) )(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})"
    ))
});

/// A number after the word that says that it is a person's.
static PERSONNEL: Pattern = Pattern::new(|| {
    pattern(
        r"(?i:personeels|medewerkers?|werknemers?|stam|penning|dienst|cliënt|client|patiënt|vreemdelingen|paspoort|rijbewijs|studenten?|detentie)-?(?i:nummer|nr\.?)(?: is|:| van [^0-9\n]{0,30}?)? ?(?P<naam>[A-Z]{0,3}[0-9]{4,10})",
    )
});

/// The addresses and numbers in a text.
pub(super) fn numbers(text: &str) -> Vec<(Range<usize>, Soort)> {
    let mut found = Vec::new();
    for (recogniser, soort) in [
        (&STREET, Soort::Adres),
        (&STREET_BY_CONTEXT, Soort::Adres),
        (&POSTCODE, Soort::Adres),
        (&PLATE, Soort::Kenteken),
        (&PLATE_BY_CONTEXT, Soort::Kenteken),
        (&BIRTH, Soort::Geboortedatum),
        (&PERSONNEL, Soort::Personeelsnummer),
    ] {
        for captures in recogniser.captures_iter(text) {
            let Some(own) = captures.name("naam").or_else(|| captures.name("adres")) else {
                continue;
            };
            let range = match soort {
                Soort::Adres => street(text, own.range()),
                _ => own.range(),
            };
            let digits = own.as_str().chars().any(|c| c.is_ascii_digit());
            let letters = own.as_str().chars().any(|c| c.is_ascii_uppercase());
            let is_plate = soort != Soort::Kenteken || digits && letters;
            if by_itself(text, &range) && is_plate {
                found.push((range, soort));
            }
        }
    }
    found
}

/// What may come before the last word of a street, beside given names.
const BEFORE: &[&str] = &[
    "burgemeester",
    "prins",
    "prinses",
    "koning",
    "koningin",
    "oude",
    "nieuwe",
    "lange",
    "korte",
    "grote",
    "kleine",
    "hoge",
    "lage",
    "sint",
    "st.",
    "dr.",
    "mr.",
    "prof.",
    "van",
    "de",
    "den",
    "der",
    "het",
    "'t",
    "laan",
    "professor",
    "dokter",
    "minister",
    "president",
    "pastoor",
    "generaal",
    "admiraal",
    "graaf",
    "eerste",
    "tweede",
    "derde",
    "noordelijke",
    "zuidelijke",
];

/// An address without the words before it that do not belong to it: the name
/// of a building or a unit on the line above.
fn street(text: &str, range: Range<usize>) -> Range<usize> {
    let own = text.get(range.clone()).unwrap_or_default();
    let Some(number) = own.find(|c: char| c.is_ascii_digit()) else {
        return range;
    };
    let words: Vec<&str> = own
        .get(..number)
        .unwrap_or_default()
        .trim_end()
        .split(' ')
        .collect();
    let mut first = words.len().saturating_sub(1);
    for (at, word) in words.iter().enumerate().rev().skip(1) {
        let lower = word.to_lowercase();
        if !BEFORE.contains(&lower.as_str()) && !is_given(word) {
            break;
        }
        // In lower case a word belongs to the capital before it.
        if word.chars().next().is_some_and(char::is_uppercase) {
            first = at;
        }
    }
    let skipped: usize = words.iter().take(first).map(|word| word.len() + 1).sum();
    range.start + skipped..range.end
}
