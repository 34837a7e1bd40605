//! N442: a fault of grammar, samenstelling los: vaste paren.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `samenstelling_los.md`.
pub struct SamenstellingLos;

impl Rule for SamenstellingLos {
    fn code(&self) -> Code {
        Code(442)
    }

    fn page(&self) -> &'static str {
        include_str!("samenstelling_los.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::LosPaar);
    }
}
