//! The language checks as one: which of them are on, the words that people
//! added, and what was found in texts that were looked at before.

use std::collections::{HashMap, HashSet};
use std::mem;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

use crate::spelling::is_listed;
use crate::{
    Ambacht, Engels, FEW_STEPS, Frase, STEPS, Taalfout, Woord, Zinsbouw, ambacht, eenvoudig,
    engels, grammatica, spelling, suggestions, suggestions_until, zinsbouw,
};

/// Which checks are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Onderdelen {
    /// Words that are wrong or not known.
    pub spelling: bool,
    /// The patterns of the grammar.
    pub grammar: bool,
    /// Formal phrases, long and passive sentences.
    pub plain: bool,
    /// The craft of a nota: dates, abbreviations, amounts.
    pub craft: bool,
}

impl Onderdelen {
    /// All checks.
    pub const ALL: Self = Self {
        spelling: true,
        grammar: true,
        plain: true,
        craft: true,
    };

    /// No check.
    pub const NONE: Self = Self {
        spelling: false,
        grammar: false,
        plain: false,
        craft: false,
    };
}

/// What was found in one text, by each check that is on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bevinding {
    /// Words that are wrong or not known.
    pub spelling: Vec<Woord>,
    /// Sentences that are English, looked for with the spelling.
    pub english: Vec<Engels>,
    /// Faults of grammar.
    pub grammar: Vec<Taalfout>,
    /// Formal phrases.
    pub plain: Vec<Frase>,
    /// What the sentences are like.
    pub sentences: Zinsbouw,
    /// What the craft of a nota is about.
    pub craft: Ambacht,
}

/// Words that people added: one of the three lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Woordenlijst {
    words: HashSet<String>,
}

/// The most words that a list keeps.
pub const MOST_WORDS: usize = 50_000;

/// The longest word that a list keeps, in bytes.
const LONGEST_WORD: usize = 200;

impl Woordenlijst {
    /// Reads a list: a word on each line; lines that begin with `#` are
    /// remarks. Gives the list, and how many lines are no word or are too many.
    pub fn read(text: &str) -> (Self, usize) {
        let mut list = Self::default();
        let mut skipped = 0;
        let lines = text
            .lines()
            .map(|line| line.trim().trim_start_matches('\u{feff}'));
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            skipped += usize::from(!list.add(line));
        }
        (list, skipped)
    }

    /// Adds a word. Not one that is too long, has a space or a control
    /// character or no letter in it, and not one too many; says so by `false`.
    pub fn add(&mut self, word: &str) -> bool {
        let word = word.trim();
        let fits = word.len() <= LONGEST_WORD
            && word.contains(char::is_alphabetic)
            && !word.contains(|own: char| own.is_whitespace() || own.is_control());
        let fits = fits && self.words.len() < MOST_WORDS;
        if fits {
            self.words.insert(word.to_owned());
        }
        fits
    }

    /// Whether the list has a word: as it is, with a capital at the start of
    /// a sentence, or with an s of a plural or a possessive.
    pub fn has(&self, word: &str) -> bool {
        !self.words.is_empty() && is_listed(word, &|own| self.words.contains(own))
    }

    /// Whether there is no word in it.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, in order.
    pub fn words(&self) -> Vec<&str> {
        let mut words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        words.sort_unstable();
        words
    }
}

/// The language checks, to be kept as long as there are texts to look at.
/// Several threads may use it at once.
#[derive(Debug)]
pub struct Taal {
    on: Onderdelen,
    lists: Vec<Woordenlijst>,
    texts: Mutex<Remembered<Arc<Bevinding>>>,
    suggested: Mutex<Remembered<Arc<[String]>>>,
}

impl Taal {
    /// The checks that are on, with the lists of the drafter and the ministry.
    /// The dictionary is read when the first word is looked up.
    pub fn new(on: Onderdelen, lists: Vec<Woordenlijst>) -> Self {
        Self {
            on,
            lists,
            texts: Mutex::default(),
            suggested: Mutex::default(),
        }
    }

    /// Which checks are on.
    pub fn on(&self) -> Onderdelen {
        self.on
    }

    /// What is found in a text. A text that was looked at before is not looked
    /// at again.
    pub fn look(&self, text: &str) -> Arc<Bevinding> {
        if let Some(known) = locked(&self.texts).get(text) {
            return known;
        }
        let found = Arc::new(self.look_anew(text));
        locked(&self.texts).put(text, Arc::clone(&found));
        found
    }

    fn look_anew(&self, text: &str) -> Bevinding {
        let mut found = Bevinding::default();
        if self.on.spelling {
            found.english = engels(text);
            found.spelling = spelling(text);
            found.spelling.retain(|own| {
                let word = text.get(own.range.clone()).unwrap_or_default();
                !self.lists.iter().any(|list| list.has(word))
            });
        }
        if self.on.grammar {
            found.grammar = grammatica(text);
        }
        if self.on.plain {
            found.plain = eenvoudig(text);
            found.sentences = zinsbouw(text);
        }
        if self.on.craft {
            found.craft = ambacht(text);
        }
        found
    }

    /// What was probably meant by a word, as far as that is seen at once. Who
    /// has time for one word asks [`suggestions`].
    pub fn near(&self, word: &str) -> Arc<[String]> {
        if let Some(known) = locked(&self.suggested).get(word) {
            return known;
        }
        let own: Vec<&str> = self.lists.iter().flat_map(Woordenlijst::words).collect();
        let found: Arc<[String]> = suggestions(word, &own, FEW_STEPS).into();
        locked(&self.suggested).put(word, Arc::clone(&found));
        found
    }

    /// All that was probably meant by a word, for who asks about this one word:
    /// what was found when `stop` becomes true.
    pub fn suggest(&self, word: &str, stop: &AtomicBool) -> Vec<String> {
        let own: Vec<&str> = self.lists.iter().flat_map(Woordenlijst::words).collect();
        suggestions_until(word, &own, STEPS, stop)
    }
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // What a thread that panicked left behind is whole: it is put in at once.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The bytes of text that are remembered, at most twice.
const REMEMBERED: usize = 2_000_000;

/// Answers by text, of the texts that were asked for lately: what was not
/// asked for while [`REMEMBERED`] bytes came by is forgotten.
#[derive(Debug)]
struct Remembered<T> {
    new: HashMap<Box<str>, T>,
    old: HashMap<Box<str>, T>,
    bytes: usize,
}

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self {
            new: HashMap::new(),
            old: HashMap::new(),
            bytes: 0,
        }
    }
}

impl<T: Clone> Remembered<T> {
    fn get(&mut self, text: &str) -> Option<T> {
        if let Some(known) = self.new.get(text) {
            return Some(known.clone());
        }
        let (text, known) = self.old.remove_entry(text)?;
        self.put(&text, known.clone());
        Some(known)
    }

    fn put(&mut self, text: &str, answer: T) {
        // An answer takes some memory of its own, also for a short text.
        self.bytes += text.len() + 100;
        if self.bytes > REMEMBERED {
            self.old = mem::take(&mut self.new);
            self.bytes = text.len();
        }
        self.new.insert(text.into(), answer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_off_is_not_looked_for() {
        let text = "De minsiter stuurt derhalve de de brief.";
        let all = Taal::new(Onderdelen::ALL, Vec::new()).look(text);
        assert_eq!(
            (all.spelling.len(), all.grammar.len(), all.plain.len()),
            (1, 1, 1)
        );
        let none = Taal::new(Onderdelen::NONE, Vec::new()).look(text);
        assert_eq!(*none, Bevinding::default());
    }

    #[test]
    fn words_of_people_are_right() {
        let (list, skipped) = Woordenlijst::read("# mijn woorden\nminsiter\n\ntwee woorden\n\0x\n");
        assert_eq!((list.words(), skipped), (vec!["minsiter"], 2));
        let taal = Taal::new(Onderdelen::ALL, vec![list]);
        assert_eq!(taal.look("De minsiters. Minsiter").spelling, []);
        assert_eq!(taal.near("minsitre")[0], "minsiter");
    }

    #[test]
    fn what_was_not_asked_for_lately_is_forgotten() {
        let mut own = Remembered::default();
        own.put("eerste", 1);
        let long = "x".repeat(REMEMBERED);
        own.put(&long, 2);
        assert_eq!(own.get("eerste"), Some(1));
        own.put(&format!("{long}y"), 3);
        own.put(&format!("{long}z"), 4);
        assert_eq!((own.get(&long), own.get("tweede")), (None, None));
    }
}
