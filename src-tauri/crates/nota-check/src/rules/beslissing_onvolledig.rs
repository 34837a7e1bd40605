//! N208: a decision without the day on which it was taken or without who took it.

use nota_model::{Code, Finding};
use nota_template::FieldRole;

use crate::beslissing::{is_filled, place};
use crate::{Context, Findings, Rule};

/// See `beslissing_onvolledig.md`.
pub struct BeslissingOnvolledig;

impl Rule for BeslissingOnvolledig {
    fn code(&self) -> Code {
        Code(208)
    }

    fn page(&self) -> &'static str {
        include_str!("beslissing_onvolledig.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        if !is_filled(context, FieldRole::Beslissing) {
            return;
        }
        for role in [FieldRole::BeslissingDatum, FieldRole::BeslissingDoor] {
            let Some(spec) = context.template.field_for(role) else {
                continue;
            };
            if !is_filled(context, role) {
                findings.add(|| {
                    Finding::new(self.code(), place(context, role)).arg("veld", spec.naam.clone())
                });
            }
        }
    }
}
