//! N419: a fault of grammar, het … die.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `het_die.md`.
pub struct HetDie;

impl Rule for HetDie {
    fn code(&self) -> Code {
        Code(419)
    }

    fn page(&self) -> &'static str {
        include_str!("het_die.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::HetDie);
    }
}
