//! N508: markup of withheld text without a beginning or an end, so that it
//! withholds nothing.

use nota_model::Code;

use crate::Rule;

/// See `lakking_onvolledig.md`. Found by `nota_markdown::parse`, which keeps the
/// markup as text.
pub struct LakkingOnvolledig;

impl Rule for LakkingOnvolledig {
    fn code(&self) -> Code {
        Code(508)
    }

    fn page(&self) -> &'static str {
        include_str!("lakking_onvolledig.md")
    }
}
