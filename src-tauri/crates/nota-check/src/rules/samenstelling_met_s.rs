//! N441: a fault of grammar, samenstelling los: deel op -s.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `samenstelling_met_s.md`.
pub struct SamenstellingMetS;

impl Rule for SamenstellingMetS {
    fn code(&self) -> Code {
        Code(441)
    }

    fn page(&self) -> &'static str {
        include_str!("samenstelling_met_s.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::LosseS);
    }
}
