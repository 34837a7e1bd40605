//! Tables. Every row gets as many cells as the header row; what a row has
//! more is kept in its last cell.

use std::ops::Range;

use nota_model::{Align, Cell, Code, Finding, Table, dutch};
use pulldown_cmark::{Alignment, Event, Tag};

use super::blocks::Reader;
use super::inlines::Kind;
use super::literal;
use crate::limits::{MAX_COLUMNS, MAX_FINDINGS};

impl Reader<'_> {
    /// A table from the events between its start and end.
    pub fn table(&mut self, align: &[Alignment], inner: Range<usize>) -> Table {
        self.take(1);
        if align.len() > MAX_COLUMNS {
            self.too_wide(align.len(), &inner);
        }
        let mut table = Table {
            align: align.iter().map(|own| alignment(*own)).collect(),
            ..Table::default()
        };
        let mut index = inner.start;
        let mut row = 0;
        while index < inner.end && !self.is_full() {
            let end = self.events.end(index);
            self.place.path.push(row);
            let cells = self.row(index, end);
            self.place.path.pop();
            match self.events.at(index) {
                Some((Event::Start(Tag::TableHead), _)) => table.head = cells,
                _ => {
                    self.take(1);
                    table.rows.push(cells);
                }
            }
            row += 1;
            index = end + 1;
        }
        if index < inner.end {
            let from = self.events.at(index).map_or(0, |(_, range)| range.start);
            let last = self
                .events
                .at(inner.end)
                .map_or(from, |(_, range)| range.end);
            self.stop(from);
            let inlines = vec![literal::run(self.text, from..last)];
            table.rows.push(vec![Cell { inlines }]);
        }
        table
    }

    /// Reports a table that becomes paragraphs.
    fn too_wide(&mut self, columns: usize, inner: &Range<usize>) {
        let first = self.events.at(inner.start).map(|(_, range)| range.into());
        let finding = Finding::new(Code(4), self.place.clone().at(first))
            .arg("grens", format!("{MAX_COLUMNS} kolommen in een tabel"))
            .arg("waarde", format!("er {}", dutch::number(columns)));
        if self.findings.len() < MAX_FINDINGS {
            self.findings.push(finding);
        }
    }

    fn row(&mut self, row: usize, row_end: usize) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Vec::new();
        let mut after = None;
        let mut index = row + 1;
        while index < row_end {
            let end = self.events.end(index);
            self.place.path.push(cells.len());
            let inlines = self.inlines(index + 1..end, Kind::Cell);
            self.place.path.pop();
            cells.push(Cell { inlines });
            after = self.events.at(index).map(|(_, range)| range.end);
            index = end + 1;
        }
        let Some((_, range)) = self.events.at(row) else {
            return cells;
        };
        // The reader drops the cells past the last column.
        let surplus = after.unwrap_or(range.end)..range.end.max(after.unwrap_or(range.end));
        let source = self.text.get(surplus.clone()).unwrap_or_default();
        let lost = source.trim_matches(['|', ' ', '\t', '\n', '\r']);
        if let (Some(last), false) = (cells.last_mut(), lost.is_empty()) {
            let start = surplus.start + source.find(lost).unwrap_or_default();
            let range = start..start + lost.len();
            last.inlines.push(nota_model::Inline::text(" | "));
            last.inlines.push(literal::run(self.text, range.clone()));
            self.unsupported("meer cellen dan kolommen", range);
        }
        cells
    }
}

fn alignment(own: Alignment) -> Align {
    match own {
        Alignment::None => Align::None,
        Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    }
}
