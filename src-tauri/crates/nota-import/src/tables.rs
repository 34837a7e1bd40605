//! Tables with merged cells as tables of a nota: every row as wide as the
//! widest, a merged cell at its first place and empty ones for the rest, one
//! header row.

use std::collections::BTreeMap;

use nota_model::{Align, Block, BlockKind, Cell, Inline, Mark, Run, Table};

use crate::blocks;
use crate::limits::MAX_SPAN;
use crate::source::{Content, Marker, Piece, SourceCell, SourceTable};

/// The greatest table that gets empty cells where merged ones were.
const MAX_CELLS: usize = 200_000;

/// The blocks of a table. One with a single column only lays out a page, and
/// gives its content.
pub(crate) fn blocks(table: &SourceTable, added: &mut String) -> Vec<Block> {
    let grid = placed(&table.rows);
    let columns = columns(&grid);
    if columns.is_empty() || columns.len() == 1 && !table.is_ours {
        let cells = table.rows.iter().flatten();
        let pieces: Vec<Piece> = cells.flat_map(|cell| cell.pieces.clone()).collect();
        return blocks::blocks(&pieces, added);
    }
    if columns.len() * grid.len() > MAX_CELLS {
        let cells = table.rows.iter().flatten();
        let texts = cells.map(|cell| inlines(cell, added));
        return texts
            .filter(|inlines| !inlines.is_empty())
            .map(|inlines| Block::new(BlockKind::Paragraph { inlines }))
            .collect();
    }
    let mut out = Vec::new();
    let mut rows = grid.as_slice();
    if let [first, _, ..] = rows
        && !table.is_ours
        && let Some(title) = title(first, columns.len())
    {
        out.extend(blocks::blocks(&title.pieces, added));
        rows = rows.get(1..).unwrap_or_default();
    }
    let align = columns.iter().map(|column| align(rows, *column)).collect();
    let mut rows = rows.iter().map(|row| {
        let cell = |column: &usize| {
            let own = row.get(column).map(|own| inlines(own, added));
            Cell {
                inlines: own.unwrap_or_default(),
            }
        };
        columns.iter().map(cell).collect::<Vec<_>>()
    });
    let mut head = rows.next().unwrap_or_default();
    if head
        .iter()
        .flat_map(|cell| &cell.inlines)
        .all(blocks::is_bold)
    {
        // A head is bold by itself.
        for cell in &mut head {
            for inline in &mut cell.inlines {
                inline.marks.retain(|mark| *mark != Mark::Sterk);
            }
            cell.inlines = Inline::normalize(std::mem::take(&mut cell.inlines));
        }
    }
    let rows = rows.collect();
    out.push(Block::new(BlockKind::Table(Table { align, head, rows })));
    out
}

/// How a column stands: as its cells below the head do, when they agree.
fn align(rows: &[BTreeMap<usize, &SourceCell>], column: usize) -> Align {
    let (head, body) = rows.split_at(rows.len().min(1));
    let rows = if body.is_empty() { head } else { body };
    let cells = rows.iter().filter_map(|row| row.get(&column));
    let mut all = cells
        .filter(|cell| !cell.pieces.iter().all(Piece::is_blank))
        .map(|cell| cell.align());
    match all.next() {
        Some(first) if all.all(|own| own == first) => first,
        _ => Align::None,
    }
}

/// The one cell of a first row that spans the table: its title.
fn title<'c>(first: &BTreeMap<usize, &'c SourceCell>, columns: usize) -> Option<&'c SourceCell> {
    let mut cells = first.values();
    let own = cells.next()?;
    let rest_blank = cells.all(|cell| cell.pieces.iter().all(Piece::is_blank));
    let is_wide = own.columns >= columns && own.rows <= 1;
    let has_text = !own.pieces.iter().all(Piece::is_blank);
    (rest_blank && is_wide && has_text).then_some(*own)
}

/// The cells of each row by their column. A merged cell stands in its first
/// column and row and keeps the others free, so that no number comes to stand
/// under another head.
fn placed(rows: &[Vec<SourceCell>]) -> Vec<BTreeMap<usize, &SourceCell>> {
    // How many rows each column is still taken.
    let mut taken: Vec<usize> = Vec::new();
    rows.iter()
        .map(|row| {
            let mut own = BTreeMap::new();
            let mut next: Vec<(usize, usize)> = Vec::new();
            let mut column = 0;
            for cell in row {
                while taken.get(column).is_some_and(|rest| *rest > 0) {
                    column += 1;
                }
                own.insert(column, cell);
                for _ in 0..cell.columns.clamp(1, MAX_SPAN) {
                    next.push((column, cell.rows.max(1)));
                    column += 1;
                }
            }
            for rest in &mut taken {
                *rest = rest.saturating_sub(1);
            }
            for (column, height) in next {
                if taken.len() <= column {
                    taken.resize(column + 1, 0);
                }
                if let Some(rest) = taken.get_mut(column) {
                    *rest = height - 1;
                }
            }
            own
        })
        .collect()
}

/// The columns in which a cell begins.
fn columns(grid: &[BTreeMap<usize, &SourceCell>]) -> Vec<usize> {
    let all = grid.iter().flat_map(BTreeMap::keys).copied();
    let all: std::collections::BTreeSet<usize> = all.collect();
    all.into_iter().collect()
}

/// The text of a cell; paragraphs and items stand below each other.
pub(crate) fn inlines(cell: &SourceCell, added: &mut String) -> Vec<Inline> {
    let mut out = Vec::new();
    gather(&cell.pieces, &mut out, added);
    blocks::tidy(out)
}

fn gather(pieces: &[Piece], out: &mut Vec<Inline>, added: &mut String) {
    for piece in pieces {
        match &piece.content {
            Content::Line(line) if line.is_blank() => {}
            Content::Line(line) => {
                if !out.is_empty() {
                    out.push(Inline::new(Run::Break));
                }
                let marker = piece.list.as_ref().and_then(|place| place.marker.as_ref());
                let words = match marker {
                    Some(Marker::Number(number)) => Some(format!("{number}.")),
                    Some(Marker::Words(words)) => Some(words.clone()),
                    Some(Marker::Bullet) | None => None,
                };
                if let Some(words) = words {
                    added.push_str(&words);
                    out.push(Inline::text(format!("{words} ")));
                }
                out.extend(line.inlines.iter().cloned());
            }
            Content::Block(block) => {
                let mut text = String::new();
                crate::source::block_text(block, &mut text);
                out.push(Inline::text(text.trim_end().replace('\n', " ")));
            }
            Content::Table(table) => {
                for row in &table.rows {
                    if !out.is_empty() {
                        out.push(Inline::new(Run::Break));
                    }
                    for (index, cell) in row.iter().enumerate() {
                        if index > 0 {
                            added.push('|');
                            out.push(Inline::text(" | "));
                        }
                        out.extend(inlines(cell, added));
                    }
                }
            }
        }
    }
}
