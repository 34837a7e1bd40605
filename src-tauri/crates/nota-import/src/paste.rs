//! What was copied elsewhere, as blocks of a nota: read by the same readers as
//! files, so that a list comes the same from either.

use std::collections::BTreeSet;

use nota_model::{Block, Body, Nota, Note, NoteSource, Origin};
use nota_template::Template;

use crate::balance::{Books, balance};
use crate::blocks;
use crate::html::{self, Use};
use crate::plain;
use crate::refusal::Refusal;
use crate::source::{Loss, Source};

/// What is said after a paste, in this order. Letters of lists that became text
/// and merged cells that were filled up are as the drafter saw them.
const TOLD: [Loss; 8] = [
    Loss::Deleted,
    Loss::Strike,
    Loss::Colour,
    Loss::Raised,
    Loss::Symbol,
    Loss::NoteWithoutText,
    Loss::Picture,
    Loss::Comment,
];

/// What was pasted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// The footnotes that they refer to.
    pub notes: Vec<Note>,
    /// What was left out or changed, to be said once.
    pub dropped: Vec<Loss>,
    /// Words that did not arrive: a fault of this program.
    pub missing: Vec<String>,
}

/// Reads a clipboard's HTML.
///
/// # Errors
///
/// When it has more than fits in a nota.
pub fn paste_html(html: &str) -> Result<Pasted, Refusal> {
    html::read(html, Use::Paste).map(pasted)
}

/// Reads a clipboard's text.
///
/// # Errors
///
/// When it has more than fits in a nota.
pub fn paste_plain(text: &str) -> Result<Pasted, Refusal> {
    plain::read(text).map(pasted)
}

fn pasted(mut source: Source) -> Pasted {
    source.settle_notes();
    let mut added = String::new();
    let blocks = blocks::blocks(&source.pieces, &mut added);
    let notes: Vec<Note> = source
        .notes
        .iter()
        .map(|own| Note {
            label: own.label.clone(),
            blocks: blocks::blocks(&own.pieces, &mut added),
            source: NoteSource::Edited,
            origin: Origin::none(),
        })
        .collect();
    let nota = Nota {
        preamble: Body {
            blocks,
            notes,
            source: None,
        },
        ..Nota::default()
    };
    let books = Books {
        census: &source.census,
        became: vec![&source.left_out],
        added: vec![&source.added, &added],
    };
    let missing = balance(&books, &nota, &Template::default()).missing;
    let lost: BTreeSet<Loss> = source.remarks.iter().map(|own| own.loss).collect();
    Pasted {
        blocks: nota.preamble.blocks,
        notes: nota.preamble.notes,
        dropped: TOLD.into_iter().filter(|own| lost.contains(own)).collect(),
        missing,
    }
}
