//! N309: two footnotes with one label. All references lead to the first.

use std::collections::HashMap;

use nota_model::{Code, Finding, Note, Place};

use crate::phrase::quote;
use crate::{Context, Findings, Rule};

/// See `voetnoot_dubbel.md`.
pub struct VoetnootDubbel;

impl Rule for VoetnootDubbel {
    fn code(&self) -> Code {
        Code(309)
    }

    fn page(&self) -> &'static str {
        include_str!("voetnoot_dubbel.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let mut seen: HashMap<String, Place> = HashMap::new();
        for (index, body) in context.nota.bodies() {
            for note in &body.notes {
                let place = place(context, index, note);
                // The file does not tell capitals apart.
                let label = note.label.to_lowercase();
                match seen.get(&label) {
                    Some(first) => findings.add(|| {
                        Finding::new(self.code(), place)
                            .arg("voetnoot", quote(&note.label))
                            .related(first.clone())
                    }),
                    None => {
                        seen.insert(label, place);
                    }
                }
            }
        }
    }
}

/// The place of a footnote in the section where its text stands.
fn place(context: &Context, index: Option<usize>, note: &Note) -> Place {
    let mut place = index.map_or_else(Place::default, |index| context.heading(index));
    place.note = Some(note.label.clone());
    place.at(note.origin.span())
}
