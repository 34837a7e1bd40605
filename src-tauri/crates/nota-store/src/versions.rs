//! The versions of notas: a copy at each save, and now and then while one is
//! written. Each is a file that says itself what it is of, so there is no
//! list that can be lost.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::disk::{Disk, Rights, create_folders};
use crate::fingerprint::random_name;
use crate::frames::{self, Piece, PieceKind};
use crate::put::{Expect, put};
use crate::{Fingerprint, MAX_BYTES, StoreError};

/// The ending of a version's name.
const ENDING: &str = ".versie";

/// Why a version was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// It stood in the file before this program first replaced it.
    Found,
    /// It was saved.
    Saved,
    /// Ten minutes of writing went by.
    Interval,
    /// It stood in the file, written by another program or window.
    Foreign,
    /// The user closed it without saving.
    Discarded,
}

/// What is known of a version beside its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionHead {
    /// When it was kept, in milliseconds since 1970 (UTC).
    pub time: u64,
    /// On which machine.
    pub machine: String,
    /// Why.
    pub cause: Cause,
    /// The file it is of, when it has one.
    pub path: Option<PathBuf>,
    /// The fingerprint of its text.
    pub fingerprint: Fingerprint,
}

/// A version in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its name, by which it is read and taken away.
    pub id: String,
    /// What is known of it.
    pub head: VersionHead,
    /// Whether its text is no more what was kept.
    pub damaged: bool,
}

/// The versions of all notas.
#[derive(Clone)]
pub struct Versions {
    disk: Arc<dyn Disk>,
    root: PathBuf,
}

impl Versions {
    /// Those in this folder, which need not be there yet.
    pub fn new(disk: Arc<dyn Disk>, root: PathBuf) -> Self {
        Self { disk, root }
    }

    /// The document that a file is: the one whose last version is of this
    /// path, else the one whose last version has the same content, because
    /// the file was moved. None for a file that is not known.
    pub fn document_of(&self, path: &Path, content: &Fingerprint) -> Option<String> {
        let mut moved = None;
        for name in self.documents() {
            let Some((newest, _)) = self.newest(&name) else {
                continue;
            };
            if newest.head.path.as_deref() == Some(path) {
                return Some(name);
            }
            if newest.head.fingerprint == *content {
                moved = Some(name);
            }
        }
        moved
    }

    /// The ids of all documents, in no order.
    pub fn documents(&self) -> Vec<String> {
        let names = self.disk.list(&self.root).unwrap_or_default();
        let names = names.iter().filter_map(|name| name.to_str());
        names.map(str::to_owned).collect()
    }

    /// The id of a document that is not known yet.
    pub fn new_document() -> String {
        random_name(8)
    }

    /// Keeps a text, unless it is kept already. Says whether it was kept
    /// now.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn keep(
        &self,
        document: &str,
        head: &VersionHead,
        text: &[u8],
    ) -> Result<bool, StoreError> {
        if self.has(document, head) {
            return Ok(false);
        }
        let folder = self.folder(document);
        create_folders(&*self.disk, &folder)
            .map_err(|error| StoreError::writing(&folder, error))?;
        let json = serde_json::to_vec(head).unwrap_or_default();
        let pieces = [
            Piece::new(PieceKind::Head, json),
            Piece::new(PieceKind::Text, text),
        ];
        let short = head.fingerprint.short();
        let mut path = folder.join(format!("{:014}-{short}{ENDING}", head.time));
        if self.disk.stat(&path).is_ok() {
            // The same text came back within a millisecond.
            path = folder.join(format!("{:014}-{}{ENDING}", head.time, random_name(4)));
        }
        let bytes = frames::write(0, &pieces);
        put(&*self.disk, &path, &bytes, Expect::Nothing, Rights::Private)?;
        Ok(true)
    }

    /// Whether this content is kept already: as the newest version, or, of
    /// what only must not be lost, as any.
    fn has(&self, document: &str, head: &VersionHead) -> bool {
        let is_it = |name: &String| {
            let read = self.read(document, name);
            read.is_ok_and(|(own, _)| {
                !own.damaged
                    && own.head.fingerprint == head.fingerprint
                    && own.head.path == head.path
            })
        };
        let names = self.names(document);
        match head.cause {
            Cause::Found | Cause::Foreign => {
                let short = head.fingerprint.short();
                names.iter().filter(|name| name.contains(&short)).any(is_it)
            }
            _ => names.last().is_some_and(is_it),
        }
    }

    /// The versions of a document, the newest first. What cannot be read as a
    /// version at all is left out.
    pub fn list(&self, document: &str) -> Vec<Version> {
        let names = self.names(document).into_iter().rev();
        names
            .filter_map(|name| self.read(document, &name).ok())
            .map(|(version, _)| version)
            .collect()
    }

    /// The last version of a document that can be read, with its text.
    pub fn newest(&self, document: &str) -> Option<(Version, String)> {
        let names = self.names(document).into_iter().rev();
        names
            .filter_map(|name| self.read(document, &name).ok())
            .next()
    }

    /// A version with its text.
    ///
    /// # Errors
    ///
    /// When it is not there, or nothing of it is a text.
    pub fn read(&self, document: &str, id: &str) -> Result<(Version, String), StoreError> {
        let path = self.folder(document).join(plain(id));
        let failed = |error| StoreError::reading(&path, error);
        // Room for what stands around the text.
        let bytes = self.disk.read(&path, 2 * MAX_BYTES).map_err(failed)?;
        let pieces = frames::read(&bytes);
        let of_kind = |kind| pieces.whole.iter().find(|piece| piece.kind == kind);
        let text = of_kind(PieceKind::Text)
            .and_then(|piece| String::from_utf8(piece.bytes.clone()).ok())
            .or(pieces.doubtful)
            .ok_or_else(|| failed(io::ErrorKind::InvalidData.into()))?;
        let fingerprint = Fingerprint::of(text.as_bytes());
        let head = of_kind(PieceKind::Head)
            .and_then(|piece| serde_json::from_slice::<VersionHead>(&piece.bytes).ok());
        let damaged = head
            .as_ref()
            .is_none_or(|head| head.fingerprint != fingerprint);
        let head = head.unwrap_or_else(|| VersionHead {
            time: time_in_name(id),
            machine: String::new(),
            cause: Cause::Saved,
            path: None,
            fingerprint,
        });
        let id = id.to_owned();
        Ok((Version { id, head, damaged }, text))
    }

    /// Takes a version away.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn remove(&self, document: &str, id: &str) -> Result<(), StoreError> {
        let path = self.folder(document).join(plain(id));
        match self.disk.remove(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::writing(&path, error))
            }
            _ => Ok(()),
        }
    }

    /// The names of the versions of a document, the oldest first.
    fn names(&self, document: &str) -> Vec<String> {
        let names = self.disk.list(&self.folder(document)).unwrap_or_default();
        let mut names: Vec<String> = names
            .iter()
            .filter_map(|name| name.to_str())
            .filter(|name| name.ends_with(ENDING))
            .map(str::to_owned)
            .collect();
        names.sort();
        names
    }

    fn folder(&self, document: &str) -> PathBuf {
        self.root.join(plain(document))
    }
}

/// A name, never a path: it can come from a command line.
fn plain(name: &str) -> String {
    name.replace(['/', '\\'], "-").replace("..", "-")
}

fn time_in_name(id: &str) -> u64 {
    let digits = id.split('-').next().unwrap_or_default();
    digits.parse().unwrap_or(0)
}
