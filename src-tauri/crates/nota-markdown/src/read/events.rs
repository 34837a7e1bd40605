//! The events of the Markdown reader as a list, with the end of each node.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

/// The events, with ranges of the whole text.
pub(super) struct Events<'a> {
    list: Vec<(Event<'a>, Range<usize>)>,
    ends: Vec<usize>,
}

impl<'a> Events<'a> {
    /// Reads `masked` from `start` on. Only what the format knows is switched
    /// on; everything else arrives as text.
    pub fn read(masked: &'a str, start: usize) -> Self {
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let body = masked.get(start..).unwrap_or_default();
        let mut list = Vec::new();
        let mut ends = Vec::new();
        let mut open = Vec::new();
        for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
            let index = list.len();
            ends.push(index);
            match &event {
                Event::Start(_) => open.push(index),
                Event::End(_) => {
                    if let Some(end) = open.pop().and_then(|start: usize| ends.get_mut(start)) {
                        *end = index;
                    }
                }
                _ => {}
            }
            list.push((event, start + range.start..start + range.end));
        }
        Self { list, ends }
    }

    /// The number of events.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The event at an index, with its range in the text.
    pub fn at(&self, index: usize) -> Option<(&Event<'a>, Range<usize>)> {
        self.list
            .get(index)
            .map(|(event, range)| (event, range.clone()))
    }

    /// The index of the last event of the node that starts at an index.
    pub fn end(&self, index: usize) -> usize {
        self.ends.get(index).copied().unwrap_or(index).max(index)
    }
}
