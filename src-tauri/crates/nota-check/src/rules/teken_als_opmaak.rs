//! N009: a sign before a number that was taken for a list or quotation.

use nota_model::Code;

use crate::Rule;

/// See `teken_als_opmaak.md`. Found by `nota_markdown::parse`: in the nota
/// the sign is not there any more.
pub struct TekenAlsOpmaak;

impl Rule for TekenAlsOpmaak {
    fn code(&self) -> Code {
        Code(9)
    }

    fn page(&self) -> &'static str {
        include_str!("teken_als_opmaak.md")
    }
}
