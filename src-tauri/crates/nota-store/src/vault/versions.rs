//! The versions of the open nota: kept, listed, read, and taken away when they
//! are too many.

use std::path::Path;

use super::{Vault, nothing_open};
use crate::write::identity_on;
use crate::{Cause, Fingerprint, StoreError, Version, VersionHead};

impl Vault {
    /// Keeps a version without saving, and takes away those that are too many,
    /// as [`Vault::prune`]. Failing is no reason to bother anyone: the journal
    /// has the text.
    pub fn keep_version(
        &self,
        text: &str,
        cause: Cause,
        surplus: impl Fn(&[u64], u64) -> Vec<usize>,
    ) {
        let maker = self.maker();
        let head = {
            let mut guard = self.lock();
            let Some(open) = guard.as_mut() else { return };
            open.last_version = maker.time;
            open.head.clone()
        };
        let version = VersionHead {
            time: maker.time,
            machine: maker.machine,
            cause,
            path: head.path,
            fingerprint: Fingerprint::of(text.as_bytes()),
        };
        let _ = self
            .versions
            .keep(&head.document, &version, text.as_bytes());
        self.prune(surplus);
    }

    /// Takes away the versions of the open nota that `surplus` names by their
    /// place among the times, newest first.
    pub fn prune(&self, surplus: impl Fn(&[u64], u64) -> Vec<usize>) {
        let Some(document) = self.document() else {
            return;
        };
        let list = self.versions.list(&document);
        let times: Vec<u64> = list.iter().map(|version| version.head.time).collect();
        for place in surplus(&times, (self.clock)()) {
            if let Some(version) = list.get(place) {
                // One that stays goes next time.
                let _ = self.versions.remove(&document, &version.id);
            }
        }
    }

    /// The versions of the open nota, the newest first.
    pub fn list(&self) -> Vec<Version> {
        let document = self.document();
        document.map_or_else(Vec::new, |document| self.versions.list(&document))
    }

    /// The text of a version of the open nota.
    ///
    /// # Errors
    ///
    /// When it is not there, or no text any more.
    pub fn version(&self, id: &str) -> Result<String, StoreError> {
        let document = self.document().ok_or_else(nothing_open)?;
        Ok(self.versions.read(&document, id)?.1)
    }

    /// The document that a file is, as
    /// [`Versions::document_of`](crate::Versions::document_of).
    pub fn document_of(&self, path: &Path, content: &Fingerprint) -> Option<String> {
        let path = identity_on(&*self.disk, path);
        self.versions.document_of(&path, content)
    }

    /// The versions of a document, the newest first.
    pub fn list_of(&self, document: &str) -> Vec<Version> {
        self.versions.list(document)
    }

    /// The text of a version of a document.
    ///
    /// # Errors
    ///
    /// When it is not there, or no text any more.
    pub fn version_of(&self, document: &str, id: &str) -> Result<String, StoreError> {
        Ok(self.versions.read(document, id)?.1)
    }

    pub(super) fn document(&self) -> Option<String> {
        Some(self.lock().as_ref()?.head.document.clone())
    }
}
