//! A place in the nota: what a diagnostic points at. By structure, so that it
//! holds for text that was never in a file, and by bytes when it was.

use serde::{Deserialize, Serialize};

use crate::Span;

/// A place. All parts are optional: a place without any is the whole nota.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The key of the section, also of one that is missing.
    pub section: Option<String>,
    /// The index of the section in the nota; none for the preamble, a field
    /// or a section that is missing.
    pub index: Option<usize>,
    /// The label of the footnote, when the place is inside one.
    pub note: Option<String>,
    /// The way to the block: indices from the body (or footnote) down. In a
    /// list: block, item, block. In a table: block, row (0 is the header
    /// row), column. In a quotation or withheld blocks: block, child.
    pub path: Vec<usize>,
    /// The characters in the block's plain text.
    pub range: Option<TextRange>,
    /// The path of the field: `datum`, `aan[0]`, `parafen[1].functie`.
    pub field: Option<String>,
    /// The bytes in the file the nota was read from.
    #[serde(skip)]
    pub span: Option<Span>,
}

/// A range of Unicode characters in a plain text, `start <= end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct TextRange {
    /// The first character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

impl Place {
    /// The nota as a whole.
    pub fn nota() -> Self {
        Self::default()
    }

    /// A field.
    pub fn field(path: impl Into<String>) -> Self {
        Self {
            field: Some(path.into()),
            ..Self::default()
        }
    }

    /// A section by its key, there or not.
    pub fn section(key: impl Into<String>) -> Self {
        Self {
            section: Some(key.into()),
            ..Self::default()
        }
    }

    /// A place inside this one: these steps further down, from a list of blocks
    /// to a block, or from a block into it.
    #[must_use]
    pub fn step(&self, steps: &[usize]) -> Self {
        let mut place = self.clone();
        place.path.extend(steps);
        place
    }

    /// The same place, with where it stands in the file. An unknown span
    /// leaves the place as it is.
    #[must_use]
    pub fn at(mut self, span: Option<Span>) -> Self {
        self.span = span.or(self.span);
        self
    }
}
