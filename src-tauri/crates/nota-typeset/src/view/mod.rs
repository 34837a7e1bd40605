//! The sheet as the layouts see it: plain data with what they need to know of
//! measures. Footnotes stand at their first reference, words that cannot fit
//! are marked, what stays on a line or a page is held together, and every
//! character can be printed. Nothing here can make the typesetting fail.

mod asks;
mod blocks;
mod body;
mod columns;
mod front;
mod glue;
mod held_words;
mod inlines;
mod keep;
mod kinds;
mod syllables;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use blocks::Nested;
pub(crate) use inlines::line;
use nota_sheet::Sheet;
use nota_template::Measures;

use crate::{Fonts, HouseStyle};

pub use kinds::{
    Blok, ColumnPart, Datum, Maten, Paraaf, Part, Rang, Regel, Rij, Run, Stuk, Voorblad,
};

/// The version of the data that the layouts get. It goes up when a layout of
/// a ministry that was written for an older one would go wrong.
pub const VIEW_VERSION: u32 = 2;

/// What the layouts get: the front page as one value, the body in parts that
/// are a virtual file each, so that an edit touches one of them.
#[derive(Debug, Clone, PartialEq)]
pub struct NotaView {
    /// Everything but the body.
    pub voorblad: Voorblad,
    /// The body, in order.
    pub delen: Vec<Part>,
    /// The measures of the layout.
    pub maten: Maten,
    /// Whether a footnote stands in another.
    pub(crate) has_nested: bool,
}

impl NotaView {
    /// A sheet on paper of these measures, with these fonts, in a house style.
    pub fn new(sheet: &Sheet<'_>, measures: Measures, fonts: &Fonts, style: &HouseStyle) -> Self {
        Self::with(sheet, measures, fonts, style, Nested::InPlace)
    }

    /// The same, with the texts of footnotes in footnotes where they are told.
    pub(crate) fn with(
        sheet: &Sheet<'_>,
        measures: Measures,
        fonts: &Fonts,
        style: &HouseStyle,
        nested: Nested,
    ) -> Self {
        let (delen, has_nested) = body::parts(sheet, measures, fonts, nested);
        let mut voorblad = front::voorblad(sheet, measures, fonts, style);
        voorblad.delen = delen.len();
        let maten = Maten::from(measures);
        Self {
            voorblad,
            delen,
            maten,
            has_nested,
        }
    }
}
