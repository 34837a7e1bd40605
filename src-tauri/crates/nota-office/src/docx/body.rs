//! The body: pieces of the sheet as paragraphs and tables, one after the
//! other, as Word has them.

use nota_sheet::{Cut, Heading, Line, List, Part, Piece, PieceKind, Rank};

use super::doc::{Doc, Listing};
use super::paragraph::{Numbered, Paragraph, spacer};
use super::runs::{Around, run};
use crate::flow::{Kind, white};
use crate::names;
use crate::paper;
use crate::styles::{self, Style, deep, item_left};
use crate::words;
use crate::xml::Xml;

/// The deepest list that Word counts.
const DEEPEST_LIST: usize = 8;

/// A row of the body.
#[derive(Debug)]
pub(crate) enum Row {
    /// A paragraph.
    Paragraph(Box<Paragraph>),
    /// A table, written.
    Table(Xml),
}

/// The rows of a text, and the white that the next one gets above it.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    rows: Vec<Row>,
    pending: f64,
}

impl Rows {
    /// The white before what comes next, in points.
    pub(crate) fn white(&mut self, points: f64) {
        match self.rows.last_mut() {
            Some(Row::Paragraph(last)) => last.after = Some(points),
            _ => self.pending = points,
        }
    }

    /// The white between two things; what is first has none of its own.
    fn between(&mut self, above: Option<Kind>, below: Kind, depth: usize) {
        if above.is_some() {
            self.white(white(above, below, depth));
        }
    }

    /// Adds a paragraph.
    pub(crate) fn paragraph(&mut self, mut paragraph: Paragraph) {
        let pending = std::mem::take(&mut self.pending);
        if pending > 0.0 {
            paragraph.before = Some(pending);
        }
        self.rows.push(Row::Paragraph(Box::new(paragraph)));
    }

    /// Adds a table. Word makes one of two that touch, and a table has no
    /// white of its own.
    pub(crate) fn table(&mut self, table: Xml) {
        let pending = std::mem::take(&mut self.pending);
        if matches!(self.rows.last(), Some(Row::Table(_))) || pending > 0.0 {
            self.paragraph(spacer(pending));
        }
        self.rows.push(Row::Table(table));
    }

    /// Writes all of it; a text never ends with a table.
    pub(crate) fn write(mut self, xml: &mut Xml) {
        if !matches!(self.rows.last(), Some(Row::Paragraph(_))) {
            self.paragraph(spacer(0.0));
        }
        for row in &self.rows {
            match row {
                Row::Paragraph(paragraph) => paragraph.write(xml),
                Row::Table(table) => xml.append(table),
            }
        }
    }
}

/// Where pieces stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Inside<'a> {
    /// How many lists deep.
    depth: usize,
    /// The left edge beyond what the lists give, in points.
    left: f64,
    /// The style of a paragraph.
    style: &'static Style,
    around: Around<'a>,
}

impl Inside<'_> {
    /// In the body itself.
    pub(crate) const BODY: Inside<'static> = Inside {
        depth: 0,
        left: 0.0,
        style: &styles::BODY,
        around: Around {
            grond: None,
            said: false,
        },
    };

    /// In a footnote.
    pub(crate) const NOTE: Inside<'static> = Inside {
        style: &styles::NOTE,
        ..Self::BODY
    };
}

impl<'s> Doc<'s, '_> {
    /// A part of the body after what stands above it.
    pub(crate) fn part(&mut self, part: &'s Part<'_>, above: &mut Option<Kind>, rows: &mut Rows) {
        if let Some(cut) = part.cut {
            rows.between(*above, Kind::Other, 0);
            let words = match cut {
                Cut::InternalBegins => words::INTERNAL_BEGINS,
                Cut::InternalEnds => words::INTERNAL_ENDS,
            };
            let mut runs = Xml::default();
            run(&mut runs, None, &nota_sheet::Look::default(), words);
            rows.paragraph(Paragraph::new(&styles::CUT).with(runs));
            *above = Some(Kind::Other);
        }
        if let Some(heading) = &part.heading {
            rows.between(*above, Kind::Heading, 0);
            self.heading(heading, Inside::BODY, rows);
            *above = Some(Kind::Heading);
        }
        self.pieces(&part.pieces, Inside::BODY, above, rows);
    }

    /// Pieces after what stands above them.
    pub(crate) fn pieces(
        &mut self,
        pieces: &'s [Piece<'_>],
        inside: Inside<'_>,
        above: &mut Option<Kind>,
        rows: &mut Rows,
    ) {
        for piece in pieces {
            let kind = Kind::of(&piece.kind);
            rows.between(*above, kind, inside.depth);
            *above = Some(kind);
            match &piece.kind {
                PieceKind::Heading(heading) => self.heading(heading, inside, rows),
                PieceKind::Paragraph(line) => self.paragraph(line, inside, rows),
                PieceKind::List(list) => self.listing(list, inside, rows),
                PieceKind::Table(table) => {
                    let left = inside.left + list_left(inside.depth);
                    let xml = self.table(table, left, inside.around);
                    rows.table(self.in_item(xml, inside.depth));
                }
                PieceKind::Quote(quoted) => {
                    let quote = Inside {
                        left: inside.left + paper::BULLET.0,
                        style: &styles::QUOTE,
                        ..inside
                    };
                    self.pieces(quoted, quote, &mut None, rows);
                }
                PieceKind::Withheld { grond, pieces } => {
                    self.withheld(grond, pieces, inside, rows);
                }
            }
        }
    }

    /// What stands in an item with the bookmark that says so, where Word has no
    /// other way: it has tables outside lists only.
    fn in_item(&mut self, inside: Xml, depth: usize) -> Xml {
        if depth == 0 {
            return inside;
        }
        let id = self.id();
        let name = names::in_item(depth, id);
        let mut xml = Xml::default();
        xml.leaf("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
        xml.append(&inside);
        xml.leaf("w:bookmarkEnd", &[("w:id", &id)]);
        xml
    }

    fn heading(&mut self, heading: &Heading<'_>, inside: Inside<'_>, rows: &mut Rows) {
        let level = usize::from(heading.level.saturating_sub(2));
        let style = match heading.rank {
            Rank::Section | Rank::Subsection => deep(&styles::HEADINGS, level),
            Rank::Free => deep(&styles::FREE, level),
        };
        let mut paragraph = Paragraph::new(style);
        let mut runs = Xml::default();
        if let Some(number) = &heading.number {
            run(
                &mut runs,
                None,
                &nota_sheet::Look::default(),
                &format!("{number}\t"),
            );
            let before = format!("{number} ");
            paragraph.tab = Some(self.ruler.width(&before, true) * paper::SIZE);
        }
        runs.append(&self.runs(&heading.title, inside.around));
        rows.paragraph(paragraph.with(runs));
    }

    fn paragraph(&mut self, line: &Line<'_>, inside: Inside<'_>, rows: &mut Rows) {
        let mut runs = self.runs(line, inside.around);
        let in_list = inside.depth > 0;
        let plain = inside.style.id == styles::BODY.id;
        if inside.style.id == styles::NOTE.id {
            // Its style does not say how deep it stands.
            runs = self.in_item(runs, inside.depth);
        }
        let mut paragraph = Paragraph::new(inside.style).with(runs);
        if in_list && plain {
            paragraph.style = deep(&styles::CONTINUED, inside.depth - 1);
        }
        let left = inside.left + list_left(inside.depth);
        let usual = match inside.style.id {
            id if id == styles::QUOTE.id => paper::BULLET.0,
            _ if in_list && plain && inside.depth <= styles::DEEPEST => list_left(inside.depth),
            _ => 0.0,
        };
        if (left - usual).abs() > 0.01 {
            paragraph.indent = Some((left, 0.0));
        }
        rows.paragraph(paragraph);
    }

    fn listing(&mut self, list: &'s List<'_>, inside: Inside<'_>, rows: &mut Rows) {
        let level = inside.depth.min(DEEPEST_LIST);
        let start = list.start;
        let id = self.list(Listing { level, start });
        let within = Inside {
            depth: inside.depth + 1,
            ..inside
        };
        for (index, item) in list.items.iter().enumerate() {
            if index > 0 {
                rows.white(0.0);
            }
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
            let of = if start.is_some() {
                &styles::NUMBERS
            } else {
                &styles::BULLETS
            };
            let is_note = inside.style.id == styles::NOTE.id;
            let style = if is_note {
                inside.style
            } else {
                deep(of, level)
            };
            let mut paragraph = Paragraph::new(style);
            paragraph.numbered = Some(Numbered { list: id, level });
            if inside.left > 0.0 || inside.depth > DEEPEST_LIST {
                let left = inside.left + item_left(inside.depth);
                paragraph.indent = Some((left, paper::BULLET.1));
            }
            if let Some(line) = first {
                paragraph.runs = self.runs(line, inside.around);
            }
            rows.paragraph(paragraph);
            self.pieces(rest, within, &mut Some(Kind::Paragraph), rows);
        }
    }

    fn withheld(
        &mut self,
        grond: &str,
        pieces: &'s [Piece<'_>],
        inside: Inside<'_>,
        rows: &mut Rows,
    ) {
        let around = Around {
            grond: Some(grond),
            said: false,
        };
        let id = self.id();
        let name = format!("_nota_lak_{id}");
        let mut own = Rows::default();
        self.pieces(pieces, Inside { around, ..inside }, &mut None, &mut own);
        own.white(0.0);
        let mut runs = Xml::default();
        let words = words::ground_line(grond);
        run(&mut runs, None, &nota_sheet::Look::default(), &words);
        runs.leaf("w:bookmarkEnd", &[("w:id", &id)]);
        own.paragraph(Paragraph::new(&styles::GROUND).with(runs));
        rows.within(own, |xml| {
            xml.leaf("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
        });
    }
}

impl Rows {
    /// Adds rows, with something written at their beginning.
    fn within(&mut self, other: Rows, begin: impl FnOnce(&mut Xml)) {
        let mut start = Xml::default();
        begin(&mut start);
        for row in other.rows {
            match row {
                Row::Paragraph(mut paragraph) => {
                    start.append(&paragraph.runs);
                    paragraph.runs = std::mem::take(&mut start);
                    self.paragraph(*paragraph);
                }
                Row::Table(table) => {
                    start.append(&table);
                    self.table(std::mem::take(&mut start));
                }
            }
        }
    }
}

/// Where the text in lists this deep begins.
fn list_left(depth: usize) -> f64 {
    match depth {
        0 => 0.0,
        depth => item_left(depth - 1),
    }
}
