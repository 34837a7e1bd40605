//! N505: personal data that is in the public version, and probably should
//! not be.

use nota_model::{Change, Code, Finding};

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
            findings.add(|| {
                let place = text.part(range);
                let what = match place.field {
                    Some(_) => "Dit veld",
                    None => "Deze tekst",
                };
                let label = format!("{what} niet openbaar maken (grond {})", found.grond);
                let change = Change::SetLak {
                    place: place.clone(),
                    grond: Some(found.grond.to_owned()),
                };
                Finding::new(self.code(), place)
                    .arg("wat", found.soort.word())
                    .arg("grond", found.grond)
                    .fix(label, change)
            });
        });
    }
}
