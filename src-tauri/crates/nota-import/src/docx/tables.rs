//! Tables of a document: rows and cells, through all that may be wrapped round
//! them, with the columns and rows that a cell takes.

use std::collections::HashMap;

use super::drawings::alternative;
use super::relations::Relations;
use super::walk::Walker;
use crate::limits::MAX_SPAN;
use crate::refusal::Refusal;
use crate::source::{Content, ListPlace, Loss, Piece, SourceCell, SourceTable};
use crate::xml::{Element, Ns};

/// A table in the making.
#[derive(Default)]
struct Making {
    table: SourceTable,
    /// By column: the row and cell from which a merged one goes on.
    open: HashMap<usize, (usize, usize)>,
    is_merged: bool,
}

impl Walker<'_> {
    /// Reads `w:tbl`.
    pub(super) fn table(
        &mut self,
        element: Element<'_>,
        relations: &Relations,
    ) -> Result<(), Refusal> {
        let mut making = Making::default();
        self.rows(element, relations, &mut making)?;
        if making.is_merged {
            self.source.lose(Loss::MergedCells, "");
        }
        let cells = making.table.rows.iter().flatten();
        let nested = cells.flat_map(|cell| &cell.pieces);
        if nested.clone().any(|piece| piece.as_line().is_none()) {
            self.source.lose(Loss::NestedTable, "");
        }
        let is_ours = self.source.template.is_some();
        making.table.is_ours = is_ours;
        let level = self.item.take().and_then(|depth| depth.checked_sub(1));
        let level = level.filter(|_| self.after_item());
        let piece = Piece {
            story: self.story,
            list: level.map(|level| ListPlace {
                level,
                marker: None,
            }),
            content: Content::Table(making.table),
            ..Piece::default()
        };
        if is_ours || !piece.is_blank() {
            self.emit(piece);
        }
        Ok(())
    }

    fn rows(
        &mut self,
        element: Element<'_>,
        relations: &Relations,
        making: &mut Making,
    ) -> Result<(), Refusal> {
        for own in element.elements() {
            match own.name() {
                (Ns::W, "tblPr" | "tblGrid" | "sdtPr" | "tblPrEx") => {}
                (Ns::W, "tr") => self.row(own, relations, making)?,
                (Ns::Mc, "AlternateContent") => {
                    if let Some(own) = alternative(own) {
                        self.rows(own, relations, making)?;
                    }
                }
                // What stands in a table and in no row is text all the same.
                (Ns::W, "p" | "tbl" | "r" | "t" | "hyperlink" | "fldSimple") | (Ns::M, _) => {
                    self.block(own, relations)?;
                }
                _ => self.rows(own, relations, making)?,
            }
        }
        Ok(())
    }

    fn row(
        &mut self,
        element: Element<'_>,
        relations: &Relations,
        making: &mut Making,
    ) -> Result<(), Refusal> {
        self.source.count_block()?;
        let mut row = Row::default();
        let properties = element.child(Ns::W, "trPr");
        let before = properties.and_then(|own| own.child(Ns::W, "gridBefore"));
        let before = before
            .and_then(Element::val)
            .and_then(|own| own.parse().ok());
        if let Some(before) = before.filter(|before| *before > 0) {
            let columns = MAX_SPAN.min(before);
            row.cells.push(SourceCell {
                columns,
                rows: 1,
                ..SourceCell::default()
            });
            row.column = columns;
        }
        self.cells(element, relations, making, &mut row)?;
        let is_deleted = properties.is_some_and(|own| own.child(Ns::W, "del").is_some());
        let is_blank = row
            .cells
            .iter()
            .all(|cell| cell.pieces.iter().all(Piece::is_blank));
        if !(is_deleted && is_blank) {
            making.table.rows.push(row.cells);
        }
        Ok(())
    }

    fn cells(
        &mut self,
        element: Element<'_>,
        relations: &Relations,
        making: &mut Making,
        row: &mut Row,
    ) -> Result<(), Refusal> {
        for own in element.elements() {
            match own.name() {
                (Ns::W, "trPr" | "tblPrEx" | "sdtPr") => {}
                (Ns::W, "tc") => self.cell(own, relations, making, row)?,
                (Ns::Mc, "AlternateContent") => {
                    if let Some(own) = alternative(own) {
                        self.cells(own, relations, making, row)?;
                    }
                }
                (Ns::W, "p" | "tbl" | "r" | "t" | "hyperlink" | "fldSimple") | (Ns::M, _) => {
                    self.block(own, relations)?;
                }
                _ => self.cells(own, relations, making, row)?,
            }
        }
        Ok(())
    }

    fn cell(
        &mut self,
        element: Element<'_>,
        relations: &Relations,
        making: &mut Making,
        row: &mut Row,
    ) -> Result<(), Refusal> {
        let properties = element.child(Ns::W, "tcPr");
        let property = |local| properties.and_then(|own| own.child(Ns::W, local));
        let span = property("gridSpan").and_then(Element::val);
        let columns = span.and_then(|own| own.parse().ok()).unwrap_or(1);
        let columns = columns.clamp(1, MAX_SPAN);
        let pieces = self.gathered(|walker| walker.blocks(element, relations))?;
        let column = row.column;
        row.column += columns;
        making.is_merged |= columns > 1;
        let is_blank = pieces.iter().all(Piece::is_blank);
        match property("vMerge").map(|own| own.val().unwrap_or("continue")) {
            Some("continue") if is_blank => {
                let start = making.open.get(&column).copied();
                if let Some((at, cell)) = start
                    && let Some(start) = making.table.rows.get_mut(at)
                    && let Some(start) = start.get_mut(cell)
                {
                    start.rows += 1;
                    making.is_merged = true;
                    return Ok(());
                }
            }
            Some(_) => {
                let here = (making.table.rows.len(), row.cells.len());
                making.open.insert(column, here);
            }
            None => {
                making.open.remove(&column);
            }
        }
        row.cells.push(SourceCell {
            pieces,
            columns,
            rows: 1,
        });
        Ok(())
    }
}

/// A row in the making.
#[derive(Default)]
struct Row {
    cells: Vec<SourceCell>,
    /// The column of the next cell.
    column: usize,
}
