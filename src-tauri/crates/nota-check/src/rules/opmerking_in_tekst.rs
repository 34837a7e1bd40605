//! N512: a remark in HTML, which a nota prints as text.

use nota_model::{Code, Finding};
use nota_public::Reason;

use crate::{Context, Findings, Rule};

/// See `opmerking_in_tekst.md`.
pub struct OpmerkingInTekst;

impl Rule for OpmerkingInTekst {
    fn code(&self) -> Code {
        Code(512)
    }

    fn page(&self) -> &'static str {
        include_str!("opmerking_in_tekst.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for doubt in context.doubts() {
            if doubt.reason == Reason::Remark {
                findings.add(|| Finding::new(self.code(), doubt.place.clone()));
            }
        }
    }
}
