//! N352: a bracket or quotation mark without the other one.

use nota_model::Code;
use nota_taal::Slordigheid;

use crate::ambacht::careless;
use crate::{Context, Findings, Rule};

/// See `teken_ongesloten.md`.
pub struct TekenOngesloten;

impl Rule for TekenOngesloten {
    fn code(&self) -> Code {
        Code(352)
    }

    fn page(&self) -> &'static str {
        include_str!("teken_ongesloten.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        careless(context, findings, self.code(), Slordigheid::Ongesloten);
    }
}
