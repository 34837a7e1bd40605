//! N505: personal data that is in the public version, and probably should
//! not be.

use nota_model::{Code, Finding};

use crate::{Context, Findings, Rule, open};

/// See `persoonsgegeven_open.md`.
pub struct PersoonsgegevenOpen;

impl Rule for PersoonsgegevenOpen {
    fn code(&self) -> Code {
        Code(505)
    }

    fn page(&self) -> &'static str {
        include_str!("persoonsgegeven_open.md")
    }

    /// What was found is not in the message: a diagnostic may be read by more
    /// people than the nota.
    fn check(&self, context: &Context, findings: &mut Findings) {
        open::each(context, &mut |text, range, found| {
            findings
                .add(|| Finding::new(self.code(), text.part(range)).arg("wat", found.soort.word()));
        });
    }
}
