//! N350: a number that is now in digits, now in words.

use std::collections::HashMap;

use nota_model::{Code, Finding, TextSite};
use nota_taal::Getal;

use crate::ambacht::texts;
use crate::taal::{is_open, offer, part};
use crate::{Context, Findings, Rule};

/// See `getal_wisselt.md`.
pub struct GetalWisselt;

impl Rule for GetalWisselt {
    fn code(&self) -> Code {
        Code(350)
    }

    fn page(&self) -> &'static str {
        include_str!("getal_wisselt.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let mut all: HashMap<(usize, &str), Vec<(&TextSite, &Getal)>> = HashMap::new();
        let mut order = Vec::new();
        for (text, own) in texts(context) {
            for number in own.numbers.iter().filter(|own| is_open(text, &own.range)) {
                let key = (number.count, number.noun.as_str());
                let spots = all.entry(key).or_default();
                if spots.is_empty() {
                    order.push(key);
                }
                spots.push((text, number));
            }
        }
        for key in order {
            let spots = all.get(&key).map(Vec::as_slice).unwrap_or_default();
            let in_digits = spots.iter().find(|(_, own)| own.in_words.is_some());
            let in_words = spots.iter().find(|(_, own)| own.in_words.is_none());
            if let (Some((text, own)), Some((other, word))) = (in_digits, in_words) {
                findings.add(|| {
                    let written = part(text, &own.range);
                    let right = own.in_words.unwrap_or_default();
                    let finding = Finding::new(self.code(), text.part(own.range.clone()))
                        .arg("cijfer", format!("{written} {}", own.noun))
                        .arg("woord", right)
                        .related(other.part(word.range.clone()));
                    offer(finding, text, &own.range, &[right])
                });
            }
        }
    }
}
