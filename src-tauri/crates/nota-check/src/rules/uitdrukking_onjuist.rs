//! N459: a fault of grammar, vaste uitdrukkingen.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `uitdrukking_onjuist.md`.
pub struct UitdrukkingOnjuist;

impl Rule for UitdrukkingOnjuist {
    fn code(&self) -> Code {
        Code(459)
    }

    fn page(&self) -> &'static str {
        include_str!("uitdrukking_onjuist.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::Uitdrukking);
    }
}
