//! N445: a fault of grammar, eerste/Tweede Kamer + woord.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `kamer_los.md`.
pub struct KamerLos;

impl Rule for KamerLos {
    fn code(&self) -> Code {
        Code(445)
    }

    fn page(&self) -> &'static str {
        include_str!("kamer_los.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::KamerLos);
    }
}
