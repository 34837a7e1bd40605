//! N457: a fault of grammar, onderwerp ontbreekt.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `onderwerp_ontbreekt.md`.
pub struct OnderwerpOntbreekt;

impl Rule for OnderwerpOntbreekt {
    fn code(&self) -> Code {
        Code(457)
    }

    fn page(&self) -> &'static str {
        include_str!("onderwerp_ontbreekt.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::OnderwerpOntbreekt);
    }
}
