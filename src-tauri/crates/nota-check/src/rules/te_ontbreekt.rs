//! N452: a fault of grammar, dient/hoeft … worden zonder te.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `te_ontbreekt.md`.
pub struct TeOntbreekt;

impl Rule for TeOntbreekt {
    fn code(&self) -> Code {
        Code(452)
    }

    fn page(&self) -> &'static str {
        include_str!("te_ontbreekt.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::TeOntbreekt);
    }
}
