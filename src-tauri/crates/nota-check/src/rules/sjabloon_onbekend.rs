//! N001: the nota names a template that is not there.

use nota_model::Code;

use crate::Rule;

/// See `sjabloon_onbekend.md`. Found by `nota_markdown::parse`, which
/// knows the templates and takes the fallback.
pub struct SjabloonOnbekend;

impl Rule for SjabloonOnbekend {
    fn code(&self) -> Code {
        Code(1)
    }

    fn page(&self) -> &'static str {
        include_str!("sjabloon_onbekend.md")
    }
}
