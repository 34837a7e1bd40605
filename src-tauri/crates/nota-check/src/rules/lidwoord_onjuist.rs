//! N417: a fault of grammar, het/de met het verkeerde geslacht.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `lidwoord_onjuist.md`.
pub struct LidwoordOnjuist;

impl Rule for LidwoordOnjuist {
    fn code(&self) -> Code {
        Code(417)
    }

    fn page(&self) -> &'static str {
        include_str!("lidwoord_onjuist.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::Lidwoord);
    }
}
