//! N454: a fault of grammar, de + heel werkwoord + van.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `de_met_werkwoord.md`.
pub struct DeMetWerkwoord;

impl Rule for DeMetWerkwoord {
    fn code(&self) -> Code {
        Code(454)
    }

    fn page(&self) -> &'static str {
        include_str!("de_met_werkwoord.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::HeelWerkwoord);
    }
}
