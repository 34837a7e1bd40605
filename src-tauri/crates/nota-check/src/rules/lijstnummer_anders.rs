//! N008: a number of a list that is printed otherwise than it is written.

use nota_model::Code;

use crate::Rule;

/// See `lijstnummer_anders.md`. Found by `nota_markdown::parse`: a list counts
/// on from its first number.
pub struct LijstnummerAnders;

impl Rule for LijstnummerAnders {
    fn code(&self) -> Code {
        Code(8)
    }

    fn page(&self) -> &'static str {
        include_str!("lijstnummer_anders.md")
    }
}
