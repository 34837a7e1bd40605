//! Files that belong together, such as a document and the report on it: all are
//! written, or none.

use std::io;
use std::path::Path;
use std::time::SystemTime;

use crate::disk::{Disk, RealDisk, Rights};
use crate::put::{Expect, put};
use crate::{MAX_DOCUMENT_BYTES, StoreError};

/// Writes files as [`crate::write_atomic`] does, in this order; after a failure
/// each is what it was before. Put last what nobody may have without the others:
/// when the power goes half-way it is not there yet.
///
/// # Errors
///
/// As [`crate::write_atomic`], or when one of them is there and cannot be read:
/// then it could not be given back.
pub fn write_together(files: &[(&Path, &[u8])]) -> Result<(), StoreError> {
    put_together(&RealDisk, files)
}

/// As [`write_together`], on a disk.
pub(crate) fn put_together(disk: &dyn Disk, files: &[(&Path, &[u8])]) -> Result<(), StoreError> {
    let mut before: Vec<(&Path, Option<Vec<u8>>)> = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        let written = old(disk, path).and_then(|old| {
            before.push((path, old));
            put(disk, path, bytes, Expect::Anything, Rights::Usual)
        });
        if let Err(error) = written {
            give_back(disk, &before);
            return Err(error);
        }
    }
    Ok(())
}

/// What stands at a path; none when nothing does.
fn old(disk: &dyn Disk, path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match disk.read(path, MAX_DOCUMENT_BYTES) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::writing(path, error)),
    }
}

/// Puts back what was there. The failure that led here is what is told; one that
/// comes on top of it would be the same.
fn give_back(disk: &dyn Disk, before: &[(&Path, Option<Vec<u8>>)]) {
    for (path, old) in before.iter().rev() {
        let _ = match old {
            Some(bytes)
                if disk
                    .read(path, MAX_DOCUMENT_BYTES)
                    .is_ok_and(|now| now == *bytes) =>
            {
                Ok(())
            }
            Some(bytes) => put(disk, path, bytes, Expect::Anything, Rights::Usual),
            None => disk
                .remove(path)
                .map_err(|error| StoreError::writing(path, error)),
        };
    }
}

/// When a file was last written; none when it is not there or that is not known.
pub fn last_written(path: &Path) -> Option<SystemTime> {
    let known = std::fs::metadata(path).ok()?;
    known.is_file().then(|| known.modified().ok()).flatten()
}
