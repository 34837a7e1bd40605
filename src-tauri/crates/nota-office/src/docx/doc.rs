//! What a document gathers while it is written: the lists, links, grounds and
//! notes that stand in parts of their own.

use nota_sheet::{Footnote, Line, Piece, PieceKind, Sheet, What};

use super::styles::Grounds;
use crate::dress::Dress;
use crate::ruler::Ruler;

/// A list of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Listing {
    /// How many lists it stands in.
    pub(crate) level: usize,
    /// The number of its first item; none for bullets.
    pub(crate) start: Option<u64>,
}

/// A note with its place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Anchor {
    /// The number as printed.
    pub(crate) number: u32,
    /// Whether Word counts to that number by itself here.
    pub(crate) counted: bool,
}

/// A document while it is written.
#[derive(Debug)]
pub(crate) struct Doc<'s, 'n> {
    pub(crate) sheet: &'s Sheet<'n>,
    pub(crate) dress: &'s Dress,
    pub(crate) ruler: Ruler<'s>,
    /// Whether a note is written and not the text.
    pub(crate) in_note: bool,
    pub(crate) lists: Vec<Listing>,
    /// The addresses that the text leads to, and those of the notes.
    pub(crate) links: [Vec<String>; 2],
    pub(crate) grounds: Grounds,
    /// The notes in the order of the text.
    pub(crate) anchors: Vec<Anchor>,
    /// The bookmark of the field that is being written.
    pub(crate) open: Option<usize>,
    counted: u32,
    ids: usize,
}

impl<'s, 'n> Doc<'s, 'n> {
    pub(crate) fn new(sheet: &'s Sheet<'n>, dress: &'s Dress, ruler: Ruler<'s>) -> Self {
        Self {
            sheet,
            dress,
            ruler,
            in_note: false,
            lists: Vec::new(),
            links: [Vec::new(), Vec::new()],
            grounds: Vec::new(),
            anchors: Vec::new(),
            open: None,
            counted: 0,
            ids: 0,
        }
    }

    /// A number that nothing else in the document has: of bookmarks.
    pub(crate) fn id(&mut self) -> usize {
        self.ids += 1;
        self.ids
    }

    /// A new list, by the number that paragraphs name it with.
    pub(crate) fn list(&mut self, listing: Listing) -> usize {
        self.lists.push(listing);
        self.lists.len()
    }

    /// The relation to an address.
    pub(crate) fn link(&mut self, address: &str) -> String {
        let links = &mut self.links[usize::from(self.in_note)];
        let known = links.iter().position(|own| own == address);
        let index = known.unwrap_or_else(|| {
            links.push(address.to_owned());
            links.len() - 1
        });
        format!("link{}", index + 1)
    }

    /// The number of a ground among those of the document.
    pub(crate) fn ground(&mut self, grond: &str) -> usize {
        let known = self.grounds.iter().position(|own| own == grond);
        known.unwrap_or_else(|| {
            self.grounds.push(grond.to_owned());
            self.grounds.len() - 1
        })
    }

    /// Notes that this one has its place here.
    pub(crate) fn anchor(&mut self, number: u32) -> Anchor {
        let counted = number == self.counted + 1;
        if counted {
            self.counted += 1;
        }
        let anchor = Anchor { number, counted };
        self.anchors.push(anchor);
        anchor
    }

    /// Whether a note has its place in the text already.
    pub(crate) fn is_anchored(&self, number: u32) -> bool {
        self.anchors.iter().any(|own| own.number == number)
    }

    /// The notes whose place is in a note: Word has notes in the text only, so
    /// they stand behind the note that refers to them.
    pub(crate) fn within(&self, number: u32) -> Vec<u32> {
        let mut out = Vec::new();
        if let Some(note) = self.sheet.footnote(number) {
            firsts(note, &mut out);
        }
        out
    }
}

/// The notes that have their place in this one.
fn firsts(note: &Footnote<'_>, out: &mut Vec<u32>) {
    pieces(&note.pieces, out);
}

fn pieces(own: &[Piece<'_>], out: &mut Vec<u32>) {
    for piece in own {
        match &piece.kind {
            PieceKind::Heading(heading) => line(&heading.title, out),
            PieceKind::Paragraph(own) => line(own, out),
            PieceKind::List(list) => list.items.iter().for_each(|item| pieces(&item.pieces, out)),
            PieceKind::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell| line(cell, out));
            }
            PieceKind::Quote(own) | PieceKind::Withheld { pieces: own, .. } => pieces(own, out),
        }
    }
}

fn line(own: &Line<'_>, out: &mut Vec<u32>) {
    for stretch in &own.stretches {
        if let What::Reference {
            number,
            is_first: true,
        } = stretch.what
        {
            out.push(number);
        }
    }
}
