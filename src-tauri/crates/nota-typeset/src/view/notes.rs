//! The footnotes: which number each gets, and where its text stands.

use std::collections::{HashMap, VecDeque};

use nota_model::{Nota, Note};

/// How deep a footnote may stand in another. The text of a deeper one stands
/// at the end of the nota.
const MAX_DEPTH: usize = 3;

/// The footnotes of a nota, and the numbers handed out so far. Numbers follow
/// the order of the references. Footnotes that nothing refers to come last, so
/// that no text is lost.
pub(crate) struct Notes<'a> {
    /// All footnotes, in the order of the file.
    notes: Vec<&'a Note>,
    /// Where each label stands in `notes`; of two with one label the first.
    by_label: HashMap<&'a str, usize>,
    /// The number of each footnote, from 1.
    numbers: Vec<Option<u32>>,
    /// The last number that was handed out.
    last: u32,
    /// Those that have a number and whose text is not printed yet.
    waiting: VecDeque<usize>,
    /// The first footnote that may still be without number.
    unread: usize,
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
        let notes: Vec<&Note> = nota.notes().collect();
        let mut by_label = HashMap::new();
        for (index, note) in notes.iter().enumerate() {
            by_label.entry(note.label.as_str()).or_insert(index);
        }
        Self {
            numbers: vec![None; notes.len()],
            notes,
            by_label,
            last: 0,
            waiting: VecDeque::new(),
            unread: 0,
            depth: 0,
        }
    }

    /// What the next reference in the text becomes.
    pub(crate) fn refer(&mut self, label: &str) -> Reference<'a> {
        let Some(&index) = self.by_label.get(label) else {
            return Reference::Missing;
        };
        if let Some(number) = self.numbers.get(index).copied().flatten() {
            return Reference::Again(number);
        }
        let (Some(number), Some(note)) = (self.assign(index), self.notes.get(index).copied())
        else {
            return Reference::Missing;
        };
        if self.depth >= MAX_DEPTH {
            self.waiting.push_back(index);
            return Reference::Again(number);
        }
        Reference::First(number, note)
    }

    /// The next footnote whose text is not printed when all else is.
    pub(crate) fn next_unprinted(&mut self) -> Option<(u32, &'a Note)> {
        let index = match self.waiting.pop_front() {
            Some(index) => index,
            None => {
                let rest = self.numbers.get(self.unread..)?;
                let next = self.unread + rest.iter().position(Option::is_none)?;
                self.unread = next + 1;
                self.assign(next)?;
                next
            }
        };
        let number = self.numbers.get(index).copied().flatten()?;
        Some((number, *self.notes.get(index)?))
    }

    fn assign(&mut self, index: usize) -> Option<u32> {
        let number = self.numbers.get_mut(index)?;
        self.last += 1;
        *number = Some(self.last);
        *number
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
