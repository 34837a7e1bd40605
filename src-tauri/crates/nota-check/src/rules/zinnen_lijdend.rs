//! N432: a section of which at least half of the sentences are passive.

use std::collections::BTreeMap;

use nota_model::{Carrier, Code, Finding};

use crate::taal::{on, seen};
use crate::{Context, Findings, Rule};

/// See `zinnen_lijdend.md`.
pub struct ZinnenLijdend;

/// Fewer passive sentences than this are no habit.
const LEAST: usize = 3;

impl Rule for ZinnenLijdend {
    fn code(&self) -> Code {
        Code(432)
    }

    fn page(&self) -> &'static str {
        include_str!("zinnen_lijdend.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        if on(context, |own| own.plain).is_none() {
            return;
        }
        let mut sections: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for (text, gezien) in seen(context) {
            let counts = text.carrier == Carrier::Paragraph
                && !gezien.quoted
                && text.grond.is_none()
                && !context.is_internal(&text.place);
            if let (Some(index), true) = (text.place.index, counts) {
                let (passive, all) = sections.entry(index).or_default();
                *passive += gezien.found.sentences.passive;
                *all += gezien.found.sentences.count;
            }
        }
        for (index, (passive, all)) in sections {
            let is_of_woo = context
                .spec(index)
                .is_some_and(|spec| spec.sleutel.contains("niet-openbaar"));
            if passive >= LEAST && passive * 2 >= all && !is_of_woo {
                let title = context
                    .nota
                    .sections
                    .get(index)
                    .map(|own| own.title.clone());
                findings.add(|| {
                    Finding::new(self.code(), context.heading(index))
                        .arg("sectie", title.unwrap_or_default())
                        .arg("aantal", passive.to_string())
                        .arg("zinnen", all.to_string())
                });
            }
        }
    }
}
