//! N456: a fault of grammar, even … dan, hoger als geraamd.

use nota_model::Code;
use nota_taal::Patroon;

use crate::taal::grammar;
use crate::{Context, Findings, Rule};

/// See `als_of_dan.md`.
pub struct AlsOfDan;

impl Rule for AlsOfDan {
    fn code(&self) -> Code {
        Code(456)
    }

    fn page(&self) -> &'static str {
        include_str!("als_of_dan.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        grammar(context, findings, self.code(), Patroon::AlsDan);
    }
}
