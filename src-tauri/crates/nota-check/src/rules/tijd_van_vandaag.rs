//! N354: a word that is only right on the day of the nota.

use nota_model::Code;
use nota_taal::Slordigheid;

use crate::ambacht::careless;
use crate::{Context, Findings, Rule};

/// See `tijd_van_vandaag.md`.
pub struct TijdVanVandaag;

impl Rule for TijdVanVandaag {
    fn code(&self) -> Code {
        Code(354)
    }

    fn page(&self) -> &'static str {
        include_str!("tijd_van_vandaag.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        careless(context, findings, self.code(), Slordigheid::Vandaag);
    }
}
