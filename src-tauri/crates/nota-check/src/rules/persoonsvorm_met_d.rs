//! N413: a fault of grammar, persoonsvorm zonder -t bij werkwoorden op be-/ver-: de minister beantwoord.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `persoonsvorm_met_d.md`.
pub struct PersoonsvormMetD;

impl Rule for PersoonsvormMetD {
    fn code(&self) -> Code {
        Code(413)
    }

    fn page(&self) -> &'static str {
        include_str!("persoonsvorm_met_d.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::PersoonsvormMetD);
    }
}
