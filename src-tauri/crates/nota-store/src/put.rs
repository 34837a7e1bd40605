//! Puts new bytes in the place of a file: beside it first, synced, read back
//! and compared, and only then under its name. What stood there stays whole
//! until that moment, and what another program put there meanwhile is found.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::disk::{Disk, Kind, Rights, parent};
use crate::error::shown;
use crate::fingerprint::random_name;
use crate::{ErrorCode, Fingerprint, StoreError};

/// What may stand under the name.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Expect<'a> {
    /// Nothing.
    Nothing,
    /// Anything: it is replaced unseen.
    Anything,
    /// One of these contents, or nothing.
    Only(&'a [Fingerprint]),
}

/// How often something is tried that another program stands in the way of,
/// and for how long it waits first; twice as long each time, 1.3 s in all.
const TRIES: u32 = 6;
const FIRST_WAIT: Duration = Duration::from_millis(20);

/// Puts `bytes` under `path`, with the rights of what stood there, or `new`.
pub(crate) fn put(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    expect: Expect<'_>,
    new: Rights<'_>,
) -> Result<(), StoreError> {
    let failed = |error| StoreError::writing(path, error);
    let target = resolve(disk, path)?;
    let temporary = Temporary::create(disk, &target, bytes, new).map_err(failed)?;
    let read = disk.read(&temporary.path, bytes.len() as u64);
    if read.map_err(failed)? != bytes {
        let sentence = format!(
            "‘{}’ is niet geschreven: de schijf gaf andere tekens terug dan erop waren gezet. Kies een andere schijf.",
            shown(path)
        );
        return Err(StoreError::new(ErrorCode::Other, path, sentence));
    }
    match temporary.place(&target, bytes, expect) {
        Ok(Placed::Done) => disk.sync_folder(parent(&target)).map_err(failed),
        Ok(Placed::Changed) => Err(StoreError::changed(path)),
        Err(error) => Err(failed(error)),
    }
}

/// The file behind `path`, after a check that it may be replaced. The rename
/// that puts a file in its place would otherwise replace devices and files
/// that are marked read-only.
fn resolve(disk: &dyn Disk, path: &Path) -> Result<PathBuf, StoreError> {
    let failed = |error| StoreError::writing(path, error);
    let target = match disk.resolve(path) {
        Ok(target) => target,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path.to_owned()),
        Err(error) => return Err(failed(error)),
    };
    let stat = disk.stat(&target).map_err(failed)?;
    match stat.kind {
        Kind::Folder => Err(failed(io::ErrorKind::IsADirectory.into())),
        Kind::Other => {
            let sentence = format!(
                "‘{}’ is niet geschreven. Op die plaats staat geen gewoon bestand maar een apparaat of een kanaal. Kies een andere naam.",
                shown(path)
            );
            Err(StoreError::new(ErrorCode::NotRegular, path, sentence))
        }
        Kind::File if stat.read_only => {
            let sentence = format!(
                "‘{}’ is niet geschreven. Het bestand is alleen-lezen. Kies een andere naam of haal die beveiliging weg.",
                shown(path)
            );
            Err(StoreError::new(ErrorCode::ReadOnly, path, sentence))
        }
        Kind::File => Ok(target),
    }
}

/// A file beside the one it is to become; taken away unless it became it.
struct Temporary<'a> {
    disk: &'a dyn Disk,
    path: PathBuf,
    keep: bool,
}

enum Placed {
    Done,
    /// Another content stood there; it stands there still.
    Changed,
}

impl<'a> Temporary<'a> {
    /// Writes and syncs it.
    fn create(
        disk: &'a dyn Disk,
        target: &Path,
        bytes: &[u8],
        new: Rights<'_>,
    ) -> io::Result<Self> {
        let path = temporary_path(target);
        let mut file = patiently(disk, || disk.create(&path))?;
        let own = Self {
            disk,
            path,
            keep: false,
        };
        file.write(bytes)?;
        let rights = match disk.stat(target) {
            Ok(_) => Rights::Like(target),
            Err(_) => new,
        };
        if rights != Rights::Private {
            disk.set_rights(&own.path, rights)?;
        }
        file.sync()?;
        Ok(own)
    }

    fn place(mut self, target: &Path, bytes: &[u8], expect: Expect<'_>) -> io::Result<Placed> {
        for _ in 0..TRIES {
            let there = match self.disk.stat(target) {
                Ok(_) => true,
                Err(error) if error.kind() == io::ErrorKind::NotFound => false,
                Err(error) => return Err(error),
            };
            let placed = match (there, expect) {
                (true, Expect::Nothing) => return Err(io::ErrorKind::AlreadyExists.into()),
                (true, Expect::Anything) => self.rename(target).map(|()| Placed::Done),
                (true, Expect::Only(known)) => self.replace_known(target, bytes, known),
                (false, Expect::Nothing) => return self.take_name(target).map(|()| Placed::Done),
                (false, _) => self.take_name(target).map(|()| Placed::Done),
            };
            match placed {
                // It came or went at this very moment.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && !there => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound && there => {}
                placed => return placed,
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    fn rename(&mut self, target: &Path) -> io::Result<()> {
        patiently(self.disk, || self.disk.rename(&self.path, target))?;
        self.keep = true;
        Ok(())
    }

    /// Takes a name that is free, and never one that another program takes at
    /// the same moment.
    fn take_name(&mut self, target: &Path) -> io::Result<()> {
        match patiently(self.disk, || self.disk.link(&self.path, target)) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {
                drop(self.disk.create(target)?);
                self.rename(target).inspect_err(|_| {
                    // It is our own and empty.
                    let _ = self.disk.remove(target);
                })
            }
            result => result,
        }
    }

    /// Changes names with the file, and looks at what stood there only then:
    /// between a look before and the change another program can write. What
    /// is not known goes back to its place.
    fn replace_known(
        &mut self,
        target: &Path,
        bytes: &[u8],
        known: &[Fingerprint],
    ) -> io::Result<Placed> {
        let disk = self.disk;
        let is_known = |bytes: &[u8]| known.contains(&Fingerprint::of(bytes));
        if !is_known(&disk.read(target, u64::MAX - 1)?) {
            return Ok(Placed::Changed);
        }
        match patiently(disk, || disk.exchange(&self.path, target)) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {
                return self.rename(target).map(|()| Placed::Done);
            }
            result => result?,
        }
        // From here on the temporary name has a file of another.
        self.keep = true;
        if is_known(&disk.read(&self.path, u64::MAX - 1)?) {
            self.keep = false;
            return Ok(Placed::Done);
        }
        disk.exchange(&self.path, target)?;
        disk.sync_folder(parent(target))?;
        if disk.read(&self.path, u64::MAX - 1)? == bytes {
            self.keep = false;
        } else {
            // A third program wrote between the two changes of names.
            disk.link(&self.path, &other_version(target))?;
            self.keep = false;
        }
        Ok(Placed::Changed)
    }
}

impl Drop for Temporary<'_> {
    fn drop(&mut self) {
        if !self.keep {
            // What is left behind is found by `leftovers`.
            let _ = self.disk.remove(&self.path);
        }
    }
}

/// Tries again while a scanner or a sync client holds the file.
fn patiently<T>(disk: &dyn Disk, mut act: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    let mut wait = FIRST_WAIT;
    for _ in 0..TRIES {
        match act() {
            Err(error) if is_held(&error) => disk.wait(wait),
            result => return result,
        }
        wait *= 2;
    }
    act()
}

/// Whether another program has the file for a moment. Windows says "access
/// denied" (5), "in use" (32) or "locked" (33) then.
pub(crate) fn is_held(error: &io::Error) -> bool {
    let held = matches!(
        error.kind(),
        io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy
    );
    held || cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

/// The start of the names of temporary files for `target`: of the same length
/// for each, because the name itself can be as long as a name may be.
fn temporary_start(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default();
    let print = Fingerprint::of(name.as_encoded_bytes());
    format!(".beslisnota-{}-", print.short())
}

fn temporary_path(target: &Path) -> PathBuf {
    let start = temporary_start(target);
    target.with_file_name(format!("{start}{}.tmp", random_name(4)))
}

/// `brief.nota.md` becomes `brief (andere versie 1f3a).nota.md`.
fn other_version(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let (stem, rest) = name.split_once('.').unwrap_or((&name, "md"));
    let random = random_name(2);
    target.with_file_name(format!("{stem} (andere versie {random}).{rest}"))
}

/// The temporary files that a program left beside `path` when it was killed
/// or the power went. Each can hold a whole text, half of one, or nothing.
pub(crate) fn leftovers(disk: &dyn Disk, path: &Path) -> Vec<PathBuf> {
    let target = disk.resolve(path).unwrap_or_else(|_| path.to_owned());
    let start = temporary_start(&target);
    let names = disk.list(parent(&target)).unwrap_or_default();
    names
        .into_iter()
        .filter(|name| {
            let name = name.to_string_lossy();
            name.starts_with(&start) && name.ends_with(".tmp")
        })
        .map(|name| target.with_file_name(name))
        .collect()
}
