//! What a rule is.

use nota_model::Code;

use crate::{Context, Findings};

/// A rule: a unit that finds one kind of fault.
pub trait Rule: Sync {
    /// Its code, as in the heading of its page.
    fn code(&self) -> Code;

    /// Its page: name, severity, message, help, explanation and examples. The
    /// form is described at [`crate::RulePage`].
    fn page(&self) -> &'static str;

    /// Finds the fault. Nothing by default, for a rule whose findings come
    /// from the parser or the typesetter.
    fn check(&self, _context: &Context, _findings: &mut Findings) {}
}
