//! The longer public words that withheld names stand in: "visserij" for
//! "Visser". Such a word is no trace of the name, also when a line end cuts it.

use std::collections::{HashMap, HashSet};

use crate::fold::Letters;

/// The number of words that are kept for one name.
const MOST: usize = 32;

/// How far a word is followed on each side.
const LONGEST: usize = 60;

/// What stands before and after a name in a word.
type Around = (Vec<u8>, Vec<u8>);

/// For the letters of each name the words that it stands in.
#[derive(Default)]
pub(super) struct Hosts(HashMap<Vec<u8>, HashSet<Around>>);

impl Hosts {
    /// Remembers the word around a name at a place of public text.
    pub fn add(&mut self, name: &[u8], letters: &Letters, start: usize, end: usize) {
        let first = (0..=start)
            .rev()
            .take(LONGEST)
            .find(|at| letters.is_edge(*at));
        let last = (end..).take(LONGEST).find(|at| letters.is_edge(*at));
        let part = |from: usize, to: usize| letters.bytes.get(from..to).unwrap_or_default();
        let before = part(first.unwrap_or(start), start).to_vec();
        let after = part(end, last.unwrap_or(end)).to_vec();
        if !self.0.contains_key(name) {
            self.0.insert(name.to_vec(), HashSet::new());
        }
        if let Some(own) = self.0.get_mut(name)
            && own.len() < MOST
        {
            own.insert((before, after));
        }
    }

    /// Whether a name at a place belongs to public text: it stands inside a
    /// word, or the letters around it make one that is public.
    pub fn explain(&self, name: &[u8], letters: &Letters, start: usize, end: usize) -> bool {
        let Some(hosts) = self.0.get(name) else {
            return false;
        };
        let before = letters.bytes.get(..start).unwrap_or_default();
        let after = letters.bytes.get(end..).unwrap_or_default();
        let around = |(own, other): &Around| {
            !(own.is_empty() && other.is_empty())
                && before.ends_with(own)
                && after.starts_with(other)
        };
        !letters.are_words(start, end) || hosts.iter().any(around)
    }

    /// Whether these letters are one of the words that a name stands in, whole.
    pub fn holds(&self, name: &[u8], word: &[u8]) -> bool {
        let of = |(before, after): &Around| [before, name, after].concat() == word;
        self.0.get(name).is_some_and(|own| own.iter().any(of))
    }
}
