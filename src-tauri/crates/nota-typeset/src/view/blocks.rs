//! Pieces of the sheet become blocks of the view.

use std::collections::VecDeque;

use nota_sheet::{Footnote, Heading, Piece, PieceKind, Rank, Sheet};
use nota_template::Measures;

use super::inlines::Setting;
use super::kinds::{Blok, Rang, Run};
use super::table::tables;
use crate::Fonts;
use crate::clean::clean;

/// How deep blocks may stand in one another; the parser stops well before.
const MAX_DEPTH: usize = 40;

/// How deep lists may stand in one another on the page; the typesetter refuses
/// sixteen. What is deeper stands in the deepest list.
const DEEPEST_LIST: usize = 12;

/// Where the text of a footnote goes that stands in another footnote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nested {
    /// Under the one that it stands in.
    InPlace,
    /// After the whole text: the typesetter loses it when the one that it stands
    /// in goes on on the next page.
    AtEnd,
}

/// What is needed along the sheet to turn its pieces into blocks.
pub(crate) struct Builder<'s, 'n> {
    pub(crate) fonts: &'s Fonts,
    pub(crate) measures: Measures,
    sheet: &'s Sheet<'n>,
    depth: usize,
    nested: Nested,
    /// In how many footnotes what is made now stands.
    notes: usize,
    /// Whether a footnote stands in another.
    pub(crate) has_nested: bool,
    /// The footnotes in footnotes whose text comes at the end.
    pub(crate) waiting: VecDeque<u32>,
}

impl<'s, 'n> Builder<'s, 'n> {
    pub(crate) fn new(
        sheet: &'s Sheet<'n>,
        measures: Measures,
        fonts: &'s Fonts,
        nested: Nested,
    ) -> Self {
        Self {
            fonts,
            measures,
            sheet,
            depth: 0,
            nested,
            notes: 0,
            has_nested: false,
            waiting: VecDeque::new(),
        }
    }

    /// A heading with its number.
    pub(crate) fn heading(&mut self, heading: &Heading<'_>) -> Blok {
        let rang = match heading.rank {
            Rank::Section => Rang::Sectie,
            Rank::Subsection => Rang::Onderdeel,
            Rank::Free => Rang::Tussenkop,
        };
        Blok::Kop {
            niveau: heading.level,
            rang,
            tekst: self.numbered(heading),
            regels: 0,
            noten: 0,
        }
    }

    /// The blocks of these pieces.
    pub(crate) fn blocks(&mut self, pieces: &[Piece<'_>]) -> Vec<Blok> {
        if self.depth >= MAX_DEPTH {
            return Vec::new();
        }
        self.depth += 1;
        let mut out = Vec::new();
        for piece in pieces {
            self.block(&piece.kind, &mut out);
        }
        self.depth -= 1;
        out
    }

    fn block(&mut self, piece: &PieceKind<'_>, out: &mut Vec<Blok>) {
        match piece {
            PieceKind::Heading(heading) => out.push(self.heading(heading)),
            PieceKind::Paragraph(line) => {
                let tekst = self.runs(&line.stretches, Setting::PARAGRAPH);
                if !tekst.is_empty() {
                    out.push(Blok::paragraph(tekst));
                }
            }
            PieceKind::List(list) if self.depth > DEEPEST_LIST => {
                for item in &list.items {
                    out.extend(self.blocks(&item.pieces));
                }
            }
            PieceKind::List(list) => {
                let items = list.items.iter();
                out.push(Blok::Lijst {
                    begin: list.start,
                    items: items.map(|item| self.blocks(&item.pieces)).collect(),
                });
            }
            PieceKind::Table(table) => out.extend(tables(self, table)),
            PieceKind::Quote(pieces) => out.push(Blok::Citaat {
                blokken: self.blocks(pieces),
            }),
            PieceKind::Withheld { grond, pieces } => out.push(Blok::Lak {
                grond: clean(grond, self.fonts).into_owned(),
                blokken: self.blocks(pieces),
            }),
        }
    }

    /// The reference to a footnote at which its text belongs.
    pub(crate) fn note(&mut self, number: u32) -> Run {
        self.has_nested |= self.notes > 0;
        if self.notes > 0 && self.nested == Nested::AtEnd {
            self.waiting.push_back(number);
            return Run::Noot {
                noot: number,
                inhoud: None,
            };
        }
        let note: Option<&'s Footnote<'n>> = self.sheet.footnote(number);
        self.notes += 1;
        let inhoud = note.map(|note| self.blocks(&note.pieces));
        self.notes -= 1;
        Run::Noot {
            noot: number,
            inhoud,
        }
    }
}
