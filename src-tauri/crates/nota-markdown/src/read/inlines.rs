//! Running text from the events of the Markdown reader.

use std::ops::Range;

use nota_model::{Inline, Mark, Origin, Run};
use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::attributes::{LANGUAGE, OPENING};
use super::blocks::Reader;
use super::{lak, literal};
use crate::lines::lines;
use crate::normal;

/// What carries the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A paragraph, with line ends.
    Paragraph,
    /// A heading: one line.
    Line,
    /// A cell, in which `<br>` is a line end.
    Cell,
}

/// A run with its place in the source.
pub(super) struct Piece {
    pub inline: Inline,
    pub at: Range<usize>,
    /// Whether its text is the same bytes in the source.
    pub verbatim: bool,
    /// Whether its first character has a backslash before it.
    pub escaped: bool,
}

impl Reader<'_> {
    /// The running text of some events.
    pub fn inlines(&mut self, events: Range<usize>, kind: Kind) -> Vec<Inline> {
        let start = self.events.at(events.start).map_or(0, |(_, at)| at.start);
        let mut walk = Walk {
            kind,
            lists_addresses: kind == Kind::Paragraph && self.is_definition(start),
            pieces: Vec::new(),
            strong: 0,
            emphasis: 0,
            links: Vec::new(),
            set: Vec::new(),
            end: None,
        };
        let mut index = events.start;
        while index < events.end {
            index = self.walk(&mut walk, index);
        }
        let Walk {
            pieces,
            set: emphasis,
            ..
        } = walk;
        let first = pieces.first().map_or(0, |piece| piece.at.start);
        let last = pieces.last().map_or(first, |piece| piece.at.end);
        let source = self.text.get(first..last).unwrap_or_default();
        self.strikethrough(source, first);
        self.definitions(first..last);
        let runs = if source.contains(OPENING) || source.contains(LANGUAGE) {
            self.marked(pieces, &emphasis)
        } else {
            pieces.into_iter().map(|piece| piece.inline).collect()
        };
        normal::runs(runs, kind)
    }

    fn marked(&mut self, pieces: Vec<Piece>, emphasis: &[Range<usize>]) -> Vec<Inline> {
        let (spans, languages) = lak::spans(self.text, &pieces);
        for span in spans.iter().filter(|span| span.extra) {
            self.unsupported("extra kenmerken bij een lakking", span.closing.clone());
        }
        self.crossed.extend(lak::crossed(&spans, emphasis));
        let pieces = lak::apply(lak::apply(pieces, &spans), &languages);
        pieces.into_iter().map(|piece| piece.inline).collect()
    }

    /// Handles one node and gives the index of the next.
    fn walk(&mut self, walk: &mut Walk, index: usize) -> usize {
        let Some((event, range)) = self.events.at(index) else {
            return index + 1;
        };
        match event {
            Event::Start(Tag::Strong) => {
                walk.strong += 1;
                walk.set.push(range);
            }
            Event::Start(Tag::Emphasis) => {
                walk.emphasis += 1;
                walk.set.push(range);
            }
            Event::End(pulldown_cmark::TagEnd::Strong) => walk.strong -= 1,
            Event::End(pulldown_cmark::TagEnd::Emphasis) => walk.emphasis -= 1,
            Event::Start(Tag::Link { .. }) => return self.link(walk, index),
            Event::End(pulldown_cmark::TagEnd::Link) => drop(walk.links.pop()),
            Event::Start(Tag::Image { .. }) => {
                self.unsupported("een afbeelding", range.clone());
                walk.literal(literal::run(self.text, range.clone()), range);
                return self.events.end(index) + 1;
            }
            Event::Text(text) => self.text(walk, text, range),
            Event::Code(_) => {
                self.unsupported("code", range.clone());
                walk.literal(literal::run(self.text, range.clone()), range);
            }
            Event::InlineHtml(html) if walk.kind == Kind::Cell && is_break(html) => {
                walk.push(Run::Break, range);
            }
            Event::InlineHtml(_) | Event::Html(_) => {
                self.unsupported("HTML", range.clone());
                walk.literal(literal::run(self.text, range.clone()), range);
            }
            Event::FootnoteReference(label) => {
                let known = self.labels.get(&normal::fold_label(label));
                let label = known.map_or(&**label, String::as_str).to_owned();
                walk.push(Run::Note { label }, range);
            }
            Event::SoftBreak if walk.lists_addresses && self.before_definition(range.end) => {
                walk.push(Run::Break, range);
            }
            Event::SoftBreak => walk.space(range),
            Event::HardBreak => walk.push(Run::Break, range),
            _ => walk.literal(literal::run(self.text, range.clone()), range),
        }
        index + 1
    }

    fn link(&mut self, walk: &mut Walk, index: usize) -> usize {
        let Some((
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            }),
            range,
        )) = self.events.at(index)
        else {
            return index + 1;
        };
        let end = self.events.end(index);
        let seen = |index| {
            let event = self.events.at(index).map(|(event, _)| event);
            !matches!(event, Some(Event::Start(_) | Event::End(_)) | None)
        };
        if !(index..end).any(seen) {
            self.unsupported("een link zonder tekst", range.clone());
            walk.literal(literal::run(self.text, range.clone()), range);
            return end + 1;
        }
        if !title.is_empty() {
            // A link has no title in the model: as text it is seen by who reads
            // the nota, and by what looks for withheld text.
            self.unsupported("een titel bij een link", range.clone());
            walk.literal(literal::run(self.text, range.clone()), range);
            return end + 1;
        }
        walk.links.push(match link_type {
            LinkType::Email => format!("mailto:{dest_url}"),
            _ => dest_url.to_string(),
        });
        index + 1
    }

    fn text(&mut self, walk: &mut Walk, text: &CowStr<'_>, range: Range<usize>) {
        let before = range.start.checked_sub(1);
        let backslash = before.and_then(|at| self.text.as_bytes().get(at)) == Some(&b'\\');
        let escaped = backslash && walk.end != Some(range.start);
        let original = self.original(text, &range);
        // An entity may stand for more bytes than it has; then its parts have
        // no place of their own.
        let origin = match original {
            Some(_) => Origin::verbatim(range.clone()),
            None if text.len() <= range.len() => Origin::at(range.clone()),
            None => Origin::none(),
        };
        let text = original.unwrap_or(text).to_owned();
        walk.add(Run::Text { text }, origin, range);
        if let Some(piece) = walk.pieces.last_mut() {
            piece.verbatim = original.is_some();
            piece.escaped = escaped;
        }
    }

    fn is_definition(&self, at: usize) -> bool {
        let own = self.definitions;
        own.binary_search_by_key(&at, |one| one.start).is_ok()
    }

    /// Whether the line that starts at a byte is a link definition.
    fn before_definition(&self, at: usize) -> bool {
        let own = self.text.get(at..).unwrap_or_default();
        let marks = own.len() - own.trim_start_matches([' ', '\t', '>']).len();
        self.is_definition(at + marks)
    }

    /// Reports addresses that were meant for links elsewhere in the text.
    fn definitions(&mut self, range: Range<usize>) {
        let own = self.definitions;
        let from = own.partition_point(|one| one.start < range.start);
        let own = own.get(from..).unwrap_or_default().iter();
        for one in own.take_while(|one| one.start < range.end) {
            if one.is_address {
                let line = lines(self.text, one.start..range.end).next();
                let end = line.map_or(range.end, |line| line.end);
                self.unsupported("een adres voor links op een eigen regel", one.start..end);
            }
        }
    }

    /// Reports `~~text~~`, which arrives as it is written.
    fn strikethrough(&mut self, source: &str, start: usize) {
        let Some(first) = source.find("~~") else {
            return;
        };
        let after = source.get(first + 2..).unwrap_or_default();
        let open = after
            .chars()
            .next()
            .is_some_and(|c| !c.is_whitespace() && c != '~');
        let escaped = source
            .get(..first)
            .is_some_and(|before| before.ends_with('\\'));
        if let (true, false, Some(length)) = (open, escaped, after.find("~~")) {
            let from = start + first;
            self.unsupported("een doorhaling", from..from + length + 4);
        }
    }
}

fn is_break(html: &str) -> bool {
    let inner = html.trim_matches(['<', '>', '/', ' ']);
    inner.eq_ignore_ascii_case("br") && !html.starts_with("</")
}

/// The runs so far and the marks that are open.
struct Walk {
    kind: Kind,
    /// Whether the text begins with a link definition: then each of them
    /// stands on a line of its own.
    lists_addresses: bool,
    pieces: Vec<Piece>,
    strong: usize,
    emphasis: usize,
    /// The addresses of the links that are open.
    links: Vec<String>,
    /// The bold and italic stretches, with their signs.
    set: Vec<Range<usize>>,
    /// Where the last piece ended.
    end: Option<usize>,
}

impl Walk {
    fn push(&mut self, run: Run, range: Range<usize>) {
        let origin = Origin::at(range.clone());
        self.add(run, origin, range);
    }

    fn space(&mut self, range: Range<usize>) {
        let origin = Origin::verbatim(range.clone());
        let text = " ".to_owned();
        self.add(Run::Text { text }, origin, range);
    }

    fn literal(&mut self, inline: Inline, range: Range<usize>) {
        self.add(inline.run, inline.origin, range);
    }

    fn add(&mut self, run: Run, origin: Origin, range: Range<usize>) {
        let mut marks = Vec::new();
        if let Some(href) = self.links.last() {
            marks.push(Mark::Link { href: href.clone() });
        }
        if self.strong > 0 {
            marks.push(Mark::Sterk);
        }
        if self.emphasis > 0 {
            marks.push(Mark::Nadruk);
        }
        self.end = Some(range.end);
        self.pieces.push(Piece {
            inline: Inline { run, marks, origin },
            at: range,
            verbatim: false,
            escaped: false,
        });
    }
}
