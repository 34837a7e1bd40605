//! Blocks from the events of the Markdown reader.

use std::collections::HashMap;
use std::ops::Range;

use nota_model::{Block, BlockKind, Body, Code, Finding, Item, Note, Origin, Place, Span};
use pulldown_cmark::{CowStr, Event, Tag};

use super::definitions::Definition;
use super::events::Events;
use super::inlines::Kind;
use super::mask::{Fence, Masked};
use super::{literal, too_deep};
use crate::limits::{MAX_BLOCKS, MAX_DEPTH, MAX_FINDINGS};
use crate::lines::line_start;
use crate::normal;

/// Reads blocks, and keeps count of what was read.
pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub masked: &'a str,
    pub events: &'a Events<'a>,
    /// The fences of withheld blocks, in the order of the text.
    pub fences: &'a [Fence],
    /// The link definitions, in the order of the text.
    pub definitions: &'a [Definition],
    /// The labels of the footnotes as defined, by their folded form.
    pub labels: HashMap<String, String>,
    pub findings: Vec<Finding>,
    /// The footnotes of the section that is being read.
    pub notes: Vec<Note>,
    /// The section or footnote that is being read, and the way to the block.
    pub place: Place,
    /// How many lists, quotations and withheld blocks are open.
    pub depth: usize,
    /// The ground of the withheld blocks that are being read.
    pub lak: Option<String>,
    /// The withheld stretches of which emphasis crosses an edge.
    pub crossed: Vec<Range<usize>>,
    left: usize,
    full_at: Option<usize>,
}

impl<'a> Reader<'a> {
    /// A reader of the whole text.
    pub fn new(text: &'a str, masked: &'a Masked, events: &'a Events<'a>) -> Self {
        Self {
            text,
            masked: &masked.text,
            events,
            fences: &masked.fences,
            definitions: &masked.definitions,
            labels: super::notes::labels(events),
            findings: Vec::new(),
            notes: Vec::new(),
            place: Place::default(),
            depth: 0,
            lak: None,
            crossed: Vec::new(),
            left: MAX_BLOCKS,
            full_at: None,
        }
    }

    /// From now on the blocks belong to this section.
    pub fn enter(&mut self, key: Option<&str>, index: usize) {
        self.place = Place {
            section: key.map(str::to_owned),
            index: Some(index),
            ..Place::default()
        };
    }

    /// Counts towards the limit on the number of blocks.
    pub fn take(&mut self, count: usize) {
        self.left = self.left.saturating_sub(count);
    }

    /// Whether the limit on the number of blocks is reached.
    pub fn is_full(&self) -> bool {
        self.left == 0
    }

    /// Where the rest of the text was kept as plain text.
    pub fn full_at(&self) -> Option<usize> {
        self.full_at
    }

    /// Notes that the text is kept as plain text from here on.
    pub fn stop(&mut self, at: usize) {
        self.full_at = self.full_at.or(Some(at));
    }

    /// Adds findings, unless there are very many already.
    pub fn report(&mut self, findings: Vec<(String, Span)>, place: &Place) {
        for (opmaak, span) in findings {
            if self.findings.len() < MAX_FINDINGS {
                let place = place.clone().at(Some(span));
                self.findings
                    .push(Finding::new(Code(6), place).arg("opmaak", opmaak));
            }
        }
    }

    /// Reports markup that a nota has no place for, at the current block.
    pub fn unsupported(&mut self, opmaak: &str, range: Range<usize>) {
        let place = self.place.clone();
        self.report(vec![(opmaak.to_owned(), range.into())], &place);
    }

    /// Reads the body of a section from its nodes.
    pub fn body(&mut self, nodes: &[usize], start: usize, end: usize) -> Body {
        let closing = self.closing_notes(nodes);
        let source_end = match nodes.get(closing) {
            Some(node) => self.line_of(*node),
            None => end,
        };
        let mut blocks = Vec::new();
        let mut rest_from = None;
        let (above, notes) = nodes.split_at(closing);
        let pairs = self.fence_pairs(above);
        let mut at = 0;
        while let Some(node) = above.get(at) {
            if self.is_full() {
                rest_from = Some(self.line_of(*node));
                break;
            }
            self.place.path = vec![blocks.len()];
            if let Some(close) = pairs.get(&at).copied() {
                let inner = above.get(at + 1..close).unwrap_or_default();
                blocks.extend(self.lak(*node, inner, above.get(close)));
                at = close + 1;
                continue;
            }
            blocks.extend(self.block(*node));
            at += 1;
        }
        for (index, node) in notes.iter().enumerate() {
            if rest_from.is_none() && self.is_full() {
                rest_from = Some(self.line_of(*node));
            }
            if rest_from.is_none() {
                let next = notes.get(index + 1);
                let end = next.map_or(end, |next| self.line_of(*next));
                self.closing_note(*node, end);
            }
        }
        self.finish(blocks, start..source_end, rest_from)
    }

    fn finish(
        &mut self,
        mut blocks: Vec<Block>,
        source: Range<usize>,
        rest: Option<usize>,
    ) -> Body {
        let mut source = source;
        let mut notes = std::mem::take(&mut self.notes);
        if let Some(from) = rest {
            // Past the limit all text that follows belongs to this section,
            // footnotes and further headings included.
            self.stop(from);
            blocks.push(literal::paragraph(self.text, from..self.text.len()));
            source.end = self.text.len();
            for note in &mut notes {
                note.source = nota_model::NoteSource::Within;
            }
        }
        Body {
            blocks: normal::blocks(blocks),
            notes,
            source: self.text.get(source).map(str::to_owned),
        }
    }

    /// The start of the line that a node stands on.
    pub fn line_of(&self, node: usize) -> usize {
        let start = self.events.at(node).map_or(0, |(_, range)| range.start);
        line_start(self.text, start)
    }

    /// The blocks of the nodes `nodes` (indices of events), which end at
    /// `until` in the text.
    pub fn blocks(&mut self, nodes: Range<usize>, until: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut index = nodes.start;
        while index < nodes.end {
            let Some((event, range)) = self.events.at(index) else {
                break;
            };
            if self.is_full() {
                self.stop(range.start);
                blocks.push(literal::paragraph(self.text, range.start..until));
                break;
            }
            self.place.path.push(blocks.len());
            if is_inline(event) {
                let end = self.inline_end(index, nodes.end);
                blocks.push(self.paragraph(index..end, Kind::Paragraph));
                index = end;
            } else {
                blocks.extend(self.block(index));
                index = self.events.end(index) + 1;
            }
            self.place.path.pop();
        }
        blocks
    }

    fn inline_end(&self, start: usize, end: usize) -> usize {
        let mut index = start;
        while index < end
            && self
                .events
                .at(index)
                .is_some_and(|(event, _)| is_inline(event))
        {
            index = self.events.end(index) + 1;
        }
        index
    }

    /// The block of one node; none for a footnote.
    pub fn block(&mut self, node: usize) -> Option<Block> {
        let (event, range) = self.events.at(node)?;
        let inner = node + 1..self.events.end(node);
        let span = trimmed(self.text, range.clone());
        let kind = match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                self.note_within(label, node);
                return None;
            }
            Event::Start(Tag::Paragraph) => {
                return Some(self.paragraph(inner, Kind::Paragraph));
            }
            Event::Start(Tag::Heading { level, .. }) => {
                let level = (*level as u8).clamp(3, 6);
                let inlines = self.inlines(inner, Kind::Line);
                self.take(1);
                BlockKind::Heading { level, inlines }
            }
            Event::Start(Tag::List(_) | Tag::BlockQuote(_)) if self.depth >= MAX_DEPTH => {
                let place = self.place.clone().at(Some(span.clone().into()));
                self.findings.push(too_deep(place));
                self.take(1);
                return Some(literal::paragraph(self.text, span));
            }
            Event::Start(Tag::List(start)) => {
                self.numbers(*start, inner.clone());
                if start.is_none() {
                    self.sign("een opsomming", span.clone(), inner.clone());
                }
                self.list(*start, inner)
            }
            Event::Start(Tag::BlockQuote(_)) => {
                self.sign("een citaat", span.clone(), inner.clone());
                self.take(1);
                self.depth += 1;
                let blocks = self.blocks(inner, span.end);
                self.depth -= 1;
                BlockKind::Quote { blocks }
            }
            Event::Start(Tag::Table(align)) => BlockKind::Table(self.table(align, inner)),
            Event::Start(Tag::CodeBlock(kind)) => return Some(self.code(kind, inner, range)),
            Event::Start(Tag::HtmlBlock) => {
                self.unsupported("HTML", span.clone());
                return Some(self.verbatim_lines(inner, None, None));
            }
            Event::Rule => {
                // A fence that withholds nothing stays in the text, where
                // `nota_public::doubts` finds it.
                if self.fence(node).is_none() {
                    self.unsupported("een horizontale lijn", span.clone());
                }
                self.take(1);
                return Some(literal::paragraph(self.text, span));
            }
            _ => {
                self.take(1);
                return Some(literal::paragraph(self.text, span));
            }
        };
        Some(Block {
            kind,
            origin: Origin::at(span),
        })
    }

    fn paragraph(&mut self, inner: Range<usize>, kind: Kind) -> Block {
        self.take(1);
        let first = self
            .events
            .at(inner.start)
            .map_or(0, |(_, range)| range.start);
        let last = inner
            .end
            .checked_sub(1)
            .and_then(|last| self.events.at(last));
        let end = last.map_or(first, |(_, range)| range.end);
        Block {
            kind: BlockKind::Paragraph {
                inlines: self.inlines(inner, kind),
            },
            origin: Origin::at(trimmed(self.text, first..end)),
        }
    }

    fn list(&mut self, start: Option<u64>, inner: Range<usize>) -> BlockKind {
        self.take(1);
        self.depth += 1;
        let mut items = Vec::new();
        let mut index = inner.start;
        while index < inner.end {
            let end = self.events.end(index);
            let from = self.events.at(index).map_or(0, |(_, range)| range.start);
            let until = self.events.at(end).map_or(0, |(_, range)| range.end);
            self.place.path.push(items.len());
            if self.is_full() {
                let last = inner
                    .end
                    .checked_sub(1)
                    .and_then(|last| self.events.at(last));
                let until = last.map_or(until, |(_, range)| range.end);
                self.stop(from);
                let blocks = vec![literal::paragraph(self.text, from..until)];
                items.push(Item { blocks });
                index = inner.end;
            } else {
                self.take(1);
                let blocks = self.blocks(index + 1..end, until);
                items.push(Item { blocks });
                index = end + 1;
            }
            self.place.path.pop();
        }
        self.depth -= 1;
        BlockKind::List {
            ordered: start.is_some(),
            start: start.unwrap_or(1),
            items,
        }
    }

    /// The text of a text event: that of the source where both agree, so that
    /// what was masked is seen again.
    pub fn original(&self, decoded: &CowStr<'_>, range: &Range<usize>) -> Option<&'a str> {
        let masked = self.masked.get(range.clone())?;
        (masked == &**decoded)
            .then(|| self.text.get(range.clone()))
            .flatten()
    }
}

/// A range without the blank characters at its end.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let own = text.get(range.clone()).unwrap_or_default();
    range.start..range.start + own.trim_end_matches([' ', '\t', '\n', '\r']).len()
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Superscript
                | Tag::Subscript
                | Tag::Link { .. }
                | Tag::Image { .. }
        ),
        Event::Text(_)
        | Event::Code(_)
        | Event::InlineMath(_)
        | Event::DisplayMath(_)
        | Event::InlineHtml(_)
        | Event::FootnoteReference(_)
        | Event::SoftBreak
        | Event::HardBreak
        | Event::TaskListMarker(_) => true,
        Event::Html(_) | Event::Rule | Event::End(_) => false,
    }
}
