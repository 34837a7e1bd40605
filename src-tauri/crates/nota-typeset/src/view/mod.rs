//! The nota as the layouts see it: plain data with everything decided that is
//! not typography. Numbers and labels are filled in, heading levels have no
//! gaps, footnotes stand at their first reference, words that cannot fit are
//! marked, and every character can be printed. Nothing here can make the
//! typesetting fail.

mod address;
mod asks;
mod bijlagen;
mod blocks;
mod body;
mod columns;
mod front;
mod glue;
mod held_words;
mod inlines;
mod keep;
mod kinds;
mod notes;
mod parafen;
mod placeholder;
mod syllables;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use inlines::line;
use nota_model::Nota;
use nota_template::Template;

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
}

impl NotaView {
    /// The nota under a template, for these fonts, in a house style.
    pub fn new(nota: &Nota, template: &Template, fonts: &Fonts, style: &HouseStyle) -> Self {
        let delen = body::parts(nota, template, fonts);
        let mut voorblad = front::voorblad(nota, template, fonts, style);
        voorblad.delen = delen.len();
        let maten = Maten::from(template.layout.measures);
        Self {
            voorblad,
            delen,
            maten,
        }
    }
}
