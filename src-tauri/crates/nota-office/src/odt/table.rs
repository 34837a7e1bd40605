//! Tables: a header row that comes back on each page, and rows that stay
//! whole.

use nota_model::Align;
use nota_sheet::{Line, Parafen, Table};

use super::automatic::{Difference, Side};
use super::doc::Doc;
use super::points;
use super::runs::{Around, characters};
use super::style_names::of;
use crate::front::WHO;
use crate::paper;
use crate::shares::{INSET, SIZES, columns};
use crate::styles::{self, Style};
use crate::words;
use crate::xml::Xml;

/// A row of more lines than this may continue on the next page.
const MAX_LINES: usize = 20;

/// A table that is ready but for its place.
#[derive(Debug)]
pub(super) struct Written {
    name: String,
    caption: String,
    left: f64,
    widths: Vec<f64>,
    lines: Rules,
    inset: (f64, f64),
    rows: Vec<Row>,
}

/// Which lines a table has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rules {
    /// Around each cell.
    All,
    /// Between rows.
    Rows,
}

#[derive(Debug)]
struct Row {
    cells: Vec<(&'static Style, Side, Xml)>,
    is_whole: bool,
    height: Option<f64>,
}

impl Doc<'_, '_> {
    /// A table, this far from the left edge of the text.
    pub(super) fn table(&mut self, table: &Table<'_>, left: f64, around: Around<'_>) -> Written {
        let columns = columns(table, paper::BODY - left, self.ruler);
        let size = SIZES[columns.size];
        let sides: Vec<Side> = table.align.iter().map(|align| side(*align)).collect();
        let mut rows = Vec::new();
        for (index, lines) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
            let of = if index == 0 {
                &styles::HEADS
            } else {
                &styles::CELLS
            };
            let cells = lines.iter().zip(&sides);
            let cells = cells
                .map(|(line, side)| (&of[columns.size], *side, self.runs(line, around)))
                .collect();
            rows.push(Row {
                cells,
                is_whole: !self.is_high(lines, &columns.widths, size),
                height: None,
            });
        }
        Written {
            name: format!("Tabel{}", self.id()),
            caption: words::caption(table),
            left,
            widths: columns.widths,
            lines: Rules::All,
            inset: (INSET * size / 2.0, INSET * size / 2.0),
            rows,
        }
    }

    fn is_high(&self, lines: &[Line<'_>], widths: &[f64], size: f64) -> bool {
        lines.iter().zip(widths).any(|(line, width)| {
            let room = width / size - INSET;
            self.ruler.lines(&line.text(), false, room) > MAX_LINES
        })
    }

    /// The table of parafen.
    pub(super) fn parafen(&mut self, parafen: &Parafen<'_>) -> Written {
        let text = |style: &'static Style, text: &str| {
            let mut runs = Xml::default();
            characters(&mut runs, text);
            (style, Side::Left, runs)
        };
        let mut rows = vec![Row {
            cells: vec![
                text(&styles::LABEL, &parafen.label),
                text(&styles::LABEL, words::DATE_AND_PARAAF),
            ],
            is_whole: true,
            height: None,
        }];
        for row in &parafen.rows {
            let who = self.runs(&row.who, Around::default());
            let mut written = text(&styles::PARAAF, row.caption);
            if let Some(given) = &row.given {
                written.2.leaf("text:line-break", &[]);
                written.2.append(&self.runs(given, Around::default()));
            }
            rows.push(Row {
                cells: vec![(&styles::CELLS[0], Side::Left, who), written],
                is_whole: true,
                height: Some(paper::PARAFEN.2),
            });
        }
        Written {
            name: "Parafen".to_owned(),
            caption: format!(
                "{}: {}",
                parafen.label,
                words::DATE_AND_PARAAF.to_lowercase()
            ),
            left: 0.0,
            widths: vec![paper::BODY * WHO, paper::BODY * (1.0 - WHO)],
            lines: Rules::Rows,
            inset: (0.0, 4.0),
            rows,
        }
    }
}

fn side(align: Align) -> Side {
    match align {
        Align::None | Align::Left => Side::Left,
        Align::Center => Side::Center,
        Align::Right => Side::Right,
    }
}

impl Written {
    /// Writes something where the first text begins.
    pub(super) fn begin(&mut self, begin: &Xml) {
        let first = self.rows.first_mut().and_then(|row| row.cells.first_mut());
        if let Some((_, _, runs)) = first {
            let mut own = begin.clone();
            own.append(runs);
            *runs = own;
        }
    }

    /// Writes the table with this white above it.
    pub(super) fn write(&self, before: f64, doc: &mut Doc<'_, '_>, xml: &mut Xml) {
        let style = self.style(before, doc);
        let cell = self.cell_style(doc);
        let attributes: crate::xml::Attributes<'_> =
            &[("table:name", &self.name), ("table:style-name", &style)];
        xml.element("table:table", attributes, |xml| {
            xml.line("table:title", &[], &self.caption);
            for width in &self.widths {
                let own = points(*width);
                let name = doc.automatic.other(format!("kolom{own}"), |xml, name| {
                    family(xml, name, "table-column", |xml| {
                        xml.leaf(
                            "style:table-column-properties",
                            &[("style:column-width", &own)],
                        );
                    });
                });
                xml.leaf("table:table-column", &[("table:style-name", &name)]);
            }
            let (head, rest) = self.rows.split_at(self.rows.len().min(1));
            xml.element("table:table-header-rows", &[], |xml| {
                head.iter().for_each(|row| row.write(&cell, doc, xml));
            });
            rest.iter().for_each(|row| row.write(&cell, doc, xml));
        });
    }

    fn style(&self, before: f64, doc: &mut Doc<'_, '_>) -> String {
        let width: f64 = self.widths.iter().sum();
        let (width, before, left) = (points(width), points(before), points(self.left));
        let key = format!("tabel{width} {before} {left}");
        doc.automatic.other(key, |xml, name| {
            family(xml, name, "table", |xml| {
                xml.leaf(
                    "style:table-properties",
                    &[
                        ("style:width", &width),
                        ("fo:margin-top", &before),
                        ("fo:margin-left", &left),
                        ("table:align", &"left"),
                        ("table:border-model", &"collapsing"),
                    ],
                );
            });
        })
    }

    fn cell_style(&self, doc: &mut Doc<'_, '_>) -> String {
        let (left, right) = (points(self.inset.0), points(self.inset.1));
        let high = points(paper::CELL);
        let rule = format!("0.5pt solid #{}", paper::RULE.to_lowercase());
        let sides = match self.lines {
            Rules::All => &rule,
            Rules::Rows => "none",
        };
        let key = format!("cel{left} {right} {sides}");
        doc.automatic.other(key, |xml, name| {
            family(xml, name, "table-cell", |xml| {
                xml.leaf(
                    "style:table-cell-properties",
                    &[
                        ("fo:border-top", &rule),
                        ("fo:border-bottom", &rule),
                        ("fo:border-left", &sides),
                        ("fo:border-right", &sides),
                        ("fo:padding-top", &high),
                        ("fo:padding-bottom", &high),
                        ("fo:padding-left", &left),
                        ("fo:padding-right", &right),
                    ],
                );
            });
        })
    }
}

impl Row {
    fn write(&self, cell: &str, doc: &mut Doc<'_, '_>, xml: &mut Xml) {
        let keep = if self.is_whole { "always" } else { "auto" };
        let height = self.height.map(points);
        let style = doc
            .automatic
            .other(format!("rij{keep}{height:?}"), |xml, name| {
                family(xml, name, "table-row", |xml| {
                    let mut own: Vec<(&str, &dyn std::fmt::Display)> =
                        vec![("fo:keep-together", &keep)];
                    if let Some(height) = &height {
                        own.push(("style:min-row-height", height));
                    }
                    xml.leaf("style:table-row-properties", &own);
                });
            });
        xml.element("table:table-row", &[("table:style-name", &style)], |xml| {
            for (style, side, runs) in &self.cells {
                let own = Difference {
                    side: *side,
                    ..Difference::default()
                };
                let name = doc.automatic.paragraph(&of(style.name), &own);
                xml.element(
                    "table:table-cell",
                    &[
                        ("table:style-name", &cell),
                        ("office:value-type", &"string"),
                    ],
                    |xml| {
                        xml.element("text:p", &[("text:style-name", &name)], |xml| {
                            xml.append(runs);
                        });
                    },
                );
            }
        });
    }
}

/// A style without a name of its own.
pub(super) fn family(xml: &mut Xml, name: &str, family: &str, inside: impl FnOnce(&mut Xml)) {
    xml.element(
        "style:style",
        &[("style:name", &name), ("style:family", &family)],
        inside,
    );
}
