//! Blocks of code and HTML, of which the lines are kept as text.

use std::ops::Range;

use nota_model::{Block, BlockKind, Inline, Origin, Run, Span};
use pulldown_cmark::{CodeBlockKind, Event};

use super::blocks::{Reader, trimmed};
use super::literal;
use crate::lines::lines;

impl Reader<'_> {
    /// A block of code, fence lines included, line for line.
    pub fn code(
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
        let mut own = lines(self.text, span.clone());
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
    pub fn verbatim_lines(
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
            for line in lines(text, range) {
                let run = literal::run(text, line.start..line.end);
                if run.as_text() == Some("") {
                    continue;
                }
                let own = Span::new(line.start, line.end);
                span = Some(span.map_or(own, |span| span.join(own)));
                if !inlines.is_empty() {
                    inlines.push(Inline::new(Run::Break));
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
}
