//! Tables of web pages.

use nota_model::Align;

use super::Walker;
use super::tree::Node;
use crate::limits::MAX_SPAN;
use crate::refusal::Refusal;
use crate::runs::Look;
use crate::source::{Content, Loss, SourceCell, SourceTable};

impl Walker<'_> {
    /// Reads a table; its caption stands above it.
    pub(super) fn table(&mut self, id: usize, look: &Look) -> Result<(), Refusal> {
        self.flush()?;
        let mut table = SourceTable::default();
        self.rows(id, look, &mut table)?;
        self.flush()?;
        let cells = || table.rows.iter().flatten();
        if cells().any(|cell| cell.columns > 1 || cell.rows > 1) {
            self.source.lose(Loss::MergedCells, "");
        }
        table.is_ours = self.source.template.is_some();
        if table.rows.is_empty() {
            return Ok(());
        }
        self.emit(Content::Table(table))
    }

    fn rows(&mut self, id: usize, look: &Look, table: &mut SourceTable) -> Result<(), Refusal> {
        let page = self.page;
        for child in &page.node(id).children {
            match page.node(*child).name.as_str() {
                "tr" => {
                    self.source.count_block()?;
                    let mut row = Vec::new();
                    self.cells(*child, look, &mut row)?;
                    table.rows.push(row);
                }
                "thead" | "tbody" | "tfoot" => self.rows(*child, look, table)?,
                // A caption, and what against the rules stands in a table.
                _ => self.node(*child, look)?,
            }
        }
        Ok(())
    }

    fn cells(&mut self, id: usize, look: &Look, row: &mut Vec<SourceCell>) -> Result<(), Refusal> {
        let page = self.page;
        for child in &page.node(id).children {
            let node = page.node(*child);
            if !matches!(node.name.as_str(), "td" | "th") {
                self.node(*child, look)?;
                continue;
            }
            let span = |name: &str| {
                let own = node.attr(name).and_then(|own| own.trim().parse().ok());
                own.unwrap_or(1).clamp(1, MAX_SPAN)
            };
            let own = super::looks::look(page, *child, look);
            let outer = std::mem::replace(&mut self.align, align(node));
            let pieces = self.gathered(|walker| walker.children(*child, &own))?;
            self.align = outer;
            row.push(SourceCell {
                pieces,
                columns: span("colspan"),
                rows: span("rowspan"),
            });
        }
        Ok(())
    }
}

/// How the text of a cell stands between its edges.
fn align(node: &Node) -> Align {
    let said = node.says("text-align").or_else(|| node.attr("align"));
    match said.map(str::to_lowercase).as_deref() {
        Some("right" | "end") => Align::Right,
        Some("center") => Align::Center,
        Some(_) => Align::None,
        None if node.has_class("nota-rechts") => Align::Right,
        None if node.has_class("nota-midden") => Align::Center,
        None => Align::None,
    }
}
