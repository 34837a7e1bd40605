//! N455: a fault of grammar, hun als onderwerp.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `hun_als_onderwerp.md`.
pub struct HunAlsOnderwerp;

impl Rule for HunAlsOnderwerp {
    fn code(&self) -> Code {
        Code(455)
    }

    fn page(&self) -> &'static str {
        include_str!("hun_als_onderwerp.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::Hun);
    }
}
