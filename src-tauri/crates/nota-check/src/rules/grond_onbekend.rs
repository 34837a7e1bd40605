//! N502: something is withheld on a ground that the Woo does not have.

use nota_model::{Code, Finding, find_grond};

use crate::phrase::quote;
use crate::{Context, Findings, Rule, gelakt};

/// See `grond_onbekend.md`.
pub struct GrondOnbekend;

impl Rule for GrondOnbekend {
    fn code(&self) -> Code {
        Code(502)
    }

    fn page(&self) -> &'static str {
        include_str!("grond_onbekend.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for own in &context.gelakt {
            let grond = own.grond().trim();
            if !grond.is_empty() && find_grond(grond).is_none() {
                findings.add(|| {
                    Finding::new(self.code(), gelakt::place(own, context))
                        .arg("wat", gelakt::what(own, context))
                        .arg("grond", quote(grond))
                });
            }
        }
    }
}
