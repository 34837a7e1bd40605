//! The journal of an open nota: every change as soon as it is made, so that
//! it comes back when the program, the system or the power fails.
//!
//! It begins with what it is about and the text, both twice, so that one bad
//! spot on the disk does not take what all the rest builds on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::disk::{Disk, Held, Rights, Writing, create_folders, parent};
use crate::fingerprint::random_name;
use crate::frames::{self, Piece, PieceKind, Pieces};
use crate::put::{Expect, put};
use crate::{ErrorCode, StoreError};

/// The ending of a journal's name; its lock has another.
const ENDING: &str = "journaal";
const LOCK: &str = "slot";

/// The greatest journal that is read, in bytes. It is rewritten long before.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// The journal of one opening of a nota.
pub struct Journal {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    /// All that the journal must hold: a disk that refused gets it anew.
    pieces: Vec<Piece>,
    batch: u32,
    /// None after a failure: what the file holds is not certain then.
    file: Option<Box<dyn Writing>>,
    /// Held while the nota is open, so that no other program offers to
    /// recover it. None where the disk knows no locks.
    lock: Option<Box<dyn Held>>,
}

impl Journal {
    /// A journal in a folder, under a new id. Nothing is on the disk before
    /// the first call of [`Journal::append`] or [`Journal::retry`].
    pub fn new(disk: Arc<dyn Disk>, folder: &Path, head: &[u8], text: &str) -> Self {
        Self {
            disk,
            path: folder.join(format!("{}.{ENDING}", random_name(8))),
            pieces: base(head, text),
            batch: 0,
            file: None,
            lock: None,
        }
    }

    /// The id under which it can be recovered.
    pub fn id(&self) -> String {
        stem(&self.path)
    }

    /// Adds pieces. When this returns without error they survive a power cut.
    ///
    /// # Errors
    ///
    /// When the disk refuses. The pieces are kept in memory, and the next
    /// call, or [`Journal::retry`], writes all of them again to a new file.
    pub fn append(&mut self, pieces: Vec<Piece>) -> Result<(), StoreError> {
        let Some(file) = &mut self.file else {
            self.pieces.extend(pieces);
            return self.anew();
        };
        let bytes = frames::write(self.batch + 1, &pieces);
        self.pieces.extend(pieces);
        let written = file.write(&bytes).and_then(|()| file.sync());
        if let Err(error) = written {
            self.file = None;
            return Err(StoreError::writing(&self.path, error));
        }
        self.batch += 1;
        Ok(())
    }

    /// Writes what could not be written before; nothing when there is no such
    /// thing.
    ///
    /// # Errors
    ///
    /// When the disk still refuses.
    pub fn retry(&mut self) -> Result<(), StoreError> {
        if self.file.is_some() {
            return Ok(());
        }
        self.anew()
    }

    /// Begins again from this text, for example because it was saved. Until
    /// the new journal is whole the old one is there.
    ///
    /// # Errors
    ///
    /// When the disk refuses, as [`Journal::append`].
    pub fn rewrite(&mut self, head: &[u8], text: &str) -> Result<(), StoreError> {
        self.pieces = base(head, text);
        self.anew()
    }

    /// How many bytes it holds beside the text that it began with.
    pub fn weight(&self) -> usize {
        let after = self.pieces.iter().skip(4);
        after.map(|piece| piece.bytes.len()).sum()
    }

    /// Takes it away: there is nothing to recover any more.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn discard(mut self) -> Result<(), StoreError> {
        self.file = None;
        self.lock = None;
        remove(&*self.disk, &self.path)
    }

    fn anew(&mut self) -> Result<(), StoreError> {
        self.file = None;
        let failed = |error| StoreError::writing(&self.path, error);
        let fresh = self.path.with_extension("nieuw");
        let disk = &*self.disk;
        create_folders(disk, parent(&self.path)).map_err(failed)?;
        if self.lock.is_none() {
            let lock = disk.lock(&self.path.with_extension(LOCK));
            self.lock = lock.ok().flatten();
        }
        // From an attempt that failed.
        let _ = disk.remove(&fresh);
        let mut file = disk.create(&fresh).map_err(failed)?;
        let bytes = frames::write(0, &self.pieces);
        let written = file
            .write(&bytes)
            .and_then(|()| file.sync())
            .and_then(|()| disk.rename(&fresh, &self.path))
            .and_then(|()| disk.sync_folder(parent(&self.path)));
        if let Err(error) = written {
            let _ = disk.remove(&fresh);
            return Err(failed(error));
        }
        self.batch = 0;
        self.file = Some(file);
        Ok(())
    }
}

fn base(head: &[u8], text: &str) -> Vec<Piece> {
    let head = Piece::new(PieceKind::Head, head);
    let text = Piece::new(PieceKind::Text, text);
    vec![head.clone(), text.clone(), head, text]
}

fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

/// The journals in a folder.
pub struct Journals {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
}

impl Journals {
    /// Those in this folder, which need not be there yet.
    pub fn new(disk: Arc<dyn Disk>, folder: PathBuf) -> Self {
        Self { disk, folder }
    }

    /// The ids, in the order of the alphabet.
    ///
    /// # Errors
    ///
    /// When the folder is there and cannot be read.
    pub fn ids(&self) -> Result<Vec<String>, StoreError> {
        let names = match self.disk.list(&self.folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            names => names.map_err(|error| StoreError::reading(&self.folder, error))?,
        };
        let ending = format!(".{ENDING}");
        let mut ids: Vec<String> = names
            .iter()
            .filter_map(|name| name.to_str()?.strip_suffix(&ending))
            .map(str::to_owned)
            .collect();
        ids.sort();
        Ok(ids)
    }

    /// Whether the nota is open in a program that runs.
    pub fn is_open(&self, id: &str) -> bool {
        let lock = self.path(id).with_extension(LOCK);
        self.disk.stat(&lock).is_ok() && matches!(self.disk.lock(&lock), Ok(None))
    }

    /// What the journal holds, as far as it is whole.
    ///
    /// # Errors
    ///
    /// When it is not there or cannot be read.
    pub fn read(&self, id: &str) -> Result<Pieces, StoreError> {
        let path = self.path(id);
        let bytes = self.disk.read(&path, MOST_BYTES);
        let bytes = bytes.map_err(|error| StoreError::reading(&path, error))?;
        Ok(frames::read(&bytes))
    }

    pub(crate) fn no_text(&self, id: &str) -> StoreError {
        StoreError::reading(&self.path(id), std::io::ErrorKind::InvalidData.into())
    }

    /// Takes a journal away that was recovered or is not wanted. One that is
    /// damaged stays beside it under another name, for someone to look at.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn discard(&self, id: &str) -> Result<(), StoreError> {
        let path = self.path(id);
        if self.read(id).is_ok_and(|pieces| pieces.damaged) {
            let aside = path.with_extension("beschadigd");
            let renamed = self.disk.rename(&path, &aside);
            renamed.map_err(|error| StoreError::writing(&path, error))?;
            let _ = self.disk.remove(&path.with_extension(LOCK));
            return Ok(());
        }
        remove(&*self.disk, &path)
    }

    fn path(&self, id: &str) -> PathBuf {
        // An id comes from a command line: it is a name, never a path.
        let id = id.replace(['/', '\\', '.'], "-");
        self.folder.join(format!("{id}.{ENDING}"))
    }
}

fn remove(disk: &dyn Disk, path: &Path) -> Result<(), StoreError> {
    let removed = disk.remove(path);
    let _ = disk.remove(&path.with_extension(LOCK));
    match removed {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(StoreError::writing(path, error))
        }
        _ => Ok(()),
    }
}

/// Keeps a text that could not be saved in a folder, under a name of its own.
///
/// # Errors
///
/// When this folder refuses as well.
pub fn rescue(
    disk: &dyn Disk,
    folder: &Path,
    name: &str,
    bytes: &[u8],
) -> Result<PathBuf, StoreError> {
    let name = Path::new(name).file_name().unwrap_or_default();
    let name = name.to_string_lossy();
    let (stem, rest) = name.split_once('.').unwrap_or((&name, "md"));
    create_folders(disk, folder).map_err(|error| StoreError::writing(folder, error))?;
    // The last name is one that no earlier copy has.
    let names = (1..100).map(|number| match number {
        1 => format!("{stem}.{rest}"),
        2..99 => format!("{stem} ({number}).{rest}"),
        _ => format!("{stem} ({}).{rest}", random_name(4)),
    });
    for name in names {
        let path = folder.join(name);
        match put(disk, &path, bytes, Expect::Nothing, Rights::Private) {
            Err(error) if error.code() == ErrorCode::Exists => {
                if disk.read(&path, u64::MAX - 1).is_ok_and(|own| own == bytes) {
                    return Ok(path);
                }
            }
            result => return result.map(|()| path),
        }
    }
    Err(StoreError::writing(
        folder,
        std::io::ErrorKind::AlreadyExists.into(),
    ))
}
