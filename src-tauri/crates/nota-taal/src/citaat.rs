//! What a text quotes: the words of someone else are not corrected.

use std::ops::Range;

/// The quotations of a text, in order.
pub(crate) struct Citaten(Vec<Range<usize>>);

impl Citaten {
    /// What stands between double quotation marks. A mark that is not closed
    /// quotes nothing.
    pub(crate) fn of(text: &str) -> Self {
        let mut found = Vec::new();
        let mut open: Option<usize> = None;
        for (at, own) in text.char_indices() {
            match (own, open) {
                ('“' | '„', _) => open = Some(at),
                ('"', None) => open = Some(at),
                ('”' | '"', Some(start)) => {
                    found.push(start..at);
                    open = None;
                }
                _ => {}
            }
        }
        Self(found)
    }

    /// Whether a part of the text lies in a quotation.
    pub(crate) fn hold(&self, range: &Range<usize>) -> bool {
        let after = self.0.partition_point(|own| own.end <= range.start);
        let own = self.0.get(after);
        own.is_some_and(|own| own.start <= range.start && range.end <= own.end)
    }

    /// Whether most of a part of the text is a quotation.
    pub(crate) fn fill(&self, range: &Range<usize>) -> bool {
        let from = self.0.partition_point(|own| own.end <= range.start);
        let own = self.0.get(from..).unwrap_or_default();
        let inside = own.iter().take_while(|own| own.start < range.end);
        let bytes: usize = inside
            .map(|own| own.end.min(range.end) - own.start.max(range.start))
            .sum();
        bytes * 2 > range.len()
    }
}
