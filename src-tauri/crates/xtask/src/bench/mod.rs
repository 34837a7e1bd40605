//! `cargo xtask bench`: the measurements, each a part of docs/metingen.md.

use crate::needs;
use crate::program::Failure;

/// Measures the named parts, or all, and writes them into docs/metingen.md.
///
/// # Errors
///
/// When a part is not known, does not build or cannot be measured.
pub fn bench(_parts: &[&str]) -> Result<(), Failure> {
    needs::ensure(needs::BENCH)
}
