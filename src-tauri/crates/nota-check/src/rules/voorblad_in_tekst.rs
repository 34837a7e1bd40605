//! N511: fields that stand in the text, so that none of them counts.

use nota_model::{Code, Finding};
use nota_public::Reason;

use crate::{Context, Findings, Rule};

/// See `voorblad_in_tekst.md`.
pub struct VoorbladInTekst;

impl Rule for VoorbladInTekst {
    fn code(&self) -> Code {
        Code(511)
    }

    fn page(&self) -> &'static str {
        include_str!("voorblad_in_tekst.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for doubt in context.doubts() {
            if doubt.reason == Reason::Fields {
                findings.add(|| Finding::new(self.code(), doubt.place.clone()));
            }
        }
    }
}
