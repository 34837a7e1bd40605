//! From a nota and its template to the sheet.

mod beslissing;
mod bijlagen;
mod body;
mod captions;
mod front;
mod marked;
mod notes;
mod pieces;
mod text;

use nota_model::Nota;
use nota_template::{Template, Withholding};

use crate::Sheet;
use notes::Notes;

/// What is worked with along the nota.
pub(crate) struct Maker<'n> {
    nota: &'n Nota,
    template: &'n Template,
    withholding: Withholding<'n>,
    notes: Notes<'n>,
    /// The level of the last heading; the title is 1.
    level: u8,
    /// How many lists stand around what is made now.
    lists: usize,
}

/// The sheet of a nota.
pub(crate) fn sheet<'n>(nota: &'n Nota, template: &'n Template) -> Sheet<'n> {
    let mut maker = Maker {
        nota,
        template,
        withholding: Withholding::new(nota, template),
        notes: Notes::new(nota),
        level: 1,
        lists: 0,
    };
    let letterhead = maker.letterhead();
    let parts = maker.parts();
    Sheet {
        letterhead,
        parts,
        footnotes: maker.footnotes(),
    }
}

#[cfg(test)]
mod tests;
