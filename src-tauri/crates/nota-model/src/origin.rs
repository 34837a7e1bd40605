//! Where a part of the nota came from in its file: byte spans, and the map
//! from a text's offsets to the file's.

use std::ops::Range;

/// A range of bytes in the file, `start <= end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to but without `end`; turned round when
    /// `end` lies before `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start: start.min(end),
            end: start.max(end),
        }
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The number of bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range, to index a text with.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

/// Where a node stands in the file it was read from; empty for a node that
/// was made in the editor.
///
/// Two nodes are equal when a reader sees no difference. Where they stand is
/// not part of that, so every `Origin` equals every other.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    span: Option<Span>,
    /// Offsets (in the node's text, in the file) from where both run on in
    /// step until the next pair. Escapes and entities make new pairs; text
    /// that stands nowhere in the file has none there.
    sync: Vec<(usize, Option<usize>)>,
}

impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Origin {}

impl Origin {
    /// The origin of a node that was made, not read.
    pub fn none() -> Self {
        Self::default()
    }

    /// A node that stands at `span`.
    pub fn at(span: impl Into<Span>) -> Self {
        Self {
            span: Some(span.into()),
            sync: Vec::new(),
        }
    }

    /// A text that stands at `span` and is the same bytes there.
    pub fn verbatim(span: impl Into<Span>) -> Self {
        let span = span.into();
        Self {
            span: Some(span),
            sync: vec![(0, Some(span.start))],
        }
    }

    /// The whole span, when the node was read from a file.
    pub fn span(&self) -> Option<Span> {
        self.span
    }

    /// Adds the origin of a text that is glued to the end of this one, which
    /// has `len` bytes of text so far.
    pub fn append(&mut self, len: usize, next: &Origin) {
        if next.sync.is_empty() {
            self.sync.push((len, next.span.map(|span| span.start)));
        }
        self.sync
            .extend(next.sync.iter().map(|(text, file)| (text + len, *file)));
        if let Some(span) = next.span {
            self.span = Some(self.span.map_or(span, |own| own.join(span)));
        }
    }

    /// The span of a part of the node's text, given in bytes of that text.
    /// The whole span when the parts cannot be told apart.
    pub fn part(&self, range: Range<usize>) -> Option<Span> {
        let whole = self.span?;
        let start = self.locate(range.start).unwrap_or(whole.start);
        let end = match range.end.checked_sub(1) {
            Some(last) if range.end > range.start => {
                self.locate(last).map_or(whole.end, |last| last + 1)
            }
            _ => start,
        };
        if start < whole.start || end > whole.end || end < start {
            return Some(whole);
        }
        Some(Span::new(start, end))
    }

    /// The origin of a part of the node's text, given in bytes of that text.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Origin {
        let mut sync = Vec::new();
        if let Some(start) = self.locate(range.start) {
            sync.push((0, Some(start)));
        }
        let after = self.sync.partition_point(|(text, _)| *text <= range.start);
        let inside = self.sync.iter().skip(after);
        sync.extend(
            inside
                .take_while(|(text, _)| *text < range.end)
                .map(|(text, file)| (text - range.start, *file)),
        );
        Origin {
            span: self.part(range),
            sync,
        }
    }

    fn locate(&self, offset: usize) -> Option<usize> {
        let after = self.sync.partition_point(|(text, _)| *text <= offset);
        let (text, file) = *self.sync.get(after.checked_sub(1)?)?;
        Some(file? + offset - text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_after_an_escape_points_at_its_own_bytes() {
        // In the file: `a\*b` at 10..14, as text: `a*b`.
        let mut origin = Origin::verbatim(10..11);
        origin.append(1, &Origin::verbatim(12..14));
        assert_eq!(origin.span(), Some(Span::new(10, 14)));
        assert_eq!(origin.part(1..3), Some(Span::new(12, 14)));
        assert_eq!(origin.part(0..1), Some(Span::new(10, 11)));
    }

    #[test]
    fn text_that_was_added_to_a_read_text_has_no_place_of_its_own() {
        let mut origin = Origin::verbatim(10..11);
        origin.append(1, &Origin::none());
        origin.append(4, &Origin::verbatim(14..15));
        assert_eq!(origin.part(1..4), Some(Span::new(10, 15)));
        assert_eq!(origin.part(4..5), Some(Span::new(14, 15)));
    }

    #[test]
    fn a_slice_keeps_the_map_to_the_file() {
        let mut origin = Origin::verbatim(10..11);
        origin.append(1, &Origin::verbatim(12..14));
        let slice = origin.slice(1..3);
        assert_eq!(slice.span(), Some(Span::new(12, 14)));
        assert_eq!(slice.part(1..2), Some(Span::new(13, 14)));
    }

    #[test]
    fn a_part_of_a_made_text_has_no_place() {
        assert_eq!(Origin::none().part(0..1), None);
    }
}
