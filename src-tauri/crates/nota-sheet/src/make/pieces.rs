//! Blocks become pieces: what is empty is left out, and headings stand only
//! where the outline of a document allows them.

use std::borrow::Cow;

use nota_model::{Block, BlockKind, Cell, Inline, Item as ModelItem, Place, Table as ModelTable};

use super::Maker;
use super::text::title;
use crate::{Heading, Item, Line, List, Look, Piece, PieceKind, Rank, Stretch, Table};

/// The deepest heading that the outline of a document knows.
const DEEPEST: u8 = 6;

/// The greatest number at the start of a list; larger ones are typing errors.
const MAX_START: u64 = 999_999_999;

/// Where blocks stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// In the body of a section, where headings belong.
    Body,
    /// In a list or quotation.
    Nested,
    /// In a footnote.
    Note,
}

impl<'n> Maker<'n> {
    /// A heading of the body; none when nothing of it can be seen.
    pub(super) fn heading(
        &mut self,
        number: Option<Cow<'n, str>>,
        title: Line<'n>,
        wanted: u8,
        rank: Rank,
    ) -> Option<Heading<'n>> {
        let is_numbered = number.as_ref().is_some_and(|own| !own.trim().is_empty());
        if title.is_blank() && !is_numbered {
            return None;
        }
        self.level = wanted.clamp(2, DEEPEST).min(self.level + 1);
        Some(Heading {
            level: self.level,
            rank,
            number,
            title,
        })
    }

    /// The blocks that can be seen.
    pub(super) fn pieces(
        &mut self,
        blocks: &'n [Block],
        base: &Place,
        within: Within,
    ) -> Vec<Piece<'n>> {
        let mut out: Vec<Piece<'n>> = Vec::new();
        // The references of headings, with the places of these.
        let mut pending: Vec<(Place, &'n str)> = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            let place = base.step(&[index]).at(block.origin.span());
            match &block.kind {
                BlockKind::Paragraph { inlines } => {
                    let mut line = self.line(inlines, place.clone());
                    if line.is_blank() {
                        continue;
                    }
                    for (_, label) in pending.drain(..) {
                        line.stretches.push(self.bare_reference(label));
                    }
                    let kind = PieceKind::Paragraph(line);
                    out.push(Piece { place, kind });
                }
                BlockKind::Heading { level, inlines } => {
                    self.flush(&mut pending, &mut out);
                    let (kind, labels) = self.subheading(*level, inlines, &place, within);
                    pending.extend(labels.into_iter().map(|label| (place.clone(), label)));
                    out.extend(kind.map(|kind| Piece { place, kind }));
                }
                _ => {
                    self.flush(&mut pending, &mut out);
                    let kind = self.container(&block.kind, &place, within);
                    out.extend(kind.map(|kind| Piece { place, kind }));
                }
            }
        }
        self.flush(&mut pending, &mut out);
        out
    }

    /// A free subheading. Its references wait for the next paragraph.
    fn subheading(
        &mut self,
        level: u8,
        inlines: &'n [Inline],
        place: &Place,
        within: Within,
    ) -> (Option<PieceKind<'n>>, Vec<&'n str>) {
        let (mut title, labels) = title(inlines, place.clone());
        if within == Within::Body {
            let heading = self.heading(None, title, level.max(3), Rank::Free);
            return (heading.map(PieceKind::Heading), labels);
        }
        // In a list or quotation it is only a line in bold.
        for stretch in &mut title.stretches {
            stretch.look.is_strong = true;
        }
        let kind = (!title.is_blank()).then_some(PieceKind::Paragraph(title));
        (kind, labels)
    }

    fn container(
        &mut self,
        block: &'n BlockKind,
        place: &Place,
        within: Within,
    ) -> Option<PieceKind<'n>> {
        let inner = match within {
            Within::Body => Within::Nested,
            own => own,
        };
        match block {
            BlockKind::List {
                ordered,
                start,
                items,
            } => {
                let start = ordered.then_some((*start).min(MAX_START));
                self.list(start, items, place, inner).map(PieceKind::List)
            }
            BlockKind::Table(table) => self.table(table, place).map(PieceKind::Table),
            BlockKind::Quote { blocks } => {
                let pieces = self.pieces(blocks, place, inner);
                (!pieces.is_empty()).then_some(PieceKind::Quote(pieces))
            }
            BlockKind::Lak { grond, blocks } => {
                let pieces = self.pieces(blocks, place, within);
                (!pieces.is_empty()).then(|| PieceKind::Withheld {
                    grond: Cow::Borrowed(grond.trim()),
                    pieces,
                })
            }
            BlockKind::Paragraph { .. } | BlockKind::Heading { .. } => None,
        }
    }

    fn list(
        &mut self,
        start: Option<u64>,
        items: &'n [ModelItem],
        place: &Place,
        inner: Within,
    ) -> Option<List<'n>> {
        let depth = self.lists;
        self.lists += 1;
        let items: Vec<Item<'n>> = items
            .iter()
            .enumerate()
            .map(|(index, item)| {
                let place = place.step(&[index]);
                let pieces = self.pieces(&item.blocks, &place, inner);
                Item { place, pieces }
            })
            .filter(|item| start.is_some() || !item.pieces.is_empty())
            .collect();
        self.lists = depth;
        let is_seen = items.iter().any(|item| !item.pieces.is_empty());
        is_seen.then_some(List {
            start,
            depth,
            items,
        })
    }

    /// A table with rows of the same length; none without columns.
    fn table(&mut self, table: &'n ModelTable, place: &Place) -> Option<Table<'n>> {
        let rows = || std::iter::once(&table.head).chain(&table.rows);
        let count = rows().map(Vec::len).max().unwrap_or_default();
        if count == 0 {
            return None;
        }
        let mut made = rows().enumerate().map(|(row, cells)| {
            let cell = |column: usize| {
                let place = place.step(&[row, column]);
                let inlines = cells.get(column).map(|cell: &Cell| cell.inlines.as_slice());
                self.line(inlines.unwrap_or_default(), place)
            };
            (0..count).map(cell).collect::<Vec<_>>()
        });
        let head = made.next().unwrap_or_default();
        let rows = made.collect();
        let mut align = table.align.clone();
        align.resize(count, nota_model::Align::None);
        Some(Table { align, head, rows })
    }

    /// References of a heading that no paragraph follows get their own.
    fn flush(&mut self, pending: &mut Vec<(Place, &'n str)>, out: &mut Vec<Piece<'n>>) {
        let Some((place, _)) = pending.first().cloned() else {
            return;
        };
        let labels = pending.drain(..);
        let stretches = labels
            .map(|(_, label)| self.bare_reference(label))
            .collect();
        out.push(Piece {
            place: place.clone(),
            kind: PieceKind::Paragraph(Line { place, stretches }),
        });
    }

    fn bare_reference(&mut self, label: &str) -> Stretch<'n> {
        Stretch {
            what: self.reference(label),
            look: Look::default(),
            range: None,
        }
    }
}
