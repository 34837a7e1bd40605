//! N004: the nota is larger or deeper than we read.

use nota_model::Code;

use crate::Rule;

/// See `grens_overschreden.md`. Found by `nota_markdown::parse`, where the
/// limits are.
pub struct GrensOverschreden;

impl Rule for GrensOverschreden {
    fn code(&self) -> Code {
        Code(4)
    }

    fn page(&self) -> &'static str {
        include_str!("grens_overschreden.md")
    }
}
