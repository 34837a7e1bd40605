//! The kinds of language checks, as the drafter switches them on and off.

use nota_model::Code;

/// A kind of language check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Taalsoort {
    /// Words that are wrong or not known.
    Spelling,
    /// The patterns of the grammar.
    Grammatica,
    /// Formal phrases, long and passive sentences.
    Eenvoudig,
    /// The craft of a nota: dates, abbreviations, amounts.
    Ambacht,
}

/// The kind of language check that a rule belongs to; none for the rules about
/// the nota itself.
pub fn taalsoort(code: Code) -> Option<Taalsoort> {
    match code.0 {
        400..=409 => Some(Taalsoort::Spelling),
        410..=419 | 440..=459 => Some(Taalsoort::Grammatica),
        420..=439 => Some(Taalsoort::Eenvoudig),
        240..=249 | 340..=359 => Some(Taalsoort::Ambacht),
        _ => None,
    }
}
