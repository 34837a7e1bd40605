//! N206: something of a decision stands there, but not what was decided.

use nota_model::{Code, Finding};
use nota_template::FieldRole;

use crate::beslissing::{is_filled, place};
use crate::{Context, Findings, Rule};

/// See `beslissing_zonder_keuze.md`.
pub struct BeslissingZonderKeuze;

impl Rule for BeslissingZonderKeuze {
    fn code(&self) -> Code {
        Code(206)
    }

    fn page(&self) -> &'static str {
        include_str!("beslissing_zonder_keuze.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        if is_filled(context, FieldRole::Beslissing) {
            return;
        }
        let all = FieldRole::DECISION.into_iter();
        let filled = all.filter(|role| is_filled(context, *role));
        let Some(spec) = filled
            .filter_map(|role| context.template.field_for(role))
            .next()
        else {
            return;
        };
        findings.add(|| {
            Finding::new(self.code(), place(context, FieldRole::Beslissing))
                .arg("veld", spec.naam.clone())
        });
    }
}
