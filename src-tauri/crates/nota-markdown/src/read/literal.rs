//! Source text that is shown as it is, because a nota has no place for what
//! it means.

use std::ops::Range;

use nota_model::{Block, BlockKind, Inline, Origin, Run};

use crate::lines::lines;

/// A part of the source as one run; its lines are joined by a space.
pub(super) fn run(source: &str, range: Range<usize>) -> Inline {
    let mut text = String::new();
    let mut origin = Origin::at(range.clone());
    for line in lines(source, range) {
        let own = source.get(line.start..line.end).unwrap_or_default();
        let trimmed = own.trim_matches([' ', '\t']);
        if trimmed.is_empty() {
            continue;
        }
        let start = line.start + own.len() - own.trim_start_matches([' ', '\t']).len();
        if !text.is_empty() {
            text.push(' ');
        }
        origin.append(text.len(), &Origin::verbatim(start..start + trimmed.len()));
        text.push_str(trimmed);
    }
    Inline {
        origin,
        ..Inline::new(Run::Text { text })
    }
}

/// A part of the source as one paragraph.
pub(super) fn paragraph(source: &str, range: Range<usize>) -> Block {
    Block {
        origin: Origin::at(range.clone()),
        kind: BlockKind::Paragraph {
            inlines: vec![run(source, range)],
        },
    }
}

/// A part of the source as one paragraph, each byte of a line end a space:
/// the way for very long texts.
pub(super) fn one_line(source: &str, range: Range<usize>) -> Block {
    let text = source.get(range.clone()).unwrap_or_default();
    let inline = Inline {
        origin: Origin::verbatim(range.clone()),
        ..Inline::text(text.replace(['\n', '\r'], " "))
    };
    Block {
        origin: Origin::at(range),
        kind: BlockKind::Paragraph {
            inlines: vec![inline],
        },
    }
}
