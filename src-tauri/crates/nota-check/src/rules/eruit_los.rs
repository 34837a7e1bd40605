//! N458: a fault of grammar, er uit zien.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `eruit_los.md`.
pub struct EruitLos;

impl Rule for EruitLos {
    fn code(&self) -> Code {
        Code(458)
    }

    fn page(&self) -> &'static str {
        include_str!("eruit_los.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::EruitZien);
    }
}
