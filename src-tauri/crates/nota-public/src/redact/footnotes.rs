//! The footnotes that public text refers to. They get new labels in the
//! order in which they are met, so that neither their labels nor their
//! numbers say anything about the others.

use std::collections::HashMap;

use nota_model::{Nota, Note, NoteSource, Origin, Run};

use super::Redactor;

pub(super) struct Footnotes<'a> {
    /// Of two with one label the first counts, as it does on the page.
    by_label: HashMap<&'a str, &'a Note>,
    numbers: HashMap<&'a str, usize>,
    /// Those that were referred to, in the order of their numbers.
    met: Vec<&'a Note>,
}

impl<'a> Footnotes<'a> {
    pub fn new(nota: &'a Nota) -> Self {
        Self {
            by_label: nota.notes_by_label(),
            numbers: HashMap::new(),
            met: Vec::new(),
        }
    }

    /// What becomes of a reference in public text. One without a footnote is
    /// the text that stands in the file, as in the internal version.
    pub fn refer(&mut self, label: &'a str) -> Run {
        let Some(note) = self.by_label.get(label) else {
            return Run::Text {
                text: format!("[^{label}]"),
            };
        };
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(label).or_insert(next);
        if number == next {
            self.met.push(note);
        }
        Run::Note {
            label: number.to_string(),
        }
    }
}

impl<'a> Redactor<'a> {
    /// The footnotes of public text, and those that they refer to.
    pub(super) fn notes(&mut self) -> Vec<Note> {
        let mut out = Vec::new();
        while let Some(note) = self.footnotes.met.get(out.len()).copied() {
            out.push(Note {
                label: (out.len() + 1).to_string(),
                blocks: self.blocks(&note.blocks),
                source: NoteSource::Edited,
                origin: Origin::none(),
            });
        }
        out
    }
}
