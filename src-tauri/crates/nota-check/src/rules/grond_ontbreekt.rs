//! N501: something is withheld without a ground.

use nota_model::{Code, Finding};

use crate::{Context, Findings, Rule, gelakt};

/// See `grond_ontbreekt.md`.
pub struct GrondOntbreekt;

impl Rule for GrondOntbreekt {
    fn code(&self) -> Code {
        Code(501)
    }

    fn page(&self) -> &'static str {
        include_str!("grond_ontbreekt.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for own in &context.gelakt {
            let grond = own.grond().trim();
            if grond.is_empty() {
                findings.add(|| {
                    Finding::new(self.code(), gelakt::place(own, context))
                        .arg("wat", gelakt::what(own, context))
                });
            }
        }
    }
}
