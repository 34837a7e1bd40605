//! N412: a fault of grammar, voltooid deelwoord met -t: wordt behandelt.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `deelwoord_met_t.md`.
pub struct DeelwoordMetT;

impl Rule for DeelwoordMetT {
    fn code(&self) -> Code {
        Code(412)
    }

    fn page(&self) -> &'static str {
        include_str!("deelwoord_met_t.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::DeelwoordMetT);
    }
}
