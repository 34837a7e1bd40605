//! Blocks from the events of the Markdown reader.

use std::collections::HashMap;
use std::ops::Range;

use nota_model::{Block, BlockKind, Body, Code, Finding, Inline, Item, Note, Origin, Place, Span};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag};

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
    fences: &'a [Fence],
    /// The labels of the footnotes as defined, by their folded form.
    pub labels: HashMap<String, String>,
    pub findings: Vec<Finding>,
    /// The footnotes of the section that is being read.
    pub notes: Vec<Note>,
    /// The section or footnote that is being read, and the way to the block.
    pub place: Place,
    depth: usize,
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
            labels: super::notes::labels(events),
            findings: Vec::new(),
            notes: Vec::new(),
            place: Place::default(),
            depth: 0,
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
    fn line_of(&self, node: usize) -> usize {
        let start = self.events.at(node).map_or(0, |(_, range)| range.start);
        line_start(self.text, start)
    }

    fn fence(&self, node: usize) -> Option<&'a Fence> {
        let (Event::Rule, range) = self.events.at(node)? else {
            return None;
        };
        let index = self
            .fences
            .binary_search_by_key(&range.start, |fence| fence.range.start);
        self.fences.get(index.ok()?)
    }

    /// The positions of fences in `nodes` with those of the fences that close
    /// them. A fence inside does not count by itself, only with its own end.
    fn fence_pairs(&self, nodes: &[usize]) -> HashMap<usize, usize> {
        let mut pairs = HashMap::new();
        let mut open = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            match self.fence(*node) {
                Some(Fence { opens: Some(_), .. }) => open.push(index),
                Some(_) => {
                    pairs.extend(open.pop().map(|open| (open, index)));
                }
                None => {}
            }
        }
        pairs
    }

    /// Withheld blocks between two fences.
    fn lak(&mut self, open: usize, inner: &[usize], close: Option<&usize>) -> Option<Block> {
        let fence = self.fence(open)?;
        let attributes = fence.opens.as_ref()?;
        let end = close.and_then(|close| self.fence(*close));
        let end = end.map_or(fence.range.end, |end| end.range.end);
        if attributes.extra {
            self.unsupported("extra kenmerken bij een lakking", fence.range.clone());
        }
        self.take(1);
        self.depth += 1;
        let mut blocks = Vec::new();
        for node in inner {
            if self.is_full() {
                let from = self.line_of(*node);
                let until = close.map_or(end, |close| self.line_of(*close));
                self.stop(from);
                blocks.push(literal::paragraph(self.text, from..until));
                break;
            }
            self.place.path.truncate(1);
            self.place.path.push(blocks.len());
            blocks.extend(self.block(*node));
        }
        self.depth -= 1;
        Some(Block {
            kind: BlockKind::Lak {
                grond: attributes.grond.clone(),
                blocks,
            },
            origin: Origin::at(fence.range.start..end),
        })
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
    fn block(&mut self, node: usize) -> Option<Block> {
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
            Event::Start(Tag::List(start)) => self.list(*start, inner),
            Event::Start(Tag::BlockQuote(_)) => {
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
                let opmaak = match self.fence(node) {
                    Some(_) => "een lakblok zonder begin of einde",
                    None => "een horizontale lijn",
                };
                self.unsupported(opmaak, span.clone());
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

    /// A block of code, fence lines included, line for line.
    fn code(
        &mut self,
        kind: &CodeBlockKind<'_>,
        inner: Range<usize>,
        range: Range<usize>,
    ) -> Block {
        let span = trimmed(self.text, range);
        self.unsupported("een codeblok", span.clone());
        if *kind == CodeBlockKind::Indented {
            return self.verbatim_lines(inner, None, None);
        }
        let mut own = crate::lines::lines(self.text, span.clone());
        let first = own.next().map(|line| line.start..line.end);
        let last = own.last().map(|line| line.start..line.end);
        let content_end = inner.end.checked_sub(1).filter(|last| *last >= inner.start);
        let content_end = content_end
            .and_then(|last| self.events.at(last))
            .map_or(0, |(_, range)| range.end);
        let last = last.filter(|last| last.start >= content_end && last.end > content_end);
        self.verbatim_lines(inner, first, last)
    }

    /// A paragraph of lines as they stand in the source.
    fn verbatim_lines(
        &mut self,
        inner: Range<usize>,
        first: Option<Range<usize>>,
        last: Option<Range<usize>>,
    ) -> Block {
        self.take(1);
        let mut inlines: Vec<Inline> = Vec::new();
        let mut span: Option<Span> = None;
        let text = self.text;
        let mut push = |range: Range<usize>| {
            for line in crate::lines::lines(text, range) {
                let run = literal::run(text, line.start..line.end);
                if run.as_text() == Some("") {
                    continue;
                }
                let own = Span::new(line.start, line.end);
                span = Some(span.map_or(own, |span| span.join(own)));
                if !inlines.is_empty() {
                    inlines.push(Inline::new(nota_model::Run::Break));
                }
                inlines.push(run);
            }
        };
        first.into_iter().for_each(&mut push);
        for index in inner {
            if let Some((Event::Text(_) | Event::Html(_), range)) = self.events.at(index) {
                push(range);
            }
        }
        last.into_iter().for_each(&mut push);
        Block {
            kind: BlockKind::Paragraph { inlines },
            origin: span.map_or_else(Origin::none, Origin::at),
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
