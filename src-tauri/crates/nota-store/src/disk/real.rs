//! The disk of this machine.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::{Disk, Held, Kind, Rights, Stat, Writing};

/// The disk of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

struct RealFile(File);

impl Writing for RealFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }
}

/// The lock goes with the file that is closed when this is dropped.
struct RealLock {
    _file: File,
}

impl Held for RealLock {}

impl Disk for RealDisk {
    fn stat(&self, path: &Path) -> io::Result<Stat> {
        let metadata = fs::metadata(path)?;
        let kind = match () {
            () if metadata.is_file() => Kind::File,
            () if metadata.is_dir() => Kind::Folder,
            () => Kind::Other,
        };
        Ok(Stat {
            kind,
            len: if kind == Kind::File {
                metadata.len()
            } else {
                0
            },
            read_only: metadata.permissions().readonly(),
        })
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        path.canonicalize()
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(folder)?
            .map(|entry| Ok(entry?.file_name()))
            .collect()
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        private_folder().create(folder)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Writing>> {
        let file = private_file().create_new(true).append(true).open(path)?;
        Ok(Box::new(RealFile(file)))
    }

    fn set_rights(&self, path: &Path, rights: Rights<'_>) -> io::Result<()> {
        rights::set(path, rights)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        exchange(one, other)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to).map_err(|error| match error.kind() {
            // FAT says EPERM, other systems that they do not know it.
            io::ErrorKind::PermissionDenied | io::ErrorKind::InvalidInput => {
                io::ErrorKind::Unsupported.into()
            }
            _ => error,
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        match File::open(folder).and_then(|folder| folder.sync_all()) {
            // Some network disks keep names by themselves and refuse this.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
                ) =>
            {
                Ok(())
            }
            result => result,
        }
    }

    /// Windows keeps the names of a folder by itself.
    #[cfg(not(unix))]
    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
        let file = private_file()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(RealLock { _file: file }))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn wait(&self, time: Duration) {
        thread::sleep(time);
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|error| match error {
        Errno::INVAL | Errno::NOSYS | Errno::NOTSUP => io::ErrorKind::Unsupported.into(),
        error => error.into(),
    })
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(unix)]
fn private_file() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

#[cfg(not(unix))]
fn private_file() -> OpenOptions {
    OpenOptions::new()
}

#[cfg(unix)]
fn private_folder() -> DirBuilder {
    use std::os::unix::fs::DirBuilderExt;
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    builder
}

/// The folders of a Windows user are closed to others already.
#[cfg(not(unix))]
fn private_folder() -> DirBuilder {
    DirBuilder::new()
}

#[cfg(unix)]
mod rights {
    use std::fs::{self, File, Permissions};
    use std::io;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    use std::path::Path;

    use crate::disk::Rights;

    pub fn set(path: &Path, rights: Rights<'_>) -> io::Result<()> {
        let mode = match rights {
            Rights::Private => 0o600,
            Rights::Usual => usual(path)?,
            Rights::Like(other) => {
                let other = fs::metadata(other)?;
                // Only a file that is the user's own can be given away, and
                // only to a group of theirs; else it stays as it is.
                let _ = chown(path, None, Some(other.gid()));
                let _ = chown(path, Some(other.uid()), None);
                other.mode() & 0o7777
            }
        };
        fs::set_permissions(path, Permissions::from_mode(mode))
    }

    /// What a new file gets in the folder of `path`, seen on an empty one:
    /// asking the system for the mask would change it for a moment.
    fn usual(path: &Path) -> io::Result<u32> {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push("-");
        let probe = path.with_file_name(name);
        let mode = File::create_new(&probe)?.metadata()?.mode();
        fs::remove_file(&probe)?;
        Ok(mode & 0o7777)
    }
}

/// On Windows a file has the rights of its folder.
#[cfg(not(unix))]
mod rights {
    use std::io;
    use std::path::Path;

    use crate::disk::Rights;

    pub fn set(_: &Path, _: Rights<'_>) -> io::Result<()> {
        Ok(())
    }
}
