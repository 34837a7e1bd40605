//! N002: the front matter is not the YAML that we read.

use nota_model::Code;

use crate::Rule;

/// See `voorblad_onleesbaar.md`. Found by `nota_markdown::parse`, which
/// keeps the bytes as they are.
pub struct VoorbladOnleesbaar;

impl Rule for VoorbladOnleesbaar {
    fn code(&self) -> Code {
        Code(2)
    }

    fn page(&self) -> &'static str {
        include_str!("voorblad_onleesbaar.md")
    }
}
