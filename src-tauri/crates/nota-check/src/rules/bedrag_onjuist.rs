//! N348: an amount or a large number in another form than the usual one.

use nota_model::Code;
use nota_taal::Slordigheid;

use crate::ambacht::careless;
use crate::{Context, Findings, Rule};

/// See `bedrag_onjuist.md`.
pub struct BedragOnjuist;

impl Rule for BedragOnjuist {
    fn code(&self) -> Code {
        Code(348)
    }

    fn page(&self) -> &'static str {
        include_str!("bedrag_onjuist.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        careless(context, findings, self.code(), Slordigheid::Bedrag);
    }
}
