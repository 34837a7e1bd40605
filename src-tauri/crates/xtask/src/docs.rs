//! `cargo xtask docs`: the pages that are made from the code. What they say
//! is decided in the test `generated` of nota-tests, which also guards their
//! freshness; here it is only started.

use crate::program::{Failure, Program};

/// Writes the generated pages.
///
/// # Errors
///
/// When they cannot be made or written.
pub fn write() -> Result<(), Failure> {
    generated(&["--accept"])
}

/// Says whether the generated pages are fresh.
///
/// # Errors
///
/// When one is not, or they cannot be made.
pub fn check() -> Result<(), Failure> {
    generated(&[])
}

fn generated(args: &[&str]) -> Result<(), Failure> {
    Program::cargo()
        .args(["test", "--quiet", "--workspace"])
        .args(["--test", "generated", "--"])
        .args(args)
        .run()
}
