//! Saving the open nota, and what another wrote in its file.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::{Known, Vault, nothing_open};
use crate::write::identity_on;
use crate::{Cause, ErrorCode, Fingerprint, MAX_BYTES, Order, Saved, StoreError, Versions, rescue};

impl Vault {
    /// Saves the nota. Another file than its own is replaced whatever it
    /// holds: the user chose it just now. When it does not succeed, the text
    /// is kept elsewhere, and the sentence says where.
    ///
    /// # Errors
    ///
    /// As [`Shelf::save`](crate::Shelf::save).
    pub fn save(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        let (asked, path) = (path, identity_on(&*self.disk, path));
        let mut document = Versions::new_document();
        let mut known = None;
        if let Some(open) = self.lock().as_mut() {
            open.names.insert(asked.to_owned(), path.clone());
            document.clone_from(&open.head.document);
            if open.head.path.as_ref() == Some(&path) {
                known = Some(Arc::clone(&open.known));
            }
        }
        let known = known.unwrap_or_else(|| self.present(&path));
        let print = Fingerprint::of(bytes);
        let expected = {
            // The watcher can see the new file before this returns.
            let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
            known.push(print);
            known.clone()
        };
        let saved = self
            .shelf(&document)
            .save(&path, bytes, &expected, &self.maker());
        match saved {
            Ok(_) => Ok(()),
            Err(error) if error.code() == ErrorCode::Changed => Err(error),
            Err(error) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let folder = self.folder(|folders| folders.rescues);
                Err(match rescue(&*self.own, &folder, &name, bytes) {
                    Ok(copy) => error.with_copy(&copy),
                    Err(_) => error,
                })
            }
        }
    }

    /// Writes a text of the draft `id` into a file, whatever it holds: who asks
    /// for it, chose the file just now. What stood there and what comes are
    /// versions, under the draft's document when it is the draft's own file.
    /// Says whether another content stood there.
    ///
    /// # Errors
    ///
    /// When the draft is not there; else as
    /// [`Shelf::save`](crate::Shelf::save).
    pub fn write_draft(
        &self,
        id: &str,
        bytes: &[u8],
        path: &Path,
    ) -> Result<(bool, Saved), StoreError> {
        let head = self.draft(id)?.head;
        let path = identity_on(&*self.disk, path);
        let old = self.disk.read(&path, MAX_BYTES).ok();
        let known: Vec<Fingerprint> = old.iter().map(|old| Fingerprint::of(old)).collect();
        let own = head.filter(|head| head.path.as_ref() == Some(&path));
        let of_file = || self.versions.document_of(&path, known.first()?);
        let document = own.map(|head| head.document).or_else(of_file);
        let document = document.unwrap_or_else(Versions::new_document);
        let shelf = self.shelf(&document);
        let saved = shelf.save(&path, bytes, &known, &self.maker())?;
        Ok((old.is_some_and(|old| old != bytes), saved))
    }

    /// What a file holds now, as known.
    fn present(&self, path: &Path) -> Known {
        let bytes = self.disk.read(path, MAX_BYTES).ok();
        let print = bytes.map(|bytes| Fingerprint::of(&bytes));
        Arc::new(Mutex::new(print.into_iter().collect()))
    }

    /// Notes that `saved` is in the file `path`, as [`Vault::save`] put it
    /// there, while `text` is on the desk by now; returns at once. Says whether
    /// it is another file than before: then [`Vault::stand_by`] is due.
    pub fn saved(&self, path: &Path, saved: &str, text: String, revision: u64) -> bool {
        let now = (self.clock)();
        let mut guard = self.lock();
        let Some(open) = guard.as_mut() else {
            return false;
        };
        let path = open
            .names
            .get(path)
            .map_or_else(|| path.to_owned(), Clone::clone);
        let print = Fingerprint::of(saved.as_bytes());
        open.known
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(print);
        open.head.saved = print;
        open.last_version = now;
        let is_other = open.head.path.as_ref() != Some(&path);
        if is_other {
            open.head.path = Some(path);
            open.known = Arc::new(Mutex::new(vec![print]));
            if let Some(standing) = open.standing.take() {
                standing.leave(Duration::ZERO);
            }
        }
        open.scribe.order(Order::Rewrite {
            head: open.head.to_bytes(),
            text,
            revision,
        });
        is_other
    }

    /// The user saw what another wrote in the file: it is a version from now
    /// on, and may be replaced. Gives its text.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or is no text.
    pub fn accept(&self) -> Result<String, StoreError> {
        let text = self.on_disk()?;
        let (head, known) = {
            let guard = self.lock();
            let open = guard.as_ref().ok_or_else(nothing_open)?;
            (open.head.clone(), Arc::clone(&open.known))
        };
        let path = head.path.ok_or_else(nothing_open)?;
        let shelf = self.shelf(&head.document);
        // A version that cannot be kept stays in the file all the same.
        let _ = shelf.keep(&path, text.as_bytes(), Cause::Foreign, &self.maker());
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        known.push(Fingerprint::of(text.as_bytes()));
        drop(known);
        Ok(text)
    }

    /// What the file of the open nota holds now.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or is no text.
    pub fn on_disk(&self) -> Result<String, StoreError> {
        let path = self.lock().as_ref().and_then(|open| open.head.path.clone());
        Ok(crate::read(&path.ok_or_else(nothing_open)?)?.text)
    }
}
