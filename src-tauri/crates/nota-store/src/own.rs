//! Where the program keeps journals, versions and rescue copies: in the
//! user's own folder for data, which others cannot enter.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

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

/// The name of this machine.
pub fn machine() -> String {
    gethostname::gethostname().to_string_lossy().into_owned()
}

/// Takes away all journals, versions and rescue copies, those of notas that
/// are open too.
///
/// # Errors
///
/// When something of it cannot be taken away.
pub fn forget_all() -> Result<(), StoreError> {
    let folders = [journals(), versions(), rescues()];
    let folders: Vec<PathBuf> = folders.into_iter().flatten().collect();
    let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
    forget(&folders)
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
