//! Tables of an ODT.

use super::Walker;
use crate::limits::MAX_SPAN;
use crate::refusal::Refusal;
use crate::source::{Content, Loss, Piece, SourceCell, SourceTable};
use crate::xml::{Element, Ns};

/// How often a row or cell that repeats itself is taken: spreadsheets fill
/// theirs to a million.
const MAX_REPEAT: usize = 100;

impl Walker<'_> {
    /// Reads `table:table`.
    pub(super) fn table(&mut self, element: Element<'_>) -> Result<(), Refusal> {
        let mut table = SourceTable::default();
        self.rows(element, &mut table)?;
        let cells = || table.rows.iter().flatten();
        if cells().any(|cell| cell.columns > 1 || cell.rows > 1) {
            self.source.lose(Loss::MergedCells, "");
        }
        if cells()
            .flat_map(|cell| &cell.pieces)
            .any(|piece| piece.as_line().is_none())
        {
            self.source.lose(Loss::NestedTable, "");
        }
        let is_ours = self.source.template.is_some();
        table.is_ours = is_ours;
        let piece = Piece {
            story: self.story,
            list: self.place.clone(),
            content: Content::Table(table),
            ..Piece::default()
        };
        if let Some(place) = &mut self.place {
            place.marker = None;
        }
        if is_ours || !piece.is_blank() {
            self.emit(piece);
        }
        Ok(())
    }

    fn rows(&mut self, element: Element<'_>, table: &mut SourceTable) -> Result<(), Refusal> {
        for own in element.elements() {
            match own.name() {
                (Ns::Table, "table-row") => {
                    self.source.count_block()?;
                    let mut row = Vec::new();
                    self.cells(own, &mut row)?;
                    let is_blank = row
                        .iter()
                        .all(|cell| cell.pieces.iter().all(Piece::is_blank));
                    // An empty row that repeats itself only fills a page.
                    let times = if is_blank {
                        1
                    } else {
                        repeats(own, "number-rows-repeated")
                    };
                    for _ in 0..times {
                        table.rows.push(row.clone());
                    }
                }
                (Ns::Table, "table-column" | "table-columns" | "table-header-columns") => {}
                (Ns::Text | Ns::Draw, _) => self.block(own)?,
                _ => self.rows(own, table)?,
            }
        }
        Ok(())
    }

    fn cells(&mut self, element: Element<'_>, row: &mut Vec<SourceCell>) -> Result<(), Refusal> {
        for own in element.elements() {
            match own.name() {
                (Ns::Table, "table-cell") => {
                    let pieces = self.gathered(|walker| walker.blocks(own))?;
                    let is_blank = pieces.iter().all(Piece::is_blank);
                    let span = |local| {
                        let own = own.attr(Ns::Table, local).and_then(|own| own.parse().ok());
                        own.unwrap_or(1).clamp(1, MAX_SPAN)
                    };
                    let cell = SourceCell {
                        pieces,
                        columns: span("number-columns-spanned"),
                        rows: span("number-rows-spanned"),
                    };
                    let times = if is_blank {
                        1
                    } else {
                        repeats(own, "number-columns-repeated")
                    };
                    for _ in 0..times {
                        row.push(cell.clone());
                    }
                }
                // Its place is taken by the cell that spans it; text in it is
                // a rest of before, and is kept.
                (Ns::Table, "covered-table-cell") => {
                    let pieces = self.gathered(|walker| walker.blocks(own))?;
                    if let Some(last) = row.last_mut() {
                        last.pieces.extend(pieces);
                    }
                }
                (Ns::Text | Ns::Draw, _) => self.block(own)?,
                _ => self.cells(own, row)?,
            }
        }
        Ok(())
    }
}

fn repeats(own: Element<'_>, local: &str) -> usize {
    let times = own.attr(Ns::Table, local).and_then(|own| own.parse().ok());
    times.unwrap_or(1).clamp(1, MAX_REPEAT)
}
