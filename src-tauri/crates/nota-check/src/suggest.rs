//! Suggestions of what to withhold. They are offered to the drafter, who
//! marks this one, all that say the same, or none; nothing is marked silently.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use aho_corasick::AhoCorasick;
use chrono::NaiveDate;
use nota_model::{Change, Nota, Place, TextSite, Value};
use nota_public::same_letters;
use nota_template::{MAG_OPENBAAR, Template};

use crate::open::{self, Hidden, Meant, is_own_address, open_texts};
use crate::persoonsgegeven::Soort;
use crate::{Context, Surroundings, naam};

/// The greatest number of suggestions for one nota.
const MOST: usize = 1_000;

/// A part of the nota that might have to be withheld.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// Where: characters of a text, or of the value of a field.
    pub place: Place,
    /// The code of the ground that is usual for it.
    pub grond: String,
    /// Why it is suggested.
    pub reason: Soort,
    /// The suggestions with the same number say the same, so that one click
    /// can mark them all. Numbers count from 0 in the order of the nota.
    pub group: usize,
    /// The change by which the drafter says that it may be read: it comes in
    /// the list `mag-openbaar`.
    pub meant: Change,
}

/// What might have to be withheld in a nota, in the order of the fields and
/// of the file: what rule N505 reports, names of persons with where they are
/// named again, addresses, registration plates, dates of birth and numbers of
/// personnel. Nothing that is withheld already or that the drafter has said may
/// be read, and nothing twice.
pub fn suggest(nota: &Nota, template: &Template) -> Vec<Suggestion> {
    // What is suggested does not depend on the day or on the fonts.
    let surroundings = Surroundings {
        today: NaiveDate::default(),
        printable: &|_| true,
        pages: None,
        taal: None,
        metagegevens: None,
    };
    let context = Context::new(nota, template, &surroundings);
    let mut found = Vec::new();
    open::each(&context, &mut |text, range, own| {
        let mut candidate = Candidate::new(text, range, own.soort, own.grond);
        own.said.clone_into(&mut candidate.said);
        found.push((own.index, candidate));
    });
    let meant = Meant::of(&context);
    let mut names = BTreeSet::new();
    let officials = officials(&context);
    for (index, text) in open_texts(&context).enumerate() {
        let hidden = Hidden::of(text);
        for (range, soort) in naam::find(&text.text) {
            let own = text.text.get(range.clone()).unwrap_or_default();
            let is_open = hidden.is_open(&range) && !meant.has(own);
            if soort == Soort::Naam && officials.contains(own) {
                continue;
            }
            if is_open && !is_own_address(&context, &text.text, &range) {
                if soort == Soort::Naam {
                    names.extend(naam::parts(own).into_iter().map(str::to_owned));
                }
                found.push((index, Candidate::new(text, range, soort, soort.grond())));
            }
        }
    }
    names.retain(|own| !officials.contains(own));
    again(&context, &names, &meant, &mut found);
    in_order(found, nota)
}

/// The names of officials in the open texts, whole and in parts: who is named
/// with an office once is no other person where the office is not said.
fn officials(context: &Context) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for text in open_texts(context) {
        for name in naam::officials(&text.text) {
            out.insert(name.to_owned());
            out.extend(naam::parts(name).into_iter().map(str::to_owned));
        }
    }
    out
}

/// Where the text speaks again of who was named: by surname, or by given name.
fn again(
    context: &Context,
    names: &BTreeSet<String>,
    meant: &Meant,
    found: &mut Vec<(usize, Candidate)>,
) {
    if names.is_empty() {
        return;
    }
    let Ok(automaton) = AhoCorasick::new(names) else {
        return;
    };
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    for (index, text) in open_texts(context).enumerate() {
        let hidden = Hidden::of(text);
        for hit in automaton.find_iter(&text.text) {
            let before = text.text.get(..hit.start()).unwrap_or_default();
            let after = text.text.get(hit.end()..).unwrap_or_default();
            let inside = letter(before.chars().next_back()) || letter(after.chars().next());
            let range = naam::with_prefix(&text.text, hit.range());
            let own = text.text.get(range.clone()).unwrap_or_default();
            if !inside && hidden.is_open(&range) && !meant.has(own) {
                let soort = Soort::Naam;
                found.push((index, Candidate::new(text, range, soort, soort.grond())));
            }
        }
    }
}

/// A suggestion, before it is known where it stands among the others.
struct Candidate {
    /// The bytes of its text.
    range: Range<usize>,
    text: String,
    /// What the drafter says may be read: the text, or the address of a link.
    said: String,
    place: Place,
    reason: Soort,
    grond: String,
}

impl Candidate {
    fn new(text: &TextSite<'_>, range: Range<usize>, reason: Soort, grond: &str) -> Self {
        let own = text.text.get(range.clone()).unwrap_or_default();
        Self {
            text: own.to_owned(),
            said: own.to_owned(),
            place: text.part(range.clone()),
            range,
            reason,
            grond: grond.to_owned(),
        }
    }
}

/// The suggestions in the order of the nota, given with the index of their
/// text. Of those that overlap the first stays, and of two that start at one
/// place the longest.
fn in_order(mut found: Vec<(usize, Candidate)>, nota: &Nota) -> Vec<Suggestion> {
    let lines = nota.field(MAG_OPENBAAR).map_or(0, |own| own.items().len());
    found.sort_by_key(|(index, own)| (*index, own.range.start, usize::MAX - own.range.end));
    let mut groups: HashMap<Vec<u8>, usize> = HashMap::new();
    let mut out = Vec::new();
    let mut last = (0, 0);
    for (index, own) in found {
        if index == last.0 && own.range.start < last.1 {
            continue;
        }
        last = (index, own.range.end);
        let next = groups.len();
        out.push(Suggestion {
            meant: Change::SetField {
                path: format!("{MAG_OPENBAAR}[{lines}]"),
                value: Value::text(&own.said),
            },
            group: *groups.entry(same_letters(&own.text)).or_insert(next),
            place: own.place,
            grond: own.grond,
            reason: own.reason,
        });
        if out.len() >= MOST {
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use nota_markdown::parse;
    use nota_template::Registry;

    use super::*;

    /// The suggestions, a line each: group, ground, what, text.
    fn suggested(text: &str) -> String {
        let parsed = parse(text, Registry::builtin());
        let mut out = String::new();
        for own in suggest(&parsed.nota, &parsed.template) {
            let span = own.place.span.map_or(0..0, |span| span.range());
            let (group, grond) = (own.group, own.grond);
            out += &format!("{group} {grond} {}: {}\n", own.reason.word(), &text[span]);
        }
        out
    }

    #[test]
    fn what_might_have_to_be_withheld_is_suggested_once() {
        expect_test::expect![[r#"
            0 5.1.2e een naam: J. Jansen
            1 5.1.2e tekst die elders in de nota is gelakt: Pietersen
            2 5.1.2e een naam: De Vries
            3 5.1.2e een e-mailadres: a.devries@minjenv.nl
            2 5.1.2e een naam: De Vries
            4 5.1.1b tekst die elders in de nota is gelakt: Project Kogel
            5 5.1.1e een burgerservicenummer: 111222333
            6 5.1.2e een adres: Dorpsstraat 1
        "#]]
        .assert_eq(&suggested(
            "\
---
onderwerp: Beslisnota over de heer J. Jansen
contactpersoon: K. Klaassen
---

## 3. Kernpunten

[Pietersen]{.lak grond=\"5.1.2e\"} en Pietersen. Vraag mevrouw De Vries, a.devries@minjenv.nl, of mw. De Vries.

[Project Kogel]{.lak grond=\"5.1.1b\"} is Project Kogel. BSN 111222333. Dorpsstraat 1 en Turfmarkt 147.
",
        ));
    }

    #[test]
    fn nothing_is_suggested_where_nothing_is_open() {
        let text = "## 3. Kernpunten\n\n::: {.lak grond=\"5.1.2e\"}\nde heer Jansen\n:::\n";
        assert_eq!(suggested(text), "");
    }
}
