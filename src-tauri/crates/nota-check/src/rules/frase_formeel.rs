//! N421: a formal phrase for which there is a plain one.

use std::collections::HashMap;

use nota_model::{Carrier, Change, Code, Finding, TextSite};
use nota_taal::Frase;

use crate::phrase::quote;
use crate::taal::{alternatives, is_open, on, part, seen};
use crate::vervangen::replace;
use crate::{Context, Findings, Rule};

/// See `frase_formeel.md`.
pub struct FraseFormeel;

impl Rule for FraseFormeel {
    fn code(&self) -> Code {
        Code(421)
    }

    fn page(&self) -> &'static str {
        include_str!("frase_formeel.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        if on(context, |own| own.plain).is_none() {
            return;
        }
        // One mark for each phrase, which stands for all places.
        let mut phrases: Vec<(&str, Vec<Spot>)> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        let running = seen(context).filter(|(text, gezien)| {
            let own = matches!(text.carrier, Carrier::Paragraph | Carrier::Cell);
            own && !gezien.quoted
        });
        for (text, gezien) in running {
            for frase in gezien
                .found
                .plain
                .iter()
                .filter(|own| is_open(text, &own.range))
            {
                let index = *known.entry(frase.name).or_insert(phrases.len());
                match phrases.get_mut(index) {
                    Some((_, spots)) => spots.push((text, frase)),
                    None => phrases.push((frase.name, vec![(text, frase)])),
                }
            }
        }
        for (_, spots) in phrases {
            if let Some(first) = spots.first() {
                findings.add(|| self.finding(first, &spots));
            }
        }
    }
}

/// A place where a phrase stands.
type Spot<'c> = (&'c TextSite<'c>, &'c Frase);

impl FraseFormeel {
    fn finding(&self, (text, frase): &Spot, spots: &[Spot]) -> Finding {
        let words: Vec<&str> = frase.better.split("; ").collect();
        let again = match spots.len() - 1 {
            0 => String::new(),
            1 => "Dit staat nog één keer in de nota.".to_owned(),
            more => format!("Dit staat nog {more} keer in de nota."),
        };
        let note = match frase.note.is_empty() {
            true => String::new(),
            false => format!("({})", frase.note),
        };
        let mut finding = Finding::new(self.code(), text.part(frase.range.clone()))
            .arg("tekst", quote(part(text, &frase.range)))
            .arg("beter", alternatives(&words))
            .arg("noot", note)
            .arg("nog", again);
        // Words that stand for others, or that say what to do, fit nowhere.
        let fits = |own: &&&str| !own.contains(['…', '(', '[', ':', '?', '/']);
        for word in words.iter().filter(fits) {
            if let Some(change) = everywhere(spots, word) {
                let places = match spots.len() {
                    1 => String::new(),
                    count => format!(" ({count} plekken)"),
                };
                finding = finding.fix(format!("Veranderen in “{word}”{places}"), change);
            }
        }
        finding
    }
}

/// The change that puts a word in all places, the last place first, so that
/// those before it stay where they are.
fn everywhere(spots: &[Spot], word: &str) -> Option<Change> {
    let changes = spots.iter().rev().map(|(text, frase)| {
        let capital = part(text, &frase.range).starts_with(char::is_uppercase);
        let mut letters = word.chars();
        let first = letters.next().filter(|_| capital);
        let word = match first {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => word.to_owned(),
        };
        replace(text, frase.range.clone(), &word)
    });
    let mut changes: Vec<Change> = changes.collect::<Option<_>>()?;
    match changes.len() {
        1 => changes.pop(),
        _ => Some(Change::All { changes }),
    }
}
