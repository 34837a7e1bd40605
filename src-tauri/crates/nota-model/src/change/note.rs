//! Changes a footnote, wherever in the nota its text stands.

use super::ChangeError;
use crate::{Block, Nota, Note, NoteSource, Origin};

impl Nota {
    pub(super) fn set_note(&mut self, label: &str, blocks: &[Block]) {
        let bodies = std::iter::once(&mut self.preamble)
            .chain(self.sections.iter_mut().map(|section| &mut section.body));
        for body in bodies {
            let Some(index) = body.notes.iter().position(|note| note.label == label) else {
                continue;
            };
            if body.notes[index].blocks == blocks {
                return;
            }
            if body.notes[index].source == NoteSource::Within {
                body.touch();
            }
            body.notes[index].blocks = blocks.to_vec();
            body.notes[index].source = NoteSource::Edited;
            return;
        }
        let body = match self.sections.last_mut() {
            Some(section) => &mut section.body,
            None => &mut self.preamble,
        };
        body.notes.push(Note {
            label: label.to_owned(),
            blocks: blocks.to_vec(),
            source: NoteSource::Edited,
            origin: Origin::none(),
        });
    }

    pub(super) fn remove_note(&mut self, label: &str) -> Result<(), ChangeError> {
        let bodies = std::iter::once(&mut self.preamble)
            .chain(self.sections.iter_mut().map(|section| &mut section.body));
        for body in bodies {
            let Some(index) = body.notes.iter().position(|note| note.label == label) else {
                continue;
            };
            if body.notes.remove(index).source == NoteSource::Within {
                body.touch();
            }
            return Ok(());
        }
        Err(ChangeError::NoSuchNote(label.to_owned()))
    }
}
