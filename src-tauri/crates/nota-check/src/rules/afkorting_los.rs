//! N444: a fault of grammar, afkorting en woord zonder streepje.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `afkorting_los.md`.
pub struct AfkortingLos;

impl Rule for AfkortingLos {
    fn code(&self) -> Code {
        Code(444)
    }

    fn page(&self) -> &'static str {
        include_str!("afkorting_los.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::AfkortingLos);
    }
}
