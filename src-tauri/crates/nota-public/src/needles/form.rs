//! What is searched for: one needle, which withheld text it is of, how much of
//! that text it is, and what it is.

use serde::Serialize;

/// How much of a withheld text was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// All of it.
    Whole,
    /// Some words in a row.
    Piece,
    /// A word that stands out.
    Word,
}

impl Extent {
    /// In Dutch.
    pub fn word(self) -> &'static str {
        match self {
            Extent::Whole => "de hele tekst",
            Extent::Piece => "een stuk van de tekst",
            Extent::Word => "een opvallend woord uit de tekst",
        }
    }
}

/// What a needle is, which says what it means that it also stands in public
/// text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// A whole text, or a sentence of it.
    Text,
    /// A name or a number.
    Name,
    /// A notation of an amount.
    Amount,
    /// Some words in a row: a turn of phrase when it is public too.
    Row,
    /// A long word without capital: an ordinary word when it is public too.
    LongWord,
}

/// Something that is searched for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Needle {
    /// Which withheld text it comes from.
    pub secret: usize,
    pub extent: Extent,
    pub form: Form,
    /// Whether it has no letters, so that it can be a measure in a page.
    pub digits: bool,
    /// Whether it is one word, with nothing between its letters.
    pub one_word: bool,
}
