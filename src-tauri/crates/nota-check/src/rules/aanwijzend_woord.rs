//! N416: a fault of grammar, deze/dit, elke/elk, welke met het verkeerde geslacht.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `aanwijzend_woord.md`.
pub struct AanwijzendWoord;

impl Rule for AanwijzendWoord {
    fn code(&self) -> Code {
        Code(416)
    }

    fn page(&self) -> &'static str {
        include_str!("aanwijzend_woord.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::AanwijzendWoord);
    }
}
