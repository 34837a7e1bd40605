//! What keeping every change costs.

use super::{in_process, rows};
use crate::program::Failure;

/// Measures, as a table.
pub fn measure() -> Result<String, Failure> {
    let lines = in_process("storage", &[])?;
    Ok(format!(
        "Each of 1,000 changes of a section, from the change to the journal. “In memory” is all \
         that is done beside waiting for the disk; “synced” waits until the change survives a \
         power cut. In the window this happens on a thread of its own.\n\n\
         | nota | journal | half within | 95 % within | longest |\n|---|---|--:|--:|--:|\n{}\n",
        rows(&lines)
    ))
}
