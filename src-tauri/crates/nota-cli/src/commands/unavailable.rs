//! The commands and options that this version knows but does not carry out:
//! a clear answer instead of "unknown".

use crate::failure::Failure;

/// The answer for a part that this version does not have.
pub(crate) fn unavailable(part: &str) -> Failure {
    Failure::Usage(format!(
        "{part} is in deze versie nog niet beschikbaar. Er is niets gemaakt of veranderd."
    ))
}
