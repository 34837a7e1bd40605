//! N453: a fault of grammar, dubbel woord.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `woord_dubbel.md`.
pub struct WoordDubbel;

impl Rule for WoordDubbel {
    fn code(&self) -> Code {
        Code(453)
    }

    fn page(&self) -> &'static str {
        include_str!("woord_dubbel.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::Dubbel);
    }
}
