//! The normal form of blocks.

use nota_model::{Block, BlockKind, Cell, Inline, Item, Mark, Table};

use super::runs;
use crate::limits::{MAX_COLUMNS, MAX_DEPTH};
use crate::read::Kind;

/// The greatest number that a list can start with: nine digits.
const MAX_START: u64 = 999_999_999;

/// Where blocks stand.
#[derive(Clone, Copy)]
struct Spot {
    depth: usize,
    /// Whether withheld blocks may stand here.
    lak: bool,
}

/// The blocks of a body in their normal form.
pub(crate) fn blocks(own: Vec<Block>) -> Vec<Block> {
    let spot = Spot {
        depth: 0,
        lak: true,
    };
    normal(own, spot)
}

/// The blocks of a footnote in their normal form.
pub(crate) fn note_blocks(own: Vec<Block>) -> Vec<Block> {
    let spot = Spot {
        depth: 0,
        lak: false,
    };
    normal(own, spot)
}

fn normal(own: Vec<Block>, spot: Spot) -> Vec<Block> {
    let mut out = Vec::with_capacity(own.len());
    for block in own {
        one(block, spot, &mut out);
    }
    out
}

fn one(mut block: Block, spot: Spot, out: &mut Vec<Block>) {
    let inner = Spot {
        depth: spot.depth + 1,
        lak: false,
    };
    match &mut block.kind {
        BlockKind::Paragraph { inlines } => {
            *inlines = runs(std::mem::take(inlines), Kind::Paragraph);
            if inlines.is_empty() {
                return;
            }
        }
        BlockKind::Heading { level, inlines } => {
            *level = (*level).clamp(3, 6);
            *inlines = runs(std::mem::take(inlines), Kind::Line);
        }
        BlockKind::Table(table) => {
            columns(table);
            if table.head.is_empty() {
                return;
            }
            if table.head.len() > MAX_COLUMNS {
                let rows = std::iter::once(&mut table.head).chain(&mut table.rows);
                let rows: Vec<Block> = rows.map(row_as_paragraph).collect();
                out.extend(normal(rows, spot));
                return;
            }
        }
        BlockKind::List { items, .. } if items.is_empty() => return,
        BlockKind::List { items, .. } if spot.depth >= MAX_DEPTH => {
            for item in std::mem::take(items) {
                out.extend(normal(item.blocks, spot));
            }
            return;
        }
        BlockKind::Quote { blocks } if spot.depth >= MAX_DEPTH => {
            out.extend(normal(std::mem::take(blocks), spot));
            return;
        }
        BlockKind::List {
            ordered,
            start,
            items,
        } => {
            *start = if *ordered { (*start).min(MAX_START) } else { 1 };
            for item in items {
                item.blocks = normal(std::mem::take(&mut item.blocks), inner);
            }
        }
        BlockKind::Quote { blocks } => *blocks = normal(std::mem::take(blocks), inner),
        BlockKind::Lak { grond, blocks } if spot.lak => {
            *grond = super::grond(grond);
            *blocks = normal(std::mem::take(blocks), inner);
        }
        BlockKind::Lak { grond, blocks } => {
            // Withheld blocks cannot stand here; their text stays withheld.
            let mark = Mark::Lak {
                grond: super::grond(grond),
            };
            let mut blocks = std::mem::take(blocks);
            each_text(&mut blocks, &mut |inlines| withhold(inlines, &mark));
            out.extend(normal(blocks, spot));
            return;
        }
    }
    out.push(block);
}

fn withhold(inlines: &mut [Inline], mark: &Mark) {
    for inline in inlines {
        if inline.grond().is_none() {
            *inline = inline.clone().with(mark.clone());
        }
    }
}

/// As many cells in each row as there are columns; what a row has more goes
/// into its last cell.
fn columns(table: &mut Table) {
    let count = match table.head.len() {
        0 => table.rows.iter().map(Vec::len).max().unwrap_or(0),
        count => count,
    };
    table.align.resize(count, nota_model::Align::None);
    table.head.resize(count, Cell::default());
    for row in &mut table.rows {
        let surplus = row.split_off(count.min(row.len()));
        row.resize(count, Cell::default());
        if let Some(last) = row.last_mut() {
            for cell in surplus {
                last.inlines.push(Inline::text(" "));
                last.inlines.extend(cell.inlines);
            }
        }
    }
    for cell in table.head.iter_mut().chain(table.rows.iter_mut().flatten()) {
        cell.inlines = runs(std::mem::take(&mut cell.inlines), Kind::Cell);
    }
}

/// The cells of a row with a stroke between them.
fn row_as_paragraph(cells: &mut Vec<Cell>) -> Block {
    let mut inlines = Vec::new();
    for (index, cell) in std::mem::take(cells).into_iter().enumerate() {
        if index > 0 {
            inlines.push(Inline::text(" | "));
        }
        inlines.extend(cell.inlines);
    }
    Block::new(BlockKind::Paragraph { inlines })
}

/// Hands every running text in the blocks to `change`.
pub(crate) fn each_text(blocks: &mut [Block], change: &mut dyn FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Paragraph { inlines } | BlockKind::Heading { inlines, .. } => {
                change(inlines);
            }
            BlockKind::List { items, .. } => {
                for Item { blocks } in items {
                    each_text(blocks, change);
                }
            }
            BlockKind::Table(table) => {
                let rows = table.rows.iter_mut().flatten();
                for cell in table.head.iter_mut().chain(rows) {
                    change(&mut cell.inlines);
                }
            }
            BlockKind::Quote { blocks } | BlockKind::Lak { blocks, .. } => {
                each_text(blocks, change);
            }
        }
    }
}
