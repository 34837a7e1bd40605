//! The footnotes: which number each gets, and where its text stands.

use std::collections::HashMap;

use nota_model::{Nota, Note};

/// How deep a footnote may refer to another that is not printed yet. Deeper
/// references are printed as they stand in the file.
const MAX_DEPTH: usize = 3;

/// The footnotes of a nota, and the numbers handed out so far. Numbers follow
/// the order of the references. A footnote that nothing refers to has no place
/// on a page and is not printed.
pub(crate) struct Notes<'a> {
    by_label: HashMap<&'a str, &'a Note>,
    numbers: HashMap<&'a str, u32>,
    depth: usize,
}

/// What a reference becomes.
pub(crate) enum Reference<'a> {
    /// The first one: the text of the footnote belongs here.
    First(u32, &'a Note),
    /// A later one.
    Again(u32),
    /// There is no such footnote.
    Missing,
}

impl<'a> Notes<'a> {
    /// The footnotes of this nota; of two with one label the first counts.
    pub(crate) fn new(nota: &'a Nota) -> Self {
        Self {
            by_label: nota.notes_by_label(),
            numbers: HashMap::new(),
            depth: 0,
        }
    }

    /// What the next reference in the text becomes.
    pub(crate) fn refer(&mut self, label: &str) -> Reference<'a> {
        let Some((&label, &note)) = self.by_label.get_key_value(label) else {
            return Reference::Missing;
        };
        if let Some(number) = self.numbers.get(label) {
            return Reference::Again(*number);
        }
        if self.depth >= MAX_DEPTH {
            return Reference::Missing;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX - 1) + 1;
        self.numbers.insert(label, number);
        Reference::First(number, note)
    }

    /// What follows is the text of a footnote.
    pub(crate) fn enter(&mut self) {
        self.depth += 1;
    }

    /// The text of the footnote is done.
    pub(crate) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }
}
