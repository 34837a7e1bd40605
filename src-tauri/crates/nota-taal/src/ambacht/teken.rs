//! Punctuation, amounts, and words for today.

use std::ops::Range;

use regex::Captures;

use super::Ambacht;
use crate::citaat::Citaten;
use crate::grammatica::is_whole;
use crate::token::{Pattern, pattern};

/// A kind of carelessness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slordigheid {
    /// A space too many or too few, a wrong apostrophe.
    Spatie,
    /// A bracket or quotation mark without the other one.
    Ongesloten,
    /// An amount or a number in another form.
    Bedrag,
    /// An amount of which nobody knows the currency.
    ZonderMunt,
    /// "vandaag", "volgende week".
    Vandaag,
}

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teken {
    /// What kind.
    pub soort: Slordigheid,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// What takes its place, when that is certain.
    pub better: Option<String>,
}

/// What takes the place of a match; none when it is none after all.
type Mend = fn(&Captures) -> Option<String>;

/// Tries patterns one by one. What is quoted stays.
fn try_all(text: &str, soort: Slordigheid, tries: &[(&Pattern, Mend)], found: &mut Ambacht) {
    let citaten = Citaten::of(text);
    for (pattern, mend) in tries {
        for captures in pattern.captures_iter(text) {
            let Some(range) = captures.get(0).map(|own| own.range()) else {
                continue;
            };
            let overlaps = |own: &Teken| own.range.start < range.end && range.start < own.range.end;
            if citaten.hold(&range) || found.signs.iter().any(overlaps) {
                continue;
            }
            if let Some(better) = mend(&captures) {
                let better = Some(better).filter(|own| !own.is_empty());
                found.signs.push(Teken {
                    soort,
                    range,
                    better,
                });
            }
        }
    }
}

fn group(captures: &Captures, at: usize) -> String {
    captures
        .get(at)
        .map_or_else(String::new, |own| own.as_str().to_owned())
}

/// Digits with a point between each three.
fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (at, own) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(own);
    }
    out
}

pub(super) fn amounts(text: &str, found: &mut Ambacht) {
    static TIGHT: Pattern = Pattern::new(|| pattern(r"€([0-9])"));
    static EUR: Pattern = Pattern::new(|| pattern(r"(?-u:\b)(?:EUR|Euro)[ \x{a0}]?([0-9])"));
    static SHORT: Pattern = Pattern::new(|| pattern(r"([0-9])[ \x{a0}]?(mln|mld|mio)(?-u:\b)\.?"));
    static POINT: Pattern = Pattern::new(|| {
        pattern(r"(?-u:\b)([0-9]+)\.([0-9]{1,2})([ \x{a0}]?)(miljoen|miljard|procent)(?-u:\b)")
    });
    static COMMAS: Pattern =
        Pattern::new(|| pattern(r"(?-u:\b)[0-9]{1,3}(?:,[0-9]{3}){2,}(?-u:\b)"));
    static LONG: Pattern = Pattern::new(|| pattern(r"(€|euro)[ \x{a0}]?([0-9]{5,12})(?-u:\b)"));
    static DASH: Pattern = Pattern::new(|| pattern(r"([0-9]),(?:-+|=)"));
    static TWICE: Pattern = Pattern::new(|| {
        pattern(
            r"€[ \x{a0}]?([0-9.,]*[0-9])[ \x{a0}]*(miljoen|miljard|duizend)?[ \x{a0}]*euro(?-u:\b)",
        )
    });
    static BARE: Pattern = Pattern::new(|| pattern(r"(?-u:\b)[0-9]{5,9} [a-zà-ÿ]{4,}en(?-u:\b)"));
    try_all(
        text,
        Slordigheid::Bedrag,
        &[
            (&TWICE, |own| {
                let unit = group(own, 2);
                let gap = if unit.is_empty() { "" } else { " " };
                Some(format!("€ {}{gap}{unit}", group(own, 1)))
            }),
            (&LONG, |own| {
                let sign = group(own, 1);
                Some(format!("{sign} {}", grouped(&group(own, 2))))
            }),
            (&TIGHT, |own| Some(format!("€ {}", group(own, 1)))),
            (&EUR, |own| Some(format!("€ {}", group(own, 1)))),
            (&SHORT, |own| {
                let unit = if &own[2] == "mld" {
                    "miljard"
                } else {
                    "miljoen"
                };
                Some(format!("{} {unit}", group(own, 1)))
            }),
            (&POINT, |own| {
                let (whole, part, unit) = (group(own, 1), group(own, 2), group(own, 4));
                Some(format!("{whole},{part} {unit}"))
            }),
            (&COMMAS, |own| Some(group(own, 0).replace(',', "."))),
            (&DASH, |own| Some(group(own, 1))),
            (&BARE, |own| {
                let whole = group(own, 0);
                let (digits, noun) = whole.split_once(' ')?;
                Some(format!("{} {noun}", grouped(digits)))
            }),
        ],
        found,
    );
    found.signs.retain(|own| !is_code(text, own));
    without_currency(text, found);
}

/// Whether a long number is a reference and no amount.
fn is_code(text: &str, sign: &Teken) -> bool {
    let before = text.get(..sign.range.start).unwrap_or_default().trim_end();
    let last = before
        .rsplit([' ', '\n'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let own = text.get(sign.range.clone()).unwrap_or_default();
    let is_bare = own
        .split(' ')
        .next()
        .is_some_and(|own| own.len() >= 5 && own.bytes().all(|own| own.is_ascii_digit()));
    let codes = [
        "kenmerk",
        "referentie",
        "nr.",
        "nr",
        "nummer",
        "kst",
        "kamerstuk",
        "kamerstukken",
        "staatscourant",
        "postbus",
        "dossier",
        "zaak",
        "en",
    ];
    is_bare && (codes.contains(&last.as_str()) || last.ends_with([',', '/', '-']))
}

/// "500 miljoen per pijler" in a text that has euros elsewhere.
fn without_currency(text: &str, found: &mut Ambacht) {
    static MILLIONS: Pattern =
        Pattern::new(|| pattern(r"(?-u:\b)[0-9]+(?:,[0-9]+)? (?:miljoen|miljard)(?-u:\b)"));
    if !text.contains('€') && !text.contains("euro") {
        return;
    }
    let follows = [
        "per",
        "voor",
        "in",
        "aan",
        "uit",
        "naar",
        "beschikbaar",
        "gereserveerd",
        "extra",
    ];
    let citaten = Citaten::of(text);
    for own in MILLIONS.find_iter(text) {
        let before = text.get(..own.start()).unwrap_or_default().trim_end();
        let after = text.get(own.end()..).unwrap_or_default();
        let next = after
            .trim_start()
            .split([' ', '\n', ',', '.'])
            .next()
            .unwrap_or_default();
        let ends = after.starts_with(['.', ';', ')']) || after.trim().is_empty();
        let has_sign = before.ends_with(['€', '$', '£']) || before.ends_with("euro");
        if !has_sign && (ends || follows.contains(&next)) && !citaten.hold(&own.range()) {
            found.signs.push(Teken {
                soort: Slordigheid::ZonderMunt,
                range: own.range(),
                better: Some(format!("{} euro", own.as_str())),
            });
        }
    }
}

pub(super) fn punctuation(text: &str, found: &mut Ambacht) {
    static TIGHT: Pattern =
        Pattern::new(|| pattern(r"(?-u:\b)((?:nr|art|blz|dhr|mevr|prof|bijl)\.)([A-Za-z0-9])"));
    static PAGE: Pattern = Pattern::new(|| pattern(r"(?-u:\b)(p\.)([0-9])"));
    static BEFORE: Pattern = Pattern::new(|| pattern(r"([^ \n]) +([,;:])([ \n]|$)"));
    static APOSTROPHE: Pattern = Pattern::new(|| pattern(r"([A-Za-zà-ÿ]+)[´`]([A-Za-zà-ÿ]+)"));
    static INSIDE: Pattern = Pattern::new(|| pattern(r"(\() +|([^ \n]) +(\))"));
    static DASH: Pattern =
        Pattern::new(|| pattern(r"(?-u:\b)([A-Za-zà-ÿ0-9]+) -([A-Za-zà-ÿ]{2,}|[0-9]{4})(?-u:\b)"));
    try_all(
        text,
        Slordigheid::Spatie,
        &[
            (&TIGHT, |own| {
                Some(format!("{} {}", group(own, 1), group(own, 2)))
            }),
            (&PAGE, |own| {
                Some(format!("{} {}", group(own, 1), group(own, 2)))
            }),
            (&BEFORE, |own| {
                Some(format!(
                    "{}{}{}",
                    group(own, 1),
                    group(own, 2),
                    group(own, 3)
                ))
            }),
            (&APOSTROPHE, |own| {
                Some(format!("{}’{}", group(own, 1), group(own, 2)))
            }),
            (&INSIDE, |own| {
                Some(format!(
                    "{}{}{}",
                    group(own, 1),
                    group(own, 2),
                    group(own, 3)
                ))
            }),
            (&DASH, |own| {
                let (first, second) = (group(own, 1), group(own, 2));
                let years = first.len() == 4 && second.len() == 4;
                let digits = second.starts_with(|own: char| own.is_ascii_digit());
                match first.as_str() {
                    "en" | "of" | "én" => None,
                    _ if digits && years => Some(format!("{first}-{second}")),
                    _ if digits => None,
                    _ if second == "en" || second == "of" => Some(format!("{first}- {second}")),
                    _ => Some(String::new()),
                }
            }),
        ],
        found,
    );
    unclosed(text, found);
}

/// A bracket or a quotation mark without the other one.
fn unclosed(text: &str, found: &mut Ambacht) {
    static ITEM: Pattern = Pattern::new(|| pattern(r"(?:^|[\s(])[A-Za-z0-9]{1,2}\)|[:;]-?[()]"));
    for (open, close) in [('(', ')'), ('“', '”')] {
        let count = |own: char| text.matches(own).count();
        let (opened, closed) = (count(open), count(close));
        if opened == closed || open == '(' && ITEM.is_match(text) {
            continue;
        }
        // The first that is not closed, or the first that closes nothing.
        let mut depth: Vec<usize> = Vec::new();
        let mut lone = None;
        for (at, own) in text.char_indices() {
            if own == open {
                depth.push(at);
            } else if own == close && depth.pop().is_none() {
                lone = lone.or(Some(at));
            }
        }
        let at = lone.or(depth.first().copied());
        // A quotation may go on in the next paragraph.
        let goes_on = open == '“' && opened > closed && text.trim_end().ends_with([':', ',']);
        if let Some(at) = at.filter(|_| !goes_on) {
            let sign = text.get(at..).and_then(|own| own.chars().next());
            let end = at + sign.map_or(0, char::len_utf8);
            found.signs.push(Teken {
                soort: Slordigheid::Ongesloten,
                range: at..end,
                better: None,
            });
        }
    }
}

pub(super) fn today(text: &str, found: &mut Ambacht) {
    static TODAY: Pattern = Pattern::new(|| {
        pattern(concat!(
            r"(?i)(?-u:\b)(?:vandaag(?: de dag)?|gisteren|morgen|",
            r"(?:vorige|volgende|komende) week|komende dagen)(?-u:\b)",
        ))
    });
    let citaten = Citaten::of(text);
    for own in TODAY.find_iter(text) {
        let before = text.get(..own.start()).unwrap_or_default();
        let is_morning = before.ends_with("’s ") || before.ends_with("'s ");
        let is_saying = own.as_str().to_lowercase().ends_with("de dag");
        if !is_morning && !is_saying && is_whole(text, &own.range()) && !citaten.hold(&own.range())
        {
            found.signs.push(Teken {
                soort: Slordigheid::Vandaag,
                range: own.range(),
                better: None,
            });
        }
    }
}
