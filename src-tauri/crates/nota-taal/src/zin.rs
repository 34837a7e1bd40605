//! A text as words and punctuation marks with their places: what the patterns
//! of the grammar and the sentences look at.

use std::ops::Range;

use crate::soorten::straight;

/// A word or a punctuation mark.
pub(crate) struct Deel<'t> {
    /// As it stands in the text.
    pub(crate) text: &'t str,
    /// The same in small letters, with a straight apostrophe.
    pub(crate) lower: String,
    /// Where it begins, in bytes.
    pub(crate) start: usize,
}

impl Deel<'_> {
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// A text in its parts.
pub(crate) struct Delen<'t> {
    parts: Vec<Deel<'t>>,
}

impl<'t> Delen<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let mut parts = Vec::new();
        let mut letters = text.char_indices().peekable();
        while let Some((start, first)) = letters.next() {
            let mut end = start + first.len_utf8();
            if first.is_alphanumeric() {
                let is_more = |own: char| own.is_alphanumeric() || matches!(own, '\'' | '’' | '-');
                while let Some((at, own)) = letters.next_if(|(_, own)| is_more(*own)) {
                    end = at + own.len_utf8();
                }
            } else if !".,;:()!?–—“”\"‘’…/".contains(first) {
                continue;
            }
            let text = text.get(start..end).unwrap_or_default();
            let lower = straight(text).to_lowercase();
            parts.push(Deel { text, lower, start });
        }
        Self { parts }
    }

    pub(crate) fn len(&self) -> usize {
        self.parts.len()
    }

    /// The part at this position; none outside the text.
    pub(crate) fn part(&self, at: usize) -> Option<&Deel<'t>> {
        self.parts.get(at)
    }

    /// The part in small letters; empty outside the text.
    pub(crate) fn low(&self, at: usize) -> &str {
        self.parts.get(at).map_or("", |part| &part.lower)
    }

    /// The part before this position in small letters.
    pub(crate) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.low(at))
    }

    /// The part as it stands in the text.
    pub(crate) fn text(&self, at: usize) -> &'t str {
        self.parts.get(at).map_or("", |part| part.text)
    }

    /// Whether a part is written in small letters.
    pub(crate) fn is_small(&self, at: usize) -> bool {
        self.parts
            .get(at)
            .is_some_and(|part| straight(part.text) == part.lower)
    }

    /// The bytes from one part up to and including another.
    pub(crate) fn range(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.parts.get(from).map_or(0, |part| part.start);
        start..self.parts.get(to).map_or(start, Deel::end)
    }

    /// Whether one space stands between a part and the next.
    pub(crate) fn are_neighbours(&self, at: usize) -> bool {
        match (self.parts.get(at), self.parts.get(at + 1)) {
            (Some(own), Some(next)) => own.end() + 1 == next.start,
            _ => false,
        }
    }

    /// Whether a part is one of these marks.
    pub(crate) fn is_mark(&self, at: usize, marks: &str) -> bool {
        let own = self.low(at);
        !own.is_empty() && marks.contains(own)
    }

    /// Whether a part begins a sentence or stands behind a colon or bracket.
    pub(crate) fn begins(&self, at: usize) -> bool {
        at == 0 || self.is_mark(at - 1, ".!?:;“\"(")
    }

    /// The positions of the clause around a part, between these marks.
    pub(crate) fn clause(&self, at: usize, marks: &str) -> Range<usize> {
        let mut from = at;
        while from > 0 && at - from < LONGEST_CLAUSE && !self.is_mark(from - 1, marks) {
            from -= 1;
        }
        let mut to = at + 1;
        while to < self.len() && to - at < LONGEST_CLAUSE && !self.is_mark(to, marks) {
            to += 1;
        }
        from..to
    }

    /// Whether one of these words stands at one of these positions.
    pub(crate) fn any(&self, mut at: Range<usize>, words: &[&str]) -> bool {
        at.any(|at| words.contains(&self.low(at)))
    }
}

/// The most words of a clause that are looked at, to each side.
const LONGEST_CLAUSE: usize = 60;
