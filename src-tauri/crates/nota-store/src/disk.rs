//! The disk as this crate uses it, behind a trait: the real one, and in tests
//! one that stops, tears, forgets and refuses at every step.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

mod none;
mod real;

pub(crate) use none::NoDisk;
pub use real::RealDisk;

/// What stands at a path, links followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stat {
    /// What kind of thing it is.
    pub kind: Kind,
    /// Its length in bytes; 0 for what is no file.
    pub len: u64,
    /// Whether it is marked read-only.
    pub read_only: bool,
}

/// What kind of thing stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A device, a pipe or a socket.
    Other,
}

/// Who may read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rights<'a> {
    /// The user only.
    Private,
    /// Whoever may read new files of this user in this folder.
    Usual,
    /// Whoever may read this file; its owner and group too, where allowed.
    Like(&'a Path),
}

/// A file that is being written.
pub trait Writing: Send {
    /// Writes all bytes after what is there.
    ///
    /// # Errors
    ///
    /// When the disk refuses; a part may be written then.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Waits until what was written survives a power cut.
    ///
    /// # Errors
    ///
    /// When the disk refuses. Then nothing is certain about what was written
    /// since the last time, also when a later call succeeds.
    fn sync(&mut self) -> io::Result<()>;
}

/// A lock that is held until it is dropped, or its process ends.
pub trait Held: Send + Sync {}

/// The disk. Each method is one step: either it happens, or it does not.
pub trait Disk: Send + Sync + 'static {
    /// What stands at a path, links followed.
    ///
    /// # Errors
    ///
    /// When nothing is there, or it may not be looked at.
    fn stat(&self, path: &Path) -> io::Result<Stat>;

    /// The one name of what stands at a path: links followed, absolute.
    ///
    /// # Errors
    ///
    /// As [`Disk::stat`].
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// Reads a file whole.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or has more than `most` bytes
    /// ([`io::ErrorKind::FileTooLarge`]).
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>>;

    /// The names in a folder, in no order.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>>;

    /// Makes one folder that only the user can enter.
    ///
    /// # Errors
    ///
    /// When the one above it is missing, or something has its name.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;

    /// Makes a new file that only the user can read.
    ///
    /// # Errors
    ///
    /// When something has its name, or the disk refuses.
    fn create(&self, path: &Path) -> io::Result<Box<dyn Writing>>;

    /// Gives a file its rights.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    fn set_rights(&self, path: &Path, rights: Rights<'_>) -> io::Result<()>;

    /// Gives a file another name in the same folder, in the place of what has
    /// that name.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Lets two files in one folder change names.
    ///
    /// # Errors
    ///
    /// With [`io::ErrorKind::Unsupported`] on a disk that cannot do this;
    /// when one of the two is missing, or the disk refuses.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;

    /// Gives a file a second name, unless something has that name.
    ///
    /// # Errors
    ///
    /// With [`io::ErrorKind::Unsupported`] on a disk that cannot do this; with
    /// [`io::ErrorKind::AlreadyExists`]; when the disk refuses.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Takes a file away.
    ///
    /// # Errors
    ///
    /// When it is not there, or the disk refuses.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Takes an empty folder away.
    ///
    /// # Errors
    ///
    /// When it is not there or not empty, or the disk refuses.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;

    /// Waits until the names in a folder survive a power cut.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Takes the lock of a file, which is made when it is missing. None when
    /// another holds it.
    ///
    /// # Errors
    ///
    /// When the disk refuses, or knows no locks.
    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>>;

    /// Waits, before something is tried again.
    fn wait(&self, time: Duration);
}

/// Makes a folder with those above it, each safe from a power cut; nothing
/// when it is there.
pub(crate) fn create_folders(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    match disk.stat(folder) {
        Ok(stat) if stat.kind == Kind::Folder => return Ok(()),
        Ok(_) => return Err(io::ErrorKind::NotADirectory.into()),
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        Err(_) => {}
    }
    let above = parent(folder);
    if above != folder {
        create_folders(disk, above)?;
    }
    match disk.create_folder(folder) {
        // Another program was quicker.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        result => result?,
    }
    disk.sync_folder(above).inspect_err(|_| {
        // Else the next attempt would take it for safe.
        let _ = disk.remove_folder(folder);
    })
}

/// The folder in which a path stands.
pub(crate) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => path,
    }
}
