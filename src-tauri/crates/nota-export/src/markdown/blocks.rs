//! Pieces of the sheet as blocks, which the printer of Markdown knows.

use nota_model::{Block, BlockKind, Cell, Inline, Item, Mark, Run, Table};
use nota_sheet::{Line, Piece, PieceKind, Stretch, What};

/// The blocks of these pieces.
pub fn blocks(pieces: &[Piece<'_>]) -> Vec<Block> {
    let block = |piece: &Piece<'_>| Block::new(block(&piece.kind));
    pieces.iter().map(block).collect()
}

fn block(piece: &PieceKind<'_>) -> BlockKind {
    match piece {
        PieceKind::Heading(heading) => BlockKind::Heading {
            level: heading.level,
            inlines: inlines(&heading.title),
        },
        PieceKind::Paragraph(line) => BlockKind::Paragraph {
            inlines: inlines(line),
        },
        PieceKind::List(list) => BlockKind::List {
            ordered: list.start.is_some(),
            start: list.start.unwrap_or(1),
            items: list
                .items
                .iter()
                .map(|item| Item {
                    blocks: blocks(&item.pieces),
                })
                .collect(),
        },
        PieceKind::Table(table) => {
            let row = |cells: &Vec<Line<'_>>| cells.iter().map(cell).collect();
            BlockKind::Table(Table {
                align: table.align.clone(),
                head: row(&table.head),
                rows: table.rows.iter().map(row).collect(),
            })
        }
        PieceKind::Quote(pieces) => BlockKind::Quote {
            blocks: blocks(pieces),
        },
        PieceKind::Withheld { grond, pieces } => BlockKind::Lak {
            grond: grond.to_string(),
            blocks: blocks(pieces),
        },
    }
}

fn cell(line: &Line<'_>) -> Cell {
    Cell {
        inlines: inlines(line),
    }
}

/// The runs of a line.
pub fn inlines(line: &Line<'_>) -> Vec<Inline> {
    line.stretches.iter().map(inline).collect()
}

fn inline(stretch: &Stretch<'_>) -> Inline {
    let run = match &stretch.what {
        What::Text(text) | What::Placeholder { text, .. } => Run::Text {
            text: text.to_string(),
        },
        What::Break => Run::Break,
        What::Reference { number, .. } => Run::Note {
            label: number.to_string(),
        },
    };
    let look = &stretch.look;
    let mut marks = Vec::new();
    marks.extend(look.withheld.iter().map(|grond| Mark::Lak {
        grond: grond.to_string(),
    }));
    marks.extend(look.link.iter().map(|href| Mark::Link {
        href: href.to_string(),
    }));
    marks.extend(look.is_strong.then_some(Mark::Sterk));
    marks.extend(look.is_emphasis.then_some(Mark::Nadruk));
    Inline {
        marks,
        ..Inline::new(run)
    }
}
