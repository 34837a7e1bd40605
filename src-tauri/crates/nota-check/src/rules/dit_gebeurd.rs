//! N414: a fault of grammar, „dit gebeurd”.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `dit_gebeurd.md`.
pub struct DitGebeurd;

impl Rule for DitGebeurd {
    fn code(&self) -> Code {
        Code(414)
    }

    fn page(&self) -> &'static str {
        include_str!("dit_gebeurd.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::Gebeurd);
    }
}
