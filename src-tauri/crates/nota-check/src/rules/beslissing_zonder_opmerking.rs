//! N207: a decision with a remark that is not there.

use nota_model::{Code, Finding};
use nota_template::{FieldRole, MET_OPMERKING};

use crate::beslissing::{is_filled, place};
use crate::{Context, Findings, Rule};

/// See `beslissing_zonder_opmerking.md`.
pub struct BeslissingZonderOpmerking;

impl Rule for BeslissingZonderOpmerking {
    fn code(&self) -> Code {
        Code(207)
    }

    fn page(&self) -> &'static str {
        include_str!("beslissing_zonder_opmerking.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let decision = context.template.decision(context.nota);
        let asks = decision.is_some_and(|own| own.eq_ignore_ascii_case(MET_OPMERKING));
        if !asks || is_filled(context, FieldRole::BeslissingOpmerking) {
            return;
        }
        let Some(spec) = context.template.field_for(FieldRole::BeslissingOpmerking) else {
            return;
        };
        findings.add(|| {
            Finding::new(self.code(), place(context, FieldRole::BeslissingOpmerking))
                .arg("veld", spec.naam.clone())
                .arg("beslissing", MET_OPMERKING)
        });
    }
}
