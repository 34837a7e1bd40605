//! Drafts: which of them hold something that was not saved, and the ways in
//! which a text that is kept comes back or goes.

use std::path::Path;

use nota_editor::view::{Differences, HostError, KeptText, Snapshot};
use nota_editor::{Desk, Host, Origin, Replayed, differences, replay};
use nota_store::{Draft, Fingerprint, StoreError};
use nota_template::Registry;

use crate::kept::title;
use crate::{Herstel, Kept, Why, failure};

/// A draft that was written into a file.
#[derive(Debug)]
pub struct Recovered {
    /// Whether the file held another text, which is a version now.
    pub replaced: bool,
    /// Why no version could be kept, when that is so.
    pub without_version: Option<StoreError>,
}

impl Herstel {
    /// The drafts that hold something that was not saved, the last one first,
    /// those that are open now too.
    ///
    /// # Errors
    ///
    /// When the folder is there and cannot be read.
    pub fn drafts(&self, registry: &Registry) -> Result<Vec<Kept>, StoreError> {
        let drafts = self.vault.journals().drafts()?;
        let unsaved = |draft: &Draft| self.unsaved(draft, registry);
        Ok(drafts.iter().filter_map(unsaved).collect())
    }

    /// None for a draft of which everything was saved: it says what was saved
    /// last, or what its file holds now.
    pub(crate) fn unsaved(&self, draft: &Draft, registry: &Registry) -> Option<Kept> {
        let replayed = self.replayed(draft, registry);
        let head = draft.head.as_ref();
        let own = Fingerprint::of(replayed.text.as_bytes());
        let is_saved = head.is_some_and(|head| head.saved == own)
            || in_file(draft).as_ref() == Some(&replayed.text);
        if is_saved {
            return None;
        }
        let path = head.and_then(|head| head.path.as_deref());
        let path = path.map(nota_store::shown);
        Some(Kept {
            text: KeptText::Concept {
                id: draft.id.clone(),
            },
            title: title(&replayed.text, path.as_deref(), registry),
            path,
            time: head.map(|head| head.begun),
            why: match draft.closed {
                _ if self.vault.journals().is_open(&draft.id) => Why::Open,
                true => Why::Closed,
                false => Why::Stopped,
            },
            damaged: draft.damaged || replayed.left_out > 0,
        })
    }

    fn replayed(&self, draft: &Draft, registry: &Registry) -> Replayed {
        replay(&draft.text, &draft.changes, registry)
    }

    /// The ids of the drafts that begin so: of a list that is typed over.
    ///
    /// # Errors
    ///
    /// When the folder is there and cannot be read.
    pub fn ids(&self, start: &str) -> Result<Vec<String>, StoreError> {
        let mut ids = self.vault.journals().ids()?;
        ids.retain(|id| id.starts_with(start));
        Ok(ids)
    }

    /// A text that is kept, and whether a part of it could not be read.
    ///
    /// # Errors
    ///
    /// When it is not there any more.
    pub fn text(&self, kept: &KeptText, registry: &Registry) -> Result<(String, bool), StoreError> {
        match kept {
            KeptText::Concept { id } => {
                let draft = self.vault.draft(id)?;
                let replayed = self.replayed(&draft, registry);
                let damaged = draft.damaged || replayed.left_out > 0;
                Ok((replayed.text, damaged))
            }
            KeptText::Versie { document } => Ok((self.vault.orphan(document)?, false)),
            KeptText::Noodkopie { naam } => Ok((self.vault.rescued_text(naam)?, false)),
        }
    }

    /// What a text that is kept has that its file has not.
    ///
    /// # Errors
    ///
    /// When it is not there any more.
    pub fn compare(&self, kept: &KeptText, registry: &Registry) -> Result<Differences, StoreError> {
        let (text, _) = self.text(kept, registry)?;
        let saved = match kept {
            KeptText::Concept { id } => self.vault.draft(id).ok().and_then(|own| in_file(&own)),
            _ => None,
        };
        Ok(differences(&saved.unwrap_or_default(), &text, registry))
    }

    /// Puts a text that is kept on the desk. Its file stays as it is until the
    /// user saves.
    ///
    /// # Errors
    ///
    /// When it is not there any more.
    pub fn recover<H: Host>(&self, kept: KeptText, desk: &Desk<H>) -> Result<Snapshot, HostError> {
        let stock = desk.stock();
        let text = self.text(&kept, stock.registry());
        let (text, _) = text.map_err(|error| failure(&error))?;
        let id = match kept {
            KeptText::Concept { id } => id,
            KeptText::Versie { document } => {
                return Ok(desk.open_kept(&text, Origin::Versions(document)));
            }
            KeptText::Noodkopie { .. } => return Ok(desk.open_kept(&text, Origin::Copy)),
        };
        let draft = self.vault.draft(&id).map_err(|error| failure(&error))?;
        let saved = in_file(&draft);
        let path = draft.head.and_then(|head| head.path);
        let path = path.map(|path| path.to_string_lossy().into_owned());
        Ok(desk.open_draft(&id, &text, path, saved.as_deref()))
    }

    /// Writes a draft into a file. What stood there is a version afterwards,
    /// and so is the draft.
    ///
    /// # Errors
    ///
    /// When the draft is not there or the disk refuses; then the file is as it
    /// was.
    pub fn write(&self, id: &str, text: &str, path: &Path) -> Result<Recovered, StoreError> {
        let (replaced, saved) = self.vault.write_draft(id, text.as_bytes(), path)?;
        Ok(Recovered {
            replaced,
            without_version: saved.without_version,
        })
    }

    /// Throws a text that is kept away.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn forget(&self, kept: &KeptText) -> Result<(), StoreError> {
        match kept {
            KeptText::Concept { id } => self.vault.journals().discard(id),
            KeptText::Versie { document } => self.vault.forget_orphan(document),
            KeptText::Noodkopie { naam } => self.vault.forget_rescued(naam),
        }
    }

    /// Takes away all drafts, versions and rescue copies, and what was handed
    /// to other programs. What is on a desk (`open`, with its revision) is
    /// written down again.
    ///
    /// # Errors
    ///
    /// When something of it cannot be taken away.
    pub fn forget_all(&self, open: Option<(String, u64)>) -> Result<(), StoreError> {
        let (text, revision) = open.unwrap_or_default();
        let forgotten = self.vault.forget(&text, revision);
        nota_store::forget_handed_over(std::time::Duration::ZERO);
        forgotten
    }
}

/// What the file of a draft holds now.
fn in_file(draft: &Draft) -> Option<String> {
    let path = draft.head.as_ref()?.path.as_ref()?;
    nota_store::read(path).ok().map(|file| file.text)
}
