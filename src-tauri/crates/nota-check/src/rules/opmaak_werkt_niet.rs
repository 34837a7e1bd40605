//! N010: the layout of the template does not work.

use nota_model::Code;

use crate::Rule;

/// See `opmaak_werkt_niet.md`. Found by `nota_typeset`, which then gives the
/// pages the layout of the house style.
pub struct OpmaakWerktNiet;

impl Rule for OpmaakWerktNiet {
    fn code(&self) -> Code {
        Code(10)
    }

    fn page(&self) -> &'static str {
        include_str!("opmaak_werkt_niet.md")
    }
}
