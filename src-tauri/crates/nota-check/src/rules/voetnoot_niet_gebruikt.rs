//! N308: a footnote that nothing refers to, so that it has no place in the
//! text.

use std::collections::HashSet;

use nota_model::{Change, Code, Finding, Place, Run};

use crate::phrase::quote;
use crate::{Context, Findings, Rule};

/// See `voetnoot_niet_gebruikt.md`.
pub struct VoetnootNietGebruikt;

impl Rule for VoetnootNietGebruikt {
    fn code(&self) -> Code {
        Code(308)
    }

    fn page(&self) -> &'static str {
        include_str!("voetnoot_niet_gebruikt.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let runs = context.texts.iter().flat_map(|text| text.inlines);
        let used: HashSet<&str> = runs
            .filter_map(|inline| match &inline.run {
                Run::Note { label } => Some(label.as_str()),
                _ => None,
            })
            .collect();
        for (index, body) in context.nota.bodies() {
            for note in &body.notes {
                if used.contains(note.label.as_str()) {
                    continue;
                }
                findings.add(|| {
                    let mut place = match index {
                        Some(index) => context.heading(index),
                        None => Place::default(),
                    };
                    place.note = Some(note.label.clone());
                    let finding = Finding::new(self.code(), place.at(note.origin.span()))
                        .arg("voetnoot", quote(&note.label));
                    // A footnote that it alone refers to would be left behind.
                    if refers(context, &note.label) {
                        return finding;
                    }
                    let label = note.label.clone();
                    finding.fix("Voetnoot weghalen", Change::RemoveNote { label })
                });
            }
        }
    }
}

/// Whether the text of a footnote refers to another one.
fn refers(context: &Context, label: &str) -> bool {
    let texts = context.texts.iter();
    texts
        .filter(|text| text.place.note.as_deref() == Some(label))
        .flat_map(|text| text.inlines)
        .any(|inline| matches!(inline.run, Run::Note { .. }))
}
