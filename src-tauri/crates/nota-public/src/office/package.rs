//! Opens a package within bounds: no part twice, nothing over the limits, and
//! nothing hidden between the parts.

use std::collections::HashSet;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::proof::NotProven;

/// The parts of one package.
const MOST_PARTS: usize = 2_000;

/// The bytes of one part, unpacked.
const MOST_BYTES: u64 = 50 << 20;

/// What may stand between two parts: sums and sizes that are written after a
/// part.
const MOST_BETWEEN: u64 = 24;

/// A package that is open.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Whether bytes stand where no part is.
    pub(super) has_more: bool,
}

/// A part.
pub(super) struct Found {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

impl<'b> Package<'b> {
    /// Opens a package.
    ///
    /// # Errors
    ///
    /// When it is damaged, or has more parts than a document has.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, NotProven> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(fault)?;
        if archive.len() > MOST_PARTS {
            return Err(NotProven::TooLarge);
        }
        let mut names = HashSet::new();
        let mut places = Vec::new();
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(fault)?;
            if part.encrypted() {
                return Err(NotProven::Opaque(
                    "een document met een wachtwoord".to_owned(),
                ));
            }
            if !names.insert(part.name_raw().to_vec()) {
                return Err(NotProven::Unreadable(
                    "een onderdeel staat er dubbel in".to_owned(),
                ));
            }
            let start = part.data_start().unwrap_or_default();
            places.push((part.header_start(), start + part.compressed_size()));
        }
        places.sort_unstable();
        let mut end = 0;
        let mut has_more = false;
        for (start, own) in places {
            has_more |= start > end + MOST_BETWEEN || start < end;
            end = own;
        }
        has_more |= archive.central_directory_start() > end + MOST_BETWEEN;
        Ok(Self { archive, has_more })
    }

    /// The number of parts.
    pub(super) fn len(&self) -> usize {
        self.archive.len()
    }

    /// The remark that a package may have at its end.
    pub(super) fn remark(&self) -> String {
        String::from_utf8_lossy(self.archive.comment()).into_owned()
    }

    /// A part, unpacked; none for a folder.
    ///
    /// # Errors
    ///
    /// When it cannot be unpacked, or is too large.
    pub(super) fn part(&mut self, index: usize) -> Result<Option<Found>, NotProven> {
        let part = self.archive.by_index(index).map_err(fault)?;
        if part.is_dir() {
            return Ok(None);
        }
        let name = String::from_utf8_lossy(part.name_raw()).into_owned();
        let mut bytes = Vec::new();
        let mut limited = part.take(MOST_BYTES + 1);
        limited
            .read_to_end(&mut bytes)
            .map_err(|_| NotProven::Unreadable("een onderdeel is beschadigd".to_owned()))?;
        if bytes.len() as u64 > MOST_BYTES {
            return Err(NotProven::TooLarge);
        }
        Ok(Some(Found { name, bytes }))
    }
}

fn fault(fault: ZipError) -> NotProven {
    match fault {
        ZipError::UnsupportedArchive(reason) if reason == ZipError::PASSWORD_REQUIRED => {
            NotProven::Opaque("een document met een wachtwoord".to_owned())
        }
        _ => NotProven::Unreadable("het pakket is niet heel".to_owned()),
    }
}
