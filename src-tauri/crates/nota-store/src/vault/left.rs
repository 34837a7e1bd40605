//! What is kept of notas to which no file leads any more: versions of a file
//! that is gone or never was, and copies of what could not be saved.

use std::path::Path;

use super::Vault;
use crate::{StoreError, Version};

/// A nota of which versions are kept and no file is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphan {
    /// The id under which its versions are.
    pub document: String,
    /// The last of them.
    pub newest: Version,
}

impl Vault {
    /// The notas without a file, the last one first. Looks whether each file
    /// is there, so it waits for their disks.
    pub fn orphans(&self) -> Vec<Orphan> {
        let open = self.document();
        let documents = self.versions.documents().into_iter();
        let mut orphans: Vec<Orphan> = documents
            .filter(|document| Some(document) != open.as_ref())
            .filter_map(|document| {
                let (newest, _) = self.versions.newest(&document)?;
                let path = newest.head.path.as_ref();
                let is_there = path.is_some_and(|path| self.disk.stat(path).is_ok());
                (!is_there).then_some(Orphan { document, newest })
            })
            .collect();
        orphans.sort_by_key(|orphan| std::cmp::Reverse(orphan.newest.head.time));
        orphans
    }

    /// The last text of a nota without a file.
    ///
    /// # Errors
    ///
    /// When nothing is kept of it.
    pub fn orphan(&self, document: &str) -> Result<String, StoreError> {
        let newest = self.versions.newest(document);
        newest.map(|(_, text)| text).ok_or_else(|| {
            StoreError::reading(Path::new(document), std::io::ErrorKind::NotFound.into())
        })
    }

    /// Takes away all versions of a nota.
    ///
    /// # Errors
    ///
    /// When one cannot be taken away; those before it are gone.
    pub fn forget_orphan(&self, document: &str) -> Result<(), StoreError> {
        for version in self.versions.list(document) {
            self.versions.remove(document, &version.id)?;
        }
        Ok(())
    }

    /// The names of the copies of what could not be saved, in alphabetical
    /// order.
    pub fn rescued(&self) -> Vec<String> {
        let folder = self.folder(|folders| folders.rescues);
        let names = self.own.list(&folder).unwrap_or_default();
        let names = names.iter().filter_map(|name| name.to_str());
        let mut names: Vec<String> = names
            .filter(|name| !name.starts_with('.'))
            .map(str::to_owned)
            .collect();
        names.sort();
        names
    }

    /// The text of such a copy.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or is no text.
    pub fn rescued_text(&self, name: &str) -> Result<String, StoreError> {
        Ok(crate::read(&self.rescue_path(name))?.text)
    }

    /// Throws such a copy away.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn forget_rescued(&self, name: &str) -> Result<(), StoreError> {
        let path = self.rescue_path(name);
        let removed = self.own.remove(&path);
        removed.map_err(|error| StoreError::writing(&path, error))
    }

    /// Inside the folder, whatever the name says.
    fn rescue_path(&self, name: &str) -> std::path::PathBuf {
        let name = Path::new(name).file_name().unwrap_or_default();
        self.folder(|folders| folders.rescues).join(name)
    }
}
