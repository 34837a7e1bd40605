//! Text of elsewhere: what is pasted and what is imported.

use nota_model::{Block, Note};
use serde::Serialize;

/// What was copied elsewhere, as it comes in a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct PasteView {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// The footnotes that they refer to, by the labels that the source has.
    pub notes: Vec<Note>,
    /// What was left out or changed, in a few words each.
    pub zonder: Vec<String>,
    /// Words that did not arrive: a fault of this program.
    pub kwijt: Vec<String>,
}
