//! N301: a spot that was left to be filled in.

use std::collections::HashSet;
use std::ops::Range;

use nota_model::{Block, BlockKind, Code, Finding, Nota, TextSite};

use crate::phrase::{Pattern, pattern, quote};
use crate::{Context, Findings, Rule};

/// See `invulplek.md`.
pub struct Invulplek;

/// Everything that may stand for something that is to come: a word, an
/// instruction in brackets, dots or a line. [`is_spot`] has the last word.
static SPOT: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?P<word>PM|XX+|xx+|TODO|TO DO|TBD|[nN]\.[tT]\.[bB]\.?|NTB|ntb|(?i:lorem ipsum))",
        r"|(?P<bracket>\[\s*(?:\.\.+|…|(?i:pm|x+|n\.t\.b\.|naam|namen|datum|bedrag|nummer|kenmerk",
        r"|functie|onderwerp|titel|aantal|plaats|invullen|[^\]]* invullen|[^\]]* volgt",
        r"|(?:beschrijf|geef|leg uit|licht toe|maak|noem|nog|pm|schrijf|vul)[\s:][^\]]*))\s*\])",
        r"|(?P<line>\.{4,}|_{3,})|(?P<dots>\.{3}|…)",
    ))
});

/// A quotation, in which dots stand for words that were left out.
static QUOTATION: Pattern =
    Pattern::new(|| pattern(r#"“[^”]*”|„[^”“]*[”“]|"[^"]*"|‘[^’]*’|«[^»]*»|(?:^|[\s(])'[^']+'"#));

/// What comes before `PM` where it is an hour ("5 PM") or a premier ("de
/// PM", "de Britse PM").
static BEFORE_PM: Pattern =
    Pattern::new(|| pattern(r"(?:[0-9]\s?|(?:^|\s)(?i:de|onze)\s|\p{Lu}\p{L}*(?:se|sche)\s|-)$"));

/// What comes after `PM` where it is a premier ("PM Orbán"), a size of dust
/// ("PM 10") or the start of a compound ("PM-post").
static AFTER_PM: Pattern =
    Pattern::new(|| pattern(r"^(?:-\p{Ll}|\s?(?:10|2[.,]5)(?:\P{N}|$)|\s\p{Lu}\p{Ll})"));

/// What comes before `XX` where it is a Roman number: the budget of Asiel en
/// Migratie ("36600 XX", "hoofdstuk XX").
static BEFORE_XX: Pattern =
    Pattern::new(|| pattern(r"(?:[0-9]{3}[ \u{a0}-]|(?i:hoofdstuk|begroting)\s)$"));

/// The greatest number of characters around a word that decide what it is.
const AROUND: usize = 24;

impl Rule for Invulplek {
    fn code(&self) -> Code {
        Code(301)
    }

    fn page(&self) -> &'static str {
        include_str!("invulplek.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let quotes = Quotes::of(context.nota);
        for text in context.field_texts.iter().chain(&context.texts) {
            let hint = hint_in(context, text);
            if let Some(range) = hint.clone() {
                findings.add(|| self.finding(text, range));
            }
            let mut quotations: Option<Vec<Range<usize>>> = None;
            for found in SPOT.captures_iter(&text.text) {
                let Some(whole) = found.get(0).map(|whole| whole.range()) else {
                    continue;
                };
                let in_hint = hint.as_ref().is_some_and(|hint| overlap(hint, &whole));
                let mut is_quoted = || {
                    let ranges = quotations.get_or_insert_with(|| quotations_in(&quotes, text));
                    let after = ranges.partition_point(|own| own.end <= whole.start);
                    ranges.get(after).is_some_and(|own| overlap(own, &whole))
                };
                let spot = !in_hint
                    && if found.name("word").is_some() {
                        is_spot_word(&text.text, &whole)
                    } else if found.name("dots").is_some() {
                        stands_alone(&text.text, &whole) && !is_quoted()
                    } else {
                        !is_quoted()
                    };
                if spot {
                    findings.add(|| self.finding(text, whole));
                }
            }
        }
    }
}

impl Invulplek {
    fn finding(&self, text: &TextSite, range: Range<usize>) -> Finding {
        let spot = text.text.get(range.clone()).unwrap_or_default();
        Finding::new(self.code(), text.part(range)).arg("tekst", quote(spot))
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Where the hint of the template for this section was left standing.
pub(super) fn hint_in(context: &Context, text: &TextSite) -> Option<Range<usize>> {
    let hint = context.spec(text.place.index?)?.hint.as_deref()?;
    let mut lines = hint.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.find_map(|line| {
        let start = text.text.find(line)?;
        Some(start..start + line.len())
    })
}

/// Whether a word stands by itself and means that something is to come.
fn is_spot_word(text: &str, range: &Range<usize>) -> bool {
    let (before, after) = around(text, range);
    let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if is_part(before.chars().next_back()) || is_part(after.chars().next()) {
        return false;
    }
    let word = text.get(range.clone()).unwrap_or_default();
    if word == "PM" {
        return !BEFORE_PM.is_match(before) && !AFTER_PM.is_match(after);
    }
    if word.starts_with("XX") {
        let compound = after.strip_prefix('-');
        return !BEFORE_XX.is_match(before)
            && !compound.is_some_and(|rest| rest.starts_with(char::is_lowercase));
    }
    true
}

/// Whether dots have white space or nothing on both sides, closing signs at
/// the end aside. Dots right behind a word are only a trailing sentence.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let (before, after) = around(text, range);
    let after = after.trim_start_matches(['.', ',', ';', ':', ')', ']']);
    before
        .chars()
        .next_back()
        .is_none_or(|c| c.is_whitespace() || c == '(')
        && after.chars().next().is_none_or(char::is_whitespace)
}

/// Some characters before and after a range: as many as can decide.
fn around<'t>(text: &'t str, range: &Range<usize>) -> (&'t str, &'t str) {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let start = before.char_indices().rev().take(AROUND).last();
    let end = after.char_indices().nth(AROUND);
    (
        before
            .get(start.map_or(0, |(at, _)| at)..)
            .unwrap_or_default(),
        after
            .get(..end.map_or(after.len(), |(at, _)| at))
            .unwrap_or_default(),
    )
}

/// The quoted parts of a text, in order; all of it in a quotation.
fn quotations_in(quotes: &Quotes, text: &TextSite) -> Vec<Range<usize>> {
    if quotes.hold(text) {
        return std::iter::once(0..text.text.len()).collect();
    }
    QUOTATION
        .find_iter(&text.text)
        .map(|found| found.range())
        .collect()
}

/// Where the quotations of a nota stand: section, footnote and path.
struct Quotes<'a>(HashSet<(Option<usize>, Option<&'a str>, Vec<usize>)>);

impl<'a> Quotes<'a> {
    fn of(nota: &'a Nota) -> Self {
        let mut quotes = Quotes(HashSet::new());
        for (index, body) in nota.bodies() {
            quotes.put(index, None, &[], &body.blocks);
            for note in &body.notes {
                quotes.put(index, Some(&note.label), &[], &note.blocks);
            }
        }
        quotes
    }

    fn put(
        &mut self,
        index: Option<usize>,
        note: Option<&'a str>,
        path: &[usize],
        blocks: &'a [Block],
    ) {
        for (at, block) in blocks.iter().enumerate() {
            let path = [path, &[at]].concat();
            match &block.kind {
                BlockKind::Quote { .. } => {
                    self.0.insert((index, note, path));
                }
                BlockKind::Lak { blocks, .. } => self.put(index, note, &path, blocks),
                _ => {}
            }
        }
    }

    fn hold(&self, text: &TextSite) -> bool {
        let place = &text.place;
        let depths = 1..place.path.len().min(3);
        depths.into_iter().any(|depth| {
            let path = place.path.get(..depth).unwrap_or_default().to_vec();
            let key = (place.index, place.note.as_deref(), path);
            self.0.contains(&key)
        })
    }
}
