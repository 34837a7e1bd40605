//! The count: every character of the source is in the nota, or it is said what
//! became of it. The two sides are counted apart from each other.

use std::collections::{BTreeMap, HashSet};

use nota_model::{Body, Nota, is_ignorable};
use nota_template::Template;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::report::Characters;
use crate::source::block_text;

/// The title of the section for what has no place.
pub const REST: &str = "Overige tekst";

/// How many missing words are named.
const MAX_WORDS: usize = 100;

/// How often each character occurs; blanks and case do not count, and a sign
/// counts as the letters that it stands for.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Tally(BTreeMap<char, i64>);

impl Tally {
    fn add(&mut self, text: &str, times: i64) {
        for c in counted(text) {
            *self.0.entry(c).or_default() += times;
        }
    }

    fn total(&self) -> usize {
        self.0
            .values()
            .map(|n| usize::try_from(*n).unwrap_or(0))
            .sum()
    }
}

/// The characters that count.
fn counted(text: &str) -> impl Iterator<Item = char> {
    text.nfkd()
        .filter(|c| {
            !c.is_whitespace() && !is_combining_mark(*c) && !is_ignorable(*c) && !c.is_control()
        })
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
            c => c,
        })
        // The lower case of a letter may be a letter with a mark.
        .filter(|c| !is_combining_mark(*c))
}

/// What a reader and the assignment say beside the texts themselves.
#[derive(Debug, Default)]
pub(crate) struct Books<'s> {
    /// The characters of the source.
    pub(crate) census: &'s str,
    /// Texts of the source that are left out on purpose, or that the nota says
    /// in another form.
    pub(crate) became: Vec<&'s str>,
    /// Texts of the nota that are not in the source.
    pub(crate) added: Vec<&'s str>,
}

/// The outcome of the count.
#[derive(Debug, Default)]
pub(crate) struct Balance {
    /// The numbers.
    pub(crate) characters: Characters,
    /// The words of the source that did not arrive.
    pub(crate) missing: Vec<String>,
    /// Characters that came from nowhere.
    pub(crate) surplus: String,
}

/// Counts.
pub(crate) fn balance(books: &Books<'_>, nota: &Nota, template: &Template) -> Balance {
    let mut source = Tally::default();
    source.add(books.census, 1);
    let read = source.total();
    for text in &books.became {
        source.add(text, -1);
    }
    let (texts, rest_text) = texts(nota, template);
    let mut landed = Tally::default();
    texts.iter().for_each(|text| landed.add(text, 1));
    for text in &books.added {
        landed.add(text, -1);
    }
    let mut difference = source;
    for (c, n) in &landed.0 {
        *difference.0.entry(*c).or_default() -= n;
    }
    let missing = difference.total();
    let surplus: String = difference
        .0
        .iter()
        .flat_map(|(c, n)| std::iter::repeat_n(*c, usize::try_from(-n).unwrap_or(0)))
        .take(200)
        .collect();
    let mut rest = Tally::default();
    rest.add(&rest_text, 1);
    let rest = rest.total().min(read - missing.min(read));
    Balance {
        characters: Characters {
            read,
            placed: read - missing.min(read) - rest,
            rest,
        },
        missing: match missing {
            0 => Vec::new(),
            _ => missing_words(books, &texts, &difference),
        },
        surplus,
    }
}

/// All texts of a nota that come from its source, and apart those that have no
/// place.
fn texts(nota: &Nota, template: &Template) -> (Vec<String>, String) {
    let mut out = Vec::new();
    let mut rest = String::new();
    for field in &nota.front.fields {
        if !matches!(field.key.as_str(), "sjabloon" | "versie") {
            out.extend(field.value.texts().into_iter().map(str::to_owned));
        }
    }
    out.push(body(&nota.preamble));
    let mut seen: HashSet<&str> = HashSet::new();
    for section in &nota.sections {
        // A heading that is a section's was counted with the section; the same
        // heading once more is text that stood there.
        let known = section.key.as_deref().and_then(|key| template.sectie(key));
        let known = known.filter(|spec| seen.insert(spec.sleutel.as_str()));
        let text = body(&section.body);
        if known.is_none() && section.title == REST {
            rest.push_str(&text);
        } else if known.is_none() {
            out.push(section.heading_text());
        }
        out.push(text);
    }
    (out, rest)
}

fn body(own: &Body) -> String {
    let mut out = String::new();
    own.blocks
        .iter()
        .for_each(|block| block_text(block, &mut out));
    let notes = own.notes.iter().flat_map(|note| &note.blocks);
    notes.for_each(|block| block_text(block, &mut out));
    out
}

/// The words of the source that the nota has less often, and that hold a
/// character that is missing.
fn missing_words(books: &Books<'_>, texts: &[String], difference: &Tally) -> Vec<String> {
    let words = |text: &str| -> Vec<String> {
        text.split_whitespace()
            .map(|word| counted(word).collect::<String>())
            .filter(|word| !word.is_empty())
            .collect()
    };
    let mut there: BTreeMap<String, i64> = BTreeMap::new();
    let elsewhere = books.became.iter().map(|text| (*text).to_owned());
    for text in texts.iter().cloned().chain(elsewhere) {
        for word in words(&text) {
            *there.entry(word).or_default() += 1;
        }
    }
    let is_missing = |c: char| difference.0.get(&c).is_some_and(|n| *n > 0);
    let mut out = Vec::new();
    for raw in books.census.split_whitespace() {
        let word: String = counted(raw).collect();
        let count = there.entry(word.clone()).or_default();
        *count -= 1;
        if *count < 0 && word.chars().any(is_missing) && out.len() < MAX_WORDS {
            out.push(raw.to_owned());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_count_as_what_they_stand_for() {
        let all = |text: &str| counted(text).collect::<String>();
        assert_eq!(all("10⁶ É\u{ad}én ﬁ"), all("106 een fi"));
    }
}
