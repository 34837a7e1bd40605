//! How a command ended, and its exit status.

use std::process::ExitCode;

/// How a command ended; the worst is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Outcome {
    /// All is well: 0.
    #[default]
    Fine,
    /// The content has a fault: 1.
    Faulty,
    /// The operation could not be carried out: 2.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => ExitCode::SUCCESS,
            Outcome::Faulty => ExitCode::from(1),
            Outcome::Failed => ExitCode::from(2),
        }
    }
}
