//! Small files that the program keeps for itself: settings in the platform's
//! folder for configuration, other things in its folder for data. Only the
//! user can read them.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::disk::{Disk, RealDisk, Rights, create_folders, parent};
use crate::own::handed_over;
use crate::put::{Expect, put};
use crate::{ErrorCode, StoreError};

/// The program's folder inside the platform's.
const FOLDER: &str = "beslisnota";

/// A file that the program keeps for itself was not what it wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

/// A file that the program keeps for itself.
#[derive(Debug, Clone)]
pub struct Kept {
    path: PathBuf,
}

/// A folder of the program inside the platform's folder for data, which need
/// not be there yet. None on a system that has no such folder.
pub fn own_folder(name: &str) -> Option<PathBuf> {
    Some(dirs::data_dir()?.join(FOLDER).join(name))
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

    /// A file that another program opens: to print it, to send it. None on a
    /// system that has no folder for data.
    pub fn handed_over(name: &str) -> Option<Self> {
        let name = Path::new(name).file_name()?;
        Some(Self {
            path: handed_over()?.join(name),
        })
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

    /// What it holds, from JSON; none when it is not there or cannot be read.
    ///
    /// # Errors
    ///
    /// When it is damaged. Then it has another name from now on, so that it is
    /// not overwritten.
    pub fn read<T: DeserializeOwned>(&self) -> Result<Option<T>, Damaged> {
        let text = match crate::read(&self.path) {
            Ok(file) => file.text,
            Err(error) if error.code() == ErrorCode::NotText => return Err(self.set_aside()),
            Err(_) => return Ok(None),
        };
        let value = serde_json::from_str(&text);
        value.map(Some).map_err(|_| self.set_aside())
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
        let folder = parent(&self.path);
        create_folders(&RealDisk, folder).map_err(|error| StoreError::writing(folder, error))?;
        put(
            &RealDisk,
            &self.path,
            bytes,
            Expect::Anything,
            Rights::Private,
        )
    }

    /// Gives a damaged file another name beside itself, so that it is not
    /// overwritten and someone can look at it.
    fn set_aside(&self) -> Damaged {
        let mut name = self.path.file_name().unwrap_or_default().to_owned();
        name.push(".beschadigd");
        // When even this fails the damaged file stays where it is.
        let _ = RealDisk.rename(&self.path, &self.path.with_file_name(name));
        Damaged
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn kept(folder: &Path, name: &str) -> Kept {
        Kept::inside(folder.to_owned(), name).expect("a name")
    }

    #[test]
    fn a_kept_file_reads_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = kept(folder.path(), "../instellingen.json");
        assert_eq!(kept.read::<Vec<u8>>(), Ok(None));
        kept.write("[1]").expect("writes");
        assert_eq!(kept.read(), Ok(Some(vec![1])));
    }

    #[test]
    fn whatever_is_damaged_in_it_nothing_stumbles_and_the_damaged_file_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = kept(folder.path(), "instellingen.json");
        let whole = r#"{"sjabloon":"jenv/beslisnota","grootte":"één"}"#.as_bytes();
        let aside = kept.path().with_file_name("instellingen.json.beschadigd");
        let cut = (0..whole.len()).map(|length| whole[..length].to_vec());
        let turned = (0..whole.len() * 8).map(|bit| {
            let mut bytes = whole.to_vec();
            bytes[bit / 8] ^= 1 << (bit % 8);
            bytes
        });
        for bytes in cut.chain(turned) {
            kept.write_bytes(&bytes).expect("writes");
            match kept.read::<serde_json::Value>() {
                Ok(value) => assert!(value.is_some_and(|value| value.is_object())),
                Err(Damaged) => {
                    assert_eq!(fs::read(&aside).ok(), Some(bytes), "it stays");
                    assert_eq!(kept.read::<serde_json::Value>(), Ok(None));
                }
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let kept = kept(folder.path(), "recent.json");
        kept.write("[]").expect("writes");
        let mode = fs::metadata(kept.path())
            .expect("is there")
            .permissions()
            .mode();
        assert_eq!(mode & 0o077, 0);
    }
}
