//! The printed nota: what a reader sees of it, worked out once. A nota and its
//! template become a [`Sheet`], in reading order and with everything decided
//! that is not typography or the form of a file: labels, numbers, levels of
//! headings, dates in words, what stands below the dashed line, the order of
//! the footnotes. An export writes the sheet and decides nothing of this again.
//!
//! Total: every nota gives a sheet. Texts stand in it as the drafter wrote
//! them; characters that a font or a format does not know are for who writes
//! the file.

mod address;
mod datum;
mod letterhead;
mod line;
mod make;
mod piece;
mod placeholder;
mod walk;

use nota_model::{Nota, Place};
use nota_template::Template;

pub use datum::{in_words, parse_date};
pub use letterhead::{ColumnPart, Entry, Labelled, Letterhead, Paraaf, Parafen};
pub use line::{Line, Look, Stretch, What};
pub use piece::{Heading, Item, List, Piece, PieceKind, Rank, Table};

/// A nota as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet<'n> {
    /// The fields: title, addressees, reference columns, parafen.
    pub letterhead: Letterhead<'n>,
    /// The body: what stands before the first section, the sections in the
    /// order of the nota, and the list of bijlagen in its place among them.
    pub parts: Vec<Part<'n>>,
    /// The footnotes in the order of their numbers, which run from 1 without
    /// gaps: first those that something refers to, then the others.
    pub footnotes: Vec<Footnote<'n>>,
}

/// A part of the body: a section, what stands before the first, or the list
/// of bijlagen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<'n> {
    /// The section, with its index; the preamble has none. The list of
    /// bijlagen has the field that it is made of.
    pub place: Place,
    /// What the dashed line above this part says, when there is one.
    pub cut: Option<Cut>,
    /// Whether the part is internal only: never in a public version.
    pub is_internal: bool,
    /// Its heading; none when nothing of it can be seen.
    pub heading: Option<Heading<'n>>,
    /// What stands under it; perhaps nothing.
    pub pieces: Vec<Piece<'n>>,
}

/// What a dashed line between two parts says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// What follows is internal only.
    InternalBegins,
    /// What follows is for everyone again.
    InternalEnds,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote<'n> {
    /// The number as printed, from 1.
    pub number: u32,
    /// The footnote in the nota, with its label.
    pub place: Place,
    /// Where its text belongs when a page has room for footnotes.
    pub belongs: Belongs,
    /// Its text; perhaps nothing, and then only the number is printed.
    pub pieces: Vec<Piece<'n>>,
}

/// Where the text of a footnote belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Belongs {
    /// At the first reference to it, the one that [`What::Reference`] calls
    /// first.
    AtReference,
    /// At the end, because its references stand deep in other footnotes.
    TooDeep,
    /// At the end, because nothing refers to it. It is printed all the same: no
    /// word of a nota disappears (N308 says so to the drafter).
    Unreferenced,
}

impl<'n> Sheet<'n> {
    /// The sheet of a nota under its template. The sheet of a public version is
    /// that of the public nota.
    pub fn new(nota: &'n Nota, template: &'n Template) -> Self {
        make::sheet(nota, template)
    }

    /// The footnote with this printed number.
    pub fn footnote(&self, number: u32) -> Option<&Footnote<'n>> {
        let index = usize::try_from(number.checked_sub(1)?).ok()?;
        self.footnotes.get(index)
    }
}
