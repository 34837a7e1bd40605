//! Small files that the program keeps for itself: settings in the platform's
//! folder for configuration, other things in its folder for data. Only the
//! user can read them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Replace, StoreError, write_atomic};

/// The program's folder inside the platform's.
const FOLDER: &str = "beslisnota";

/// A file that the program keeps for itself.
#[derive(Debug, Clone)]
pub struct Kept {
    path: PathBuf,
}

impl Kept {
    /// A file of settings. None on a system that has no folder for them.
    pub fn configuration(name: &str) -> Option<Self> {
        Self::inside(dirs::config_dir()?, name)
    }

    /// A file of data. None on a system that has no folder for them.
    pub fn own(name: &str) -> Option<Self> {
        Self::inside(dirs::data_dir()?, name)
    }

    fn inside(folder: PathBuf, name: &str) -> Option<Self> {
        let name = Path::new(name).file_name()?;
        Some(Self {
            path: folder.join(FOLDER).join(name),
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its text; none when it is not there or cannot be read.
    pub fn read(&self) -> Option<String> {
        crate::read(&self.path).ok().map(|file| file.text)
    }

    /// Writes it whole or not at all.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made or the file cannot be written.
    pub fn write(&self, text: &str) -> Result<(), StoreError> {
        self.write_bytes(text.as_bytes())
    }

    /// Writes bytes, whole or not at all.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made or the file cannot be written.
    pub fn write_bytes(&self, bytes: &[u8]) -> Result<(), StoreError> {
        if let Some(folder) = self.path.parent() {
            crate::create_folder(folder)?;
            only_for_user(folder, 0o700);
        }
        write_atomic(&self.path, bytes, Replace::Yes)?;
        only_for_user(&self.path, 0o600);
        Ok(())
    }

    /// Gives a damaged file another name beside itself, so that it is not
    /// overwritten and someone can look at it.
    pub fn set_aside(&self) {
        let mut name = self.path.file_name().unwrap_or_default().to_owned();
        name.push(".beschadigd");
        // When even this fails the damaged file stays where it is.
        let _ = fs::rename(&self.path, self.path.with_file_name(name));
    }
}

#[cfg(unix)]
fn only_for_user(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    // A file system without permissions has nobody to keep out either.
    let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn only_for_user(_: &Path, _: u32) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_file_reads_back_and_a_damaged_one_is_set_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = Kept::inside(folder.path().to_owned(), "../instellingen.json").expect("a name");
        assert_eq!(kept.read(), None);
        kept.write("{}").expect("writes");
        assert_eq!(kept.read().as_deref(), Some("{}"));
        kept.set_aside();
        assert_eq!(kept.read(), None);
        let aside = folder
            .path()
            .join(FOLDER)
            .join("instellingen.json.beschadigd");
        assert!(aside.is_file());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let kept = Kept::inside(folder.path().to_owned(), "recent.json").expect("a name");
        kept.write("[]").expect("writes");
        let mode = fs::metadata(kept.path())
            .expect("is there")
            .permissions()
            .mode();
        assert_eq!(mode & 0o077, 0);
    }
}
