//! Tables: a header row that comes back on each page and that a screen reader
//! knows, and rows that stay whole.

use nota_model::Align;
use nota_sheet::{Line, Parafen, Table};

use super::doc::Doc;
use super::paragraph::{Paragraph, Side, twips};
use super::runs::{Around, run};
use crate::front::WHO;
use crate::paper;
use crate::shares::{INSET, SIZES, columns};
use crate::styles;
use crate::words;
use crate::xml::Xml;

/// A row of more lines than this may continue on the next page: it could be
/// higher than a page.
const MAX_LINES: usize = 20;

impl Doc<'_, '_> {
    /// A table, this far from the left edge of the text.
    pub(crate) fn table(&mut self, table: &Table<'_>, left: f64, around: Around<'_>) -> Xml {
        let columns = columns(table, paper::BODY - left, self.ruler);
        let size = SIZES[columns.size];
        let sides: Vec<Side> = table.align.iter().map(|align| side(*align)).collect();
        let mut xml = Xml::default();
        let caption = words::caption(table);
        xml.element("w:tbl", &[], |xml| {
            properties(xml, "Notatabel", left, &columns.widths, &caption, |xml| {
                let side = twips(INSET * size / 2.0);
                margins(xml, side, side);
            });
            let head = Cells {
                lines: &table.head,
                style: &styles::HEADS[columns.size],
                widths: &columns.widths,
                sides: &sides,
                around,
            };
            self.row(&head, "w:tblHeader", xml);
            for lines in &table.rows {
                let splits = self.is_high(lines, &columns.widths, size);
                let cells = Cells {
                    lines,
                    style: &styles::CELLS[columns.size],
                    ..head
                };
                self.row(&cells, if splits { "" } else { "w:cantSplit" }, xml);
            }
        });
        xml
    }

    fn row(&mut self, cells: &Cells<'_>, property: &str, xml: &mut Xml) {
        xml.element("w:tr", &[], |xml| {
            if !property.is_empty() {
                xml.element("w:trPr", &[], |xml| {
                    if property == "w:tblHeader" {
                        xml.leaf("w:cantSplit", &[]);
                    }
                    xml.leaf(property, &[]);
                });
            }
            for (index, line) in cells.lines.iter().enumerate() {
                let width = cells.widths.get(index).copied().unwrap_or_default();
                let mut paragraph = Paragraph::new(cells.style);
                paragraph.side = cells.sides.get(index).copied().unwrap_or_default();
                paragraph.runs = self.runs(line, cells.around);
                cell(xml, width, &paragraph);
            }
        });
    }

    fn is_high(&self, lines: &[Line<'_>], widths: &[f64], size: f64) -> bool {
        lines.iter().zip(widths).any(|(line, width)| {
            let room = width / size - INSET;
            self.ruler.lines(&line.text(), false, room) > MAX_LINES
        })
    }

    /// The table of parafen.
    pub(crate) fn parafen(&mut self, parafen: &Parafen<'_>) -> Xml {
        let widths = [paper::BODY * WHO, paper::BODY * (1.0 - WHO)];
        let mut xml = Xml::default();
        let caption = format!(
            "{}: {}",
            parafen.label,
            words::DATE_AND_PARAAF.to_lowercase()
        );
        xml.element("w:tbl", &[], |xml| {
            properties(xml, "Notaparafen", 0.0, &widths, &caption, |xml| {
                margins(xml, 0, twips(4.0));
            });
            xml.element("w:tr", &[], |xml| {
                xml.element("w:trPr", &[], |xml| {
                    xml.leaf("w:cantSplit", &[]);
                    xml.leaf("w:tblHeader", &[]);
                });
                for (text, width) in [&*parafen.label, words::DATE_AND_PARAAF].iter().zip(widths) {
                    cell(xml, width, &plain(&styles::LABEL, text));
                }
            });
            for row in &parafen.rows {
                xml.element("w:tr", &[], |xml| {
                    xml.element("w:trPr", &[], |xml| {
                        xml.leaf("w:cantSplit", &[]);
                        let height = twips(paper::PARAFEN.2);
                        xml.leaf("w:trHeight", &[("w:val", &height), ("w:hRule", &"atLeast")]);
                    });
                    let runs = self.runs(&row.who, Around::default());
                    cell(
                        xml,
                        widths[0],
                        &Paragraph::new(&styles::CELLS[0]).with(runs),
                    );
                    let mut written = plain(&styles::PARAAF, row.caption);
                    if let Some(given) = &row.given {
                        let runs = &mut written.runs;
                        runs.element("w:r", &[], |xml| xml.leaf("w:br", &[]));
                        runs.append(&self.runs(given, Around::default()));
                    }
                    cell(xml, widths[1], &written);
                });
            }
        });
        xml
    }
}

/// A row of cells.
#[derive(Clone, Copy)]
struct Cells<'a> {
    lines: &'a [Line<'a>],
    style: &'static styles::Style,
    widths: &'a [f64],
    sides: &'a [Side],
    around: Around<'a>,
}

fn side(align: Align) -> Side {
    match align {
        Align::None | Align::Left => Side::Left,
        Align::Center => Side::Center,
        Align::Right => Side::Right,
    }
}

/// A paragraph of a plain text.
pub(crate) fn plain(style: &'static styles::Style, text: &str) -> Paragraph {
    let mut runs = Xml::default();
    run(&mut runs, None, &nota_sheet::Look::default(), text);
    Paragraph::new(style).with(runs)
}

fn cell(xml: &mut Xml, width: f64, paragraph: &Paragraph) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.leaf("w:tcW", &[("w:w", &twips(width)), ("w:type", &"dxa")]);
        });
        paragraph.write(xml);
    });
}

fn margins(xml: &mut Xml, left: i64, right: i64) {
    let high = twips(paper::CELL);
    xml.element("w:tblCellMar", &[], |xml| {
        for (side, width) in [
            ("w:top", high),
            ("w:left", left),
            ("w:bottom", high),
            ("w:right", right),
        ] {
            xml.leaf(side, &[("w:w", &width), ("w:type", &"dxa")]);
        }
    });
}

fn properties(
    xml: &mut Xml,
    style: &str,
    left: f64,
    widths: &[f64],
    caption: &str,
    margins: impl FnOnce(&mut Xml),
) {
    let total: i64 = widths.iter().map(|width| twips(*width)).sum();
    xml.element("w:tblPr", &[], |xml| {
        xml.leaf("w:tblStyle", &[("w:val", &style)]);
        xml.leaf("w:tblW", &[("w:w", &total), ("w:type", &"dxa")]);
        xml.leaf("w:tblInd", &[("w:w", &twips(left)), ("w:type", &"dxa")]);
        xml.leaf("w:tblLayout", &[("w:type", &"fixed")]);
        margins(xml);
        xml.leaf(
            "w:tblLook",
            &[
                ("w:val", &"0620"),
                ("w:firstRow", &1),
                ("w:lastRow", &0),
                ("w:firstColumn", &0),
                ("w:lastColumn", &0),
                ("w:noHBand", &1),
                ("w:noVBand", &1),
            ],
        );
        xml.leaf("w:tblCaption", &[("w:val", &caption)]);
    });
    xml.element("w:tblGrid", &[], |xml| {
        for width in widths {
            xml.leaf("w:gridCol", &[("w:w", &twips(*width))]);
        }
    });
}
