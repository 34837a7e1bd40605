//! All running text of a sheet, one line after the other.

use crate::{Footnote, Line, Part, Piece, PieceKind, Sheet};

impl<'n> Sheet<'n> {
    /// Every line of the sheet in reading order: classification, title,
    /// entries, parafen, the parts, the footnotes. What stands in the reference
    /// column of the following pages only is not among them. Labels, numbers
    /// and markers are no lines.
    pub fn lines(&self) -> Vec<&Line<'n>> {
        let own = &self.letterhead;
        let mut out: Vec<&Line<'n>> = Vec::new();
        out.extend(&own.classification);
        out.push(&own.title);
        out.extend(own.entries().flat_map(|entry| &entry.lines));
        let parafen = own.parafen.iter();
        out.extend(parafen.flat_map(|own| &own.rows).map(|row| &row.who));
        for part in &self.parts {
            part.walk(&mut |line| out.push(line));
        }
        for note in &self.footnotes {
            note.walk(&mut |line| out.push(line));
        }
        out
    }
}

impl<'n> Part<'n> {
    /// Every line of the part in reading order, its heading first.
    pub fn walk<'s>(&'s self, found: &mut impl FnMut(&'s Line<'n>)) {
        if let Some(heading) = &self.heading {
            found(&heading.title);
        }
        walk_all(&self.pieces, found);
    }
}

impl<'n> Footnote<'n> {
    /// Every line of the footnote in reading order.
    pub fn walk<'s>(&'s self, found: &mut impl FnMut(&'s Line<'n>)) {
        walk_all(&self.pieces, found);
    }
}

impl<'n> Piece<'n> {
    /// Every line of the piece in reading order.
    pub fn walk<'s>(&'s self, found: &mut impl FnMut(&'s Line<'n>)) {
        match &self.kind {
            PieceKind::Heading(heading) => found(&heading.title),
            PieceKind::Paragraph(line) => found(line),
            PieceKind::List(list) => {
                for item in &list.items {
                    walk_all(&item.pieces, found);
                }
            }
            PieceKind::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                rows.flatten().for_each(found);
            }
            PieceKind::Quote(pieces) | PieceKind::Withheld { pieces, .. } => {
                walk_all(pieces, found);
            }
        }
    }
}

fn walk_all<'s, 'n>(pieces: &'s [Piece<'n>], found: &mut impl FnMut(&'s Line<'n>)) {
    for piece in pieces {
        piece.walk(found);
    }
}
