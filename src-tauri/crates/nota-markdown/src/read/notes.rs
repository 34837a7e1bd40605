//! Footnotes: their labels, and whether they close their section.

use std::collections::HashMap;

use nota_model::{Block, BlockKind, Note, NoteSource, Origin, Place};
use pulldown_cmark::{Event, Tag};

use super::blocks::{Reader, trimmed};
use super::events::Events;
use crate::lines::line_start;
use crate::normal::fold_label;

/// The labels of all footnotes as defined, by their folded form: `[^A]`
/// refers to `[^a]:`.
pub(super) fn labels(events: &Events<'_>) -> HashMap<String, String> {
    let mut labels = HashMap::new();
    for index in 0..events.len() {
        if let Some((Event::Start(Tag::FootnoteDefinition(label)), _)) = events.at(index) {
            let folded = fold_label(label);
            labels.entry(folded).or_insert_with(|| label.to_string());
        }
    }
    labels
}

impl Reader<'_> {
    /// Where in `nodes` the run of footnotes begins that closes the section,
    /// each on lines of its own.
    pub fn closing_notes(&self, nodes: &[usize]) -> usize {
        let run = nodes.iter().rev().take_while(|node| {
            let Some((Event::Start(Tag::FootnoteDefinition(_)), range)) = self.events.at(**node)
            else {
                return false;
            };
            let start = line_start(self.text, range.start);
            let before = self.text.get(..start).unwrap_or_default();
            before.is_empty() || before.ends_with(['\n', '\r', '\u{feff}'])
        });
        nodes.len() - run.count()
    }

    /// A footnote with text of the section after it.
    pub fn note_within(&mut self, label: &str, node: usize) {
        self.note(label, node, NoteSource::Within);
    }

    /// A footnote at the end of its section, with bytes of its own up to
    /// `end`.
    pub fn closing_note(&mut self, node: usize, end: usize) {
        let Some((Event::Start(Tag::FootnoteDefinition(label)), range)) = self.events.at(node)
        else {
            return;
        };
        let start = line_start(self.text, range.start);
        let source = self.text.get(start..end).unwrap_or_default().to_owned();
        self.note(label, node, NoteSource::Verbatim(source));
    }

    fn note(&mut self, label: &str, node: usize, source: NoteSource) {
        let Some((_, range)) = self.events.at(node) else {
            return;
        };
        self.take(1);
        let span = trimmed(self.text, range);
        let place = Place {
            section: self.place.section.clone(),
            index: self.place.index,
            note: Some(label.to_owned()),
            ..Place::default()
        };
        let outer = std::mem::replace(&mut self.place, place);
        let mut blocks = self.blocks(node + 1..self.events.end(node), span.end);
        self.place = outer;
        // A footnote belongs to no block, so between the fences of withheld
        // blocks it is withheld by marks of its own.
        if let Some(grond) = self.lak.clone() {
            blocks = vec![Block::new(BlockKind::Lak { grond, blocks })];
        }
        self.notes.push(Note {
            label: label.to_owned(),
            blocks: crate::normal::note_blocks(blocks),
            source,
            origin: Origin::at(span),
        });
    }
}
