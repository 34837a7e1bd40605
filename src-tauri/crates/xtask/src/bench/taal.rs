//! What the language checks cost.

use super::{in_process, rows};
use crate::program::Failure;

/// Measures, as a table.
pub fn measure() -> Result<String, Failure> {
    let lines = in_process("taal", &[])?;
    Ok(format!(
        "All checks together. In the window they run on a thread of their own, after the pages.\n\n\
         | what | half within | 95 % within | to reach |\n|---|--:|--:|--:|\n{}\n",
        rows(&lines)
    ))
}
