//! The white between what follows one another, as on the pages.

use nota_sheet::PieceKind;

use crate::paper;

/// What stands above something, as far as the white between them goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A list.
    List,
    /// A table.
    Table,
    /// A quotation, withheld blocks, a dashed line.
    Other,
}

impl Kind {
    /// The kind of a piece.
    pub(crate) fn of(piece: &PieceKind<'_>) -> Self {
        match piece {
            PieceKind::Heading(_) => Self::Heading,
            PieceKind::Paragraph(_) => Self::Paragraph,
            PieceKind::List(_) => Self::List,
            PieceKind::Table(_) => Self::Table,
            PieceKind::Quote(_) | PieceKind::Withheld { .. } => Self::Other,
        }
    }
}

/// The white between two things in points, `depth` lists deep: a blank line,
/// half a line around a list in running text and between a heading and a
/// table, and none after a heading.
pub(crate) fn white(above: Option<Kind>, below: Kind, depth: usize) -> f64 {
    match (above, below) {
        (None, _) => 0.0,
        (Some(Kind::Heading), Kind::Table) => paper::HALF,
        (Some(Kind::Heading), _) => 0.0,
        (Some(Kind::Paragraph), Kind::List) | (Some(Kind::List), Kind::Paragraph) => {
            if depth == 0 {
                paper::HALF
            } else {
                0.0
            }
        }
        _ => paper::LINE,
    }
}
