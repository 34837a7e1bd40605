//! The body of a page: sections under their headings, and the footnotes at
//! the end with the way back.

use std::collections::HashMap;

use nota_model::Align;
use nota_sheet::{Belongs, Cut, Footnote, Heading, List, Piece, PieceKind, Rank, Sheet, Table};

use super::runs::Said;
use crate::dress::{Dress, Subsection};
use crate::words;
use crate::xml::Xml;

/// A page while it is written.
#[derive(Debug)]
pub(super) struct Page<'s, 'n> {
    pub(super) sheet: &'s Sheet<'n>,
    pub(super) dress: &'s Dress,
    /// How often each footnote was referred to.
    references: HashMap<u32, usize>,
    headings: usize,
}

impl<'s, 'n> Page<'s, 'n> {
    pub(super) fn new(sheet: &'s Sheet<'n>, dress: &'s Dress) -> Self {
        Self {
            sheet,
            dress,
            references: HashMap::new(),
            headings: 0,
        }
    }

    /// The name of a reference to a footnote.
    pub(super) fn referred(&mut self, number: u32) -> String {
        let count = self.references.entry(number).or_insert(0);
        *count += 1;
        match *count {
            1 => format!("verwijzing-{number}"),
            count => format!("verwijzing-{number}-{count}"),
        }
    }

    /// The sections and the footnotes.
    pub(super) fn main(&mut self, xml: &mut Xml) {
        let sheet = self.sheet;
        for part in &sheet.parts {
            xml.newline();
            if let Some(cut) = part.cut {
                let words = match cut {
                    Cut::InternalBegins => words::INTERNAL_BEGINS,
                    Cut::InternalEnds => words::INTERNAL_ENDS,
                };
                xml.line("p", &[("class", &"nota-interne-lijn")], words);
                xml.newline();
            }
            let Some(heading) = &part.heading else {
                self.pieces(&part.pieces, xml);
                continue;
            };
            let id = format!("kop-{}", self.headings + 1);
            xml.element("section", &[("aria-labelledby", &id)], |xml| {
                xml.newline();
                self.heading(heading, xml);
                self.pieces(&part.pieces, xml);
            });
        }
        if !sheet.footnotes.is_empty() {
            xml.newline();
            self.notes(&sheet.footnotes, xml);
        }
        xml.newline();
    }

    fn heading(&mut self, heading: &Heading<'_>, xml: &mut Xml) {
        self.headings += 1;
        let name = format!("h{}", heading.level.clamp(2, 6));
        let id = format!("kop-{}", self.headings);
        let emphasis = self.dress.subsection == Subsection::Emphasis;
        let class = match heading.rank {
            Rank::Free => "nota-tussenkop",
            Rank::Subsection if emphasis => "nota-onderdeel-cursief",
            Rank::Section | Rank::Subsection => "nota-sectie",
        };
        xml.element(&name, &[("id", &id), ("class", &class)], |xml| {
            if let Some(number) = &heading.number {
                xml.line("span", &[("class", &"nota-nummer")], number);
                xml.text(" ");
            }
            self.line(&heading.title, Said::Here, xml);
        });
        xml.newline();
    }

    fn pieces(&mut self, pieces: &[Piece<'_>], xml: &mut Xml) {
        for piece in pieces {
            match &piece.kind {
                PieceKind::Heading(heading) => self.heading(heading, xml),
                PieceKind::Paragraph(line) => {
                    xml.element("p", &[], |xml| self.line(line, Said::Here, xml));
                }
                PieceKind::List(list) => self.list(list, xml),
                PieceKind::Table(table) => self.table(table, xml),
                PieceKind::Quote(quoted) => {
                    xml.element("blockquote", &[], |xml| self.pieces(quoted, xml));
                }
                PieceKind::Withheld { grond, pieces } => {
                    xml.element(
                        "div",
                        &[("class", &"nota-lak"), ("data-grond", grond)],
                        |xml| {
                            xml.newline();
                            self.pieces(pieces, xml);
                            let words = words::ground_line(grond);
                            xml.line("p", &[("class", &"nota-lakgrond")], &words);
                        },
                    );
                }
            }
            xml.newline();
        }
    }

    fn list(&mut self, list: &List<'_>, xml: &mut Xml) {
        let items = |page: &mut Self, xml: &mut Xml| {
            for item in &list.items {
                xml.newline();
                xml.element("li", &[], |xml| page.item(&item.pieces, xml));
            }
        };
        match list.start {
            None => xml.element("ul", &[], |xml| items(self, xml)),
            Some(1) => xml.element("ol", &[], |xml| items(self, xml)),
            Some(start) => xml.element("ol", &[("start", &start)], |xml| items(self, xml)),
        }
    }

    /// An item: without a paragraph of its own when it is one text with
    /// perhaps lists under it.
    fn item(&mut self, pieces: &[Piece<'_>], xml: &mut Xml) {
        let is_list = |piece: &Piece<'_>| matches!(piece.kind, PieceKind::List(_));
        match pieces.split_first() {
            Some((
                Piece {
                    kind: PieceKind::Paragraph(line),
                    ..
                },
                rest,
            )) if rest.iter().all(is_list) => {
                self.line(line, Said::Here, xml);
                if !rest.is_empty() {
                    xml.newline();
                }
                self.pieces(rest, xml);
            }
            _ => self.pieces(pieces, xml),
        }
    }

    fn table(&mut self, table: &Table<'_>, xml: &mut Xml) {
        let class = |column: usize| match table.align.get(column) {
            Some(Align::Center) => Some("nota-midden"),
            Some(Align::Right) => Some("nota-rechts"),
            _ => None,
        };
        xml.element("table", &[], |xml| {
            xml.newline();
            let caption = words::caption(table);
            xml.line("caption", &[("class", &"nota-verborgen")], &caption);
            xml.element("thead", &[], |xml| {
                xml.element("tr", &[], |xml| {
                    for (column, cell) in table.head.iter().enumerate() {
                        let class = class(column);
                        let mut attributes: Vec<(&str, &dyn std::fmt::Display)> = Vec::new();
                        // A title that is not there is no title.
                        let name = if cell.is_blank() { "td" } else { "th" };
                        if name == "th" {
                            attributes.push(("scope", &"col"));
                        }
                        if let Some(class) = &class {
                            attributes.push(("class", class));
                        }
                        xml.element(name, &attributes, |xml| self.line(cell, Said::Here, xml));
                    }
                });
            });
            xml.element("tbody", &[], |xml| {
                for row in &table.rows {
                    xml.newline();
                    xml.element("tr", &[], |xml| {
                        for (column, cell) in row.iter().enumerate() {
                            let write = |xml: &mut Xml| self.line(cell, Said::Here, xml);
                            match class(column) {
                                Some(class) => xml.element("td", &[("class", &class)], write),
                                None => xml.element("td", &[], write),
                            }
                        }
                    });
                }
            });
        });
    }

    fn notes(&mut self, notes: &[Footnote<'_>], xml: &mut Xml) {
        xml.element(
            "section",
            &[
                ("class", &"nota-noten"),
                ("role", &"doc-endnotes"),
                ("aria-labelledby", &"noten"),
            ],
            |xml| {
                xml.newline();
                xml.line("h2", &[("id", &"noten")], words::NOTES);
                xml.element("ol", &[], |xml| {
                    for note in notes {
                        xml.newline();
                        let id = format!("noot-{}", note.number);
                        xml.element("li", &[("id", &id)], |xml| {
                            self.pieces(&note.pieces, xml);
                            if note.belongs != Belongs::Unreferenced {
                                back(note.number, xml);
                            }
                        });
                    }
                });
            },
        );
    }
}

/// The way back from a footnote to where the text refers to it.
fn back(number: u32, xml: &mut Xml) {
    let target = format!("#verwijzing-{number}");
    let name = format!("{} {number}", words::BACK);
    xml.line(
        "a",
        &[
            ("href", &target),
            ("role", &"doc-backlink"),
            ("aria-label", &name),
        ],
        "↩",
    );
}
