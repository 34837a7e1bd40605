//! The body: pieces of the sheet as paragraphs, lists and tables.

use nota_sheet::{Cut, Heading, Line, List, Part, Piece, PieceKind, Rank};

use super::doc::Doc;
use super::node::{Node, Nodes, level_of};
use super::runs::{Around, characters};
use crate::flow::{Kind, white};
use crate::paper;
use crate::styles::{self, Style, deep, item_left};
use crate::words;
use crate::xml::Xml;

/// The deepest list of LibreOffice.
const DEEPEST_LIST: usize = 10;

/// Where pieces stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Inside<'a> {
    depth: usize,
    /// How many quotations deep.
    quotes: usize,
    style: &'static Style,
    around: Around<'a>,
}

impl Inside<'_> {
    /// In the body itself.
    const BODY: Inside<'static> = Inside {
        depth: 0,
        quotes: 0,
        style: &styles::BODY,
        around: Around {
            grond: None,
            said: false,
        },
    };

    /// In a footnote.
    pub(super) const NOTE: Inside<'static> = Inside {
        style: &styles::NOTE,
        ..Self::BODY
    };
}

impl<'s> Doc<'s, '_> {
    /// A part of the body after what stands above it.
    pub(super) fn part(&mut self, part: &'s Part<'_>, above: &mut Option<Kind>, nodes: &mut Nodes) {
        if let Some(cut) = part.cut {
            between(nodes, *above, Kind::Other, 0);
            let words = match cut {
                Cut::InternalBegins => words::INTERNAL_BEGINS,
                Cut::InternalEnds => words::INTERNAL_ENDS,
            };
            let mut runs = Xml::default();
            characters(&mut runs, words);
            nodes.add(Node::paragraph(&styles::CUT, runs));
            *above = Some(Kind::Other);
        }
        if let Some(heading) = &part.heading {
            between(nodes, *above, Kind::Heading, 0);
            self.heading(heading, Inside::BODY, nodes);
            *above = Some(Kind::Heading);
        }
        self.pieces(&part.pieces, Inside::BODY, above, nodes);
    }

    /// Pieces after what stands above them.
    pub(super) fn pieces(
        &mut self,
        pieces: &'s [Piece<'_>],
        inside: Inside<'_>,
        above: &mut Option<Kind>,
        nodes: &mut Nodes,
    ) {
        for piece in pieces {
            let kind = Kind::of(&piece.kind);
            between(nodes, *above, kind, inside.depth);
            *above = Some(kind);
            match &piece.kind {
                PieceKind::Heading(heading) => self.heading(heading, inside, nodes),
                PieceKind::Paragraph(line) => self.paragraph(line, inside, nodes),
                PieceKind::List(list) => self.list(list, inside, nodes),
                PieceKind::Table(table) => {
                    let left = left_of(inside);
                    let table = self.table(table, left, inside.around);
                    nodes.add(Node::Table { before: 0.0, table });
                }
                PieceKind::Quote(quoted) => {
                    let quote = Inside {
                        quotes: inside.quotes + 1,
                        style: &styles::QUOTE,
                        ..inside
                    };
                    self.pieces(quoted, quote, &mut None, nodes);
                }
                PieceKind::Withheld { grond, pieces } => {
                    self.withheld(grond, pieces, inside, nodes);
                }
            }
        }
    }

    fn heading(&mut self, heading: &Heading<'_>, inside: Inside<'_>, nodes: &mut Nodes) {
        let depth = usize::from(heading.level.saturating_sub(2));
        let style = match heading.rank {
            Rank::Section | Rank::Subsection => deep(&styles::HEADINGS, depth),
            Rank::Free => deep(&styles::FREE, depth),
        };
        let level = level_of(deep(&styles::HEADINGS, depth).traits);
        let mut runs = Xml::default();
        let mut own = super::automatic::Difference::default();
        if let Some(number) = &heading.number {
            characters(&mut runs, number);
            runs.leaf("text:tab", &[]);
            let before = format!("{number} ");
            own.tab = Some(self.ruler.width(&before, true) * paper::SIZE);
        }
        runs.append(&self.runs(&heading.title, inside.around));
        nodes.add(Node::Paragraph {
            style,
            own,
            level,
            runs,
        });
    }

    fn paragraph(&mut self, line: &Line<'_>, inside: Inside<'_>, nodes: &mut Nodes) {
        let runs = self.runs(line, inside.around);
        let plain = inside.style.id == styles::BODY.id;
        let mut style = inside.style;
        let mut own = super::automatic::Difference::default();
        if inside.depth > 0 {
            if plain {
                style = deep(&styles::CONTINUED, inside.depth - 1);
            }
            if inside.quotes > 0 {
                own.indent = Some((left_of(inside), 0.0));
            }
        } else if inside.quotes > 1 {
            own.indent = Some((left_of(inside), 0.0));
        }
        nodes.add(Node::Paragraph {
            style,
            own,
            level: None,
            runs,
        });
    }

    fn list(&mut self, list: &'s List<'_>, inside: Inside<'_>, nodes: &mut Nodes) {
        let within = Inside {
            depth: inside.depth + 1,
            ..inside
        };
        let of = if list.start.is_some() {
            &styles::NUMBERS
        } else {
            &styles::BULLETS
        };
        let is_note = inside.style.id == styles::NOTE.id;
        let style = if is_note {
            inside.style
        } else {
            deep(of, inside.depth)
        };
        let mut items: Vec<Nodes> = Vec::new();
        for item in &list.items {
            let (first, rest) = match item.pieces.split_first() {
                Some((
                    Piece {
                        kind: PieceKind::Paragraph(line),
                        ..
                    },
                    rest,
                )) => (Some(line), rest),
                _ => (None, item.pieces.as_slice()),
            };
            let runs = first.map(|line| self.runs(line, inside.around));
            let mut own = super::automatic::Difference::default();
            if inside.quotes > 0 {
                let left = inside.quotes as f64 * paper::BULLET.0 + item_left(inside.depth);
                own.indent = Some((left, paper::BULLET.1));
            }
            let mut nodes = Nodes::default();
            nodes.add(Node::Paragraph {
                style,
                own,
                level: None,
                runs: runs.unwrap_or_default(),
            });
            self.pieces(rest, within, &mut Some(Kind::Paragraph), &mut nodes);
            if let Some(last) = items.last_mut() {
                last.white(0.0);
            }
            items.push(nodes);
        }
        if inside.depth >= DEEPEST_LIST {
            // LibreOffice has no deeper list: its items stand in this one.
            let mut all = items.into_iter();
            if let Some(first) = all.next() {
                nodes.add_all(first, &Xml::default());
            }
            for item in all {
                nodes.white(0.0);
                nodes.add_all(item, &Xml::default());
            }
            return;
        }
        nodes.add(Node::List {
            start: list.start,
            items,
        });
    }

    fn withheld(
        &mut self,
        grond: &str,
        pieces: &'s [Piece<'_>],
        inside: Inside<'_>,
        nodes: &mut Nodes,
    ) {
        let around = Around {
            grond: Some(grond),
            said: false,
        };
        let bookmark = format!("_nota_lak_{}", self.id());
        let mut own = Nodes::default();
        self.pieces(pieces, Inside { around, ..inside }, &mut None, &mut own);
        own.white(0.0);
        let mut runs = Xml::default();
        characters(&mut runs, &words::ground_line(grond));
        runs.leaf("text:bookmark-end", &[("text:name", &bookmark)]);
        own.add(Node::paragraph(&styles::GROUND, runs));
        let mut begin = Xml::default();
        begin.leaf("text:bookmark-start", &[("text:name", &bookmark)]);
        nodes.add_all(own, &begin);
    }
}

/// The white between two things; what is first has none of its own.
fn between(nodes: &mut Nodes, above: Option<Kind>, below: Kind, depth: usize) {
    if above.is_some() {
        nodes.white(white(above, below, depth));
    }
}

/// Where the text begins.
fn left_of(inside: Inside<'_>) -> f64 {
    let list = match inside.depth {
        0 => 0.0,
        depth => item_left(depth - 1),
    };
    list + inside.quotes as f64 * paper::BULLET.0
}
