//! N106: a heading with another number than the template gives it.

use nota_model::{Change, Code, Finding, Section, SectionRef};

use crate::phrase::quote;
use crate::{Context, Findings, Rule};

/// See `nummer_onjuist.md`.
pub struct NummerOnjuist;

impl Rule for NummerOnjuist {
    fn code(&self) -> Code {
        Code(106)
    }

    fn page(&self) -> &'static str {
        include_str!("nummer_onjuist.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for (index, section, spec) in context.sections() {
            let Some(spec) = spec else { continue };
            let written = section.number.as_deref().map(bare);
            if written == spec.nummer.as_deref() {
                continue;
            }
            findings.add(|| {
                let right = Section {
                    number: spec.printed_number(),
                    title: section.title.clone(),
                    ..Section::default()
                };
                Finding::new(self.code(), context.heading(index))
                    .arg("kop", quote(&section.heading_text()))
                    .arg("verwacht", quote(&right.heading_text()))
                    .fix(
                        "Nummer aanpassen",
                        Change::SetHeading {
                            section: SectionRef::Index(index),
                            number: right.number,
                            title: right.title,
                        },
                    )
            });
        }
    }
}

/// A number without its last dot, which counts for nothing: "4.1." is "4.1".
fn bare(number: &str) -> &str {
    number.trim().trim_end_matches('.')
}
