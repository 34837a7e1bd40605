//! N341: an abbreviation that is not written in full where it first stands.

use std::collections::{HashMap, HashSet};

use nota_model::{Carrier, Code, Finding, TextSite};
use nota_taal::{Afkorting, full_form, is_known};

use crate::ambacht::texts;
use crate::taal::{is_open, offer, on, part, seen};
use crate::{Context, Findings, Rule};

/// See `afkorting_niet_voluit.md`.
pub struct AfkortingNietVoluit;

impl Rule for AfkortingNietVoluit {
    fn code(&self) -> Code {
        Code(341)
    }

    fn page(&self) -> &'static str {
        include_str!("afkorting_niet_voluit.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        if on(context, |own| own.craft).is_none() {
            return;
        }
        let introduced = introductions(context);
        let mut had: HashSet<String> = HashSet::new();
        let own_words = texts(context)
            .filter(|(text, _)| matches!(text.carrier, Carrier::Paragraph | Carrier::Cell));
        for (text, own) in own_words {
            for found in &own.abbreviations {
                let written = part(text, &found.range);
                let lower = written.to_lowercase();
                if is_known(written) || !is_open(text, &found.range) || !had.insert(lower.clone()) {
                    continue;
                }
                let here = (order(text), found.range.start);
                let later = introduced.get(&lower).copied();
                // The bracket stands behind the first letters at most.
                if later.is_none_or(|later| later > here) {
                    findings.add(|| self.finding(text, found, later.is_some()));
                }
            }
        }
    }
}

/// Where a text stands among the others: the section, then the byte of it.
type Order = (Option<usize>, usize);

fn order(text: &TextSite) -> Order {
    (text.place.index, text.place.span.map_or(0, |own| own.start))
}

/// Where each abbreviation is first written in full, titles and fields too.
fn introductions(context: &Context) -> HashMap<String, (Order, usize)> {
    let mut first = HashMap::new();
    for (text, own) in seen(context) {
        let at = match text.carrier {
            Carrier::Field => (None, 0),
            _ => order(text),
        };
        for (abbreviation, start) in &own.found.craft.introduced {
            first.entry(abbreviation.clone()).or_insert((at, *start));
        }
    }
    first
}

impl AfkortingNietVoluit {
    fn finding(&self, text: &TextSite, found: &Afkorting, later: bool) -> Finding {
        let written = part(text, &found.range);
        let full = full_form(written).filter(|_| !later);
        let advice = match (later, full) {
            (true, _) => "Zet de volledige naam, die er verderop wel staat, al hier.".to_owned(),
            (_, Some(full)) => format!("Schrijf “{full} ({written})”."),
            (_, None) => format!("Schrijf de naam voluit, met daarachter “({written})”."),
        };
        let finding = Finding::new(self.code(), text.part(found.range.clone()))
            .arg("afkorting", written)
            .arg("voluit", advice);
        let words: Vec<String> = full
            .iter()
            .map(|own| format!("{own} ({written})"))
            .collect();
        offer(finding, text, &found.range, &words)
    }
}
