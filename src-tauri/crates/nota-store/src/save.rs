//! Saves a nota that others may write too: what is replaced is a version
//! first, and only what is known is replaced.

use std::io;
use std::path::Path;

use crate::disk::{Disk, Rights};
use crate::error::shown;
use crate::put::{Expect, leftovers, put};
use crate::versions::{Cause, VersionHead, Versions};
use crate::{Fingerprint, MAX_BYTES, StoreError};

/// Who saves, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Maker {
    /// The machine.
    pub machine: String,
    /// Milliseconds since 1970 (UTC).
    pub time: u64,
}

/// A document and where its versions are kept.
#[derive(Clone, Copy)]
pub struct Shelf<'a> {
    /// The disk.
    pub disk: &'a dyn Disk,
    /// Where the versions are.
    pub versions: &'a Versions,
    /// The id of the document.
    pub document: &'a str,
}

/// What happened beside the saving.
#[derive(Debug, Default)]
pub struct Saved {
    /// Why no version could be kept, when that is so. The file is saved.
    pub without_version: Option<StoreError>,
}

impl Shelf<'_> {
    /// Saves `bytes` in `path`, when what stands there is one of the `known`
    /// contents or nothing. Both what stood there and what comes are versions
    /// afterwards.
    ///
    /// # Errors
    ///
    /// With [`crate::ErrorCode::Changed`] when another content stands there;
    /// else as [`crate::write_atomic`]. The file is as it was; only when the
    /// folder could not be synced the new text may stand in it already, so
    /// the caller counts it among the known ones from then on.
    pub fn save(
        &self,
        path: &Path,
        bytes: &[u8],
        known: &[Fingerprint],
        maker: &Maker,
    ) -> Result<Saved, StoreError> {
        let mut saved = Saved::default();
        let mut note = |kept: Result<bool, StoreError>| {
            if let Err(error) = kept {
                saved.without_version.get_or_insert(error);
            }
        };
        match self.disk.read(path, MAX_BYTES) {
            Ok(old) if known.contains(&Fingerprint::of(&old)) => {
                // Before what comes, also on a clock that stands still.
                let earlier = Maker {
                    time: maker.time.saturating_sub(1),
                    machine: maker.machine.clone(),
                };
                note(self.keep(path, &old, Cause::Found, &earlier));
            }
            Ok(_) => return Err(StoreError::changed(path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(StoreError::writing(path, error)),
        }
        put(self.disk, path, bytes, Expect::Only(known), Rights::Usual)?;
        note(self.keep(path, bytes, Cause::Saved, maker));
        Ok(saved)
    }

    /// Keeps a version.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn keep(
        &self,
        path: &Path,
        text: &[u8],
        cause: Cause,
        maker: &Maker,
    ) -> Result<bool, StoreError> {
        let head = VersionHead {
            time: maker.time,
            machine: maker.machine.clone(),
            cause,
            path: Some(path.to_owned()),
            fingerprint: Fingerprint::of(text),
        };
        self.versions.keep(self.document, &head, text)
    }

    /// Clears away the temporary files that a program left beside `path` when
    /// it was killed. What is a whole text and not in the file becomes a
    /// version first.
    pub fn tidy(&self, path: &Path, maker: &Maker) {
        for left in leftovers(self.disk, path) {
            let Ok(bytes) = self.disk.read(&left, MAX_BYTES) else {
                continue;
            };
            let is_there = self
                .disk
                .read(path, MAX_BYTES)
                .is_ok_and(|own| own == bytes);
            let is_text = !bytes.is_empty() && std::str::from_utf8(&bytes).is_ok();
            let kept =
                is_there || !is_text || self.keep(path, &bytes, Cause::Foreign, maker).is_ok();
            if kept {
                // It is found again next time.
                let _ = self.disk.remove(&left);
            }
        }
    }
}

/// A name for a copy beside a file: `brief.nota.md` becomes
/// `brief (mijn versie).nota.md`.
pub fn name_for_copy(path: &Path) -> String {
    let name = path
        .file_name()
        .map(Path::new)
        .map(shown)
        .unwrap_or_default();
    let (stem, rest) = name.split_once('.').unwrap_or((&name, "md"));
    format!("{stem} (mijn versie).{rest}")
}
