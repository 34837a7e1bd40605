//! N415: a fault of grammar, „u … ben”, „u heb”.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `u_ben.md`.
pub struct UBen;

impl Rule for UBen {
    fn code(&self) -> Code {
        Code(415)
    }

    fn page(&self) -> &'static str {
        include_str!("u_ben.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::UBen);
    }
}
