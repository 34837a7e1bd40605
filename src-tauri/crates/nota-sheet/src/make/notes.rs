//! The footnotes: which number each gets, and where its text belongs. Numbers
//! follow the order in which the references are read, the text of a footnote
//! included; footnotes that nothing refers to come last, so that no text is
//! lost.

use std::collections::{HashMap, VecDeque};

use nota_model::{Nota, Note, Place};

use super::Maker;
use super::pieces::Within;
use crate::{Belongs, Footnote};

/// How deep a footnote may stand in another. The text of a deeper one belongs
/// at the end of the nota.
const MAX_DEPTH: usize = 3;

/// The footnotes of a nota, and the numbers handed out so far.
pub(crate) struct Notes<'n> {
    /// All footnotes, in the order of the file, with their places.
    notes: Vec<(Place, &'n Note)>,
    /// Where each label stands in `notes`; of two with one label the first.
    by_label: HashMap<&'n str, usize>,
    /// The number of each footnote, from 1.
    numbers: Vec<Option<u32>>,
    /// The last number that was handed out.
    last: u32,
    /// Those that have a number and whose text is not made yet.
    waiting: VecDeque<usize>,
    /// The first footnote that may still be without number.
    unread: usize,
    depth: usize,
    /// Those whose text is made, in the order in which it was.
    made: Vec<Footnote<'n>>,
}

impl<'n> Notes<'n> {
    /// The footnotes of this nota; of two with one label the first counts.
    pub(crate) fn new(nota: &'n Nota) -> Self {
        let mut notes = Vec::new();
        for (index, body) in nota.bodies() {
            let section = index.and_then(|index| nota.sections.get(index));
            for note in &body.notes {
                let place = Place {
                    section: section.and_then(|own| own.key.clone()),
                    index,
                    note: Some(note.label.clone()),
                    ..Place::default()
                };
                notes.push((place.at(note.origin.span()), note));
            }
        }
        let mut by_label = HashMap::new();
        for (index, (_, note)) in notes.iter().enumerate() {
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
            made: Vec::new(),
        }
    }

    fn assign(&mut self, index: usize) -> Option<u32> {
        let number = self.numbers.get_mut(index)?;
        self.last += 1;
        *number = Some(self.last);
        *number
    }

    /// The next footnote whose text is not made when all else is.
    fn next_left(&mut self) -> Option<(usize, Belongs)> {
        if let Some(index) = self.waiting.pop_front() {
            return Some((index, Belongs::TooDeep));
        }
        let rest = self.numbers.get(self.unread..)?;
        let next = self.unread + rest.iter().position(Option::is_none)?;
        self.unread = next + 1;
        self.assign(next)?;
        Some((next, Belongs::Unreferenced))
    }
}

impl<'n> Maker<'n> {
    /// What a reference becomes: the number of the footnote, and whether its
    /// text belongs here; none when there is no such footnote.
    pub(super) fn refer(&mut self, label: &str) -> Option<(u32, bool)> {
        let notes = &mut self.notes;
        let index = *notes.by_label.get(label)?;
        if let Some(number) = notes.numbers.get(index).copied().flatten() {
            return Some((number, false));
        }
        let number = notes.assign(index)?;
        if notes.depth >= MAX_DEPTH {
            notes.waiting.push_back(index);
            return Some((number, false));
        }
        self.make_note(index, Belongs::AtReference);
        Some((number, true))
    }

    /// Makes the text of a footnote that has its number.
    fn make_note(&mut self, index: usize, belongs: Belongs) {
        let Some((place, note)) = self.notes.notes.get(index) else {
            return;
        };
        let Some(number) = self.notes.numbers.get(index).copied().flatten() else {
            return;
        };
        let (place, note) = (place.clone(), *note);
        self.notes.depth += 1;
        let lists = std::mem::take(&mut self.lists);
        let pieces = self.pieces(&note.blocks, &place, Within::Note);
        self.lists = lists;
        self.notes.depth -= 1;
        self.notes.made.push(Footnote {
            number,
            place,
            belongs,
            pieces,
        });
    }

    /// All footnotes in the order of their numbers, when all else is made.
    pub(super) fn footnotes(&mut self) -> Vec<Footnote<'n>> {
        while let Some((index, belongs)) = self.notes.next_left() {
            self.make_note(index, belongs);
        }
        let mut made = std::mem::take(&mut self.notes.made);
        made.sort_by_key(|note| note.number);
        made
    }
}
