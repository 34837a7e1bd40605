//! N355: a word that is written now with, now without a capital.

use std::collections::HashMap;

use nota_model::{Code, Finding, TextSite};
use nota_taal::Schrijfwijze;

use crate::ambacht::texts;
use crate::taal::{is_open, offer, part};
use crate::{Context, Findings, Rule};

/// See `hoofdletter_wisselt.md`.
pub struct HoofdletterWisselt;

impl Rule for HoofdletterWisselt {
    fn code(&self) -> Code {
        Code(355)
    }

    fn page(&self) -> &'static str {
        include_str!("hoofdletter_wisselt.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let mut all: HashMap<&str, Vec<(&TextSite, &Schrijfwijze)>> = HashMap::new();
        let mut order = Vec::new();
        for (text, own) in texts(context) {
            for word in own.spellings.iter().filter(|own| is_open(text, &own.range)) {
                let spots = all.entry(&word.word).or_default();
                if spots.is_empty() {
                    order.push(word.word.as_str());
                }
                spots.push((text, word));
            }
        }
        for word in order {
            let spots = all.get(word).map(Vec::as_slice).unwrap_or_default();
            let wrong = spots
                .iter()
                .find(|(_, own)| own.has_capital != own.wants_capital);
            let right = spots
                .iter()
                .find(|(_, own)| own.has_capital == own.wants_capital);
            if let (Some((text, own)), Some((other, same))) = (wrong, right) {
                findings.add(|| {
                    let better = part(other, &same.range);
                    let finding = Finding::new(self.code(), text.part(own.range.clone()))
                        .arg("woord", part(text, &own.range))
                        .arg("beter", better)
                        .related(other.part(same.range.clone()));
                    offer(finding, text, &own.range, &[better])
                });
            }
        }
    }
}
