//! The file format `*.nota.md`: text to nota and back. Reading never fails;
//! what was not changed is written back byte for byte.

mod front;
mod limits;
mod lines;
mod normal;
mod parse;
mod print;
mod read;

#[cfg(any(test, feature = "testing"))]
pub mod testing;

#[cfg(test)]
mod tests;

pub use limits::{
    MAX_BLOCKS, MAX_BYTES, MAX_COLUMNS, MAX_DEPTH, MAX_FIELD_PARTS, MAX_SPECIALS, VERSION,
};
pub use normal::normalize;
pub use parse::{Parsed, parse};
pub use print::{print, print_blocks, print_inlines, print_note};
