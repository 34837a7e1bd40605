//! How people mark by hand, and how other programs hide text: "K. Jansen (lak)",
//! "K. Jansen [geheim]", "Lakken: K. Jansen", `/* tekst */`, a tag that covers
//! its text. A word of withholding by itself is ordinary text; beside the name
//! of a person, a number or an address of a person it is an order.

use nota_model::{Mark, Place, TextSite};

use super::super::lookalike::letters;
use super::super::words::is_word;
use super::{Doubt, Scan, beside, words};
use crate::obstacle::Reason;

/// The number of bytes around a mark in which a name is looked for.
const AROUND: usize = 60;

/// The digits of a number of a person, or of an amount that is written out.
const LONG_NUMBER: usize = 6;

/// What nobody puts between square brackets but to say that the text before it
/// is not for everyone, as letters.
const SECRET: [&str; 12] = [
    "geheim",
    "vertrouwelijk",
    "zwart",
    "zwarten",
    "zwartmaken",
    "weghalen",
    "verwijderen",
    "nietdelen",
    "nietpubliceren",
    "nietopenbaarmaken",
    "nietvoorpublicatie",
    "nietwoo",
];

/// Of those, what is an order between any brackets, as letters.
const FORBIDS: [&str; 6] = [
    "zwartmaken",
    "nietdelen",
    "nietpubliceren",
    "nietopenbaarmaken",
    "nietvoorpublicatie",
    "zwarten",
];

/// Words with which a tag covers or hides its text.
const COVERS: [&str; 9] = [
    "hidden",
    "none",
    "transparent",
    "black",
    "zwart",
    "000",
    "000000",
    "spoiler",
    "blur",
];

/// Words before a name.
const TITLES: [&str; 16] = [
    "mevrouw", "meneer", "heer", "dhr", "mevr", "mw", "hr", "drs", "dr", "mr", "ir", "ing", "prof",
    "mr.drs", "bc", "fam",
];

/// Words between the initials or the title and the name.
const WITHIN: [&str; 13] = [
    "van", "de", "der", "den", "het", "ten", "ter", "te", "op", "in", "'t", "la", "von",
];

/// Words behind an amount.
const OF_AMOUNTS: [&str; 6] = ["miljoen", "miljard", "mln", "mld", "euro", "eur"];

/// Whether a text between square brackets says that the text before it is
/// secret.
pub(super) fn is_secret(inner: &str) -> bool {
    SECRET.contains(&letters(inner).as_str())
}

/// Whether a text between brackets is an order not to publish.
pub(super) fn forbids(inner: &str) -> bool {
    FORBIDS.contains(&letters(inner).as_str())
}

/// Whether what stands in a tag covers or hides the text of it.
pub(super) fn covers(inner: &str) -> bool {
    let styles = inner.contains("style") || inner.contains("color") || inner.contains("class");
    let says = || words(inner).any(|word| COVERS.contains(&word));
    styles && says() || words(inner).skip(1).any(|word| word == "hidden")
}

/// The places of italic text between slashes: `/*tekst*/` as it is read.
pub(super) fn set_remarks(site: &TextSite<'_>) -> Vec<Place> {
    let mut found = Vec::new();
    let is_set = |index: usize| {
        let own = site.inlines.get(index);
        own.is_some_and(|own| own.marks.contains(&Mark::Nadruk))
    };
    let mut start = None;
    let mut at = 0;
    for (index, inline) in site.inlines.iter().enumerate() {
        let before = index.checked_sub(1);
        if is_set(index) && !before.is_some_and(is_set) {
            let own = before.and_then(|own| site.inlines.get(own)?.as_text());
            start = own
                .filter(|own| own.ends_with('/') && !own.ends_with("//"))
                .map(|_| at);
        }
        if !is_set(index)
            && let Some(start) = start.take()
            && inline.as_text().is_some_and(|own| own.starts_with('/'))
        {
            found.push(site.part(start - 1..at + 1));
        }
        at += inline
            .as_text()
            .map_or(usize::from(is_line_end(inline)), str::len);
    }
    found
}

fn is_line_end(inline: &nota_model::Inline) -> bool {
    matches!(inline.run, nota_model::Run::Break)
}

impl Scan<'_> {
    /// `/* tekst */` or a line `// tekst`: what a programmer hides.
    pub(super) fn remark_of_code(&self, index: usize) -> Option<Doubt> {
        let reason = Reason::Remark;
        let before = index.checked_sub(1).and_then(|at| self.at(at));
        if before.is_some_and(|c| !c.is_whitespace() && !"([".contains(c)) {
            return None;
        }
        let line = before.is_none() && self.at(index + 1) == Some('/');
        if line && self.at(index + 2) == Some(' ') {
            let end = index + 2;
            return Some(Doubt { end, reason });
        }
        let rest = self.chars.get(index + 2..).unwrap_or_default();
        let mut rest = rest.windows(2).take(super::INSIDE * 8);
        let closes = |own: &[(char, usize)]| matches!(own, [('*', _), ('/', _)]);
        let length = (self.at(index + 1) == Some('*')).then(|| rest.position(closes))??;
        let end = index + 2 + length + 2;
        Some(Doubt { end, reason })
    }

    /// Whether what stands between brackets from an index on marks the person,
    /// the number or the amount before it. `end` is the index behind them.
    pub(super) fn marks_what_is_before(&self, index: usize, inner: &str, end: usize) -> bool {
        let orders = is_word(inner) || beside::is_bare_code(inner);
        if orders {
            return self.is_behind_person(index)
                || self.is_behind_number(index)
                || is_word(inner) && self.is_behind_capital(index)
                || self.is_before_person(end);
        }
        is_secret(inner) && (self.is_behind_person(index) || self.is_before_person(end))
    }

    /// The text before an index, without the signs that part it from what is
    /// said of it.
    fn text_before(&self, index: usize) -> &str {
        let all = self.text.text.get(..self.byte(index)).unwrap_or_default();
        let mut from = all.len().saturating_sub(AROUND);
        while !all.is_char_boundary(from) {
            from += 1;
        }
        let own = all.get(from..).unwrap_or_default();
        own.trim_end_matches(|c: char| c.is_whitespace() || ":=,–—-|>*_".contains(c))
    }

    /// Whether a person is named right before an index, by initials or a title
    /// and a surname.
    pub(super) fn is_behind_person(&self, index: usize) -> bool {
        let own = self.text_before(index);
        let mut back = own.split_whitespace().rev();
        let mut last = back.next().unwrap_or_default();
        if let Some((initials, name)) = last.rsplit_once('.')
            && has_capital(name)
        {
            // "K.Jansen", written as one.
            return are_initials(initials) || back.next().is_some_and(is_opening);
        }
        if !has_capital(last) {
            return false;
        }
        for word in back.take(3) {
            last = word;
            if !WITHIN.contains(&word.to_lowercase().as_str()) {
                break;
            }
        }
        is_opening(last)
    }

    /// Whether a person is named right behind an index.
    pub(super) fn is_before_person(&self, index: usize) -> bool {
        let all = self.text.text.get(self.byte(index)..).unwrap_or_default();
        let mut end = all.len().min(AROUND);
        while !all.is_char_boundary(end) {
            end -= 1;
        }
        let own = all.get(..end).unwrap_or_default();
        let own = own.trim_start_matches(|c: char| c.is_whitespace() || ":=–—-|>*_".contains(c));
        let mut ahead = own.split_whitespace();
        let first = ahead.next().unwrap_or_default();
        if let Some((initials, name)) = first.rsplit_once('.')
            && has_capital(name)
        {
            return are_initials(initials);
        }
        let is_within = |word: &&str| WITHIN.contains(&word.to_lowercase().as_str());
        is_opening(first) && ahead.find(|word| !is_within(word)).is_some_and(has_capital)
    }

    /// Whether a word with a capital that does not begin the text stands right
    /// before an index.
    fn is_behind_capital(&self, index: usize) -> bool {
        let own = self.text_before(index);
        let mut back = own.split_whitespace().rev();
        let last = back.next().unwrap_or_default();
        let begins = back
            .next()
            .is_none_or(|word| word.ends_with(['.', '?', '!', ':']));
        has_capital(last) && !begins
    }

    /// Whether an amount, a long number or an address of e-mail stands right
    /// before an index.
    fn is_behind_number(&self, index: usize) -> bool {
        let own = self.text_before(index);
        let mut back = own.split_whitespace().rev().take(5).peekable();
        let last = back.peek().copied().unwrap_or_default();
        let is_amount = OF_AMOUNTS.contains(&last.to_lowercase().as_str());
        if last.contains('@') {
            return true;
        }
        if is_amount {
            back.next();
        }
        let is_number = |word: &&str| !word.contains(|c: char| c.is_alphabetic());
        let numbers: Vec<&str> = back.take_while(is_number).collect();
        let digits = numbers.iter().flat_map(|own| own.chars());
        let digits = digits.filter(char::is_ascii_digit).count();
        let has_sign = numbers.iter().any(|own| own.contains('€'));
        digits >= LONG_NUMBER || digits > 0 && (is_amount || has_sign)
    }
}

/// Whether a word is a name: a capital and small letters.
fn has_capital(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}

/// Whether a word comes before a surname: initials or a title.
fn is_opening(word: &str) -> bool {
    let own = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let title = own.trim_end_matches('.').to_lowercase();
    own.strip_suffix('.').is_some_and(are_initials) || TITLES.contains(&title.as_str())
}

/// Whether a text is initials, without the last stop: "K", "J.P", "Th".
fn are_initials(text: &str) -> bool {
    let mut parts = text
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .split('.');
    parts.all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_uppercase)
            && chars.as_str().chars().count() < 3
            && chars.all(char::is_lowercase)
    })
}
