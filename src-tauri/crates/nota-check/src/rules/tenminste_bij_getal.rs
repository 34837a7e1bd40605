//! N451: a fault of grammar, tenminste bij een getal, teveel.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `tenminste_bij_getal.md`.
pub struct TenminsteBijGetal;

impl Rule for TenminsteBijGetal {
    fn code(&self) -> Code {
        Code(451)
    }

    fn page(&self) -> &'static str {
        include_str!("tenminste_bij_getal.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::Tenminste);
    }
}
