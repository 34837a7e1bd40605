//! N418: a fault of grammar, een nieuwe + het-woord, een nieuw + de-woord.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `verbuiging_onjuist.md`.
pub struct VerbuigingOnjuist;

impl Rule for VerbuigingOnjuist {
    fn code(&self) -> Code {
        Code(418)
    }

    fn page(&self) -> &'static str {
        include_str!("verbuiging_onjuist.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::Verbuiging);
    }
}
