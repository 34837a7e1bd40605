//! N104: a section that stands in the nota twice.

use std::collections::HashMap;

use nota_model::{Code, Finding};

use crate::{Context, Findings, Rule};

/// See `sectie_dubbel.md`.
pub struct SectieDubbel;

impl Rule for SectieDubbel {
    fn code(&self) -> Code {
        Code(104)
    }

    fn page(&self) -> &'static str {
        include_str!("sectie_dubbel.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for (index, _, spec) in context.sections() {
            let Some(spec) = spec else { continue };
            match seen.get(spec.sleutel.as_str()) {
                Some(first) => findings.add(|| {
                    Finding::new(self.code(), context.heading(index))
                        .arg("sectie", spec.titel.clone())
                        .related(context.heading(*first))
                }),
                None => {
                    seen.insert(&spec.sleutel, index);
                }
            }
        }
    }
}
