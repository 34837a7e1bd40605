//! N505: personal data that is in the public version, and probably should
//! not be.

use std::ops::Range;

use aho_corasick::AhoCorasick;
use nota_model::{Carrier, Code, Finding, TextSite};

use crate::gelakt::{Gelakt, is_field_withheld, ranges};
use crate::persoonsgegeven::{find, speaks_of_bsn};
use crate::{Context, Findings, Rule};

/// See `persoonsgegeven_open.md`.
pub struct PersoonsgegevenOpen;

/// The greatest number of withheld words that are looked for elsewhere.
const MOST_WORDS: usize = 1000;

/// Shorter words than this are too common to look for.
const SHORTEST_WORD: usize = 4;

/// Longer texts than this are no names; a whole withheld paragraph does not
/// come back by chance.
const LONGEST_WORD: usize = 100;

impl Rule for PersoonsgegevenOpen {
    fn code(&self) -> Code {
        Code(505)
    }

    fn page(&self) -> &'static str {
        include_str!("persoonsgegeven_open.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let withheld = withheld_words(context);
        let words = AhoCorasick::new(&withheld)
            .ok()
            .filter(|_| !withheld.is_empty());
        let mut header = Header::default();
        for text in open_texts(context) {
            let bsn = header.speaks_of_bsn(text) || speaks_of_bsn(&text.text);
            let hidden = ranges(text);
            let is_open = |range: &Range<usize>| {
                let after = hidden.partition_point(|(own, _)| own.end <= range.start);
                hidden
                    .get(after)
                    .is_none_or(|(own, _)| own.start >= range.end)
            };
            for (range, soort) in find(&text.text, bsn) {
                if is_open(&range) && !is_own_address(context, &text.text, &range) {
                    findings.add(|| self.finding(text, range, soort.word()));
                }
            }
            for found in words.iter().flat_map(|words| words.find_iter(&text.text)) {
                let range = found.start()..found.end();
                if is_open(&range) && is_whole_word(&text.text, &range) {
                    findings
                        .add(|| self.finding(text, range, "tekst die elders in de nota is gelakt"));
                }
            }
        }
    }
}

impl PersoonsgegevenOpen {
    /// What was found is not in the message: a diagnostic may be read by more
    /// people than the nota.
    fn finding(&self, text: &TextSite, range: Range<usize>, what: &str) -> Finding {
        Finding::new(self.code(), text.part(range)).arg("wat", what)
    }
}

/// The texts that come in the public version.
fn open_texts<'c, 'a>(context: &'c Context<'a>) -> impl Iterator<Item = &'c TextSite<'a>> {
    let fields = context.field_texts.iter().filter(|text| {
        let path = text.place.field.as_deref().unwrap_or_default();
        let key = path.split(['[', '.']).next().unwrap_or_default();
        key != "lakken" && !is_field_withheld(context, key)
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
fn is_own_address(context: &Context, text: &str, range: &Range<usize>) -> bool {
    let adres = &context.template.adres;
    let found = text.get(range.clone()).unwrap_or_default();
    let mut lines = adres.regels.iter().chain(std::iter::once(&adres.web));
    lines.any(|line| line.contains(found))
}

/// The texts that are withheld somewhere, as far as they can be names.
fn withheld_words<'c>(context: &'c Context) -> Vec<&'c str> {
    let marked = context.gelakt.iter().filter_map(|own| match own {
        Gelakt::Text { site, range, .. } => context.texts.get(*site)?.text.get(range.clone()),
        _ => None,
    });
    let fields = context.field_texts.iter().filter_map(|text| {
        let path = text.place.field.as_deref()?;
        let key = path.split(['[', '.']).next()?;
        is_field_withheld(context, key).then_some(text.text.as_str())
    });
    let mut words: Vec<&str> = marked
        .chain(fields.filter(|text| has_initial(text)))
        .map(|text| text.trim_matches(|c: char| !c.is_alphanumeric() && c != '.'))
        .filter(|text| (SHORTEST_WORD..=LONGEST_WORD).contains(&text.len()))
        .filter(|text| text.chars().any(char::is_alphabetic))
        .take(MOST_WORDS)
        .collect();
    words.sort_unstable();
    words.dedup();
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
