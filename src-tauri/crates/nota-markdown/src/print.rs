//! The nota as text: what was not changed byte for byte, the rest anew.

mod blocks;
mod escape;
mod inlines;
mod whole;

use nota_model::{Block, Inline, Note};

use crate::normal;
use crate::read::Kind;

pub use whole::print;

/// Blocks as Markdown, each line with its line end.
pub fn print_blocks(own: &[Block]) -> String {
    finished(blocks::lines(&normal::blocks(own.to_vec())))
}

/// Running text as Markdown, without a line end at its end. A line end that
/// the drafter asked for is a backslash at the end of a line.
pub fn print_inlines(own: &[Inline]) -> String {
    inlines::lines(
        &normal::runs(own.to_vec(), Kind::Paragraph),
        Kind::Paragraph,
    )
    .join("\n")
}

/// A footnote as Markdown, each line with its line end.
pub fn print_note(own: &Note) -> String {
    let note = Note {
        label: normal::label(&own.label),
        blocks: normal::note_blocks(own.blocks.clone()),
        ..own.clone()
    };
    finished(blocks::note(&note))
}

fn finished(lines: Vec<String>) -> String {
    let mut out = lines.join("\n");
    if !out.is_empty() {
        out.push('\n');
    }
    out
}
