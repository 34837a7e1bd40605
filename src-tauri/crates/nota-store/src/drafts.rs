//! Drafts: what the journals hold of notas that were not saved.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::frames::{PieceKind, Pieces};
use crate::{Fingerprint, Journals, StoreError};

/// What a journal is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftHead {
    /// The id of the document, under which its versions are.
    pub document: String,
    /// Its file, when it has one.
    pub path: Option<PathBuf>,
    /// On which machine it is written.
    pub machine: String,
    /// When the journal was begun, in milliseconds since 1970 (UTC).
    pub begun: u64,
    /// The fingerprint of what was saved last, or of the text of a new nota
    /// before anyone wrote in it.
    pub saved: Fingerprint,
}

impl DraftHead {
    /// As it stands in the journal.
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

/// A draft as the journal has it: a text, and the changes that came after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The id of its journal.
    pub id: String,
    /// What it is about; none when that is damaged.
    pub head: Option<DraftHead>,
    /// The last whole text.
    pub text: String,
    /// The changes after it, as JSON.
    pub changes: Vec<Vec<u8>>,
    /// Whether the user closed the nota without keeping it.
    pub closed: bool,
    /// Whether something in the journal was not whole.
    pub damaged: bool,
}

impl Draft {
    fn of(id: &str, pieces: Pieces) -> Option<Self> {
        let mut text = None;
        let mut draft = Self {
            id: id.to_owned(),
            head: None,
            text: String::new(),
            changes: Vec::new(),
            closed: false,
            damaged: pieces.damaged,
        };
        for piece in pieces.whole {
            match piece.kind {
                PieceKind::Head => {
                    draft.head = serde_json::from_slice(&piece.bytes).ok().or(draft.head);
                }
                PieceKind::Text => {
                    if let Ok(whole) = String::from_utf8(piece.bytes) {
                        text = Some(whole);
                        draft.changes.clear();
                    }
                }
                PieceKind::Change => {
                    draft.changes.push(piece.bytes);
                    draft.closed = false;
                }
                PieceKind::Closed => draft.closed = true,
            }
        }
        draft.text = text.or(pieces.doubtful)?;
        Some(draft)
    }
}

impl Journals {
    /// The draft in a journal.
    ///
    /// # Errors
    ///
    /// When the journal cannot be read, or holds no text at all.
    pub fn draft(&self, id: &str) -> Result<Draft, StoreError> {
        let pieces = self.read(id)?;
        Draft::of(id, pieces).ok_or_else(|| self.no_text(id))
    }

    /// All drafts, the last one first. A journal without any text is left out;
    /// it stays on the disk.
    ///
    /// # Errors
    ///
    /// When the folder is there and cannot be read.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let ids = self.ids()?;
        let drafts = ids.iter().filter_map(|id| self.draft(id).ok());
        let mut drafts: Vec<Draft> = drafts.collect();
        let begun = |draft: &Draft| draft.head.as_ref().map_or(0, |head| head.begun);
        drafts.sort_by_key(|draft| std::cmp::Reverse(begun(draft)));
        Ok(drafts)
    }
}
