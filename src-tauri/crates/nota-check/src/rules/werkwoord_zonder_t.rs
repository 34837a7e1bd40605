//! N411: a fault of grammar, persoonsvorm zonder -t (word, vind, bied, zend …).

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `werkwoord_zonder_t.md`.
pub struct WerkwoordZonderT;

impl Rule for WerkwoordZonderT {
    fn code(&self) -> Code {
        Code(411)
    }

    fn page(&self) -> &'static str {
        include_str!("werkwoord_zonder_t.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::ZonderT);
    }
}
