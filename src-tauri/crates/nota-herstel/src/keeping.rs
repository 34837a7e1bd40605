//! Keeps the open nota: what happens to it is written down, and what the disk
//! tells is said above the form.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use nota_editor::view::{Banner, HostError};
use nota_editor::{INTERVAL, Keep, Note, Origin, surplus};
use nota_store::{Cause, Fingerprint, News, Opening, Order, Piece, PieceKind};

use crate::{Herstel, failure};

/// How long a draft that the user did not want is kept: thirty days.
const CLOSED_FOR: u64 = 30 * 24 * 60 * 60 * 1000;

pub(crate) fn banner(news: &News) -> Option<Banner> {
    match news {
        News::Kept => None,
        News::NotKept(why) => Some(Banner::not_kept(why)),
        News::NoFolder => Some(Banner::no_folder()),
        News::Foreign { gone: true } => Some(Banner::gone()),
        News::Foreign { gone: false } => Some(Banner::foreign()),
    }
}

impl Herstel {
    /// Writes down what happened to the open nota. The desk is busy meanwhile,
    /// so what waits for a disk is done on a thread of its own.
    pub fn keep(&self, kept: Keep) {
        match kept {
            Keep::Opened {
                path,
                text,
                saved,
                origin,
            } => {
                let (draft, document) = match origin {
                    Some(Origin::Draft(id)) => (Some(id), None),
                    Some(Origin::Versions(document)) => (None, Some(document)),
                    Some(Origin::Copy) | None => (None, None),
                };
                self.vault.open(Opening {
                    path: path.as_ref().map(PathBuf::from),
                    text,
                    saved,
                    draft,
                    document,
                });
                self.stand_by();
                self.look_whether_writable(path);
            }
            Keep::Noted { revision, note } => self.vault.order(self.order(note, revision)),
            Keep::Saved {
                path,
                saved,
                text,
                revision,
            } => {
                if self.vault.saved(Path::new(&path), &saved, text, revision) {
                    self.stand_by();
                }
                let vault = Arc::clone(&self.vault);
                std::thread::spawn(move || vault.prune(surplus));
            }
            Keep::Version { text } => {
                let vault = Arc::clone(&self.vault);
                std::thread::spawn(move || vault.keep_version(&text, Cause::Interval, surplus));
            }
            Keep::Left { unsaved } => self.vault.close(unsaved.as_deref()),
        }
    }

    /// Takes the lock of the nota's file. Who has it open already is told.
    fn stand_by(&self) {
        let vault = Arc::clone(&self.vault);
        let (alert, moment) = (Arc::clone(&self.alert), self.moment);
        std::thread::spawn(move || {
            if let Some(holder) = vault.stand_by() {
                let since = moment(holder.since);
                alert(Some(match holder.machine == nota_store::machine() {
                    true => Banner::in_other_window(&since),
                    false => Banner::in_use(&holder.machine, &since),
                }));
            }
        });
    }

    /// Tells it of a file that may not be written, before one has written much.
    fn look_whether_writable(&self, path: Option<String>) {
        let alert = Arc::clone(&self.alert);
        std::thread::spawn(move || {
            let path = path.unwrap_or_default();
            if nota_store::is_read_only(Path::new(&path)) {
                alert(Some(Banner::read_only_file()));
            }
        });
    }

    fn order(&self, note: Note, revision: u64) -> Order {
        match note {
            Note::Change(json) => Order::Append(Piece::new(PieceKind::Change, json), revision),
            Note::Text(text) => Order::Append(Piece::new(PieceKind::Text, text), revision),
            Note::Anew(text) => Order::Rewrite {
                head: self.vault.head(),
                text,
                revision,
            },
        }
    }

    /// Whether ten minutes of writing went by without a version.
    pub fn is_version_due(&self) -> bool {
        self.vault.since_version() >= INTERVAL
    }

    /// Saves the open nota in a file, as [`nota_editor::Host::write`].
    ///
    /// # Errors
    ///
    /// With the code `changed` when another wrote the file, else as the disk
    /// says.
    pub fn save(&self, path: &str, bytes: &[u8]) -> Result<(), HostError> {
        let saved = self.vault.save(Path::new(path), bytes);
        saved.map_err(|error| failure(&error))
    }

    /// Takes away drafts of which all was saved, and those that the user closed
    /// without saving, long ago.
    pub fn forget_old(&self) {
        let journals = self.vault.journals();
        for draft in journals.drafts().unwrap_or_default() {
            let Some(head) = &draft.head else {
                continue;
            };
            let age = (self.clock)().saturating_sub(head.begun);
            let is_old = draft.closed && age > CLOSED_FOR;
            let is_saved = draft.changes.is_empty()
                && !draft.damaged
                && Fingerprint::of(draft.text.as_bytes()) == head.saved;
            if (is_old || is_saved) && !journals.is_open(&draft.id) {
                // One that stays is tried again at the next start.
                let _ = journals.discard(&draft.id);
            }
        }
    }
}
