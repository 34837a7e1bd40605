//! N509: the nota says why some of what is withheld is not public, and nothing
//! about a ground on which something else is withheld.

use std::collections::BTreeMap;

use nota_model::{Code, Finding, find_grond};
use nota_template::SectionRole;

use super::grond_vervallen::FALLEN;
use super::lak_zonder_toelichting::{motivation, says};
use crate::toelichting::explained;
use crate::{Context, Findings, Rule, gelakt};

/// See `grond_niet_toegelicht.md`.
pub struct GrondNietToegelicht;

impl Rule for GrondNietToegelicht {
    fn code(&self) -> Code {
        Code(509)
    }

    fn page(&self) -> &'static str {
        include_str!("grond_niet_toegelicht.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let sections = motivation(context);
        let (Some(&first), Some(spec)) = (
            sections.first(),
            context.template.section_for(SectionRole::NietOpenbaar),
        ) else {
            return;
        };
        let texts = sections.iter().flat_map(|index| says(context, *index));
        let grounds: Option<Vec<_>> = texts.map(|text| explained(&text.text)).collect();
        // A sentence that is not understood may be about any ground.
        let Some(grounds) = grounds else {
            return;
        };
        let grounds = grounds.concat();
        let mut missing = BTreeMap::new();
        for own in &context.gelakt {
            let place = gelakt::place(own, context);
            if let Some(grond) = find_grond(own.grond())
                // What is withheld on the fallen ground is to become public.
                && grond.code != FALLEN
                && !grounds.contains(&grond)
                && !context.is_internal(&place)
            {
                missing.entry(grond.code).or_insert((grond, place));
            }
        }
        for (grond, place) in missing.into_values() {
            findings.add(|| {
                Finding::new(self.code(), context.heading(first))
                    .arg("sectie", spec.titel.clone())
                    .arg("grond", grond.code)
                    .arg("omschrijving", grond.omschrijving)
                    .related(place)
            });
        }
    }
}
