//! What stands in the body: headings, paragraphs, lists, tables, quotations and
//! withheld blocks. Nothing without content is among them.

use std::borrow::Cow;

use nota_model::{Align, Place};

use crate::Line;

/// A piece of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'n> {
    /// The block in the nota.
    pub place: Place,
    /// What it is.
    pub kind: PieceKind<'n>,
}

/// The kinds of piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PieceKind<'n> {
    /// A free subheading. Stands in a part or in withheld blocks of it, never
    /// in a list, a quotation or a footnote: there it is a paragraph in bold.
    Heading(Heading<'n>),
    /// A paragraph; never blank.
    Paragraph(Line<'n>),
    /// A list; an item of it at least has content.
    List(List<'n>),
    /// A table; never without columns.
    Table(Table<'n>),
    /// A quotation; never empty.
    Quote(Vec<Piece<'n>>),
    /// Blocks that the public version withholds; never empty, and never within
    /// a list or quotation.
    Withheld {
        /// The ground as written, perhaps empty.
        grond: Cow<'n, str>,
        /// What is withheld.
        pieces: Vec<Piece<'n>>,
    },
}

/// A heading; never blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading<'n> {
    /// The level in the outline, at most 6: the title of the nota is 1, a
    /// section 2. Never deeper than one below the heading before it.
    pub level: u8,
    /// What it is a heading of, which says how it is set.
    pub rank: Rank,
    /// The number as printed, with its dot ("1.", "4.1"): that of the template,
    /// whatever the drafter wrote.
    pub number: Option<Cow<'n, str>>,
    /// The title without number, without references to footnotes: those follow
    /// the next paragraph, because a link in a heading spoils the list of
    /// headings of a screen reader.
    pub title: Line<'n>,
}

/// What a heading is a heading of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    /// A section.
    Section,
    /// A part of a section that the template knows.
    Subsection,
    /// Nothing that the template knows: a free subheading.
    Free,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<'n> {
    /// The number of the first item; none for bullets.
    pub start: Option<u64>,
    /// How many lists it stands in.
    pub depth: usize,
    /// The items. Those of a numbered list may be empty: without them it would
    /// count otherwise than the drafter did.
    pub items: Vec<Item<'n>>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<'n> {
    /// The item in the nota.
    pub place: Place,
    /// What stands in it.
    pub pieces: Vec<Piece<'n>>,
}

/// A table with one header row. Every row has as many cells as `head`, and
/// there is an alignment for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<'n> {
    /// One per column.
    pub align: Vec<Align>,
    /// The header row; its cells may be blank.
    pub head: Vec<Line<'n>>,
    /// The other rows; cells may be blank.
    pub rows: Vec<Vec<Line<'n>>>,
}

impl Heading<'_> {
    /// Number and title on one line.
    pub fn text(&self) -> String {
        match &self.number {
            Some(number) => format!("{number} {}", self.title.text()),
            None => self.title.text(),
        }
    }
}

impl List<'_> {
    /// What stands before an item, counted from 0: "3." in a numbered list,
    /// else a bullet or, in every second list within a list, a dash.
    pub fn marker(&self, item: usize) -> Cow<'static, str> {
        match self.start {
            Some(start) => {
                let item = u64::try_from(item).unwrap_or(u64::MAX);
                Cow::Owned(format!("{}.", start.saturating_add(item)))
            }
            None if self.depth.is_multiple_of(2) => Cow::Borrowed("•"),
            None => Cow::Borrowed("–"),
        }
    }
}
