//! N349: an amount of which nobody knows the currency.

use nota_model::Code;
use nota_taal::Slordigheid;

use crate::ambacht::careless;
use crate::{Context, Findings, Rule};

/// See `bedrag_zonder_munt.md`.
pub struct BedragZonderMunt;

impl Rule for BedragZonderMunt {
    fn code(&self) -> Code {
        Code(349)
    }

    fn page(&self) -> &'static str {
        include_str!("bedrag_zonder_munt.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        careless(context, findings, self.code(), Slordigheid::ZonderMunt);
    }
}
