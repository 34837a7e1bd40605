//! The craft of a nota, as far as one text shows it: dates, abbreviations,
//! amounts, punctuation. What they mean beside each other is for who knows the
//! whole nota and its date.

mod afkorting;
mod datum;
mod getal;
mod teken;
mod toezegging;

use std::ops::Range;

pub use afkorting::{Afkorting, full_form, is_known};
pub use datum::{Datum, Periode, Verwijzing};
pub use getal::{Getal, Schrijfwijze};
pub use teken::{Slordigheid, Teken};

/// What one text has that the craft of a nota is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ambacht {
    /// The dates with a day and a month.
    pub dates: Vec<Datum>,
    /// Periods that end before they begin.
    pub periods: Vec<Periode>,
    /// Abbreviations, each time they stand there.
    pub abbreviations: Vec<Afkorting>,
    /// Abbreviations that are written in full here, with where.
    pub introduced: Vec<(String, usize)>,
    /// Punctuation and amounts that are not as they should be.
    pub signs: Vec<Teken>,
    /// Sentences about a promise that do not say where it was made.
    pub promises: Vec<Range<usize>>,
    /// Numbers before a noun.
    pub numbers: Vec<Getal>,
    /// Words that are written with and without a capital.
    pub spellings: Vec<Schrijfwijze>,
}

/// What one text has that the craft of a nota is about.
pub fn ambacht(text: &str) -> Ambacht {
    let mut found = Ambacht::default();
    let has_digit = text.bytes().any(|own| own.is_ascii_digit());
    if has_digit {
        datum::find(text, &mut found);
        teken::amounts(text, &mut found);
    }
    afkorting::find(text, &mut found);
    teken::punctuation(text, &mut found);
    teken::today(text, &mut found);
    toezegging::find(text, &mut found);
    getal::numbers(text, &mut found);
    getal::spellings(text, &mut found);
    found
        .signs
        .sort_by_key(|own| (own.range.start, own.range.end));
    found
}

#[cfg(test)]
mod tests;
