//! Where the notes have their place. Word and LibreOffice have notes in the
//! text only and count them by themselves: a note whose place is in another
//! one stands behind that, and one that would be counted otherwise brings its
//! number.

use std::collections::HashSet;

use nota_sheet::{Line, Piece, PieceKind, Sheet, What};

/// A note with its place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Anchor {
    /// The number as printed.
    pub(crate) number: u32,
    /// Whether the program counts to that number by itself here.
    pub(crate) counted: bool,
}

/// The notes that have their place already, in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    pub(crate) order: Vec<Anchor>,
    known: HashSet<u32>,
    counted: u32,
}

impl Anchors {
    /// Notes that this one has its place here.
    pub(crate) fn add(&mut self, number: u32) -> Anchor {
        let counted = number == self.counted + 1;
        if counted {
            self.counted += 1;
        }
        let anchor = Anchor { number, counted };
        self.order.push(anchor);
        self.known.insert(number);
        anchor
    }

    /// Whether a note has its place in the text already.
    pub(crate) fn has(&self, number: u32) -> bool {
        self.known.contains(&number)
    }

    /// The notes to place where this one is referred to: itself, and behind it
    /// those that have their place in it.
    pub(crate) fn here(&self, number: u32, sheet: &Sheet<'_>) -> Vec<u32> {
        let mut out = Vec::new();
        let mut waiting = vec![number];
        while let Some(number) = waiting.pop() {
            let Some(note) = sheet.footnote(number) else {
                continue;
            };
            if self.has(number) || out.contains(&number) {
                continue;
            }
            out.push(number);
            let mut within = Vec::new();
            pieces(&note.pieces, &mut within);
            waiting.extend(within.into_iter().rev());
        }
        out
    }
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
