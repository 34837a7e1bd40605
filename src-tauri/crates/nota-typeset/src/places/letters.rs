//! The letters of a nota without white space, with the text and the character
//! that each belongs to; and finding a printed text among them.

use nota_model::{FieldPath, Nota, Place, TextSite};
use nota_template::{FieldKind, Template};

use super::at_character;
use super::printed::{Item, Mark};
use crate::{in_words, parse_date};

/// A printed text of so many letters is found wherever it stands; a shorter
/// one only near the text before it.
const TELLING: usize = 12;
/// How far "near" is, in letters.
const NEAR: usize = 200;
/// Texts shorter than this could be a number or a bullet.
const SHORT: usize = 3;

/// A text of the nota.
#[derive(Debug, Clone)]
pub(crate) struct Site {
    pub(crate) place: Place,
    /// Its first letter among all letters.
    start: usize,
    /// Whether its letters are the characters of the text; not so for a label
    /// or a date in words.
    is_literal: bool,
}

/// What a printed text is of the nota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Its first letter among all letters.
    pub(crate) start: usize,
    /// How many letters of the printed text come before that one: the number
    /// of a section.
    pub(crate) skipped: usize,
}

/// All letters: those of the body first, those of the fields after them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Letters {
    letters: Vec<char>,
    /// The character in its text, per letter.
    characters: Vec<usize>,
    sites: Vec<Site>,
    /// How many letters the body has.
    body: usize,
}

impl Letters {
    pub(crate) fn new(nota: &Nota, template: &Template) -> Self {
        let mut all = Self::default();
        for TextSite { place, text, .. } in nota.texts() {
            all.add(place, &text, true);
        }
        all.body = all.letters.len();
        for TextSite { place, text, .. } in nota.field_texts() {
            let key = nota.key_of(place.field.as_deref().unwrap_or_default());
            let Some(spec) = template.veld(key) else {
                continue;
            };
            let day = parse_date(&text).filter(|_| matches!(spec.soort, FieldKind::Datum));
            let label = if spec.opschrift.is_empty() {
                &spec.naam
            } else {
                &spec.opschrift
            };
            all.add(Place::field(key), label, false);
            match day {
                Some(day) => all.add(place, &in_words(day), false),
                None => all.add(place, &text, true),
            }
        }
        all
    }

    fn add(&mut self, place: Place, text: &str, is_literal: bool) {
        self.sites.push(Site {
            place,
            start: self.letters.len(),
            is_literal,
        });
        let seen = text.chars().enumerate().filter(|(_, c)| !c.is_whitespace());
        for (at, letter) in seen {
            self.letters.push(letter);
            self.characters.push(at);
        }
    }

    /// The index of the text that a letter belongs to.
    pub(crate) fn site(&self, letter: usize) -> usize {
        let after = self.sites.partition_point(|site| site.start <= letter);
        after.saturating_sub(1)
    }

    fn end(&self, site: usize) -> usize {
        let next = self.sites.get(site + 1);
        next.map_or(self.letters.len(), |next| next.start)
    }

    /// The place after so many letters of a text that starts at this one.
    pub(crate) fn place(&self, start: usize, after: usize) -> Place {
        let index = self.site(start);
        let Some(site) = self.sites.get(index) else {
            return Place::nota();
        };
        let wanted = start + after;
        let character = if wanted < self.end(index) {
            self.characters.get(wanted).copied()
        } else {
            // After the last letter.
            let last = self.end(index).saturating_sub(1);
            self.characters.get(last).map(|at| at + 1)
        };
        at_character(site, character.filter(|_| site.is_literal))
    }

    /// The letter of a place: that of its first character, or the first one
    /// after it; and whether that is the end of the text.
    pub(crate) fn find(&self, place: &Place) -> Option<(usize, bool)> {
        let own = |site: &Site| {
            site.place.index == place.index
                && site.place.note == place.note
                && site.place.path == place.path
                && match (&site.place.field, &place.field) {
                    (Some(own), Some(wanted)) => FieldPath::leads_into(own, wanted),
                    (own, wanted) => own == wanted,
                }
        };
        // The value of a field comes after its label.
        let is_value = |site: &Site| own(site) && (site.place.field.is_none() || site.is_literal);
        let sites = &self.sites;
        let index = sites.iter().position(is_value);
        let index = index.or_else(|| sites.iter().rposition(own))?;
        let (start, end) = (self.sites.get(index)?.start, self.end(index));
        let wanted = place.range.map_or(0, |range| range.start);
        let own = self.characters.get(start..end)?;
        let before = own.partition_point(|at| *at < wanted);
        Some((start + before, before == own.len()))
    }

    /// What each printed text is of the nota.
    pub(crate) fn find_all(&self, items: &[Item], marks: &[Mark]) -> Vec<Option<Found>> {
        let mut at = None;
        let mut before = None;
        let mut marks = marks.iter().peekable();
        let mut all = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            while let Some(mark) = marks.next_if(|mark| mark.before <= index) {
                at = self.start_of(mark.section).or(at);
            }
            let in_body = at.and_then(|at| self.in_body(&item.letters, at));
            if let Some(found) = in_body {
                at = Some(found.start + item.letters.len() - found.skipped);
            }
            let found = in_body.or_else(|| self.in_fields(&item.letters, before));
            before = found.map(|found| found.start + item.letters.len());
            all.push(found);
        }
        all
    }

    fn start_of(&self, section: usize) -> Option<usize> {
        let mut sites = self.sites.iter();
        let own = sites.find(|site| site.place.index == Some(section));
        own.map(|site| site.start)
    }

    /// Where a printed text stands in the body, nearest to `at`. A number
    /// before a title is not of the text.
    fn in_body(&self, wanted: &[char], at: usize) -> Option<Found> {
        let body = self.letters.get(..self.body)?;
        let holds = |start: usize, part: &[char]| {
            let rest = body.get(start..).unwrap_or_default();
            !part.is_empty() && rest.starts_with(part)
        };
        let is_number = |c: &&char| c.is_ascii_digit() || **c == '.';
        let skipped = wanted.iter().take_while(is_number).count();
        if holds(at, wanted) {
            return Some(Found {
                start: at,
                skipped: 0,
            });
        }
        if holds(at, wanted.get(skipped..)?) {
            return Some(Found { start: at, skipped });
        }
        if wanted.len() < SHORT {
            return None;
        }
        let reach = if wanted.len() >= TELLING {
            body.len()
        } else {
            NEAR
        };
        let mut forward = at..body.len().min(at.saturating_add(reach));
        let mut backward = (at.saturating_sub(reach)..at).rev();
        let start = forward.find(|start| holds(*start, wanted));
        let start = start.or_else(|| backward.find(|start| holds(*start, wanted)))?;
        Some(Found { start, skipped: 0 })
    }

    /// The field whose value or label holds a printed text: the one that goes
    /// on so after the text before it, or else the one that says least besides.
    fn in_fields(&self, wanted: &[char], before: Option<usize>) -> Option<Found> {
        if wanted.len() < 2 {
            return None;
        }
        let goes_on = |start: usize| {
            let rest = self.letters.get(start..).unwrap_or_default();
            let is_inside = self
                .sites
                .get(self.site(start))
                .is_some_and(|own| own.start < start);
            is_inside && rest.starts_with(wanted)
        };
        if let Some(start) = before.filter(|start| goes_on(*start)) {
            return Some(Found { start, skipped: 0 });
        }
        let fields = self.sites.partition_point(|site| site.start < self.body);
        let mut best: Option<(usize, usize)> = None;
        for index in fields..self.sites.len() {
            let start = self.sites.get(index)?.start;
            let own = self.letters.get(start..self.end(index)).unwrap_or_default();
            let at = own.windows(wanted.len()).position(|part| part == wanted);
            if let Some(at) = at
                && best.is_none_or(|(length, _)| own.len() < length)
            {
                best = Some((own.len(), start + at));
            }
        }
        best.map(|(_, start)| Found { start, skipped: 0 })
    }
}
