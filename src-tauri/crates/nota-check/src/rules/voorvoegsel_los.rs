//! N443: a fault of grammar, concept, interim, oud los.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `voorvoegsel_los.md`.
pub struct VoorvoegselLos;

impl Rule for VoorvoegselLos {
    fn code(&self) -> Code {
        Code(443)
    }

    fn page(&self) -> &'static str {
        include_str!("voorvoegsel_los.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::LosVoorvoegsel);
    }
}
