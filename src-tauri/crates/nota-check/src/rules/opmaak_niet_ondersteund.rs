//! N006: markup that notas do not have stands in the text.

use nota_model::Code;

use crate::Rule;

/// See `opmaak_niet_ondersteund.md`. Found by `nota_markdown::parse`, which keeps
/// the markup as text.
pub struct OpmaakNietOndersteund;

impl Rule for OpmaakNietOndersteund {
    fn code(&self) -> Code {
        Code(6)
    }

    fn page(&self) -> &'static str {
        include_str!("opmaak_niet_ondersteund.md")
    }
}
