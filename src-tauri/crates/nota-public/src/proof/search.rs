//! The search itself: what is read is handed over here, piece by piece, with
//! where it stands.

use std::collections::{BTreeMap, BTreeSet};

use super::{NotProven, Searched, Spot, Unread};
use crate::fold::{Blanks, Letters};
use crate::needles::Extent;
use crate::secrets::Secrets;

/// The places that a report lists.
const MOST_HITS: usize = 500;

/// The parts that could not be read that a report lists.
const MOST_UNREAD: usize = 200;

/// The bytes that are looked at in one file, after unpacking.
const MOST_BYTES: usize = 1 << 30;

/// How deep files may be attached to one another.
const DEEPEST: usize = 4;

/// Whom a text is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Register {
    Prose,
    Code,
}

/// Shorter numbers stand everywhere in text that is written for programs.
const SHORTEST_NUMBER: usize = 6;

/// A search for everything that is withheld.
pub(crate) struct Search<'s> {
    secrets: &'s Secrets,
    /// What was read so far.
    pub searched: Searched,
    hits: BTreeMap<(usize, Spot), Extent>,
    more: usize,
    /// The most that was found of each withheld text.
    best: BTreeMap<usize, Extent>,
    /// What could not be read.
    unread: BTreeSet<Unread>,
    more_unread: usize,
    /// The attached file that is being searched.
    within: Option<u32>,
    /// Whether the blanks of what is read are those of its writer.
    blanks: Blanks,
    /// How many files are open in one another.
    depth: usize,
}

/// What came of a search.
pub(super) struct Outcome {
    pub searched: Searched,
    pub hits: BTreeMap<(usize, Spot), Extent>,
    /// How many hits there are more.
    pub more_hits: usize,
    pub unread: Vec<Unread>,
    /// How many unread parts there are more.
    pub more_unread: usize,
}

impl<'s> Search<'s> {
    pub fn new(secrets: &'s Secrets) -> Self {
        Self {
            secrets,
            searched: Searched::default(),
            hits: BTreeMap::new(),
            more: 0,
            best: BTreeMap::new(),
            unread: BTreeSet::new(),
            more_unread: 0,
            within: None,
            blanks: Blanks::Guessed,
            depth: 0,
        }
    }

    pub(super) fn finish(self) -> Outcome {
        Outcome {
            searched: self.searched,
            hits: self.hits,
            more_hits: self.more,
            unread: self.unread.into_iter().collect(),
            more_unread: self.more_unread,
        }
    }

    /// Counts bytes that will be looked at.
    ///
    /// # Errors
    ///
    /// When there are more than can be looked at within bounds.
    pub fn spend(&mut self, bytes: usize) -> Result<(), NotProven> {
        self.searched.bytes = self.searched.bytes.saturating_add(bytes);
        match self.searched.bytes > MOST_BYTES {
            true => Err(NotProven::TooLarge),
            false => Ok(()),
        }
    }

    /// Notes a part of the file that cannot be read: then nothing is proven,
    /// whatever else is read. `what` is Dutch, with its article: "een plaatje".
    pub fn unread(&mut self, what: impl Into<String>, spot: &Spot) {
        let spot = self.within.map_or_else(|| spot.clone(), Spot::Attachment);
        let own = Unread {
            spot,
            what: what.into(),
        };
        if self.unread.len() < MOST_UNREAD || self.unread.contains(&own) {
            self.unread.insert(own);
        } else {
            self.more_unread += 1;
        }
    }

    /// What follows is in an attached file; its own places say nothing to who
    /// reads the report. Gives back what was searched before.
    pub fn enter(&mut self, attachment: Option<u32>) -> Option<u32> {
        std::mem::replace(&mut self.within, attachment)
    }

    /// What follows has blanks of this kind. Gives back what was so before.
    pub fn with_blanks(&mut self, blanks: Blanks) -> Blanks {
        std::mem::replace(&mut self.blanks, blanks)
    }

    /// Looks at text that a person can read.
    pub fn text(&mut self, text: &str, spot: &Spot) {
        for (secret, extent) in self.found(text, Register::Prose) {
            self.hit(secret, extent, spot);
        }
    }

    /// Looks at the lines of a text, each with its number, and at what stands
    /// across them.
    pub fn lines(&mut self, text: &str) {
        // What is on a line, is in the whole.
        if self.found(text, Register::Prose).is_empty() {
            return;
        }
        for (index, line) in text.lines().enumerate() {
            self.text(line, &Spot::Line(index + 1));
        }
        self.again(text, &Spot::WithoutMarkup);
    }

    /// Whether another file may be opened in the one that is searched; after
    /// it [`Self::comes_back`].
    pub fn goes_deeper(&mut self) -> bool {
        let within = self.depth < DEEPEST;
        self.depth += usize::from(within);
        within
    }

    /// The file in the file is done.
    pub fn comes_back(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Looks at text that is written for programs, in which short numbers mean
    /// nothing. The words of the file format are not in it any more.
    pub fn code(&mut self, text: &str, spot: &Spot) {
        for (secret, extent) in self.found(text, Register::Code) {
            self.hit(secret, extent, spot);
        }
    }

    /// Looks at text that was for the greater part looked at already: what
    /// was found before is not reported again.
    pub fn again(&mut self, text: &str, spot: &Spot) {
        for (secret, extent) in self.found(text, Register::Prose) {
            if self.best.get(&secret).is_none_or(|own| *own > extent) {
                self.hit(secret, extent, spot);
            }
        }
    }

    fn found(&self, text: &str, register: Register) -> Vec<(usize, Extent)> {
        let letters = Letters::of(text);
        let needles = &self.secrets.needles;
        let mut found = Vec::new();
        needles.search(&letters, self.blanks, &mut |index, needle| {
            let means_nothing = register == Register::Code
                && (needle.digits && needles.pattern(index).len() < SHORTEST_NUMBER
                    || needle.extent == Extent::Word && needles.pattern(index).len() < 4);
            if !means_nothing && found.last() != Some(&(needle.secret, needle.extent)) {
                found.push((needle.secret, needle.extent));
            }
        });
        found
    }

    /// Looks at bytes that are no text to us; what was found before is not
    /// reported again.
    pub fn bytes(&mut self, bytes: &[u8], spot: &Spot) {
        let mut found = Vec::new();
        let secrets = self.secrets;
        let is_public = |secret: usize, word: &str| {
            let own = secrets.all().get(secret);
            own.is_some_and(|own| secrets.needles.is_public_word(&own.text, word))
        };
        secrets
            .raw
            .search(bytes, &is_public, &mut |secret, extent| {
                if found.last() != Some(&(secret, extent)) {
                    found.push((secret, extent));
                }
            });
        for (secret, extent) in found {
            if !self.best.contains_key(&secret) {
                self.hit(secret, extent, spot);
            }
        }
    }

    fn hit(&mut self, secret: usize, extent: Extent, spot: &Spot) {
        let best = self.best.entry(secret).or_insert(extent);
        *best = (*best).min(extent);
        let spot = self.within.map_or_else(|| spot.clone(), Spot::Attachment);
        let key = (secret, spot);
        if self.hits.len() >= MOST_HITS && !self.hits.contains_key(&key) {
            self.more += 1;
            return;
        }
        let own = self.hits.entry(key).or_insert(extent);
        *own = (*own).min(extent);
    }
}
