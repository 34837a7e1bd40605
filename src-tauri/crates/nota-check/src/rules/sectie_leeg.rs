//! N102: a section without content.

use nota_model::{Change, Code, Finding, SectionRef};
use nota_template::SectionSpec;

use super::sectie_ontbreekt::wanted;
use crate::{Context, Findings, Rule};

/// See `sectie_leeg.md`.
pub struct SectieLeeg;

impl Rule for SectieLeeg {
    fn code(&self) -> Code {
        Code(102)
    }

    fn page(&self) -> &'static str {
        include_str!("sectie_leeg.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for (index, section, spec) in context.sections() {
            if let Some(spec) = spec
                && section.body.is_blank()
                && context.parts(index).is_empty()
            {
                findings.add(|| self.finding(context, index, spec));
            }
        }
    }
}

impl SectieLeeg {
    fn finding(&self, context: &Context, index: usize, spec: &SectionSpec) -> Finding {
        let finding = Finding::new(self.code(), context.heading(index))
            .arg("sectie", spec.titel.clone())
            .arg("wat", wanted(spec));
        if spec.verplicht {
            return finding.arg("anders", "");
        }
        finding
            .arg("anders", "Of haal de sectie weg: zij is niet verplicht.")
            .fix(
                "Sectie weghalen",
                Change::RemoveSection {
                    section: SectionRef::Index(index),
                },
            )
    }
}
