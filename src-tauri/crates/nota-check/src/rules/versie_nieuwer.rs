//! N005: the nota was written by a newer version of the program.

use nota_model::Code;

use crate::Rule;

/// See `versie_nieuwer.md`. Found by `nota_markdown::parse`; the nota is
/// then read-only.
pub struct VersieNieuwer;

impl Rule for VersieNieuwer {
    fn code(&self) -> Code {
        Code(5)
    }

    fn page(&self) -> &'static str {
        include_str!("versie_nieuwer.md")
    }
}
