//! N506: something is withheld as a personal policy opinion.

use nota_model::{Code, Finding, find_grond};

use crate::{Context, Findings, Rule, gelakt};

/// See `grond_vervallen.md`.
pub struct GrondVervallen;

/// Personal policy opinions of officials (art. 5.2 Woo).
pub(super) const FALLEN: &str = "5.2";

impl Rule for GrondVervallen {
    fn code(&self) -> Code {
        Code(506)
    }

    fn page(&self) -> &'static str {
        include_str!("grond_vervallen.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for own in &context.gelakt {
            let grond = own.grond().trim();
            if find_grond(grond).is_some_and(|found| found.code == FALLEN) {
                findings.add(|| {
                    Finding::new(self.code(), gelakt::place(own, context))
                        .arg("wat", gelakt::what(own, context))
                });
            }
        }
    }
}
