//! N505: personal data that is in the public version, and probably should
//! not be.

use nota_model::{Carrier, Change, Code, Finding};

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
                let finding = Finding::new(self.code(), place.clone())
                    .arg("wat", found.soort.word())
                    .arg("grond", found.grond);
                // The title of a section is public; the drafter writes another.
                if text.carrier == Carrier::Title {
                    return finding;
                }
                let label = format!("{what} niet openbaar maken (grond {})", found.grond);
                let change = Change::SetLak {
                    place,
                    grond: Some(found.grond.to_owned()),
                };
                finding.fix(label, change)
            });
        });
    }
}
