//! Where the program keeps journals, versions and rescue copies: in the
//! user's own folder for data, which others cannot enter.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::StoreError;
use crate::kept::own_folder;

/// The folder of the journals. None on a system without a folder for data.
pub fn journals() -> Option<PathBuf> {
    own_folder("herstel")
}

/// The folder of the versions, likewise.
pub fn versions() -> Option<PathBuf> {
    own_folder("versies")
}

/// The folder of the copies of what could not be saved, likewise.
pub fn rescues() -> Option<PathBuf> {
    own_folder("noodkopieen")
}

/// The folder of what other programs open: to print it, to send it.
pub(crate) fn handed_over() -> Option<PathBuf> {
    own_folder("uit")
}

/// Takes away what was handed to other programs so long ago that they are done
/// with it. What cannot be taken away is tried again the next time.
pub fn forget_handed_over(longer_ago: Duration) {
    if let Some(folder) = handed_over() {
        forget_older(&folder, longer_ago);
    }
}

fn forget_older(folder: &Path, longer_ago: Duration) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let changed = entry.metadata().and_then(|known| known.modified());
        // A file from the future is as old as now.
        let age = changed.map(|time| time.elapsed().unwrap_or_default());
        if age.is_ok_and(|age| age >= longer_ago) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The name of this machine.
pub fn machine() -> String {
    gethostname::gethostname().to_string_lossy().into_owned()
}

/// Takes away these folders, as far as they are there.
pub(crate) fn forget(folders: &[&Path]) -> Result<(), StoreError> {
    for folder in folders {
        match fs::remove_dir_all(folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(StoreError::writing(folder, error));
            }
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_handed_over_long_ago_goes_and_what_is_in_use_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("nota.pdf");
        fs::write(&file, "pdf").expect("a file");
        forget_older(folder.path(), Duration::from_secs(60));
        assert!(file.exists());
        forget_older(folder.path(), Duration::ZERO);
        assert!(!file.exists());
        // Where there is no folder there is nothing to take away.
        forget_older(&folder.path().join("uit"), Duration::ZERO);
    }
}
