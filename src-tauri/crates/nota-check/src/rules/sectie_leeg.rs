//! N102: a section without content.

use std::ops::Range;

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
        let is_blank = |index: usize| {
            let section = context.nota.sections.get(index);
            section.is_some_and(|section| section.body.is_blank())
        };
        let mut index = 0;
        while index < context.nota.sections.len() {
            let group = index..context.parts(index).end;
            index = group.end;
            // A section without any content is one fault, not one more for
            // each of its parts.
            if group.clone().all(is_blank) {
                self.find(context, group, findings);
                continue;
            }
            for part in group.skip(1).filter(|part| is_blank(*part)) {
                self.find(context, part..part + 1, findings);
            }
        }
    }
}

impl SectieLeeg {
    /// Finds that these sections are empty: one with its parts, or one part.
    fn find(&self, context: &Context, group: Range<usize>, findings: &mut Findings) {
        if let Some(spec) = context.spec(group.start) {
            findings.add(|| self.finding(context, group, spec));
        }
    }

    fn finding(&self, context: &Context, group: Range<usize>, spec: &SectionSpec) -> Finding {
        let finding = Finding::new(self.code(), context.heading(group.start))
            .arg("sectie", spec.titel.clone())
            .arg("wat", wanted(spec));
        if spec.verplicht {
            return finding.arg("anders", "");
        }
        let remove = Change::RemoveSection {
            section: SectionRef::Index(group.start),
        };
        let changes = vec![remove; group.len()];
        finding
            .arg("anders", "Of haal de sectie weg: zij is niet verplicht.")
            .fix("Sectie weghalen", Change::All { changes })
    }
}
