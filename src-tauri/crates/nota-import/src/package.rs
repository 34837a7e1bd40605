//! A package: the parts of a zip file, read in memory and with limits. Nothing
//! is ever written, so that a name of a part can do no harm.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::limits::{MAX_PART, MAX_PARTS, MAX_UNPACKED};
use crate::refusal::Refusal;
use crate::xml::Tree;

/// An open package.
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// How many bytes may still be unpacked.
    left: usize,
}

impl<'b> Package<'b> {
    /// Opens a package.
    ///
    /// # Errors
    ///
    /// When it is cut off, has too many parts or two of one name.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
        if archive.has_duplicate_names() {
            return Err(Refusal::TwoOfOneName);
        }
        if archive.len() > MAX_PARTS {
            return Err(Refusal::TooMuchInside);
        }
        Ok(Self {
            archive,
            left: MAX_UNPACKED,
        })
    }

    /// The names of all parts, as they are written.
    pub(crate) fn names(&self) -> Vec<String> {
        let raw = self.archive.file_names_raw();
        raw.map(|name| String::from_utf8_lossy(name).into_owned())
            .collect()
    }

    /// The bytes of a part; none when there is no such part.
    ///
    /// # Errors
    ///
    /// When it is damaged, has a password or is over a limit.
    pub(crate) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let name = name.trim_start_matches('/');
        let Some(index) = self.archive.index_for_name(name) else {
            return Ok(None);
        };
        let file = self.archive.by_index(index);
        let mut file = file.map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(what)
                if what == zip::result::ZipError::PASSWORD_REQUIRED =>
            {
                Refusal::Encrypted
            }
            _ => Refusal::Damaged,
        })?;
        let most = MAX_PART.min(self.left);
        let mut bytes = Vec::new();
        let read = file.by_ref().take(most as u64 + 1).read_to_end(&mut bytes);
        if bytes.len() > most {
            return Err(Refusal::TooMuchInside);
        }
        read.map_err(|_| Refusal::Damaged)?;
        self.left -= bytes.len();
        Ok(Some(bytes))
    }

    /// A part as XML; none when there is no such part.
    ///
    /// # Errors
    ///
    /// As [`Package::read`] and [`Tree::parse`].
    pub(crate) fn xml(&mut self, name: &str) -> Result<Option<Tree>, Refusal> {
        self.read(name)?
            .map(|bytes| Tree::parse(&bytes))
            .transpose()
    }
}
