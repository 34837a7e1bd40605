//! Where withheld text also stands open. The proof cannot search for what is
//! public as well; the check says here, beforehand, what that is and where.

mod initials;

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use nota_model::Nota;
use nota_template::Template;

use crate::fold::{Letters, Traced};
use crate::needles::amounts::amounts;
use crate::needles::{Extent, Form, Needles, words};
use crate::secrets::{Secret, SecretKind, gather};

/// The bytes of all that is looked for: enough for an internal part of some
/// hundred pages.
const MOST_BYTES: usize = 1 << 20;

/// A row of words of withheld text that is at least so long was copied; a
/// shorter one is a turn of phrase.
const COPIED: usize = 7;

/// Words that say that a field names a part of the organisation, which may
/// stand anywhere.
const UNITS: &[&str] = &[
    "afdeling",
    "bureau",
    "cluster",
    "directie",
    "directoraat",
    "dienst",
    "eenheid",
    "inspectie",
    "ministerie",
    "programma",
    "secretariaat",
    "sector",
    "team",
];

/// A place where withheld text stands open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Echo {
    /// The bytes of the text that it was found in.
    pub range: Range<usize>,
    /// Which withheld text it says again. Places with one number say the same
    /// thing, perhaps in another form.
    pub number: usize,
}

/// What is withheld in a nota, to be looked for in its open texts.
pub struct Elsewhere {
    secrets: Vec<Secret>,
    needles: Needles,
    /// The amounts that are withheld, each with its withheld text.
    amounts: HashMap<u128, usize>,
    /// For each withheld text the first one with the same letters.
    first: Vec<usize>,
}

impl Elsewhere {
    /// What is withheld in a nota under its template: marked text, withheld
    /// blocks, fields and footnotes, and what is internal only. None when
    /// nothing is, or more than can be looked for within bounds.
    pub fn of(nota: &Nota, template: &Template) -> Option<Self> {
        let mut secrets = gather(nota, template);
        let titles = titles(template);
        secrets.retain(|own| !names_a_unit(own) && !titles.contains(&Letters::of(&own.text).bytes));
        if secrets.is_empty() {
            return None;
        }
        let texts: Vec<&str> = secrets.iter().map(|own| own.text.as_str()).collect();
        // As much as the proof can search for; more than that is no public version.
        let needles = Needles::all(&texts, MOST_BYTES)
            .or_else(|_| Needles::all(&texts, crate::needles::MOST_BYTES))
            .ok()?;
        let mut values = HashMap::new();
        let mut by_letters: HashMap<Vec<u8>, usize> = HashMap::new();
        let mut first = Vec::with_capacity(secrets.len());
        for (index, text) in texts.iter().enumerate() {
            let own = *by_letters.entry(Letters::of(text).bytes).or_insert(index);
            first.push(own);
            let written = amounts(text).into_iter();
            for amount in written.filter(|own| own.is_written_as_amount) {
                values.entry(amount.value).or_insert(own);
            }
        }
        Some(Self {
            needles,
            amounts: values,
            first,
            secrets,
        })
    }

    /// The ground on which the text with this number is withheld, as a code;
    /// empty for what is internal only.
    pub fn grond(&self, number: usize) -> &str {
        self.secret(number).map_or("", |own| &own.grond)
    }

    fn secret(&self, number: usize) -> Option<&Secret> {
        let index = match number.checked_sub(self.secrets.len()) {
            None => number,
            Some(needle) => self.needles.get(needle)?.secret,
        };
        self.secrets.get(index)
    }

    /// The places in a text where withheld text stands open, in order, none
    /// within another. What lies in `hidden`, ranges of bytes in their order,
    /// is withheld there.
    pub fn in_text(&self, text: &str, hidden: &[Range<usize>]) -> Vec<Echo> {
        let traced = Traced::of(text, hidden);
        let letters = &traced.letters;
        let mut found = Vec::new();
        let mut row: Option<(usize, usize, usize)> = None;
        self.needles.each(letters, &mut |index, start, end| {
            let Some(needle) = self.needles.get(index) else {
                return;
            };
            match needle.form {
                Form::Text | Form::Name if letters.are_words(start, end) => {
                    let mut range = traced.source(start, end);
                    if needle.extent != Extent::Piece {
                        range = initials::with(text, range);
                    }
                    if !is_open(hidden, &range) {
                        range = traced.source(start, end);
                    }
                    let said = text.get(range.clone()).unwrap_or_default();
                    if !words::is_ordinary(said) {
                        let number = self.number(index);
                        found.push(Echo { range, number });
                    }
                }
                // Rows of words that overlap are one longer row.
                Form::Row if letters.are_words(start, end) => match &mut row {
                    Some((_, from, to)) if start <= *to => {
                        *from = start.min(*from);
                        *to = end.max(*to);
                    }
                    _ => {
                        self.copied(&traced, text, row.take(), &mut found);
                        row = Some((index, start, end));
                    }
                },
                _ => {}
            }
        });
        self.copied(&traced, text, row, &mut found);
        self.amounts(text, hidden, &mut found);
        longest(found)
    }

    /// Whether the address of a link says withheld text, and which. A name
    /// counts there also within a longer word.
    pub fn in_address(&self, address: &str) -> Option<usize> {
        let plain = percent_decoded(address);
        let letters = Letters::of(&plain);
        let mut found = None;
        self.needles.each(&letters, &mut |index, start, end| {
            let counts = self.needles.counts(index, &letters, start, end);
            let form = self.needles.get(index).map(|own| own.form);
            if counts && matches!(form, Some(Form::Text | Form::Name)) {
                let own = letters.bytes.get(start..end).unwrap_or_default();
                let own = std::str::from_utf8(own).unwrap_or_default();
                if !words::is_ordinary(own) {
                    found = found.or(Some(self.number(index)));
                }
            }
        });
        found
    }

    /// A name has one number in all its forms; a part of a longer text has one
    /// of its own.
    fn number(&self, needle: usize) -> usize {
        let secret = self.needles.get(needle).map_or(0, |own| own.secret);
        let text = self.secrets.get(secret).map_or("", |own| &own.text);
        match words::is_short(text) {
            true => self.first.get(secret).copied().unwrap_or(secret),
            false => self.secrets.len() + needle,
        }
    }

    fn copied(
        &self,
        traced: &Traced,
        text: &str,
        row: Option<(usize, usize, usize)>,
        found: &mut Vec<Echo>,
    ) {
        let Some((needle, start, end)) = row else {
            return;
        };
        let range = traced.source(start, end);
        let words = text.get(range.clone()).unwrap_or_default();
        if words.split_whitespace().count() >= COPIED {
            let number = self.number(needle);
            found.push(Echo { range, number });
        }
    }

    fn amounts(&self, text: &str, hidden: &[Range<usize>], found: &mut Vec<Echo>) {
        if self.amounts.is_empty() {
            return;
        }
        for amount in amounts(text) {
            if let Some(number) = self.amounts.get(&amount.value)
                && is_open(hidden, &amount.range)
                && (amount.is_written_as_amount || !is_like_a_year(amount.value))
            {
                found.push(Echo {
                    range: amount.range,
                    number: *number,
                });
            }
        }
    }
}

/// The letters and digits of a text in the form in which texts are compared:
/// without case, accents, blanks and signs.
pub fn same_letters(text: &str) -> Vec<u8> {
    Letters::of(text).bytes
}

/// The titles of the template, which stand in every nota; that of the internal
/// part is mostly the same as that of a public one.
fn titles(template: &Template) -> HashSet<Vec<u8>> {
    let specs = template.secties.iter();
    let titles = specs.flat_map(|spec| std::iter::once(&spec.titel).chain(&spec.synoniemen));
    titles.map(|title| Letters::of(title).bytes).collect()
}

/// Whether a word says nothing by itself, also with a capital: an office, a
/// body, a country, a word with which sentences begin.
pub fn says_nothing(word: &str) -> bool {
    words::is_ordinary_word(&Letters::of(word).bytes)
}

/// Whether a withheld field names a part of the organisation, not a person.
fn names_a_unit(secret: &Secret) -> bool {
    let is_unit = |word: &str| {
        let lower = word.to_lowercase();
        UNITS.iter().any(|unit| lower.starts_with(unit))
    };
    let starts_with_initials = initials::are(secret.text.split(' ').next().unwrap_or_default());
    secret.kind == SecretKind::Field
        && !starts_with_initials
        && secret.text.split([' ', '-', ',']).any(is_unit)
}

fn is_open(hidden: &[Range<usize>], range: &Range<usize>) -> bool {
    let after = hidden.partition_point(|own| own.end <= range.start);
    hidden.get(after).is_none_or(|own| own.start >= range.end)
}

fn is_like_a_year(value: u128) -> bool {
    (190_000..210_000).contains(&value)
}

/// Of the places that overlap the one that starts first, and of two that start
/// together the longest.
fn longest(mut found: Vec<Echo>) -> Vec<Echo> {
    found.sort_by_key(|own| (own.range.start, Reverse(own.range.end), own.number));
    let mut end = 0;
    found.retain(|own| {
        let apart = own.range.start >= end;
        end = end.max(own.range.end);
        apart
    });
    found
}

/// An address with its escapes as the letters that they stand for.
fn percent_decoded(address: &str) -> String {
    let bytes = address.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let code = bytes.get(at + 1..at + 3).filter(|_| *byte == b'%');
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(own) => {
                out.push(own);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests;
