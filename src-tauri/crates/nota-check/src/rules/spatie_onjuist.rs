//! N351: a space too many or too few, or a wrong apostrophe.

use nota_model::Code;
use nota_taal::Slordigheid;

use crate::ambacht::careless;
use crate::{Context, Findings, Rule};

/// See `spatie_onjuist.md`.
pub struct SpatieOnjuist;

impl Rule for SpatieOnjuist {
    fn code(&self) -> Code {
        Code(351)
    }

    fn page(&self) -> &'static str {
        include_str!("spatie_onjuist.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        careless(context, findings, self.code(), Slordigheid::Spatie);
    }
}
