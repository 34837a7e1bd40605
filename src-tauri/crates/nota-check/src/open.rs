//! What is in the public version and probably should not be: personal data,
//! and texts that are withheld elsewhere in the nota.

use std::ops::Range;

use aho_corasick::AhoCorasick;
use nota_model::{Carrier, GROND_PERSOONLIJK, TextSite};

use crate::Context;
use crate::gelakt::{Gelakt, is_field_withheld, ranges};
use crate::persoonsgegeven::{Soort, find, speaks_of_bsn};

/// The greatest number of withheld words that are looked for elsewhere.
const MOST_WORDS: usize = 1000;

/// Shorter words than this are too common to look for.
const SHORTEST_WORD: usize = 4;

/// Longer texts than this are no names; a whole withheld paragraph does not
/// come back by chance.
const LONGEST_WORD: usize = 100;

/// Something that was found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<'c> {
    /// The index of its text among the [`open_texts`].
    pub index: usize,
    /// What it is.
    pub soort: Soort,
    /// The ground on which it would be withheld.
    pub grond: &'c str,
}

/// What of one text of the nota is withheld.
pub(crate) struct Hidden<'a>(Vec<(Range<usize>, &'a str)>);

impl<'a> Hidden<'a> {
    /// The withheld parts of a text.
    pub fn of(text: &TextSite<'a>) -> Self {
        Self(ranges(text))
    }

    /// Whether nothing of a range is withheld.
    pub fn is_open(&self, range: &Range<usize>) -> bool {
        let after = self.0.partition_point(|(own, _)| own.end <= range.start);
        let next = self.0.get(after);
        next.is_none_or(|(own, _)| own.start >= range.end)
    }
}

/// Hands over what was found, text by text in the order of the fields and of
/// the file.
pub(crate) fn each(
    context: &Context,
    look: &mut dyn FnMut(&TextSite<'_>, Range<usize>, Found<'_>),
) {
    let withheld = withheld_words(context);
    let words = AhoCorasick::new(withheld.iter().map(|(word, _)| word))
        .ok()
        .filter(|_| !withheld.is_empty());
    let mut header = Header::default();
    for (index, text) in open_texts(context).enumerate() {
        let bsn = header.speaks_of_bsn(text) || speaks_of_bsn(&text.text);
        let hidden = Hidden::of(text);
        for (range, soort) in find(&text.text, bsn) {
            if hidden.is_open(&range) && !is_own_address(context, &text.text, &range) {
                let grond = soort.grond();
                look(
                    text,
                    range,
                    Found {
                        index,
                        soort,
                        grond,
                    },
                );
            }
        }
        for found in words.iter().flat_map(|words| words.find_iter(&text.text)) {
            let range = found.start()..found.end();
            if hidden.is_open(&range) && is_whole_word(&text.text, &range) {
                let word = withheld.get(found.pattern().as_usize());
                let grond = word.map(|(_, grond)| *grond);
                let grond = grond.filter(|grond| !grond.trim().is_empty());
                let grond = grond.unwrap_or(GROND_PERSOONLIJK);
                let soort = Soort::Elders;
                look(
                    text,
                    range,
                    Found {
                        index,
                        soort,
                        grond,
                    },
                );
            }
        }
    }
}

/// The texts that come in the public version.
pub(crate) fn open_texts<'c, 'a>(
    context: &'c Context<'a>,
) -> impl Iterator<Item = &'c TextSite<'a>> {
    let fields = context.field_texts.iter().filter(|text| {
        let path = text.place.field.as_deref().unwrap_or_default();
        let key = context.nota.key_of(path);
        // A field that the template does not know is printed nowhere.
        context.template.veld(key).is_some() && !is_field_withheld(context, key)
    });
    let texts = context.texts.iter();
    fields.chain(texts.filter(|text| text.grond.is_none() && !context.is_internal(&text.place)))
}

/// Whether the column of a table cell speaks of citizen service numbers in
/// its header.
#[derive(Default)]
struct Header {
    /// The place of the table, and for each column whether it does.
    table: Option<(Option<usize>, Option<String>, Vec<usize>)>,
    columns: Vec<bool>,
}

impl Header {
    fn speaks_of_bsn(&mut self, text: &TextSite) -> bool {
        let [path @ .., row, column] = text.place.path.as_slice() else {
            return false;
        };
        if text.carrier != Carrier::Cell {
            return false;
        }
        if *row == 0 {
            if *column == 0 {
                self.columns.clear();
                let place = &text.place;
                self.table = Some((place.index, place.note.clone(), path.to_vec()));
            }
            self.columns.push(speaks_of_bsn(&text.text));
            return false;
        }
        let same = self.table.as_ref().is_some_and(|(index, note, own)| {
            (index, note, own.as_slice()) == (&text.place.index, &text.place.note, path)
        });
        same && self.columns.get(*column).copied().unwrap_or_default()
    }
}

/// Whether it is part of the organisation's own address, which is public.
pub(crate) fn is_own_address(context: &Context, text: &str, range: &Range<usize>) -> bool {
    let adres = &context.template.adres;
    let found = text.get(range.clone()).unwrap_or_default();
    let mut lines = adres.regels.iter().chain(std::iter::once(&adres.web));
    lines.any(|line| line.contains(found))
}

/// The texts that are withheld somewhere, as far as they can be names, each
/// with the ground on which it is.
fn withheld_words<'c>(context: &'c Context) -> Vec<(&'c str, &'c str)> {
    let marked = context.gelakt.iter().filter_map(|own| match own {
        Gelakt::Text { site, range, grond } => {
            let text = context.texts.get(*site)?.text.get(range.clone())?;
            Some((text, *grond))
        }
        _ => None,
    });
    let fields = context.field_texts.iter().filter_map(|text| {
        let path = text.place.field.as_deref()?;
        let key = context.nota.key_of(path);
        let is_name = is_field_withheld(context, key) && has_initial(&text.text);
        is_name.then_some((text.text.as_str(), GROND_PERSOONLIJK))
    });
    let mut words: Vec<(&str, &str)> = marked
        .chain(fields)
        .map(|(text, grond)| {
            let other = |c: char| !c.is_alphanumeric() && c != '.';
            (text.trim_matches(other), grond)
        })
        .filter(|(text, _)| (SHORTEST_WORD..=LONGEST_WORD).contains(&text.len()))
        .filter(|(text, _)| text.chars().any(char::is_alphabetic))
        .take(MOST_WORDS)
        .collect();
    words.sort_unstable();
    words.dedup_by_key(|(text, _)| *text);
    words
}

/// Whether a field holds the name of a person: "J. Jansen". The name of a
/// unit of the organisation may stand anywhere.
fn has_initial(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    first && letters.next() == Some('.')
}

fn is_whole_word(text: &str, range: &Range<usize>) -> bool {
    let before = text
        .get(..range.start)
        .and_then(|text| text.chars().next_back());
    let after = text.get(range.end..).and_then(|text| text.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
