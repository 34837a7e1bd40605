//! The package: a zip of parts with nothing in it of the machine or the hour,
//! so that the same parts give the same bytes.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The parts of a package in the order in which they stand in it.
#[derive(Debug, Default)]
pub(crate) struct Package {
    parts: Vec<(String, Vec<u8>, CompressionMethod)>,
}

impl Package {
    /// Adds a part.
    pub(crate) fn part(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        let how = CompressionMethod::Deflated;
        self.parts.push((name.to_owned(), bytes.into(), how));
    }

    /// Adds a part that is read without unpacking, such as the kind of an ODF
    /// package.
    pub(crate) fn bare(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        let how = CompressionMethod::Stored;
        self.parts.push((name.to_owned(), bytes.into(), how));
    }

    /// The bytes of the package.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        // Writing to memory has no way to fail: the names are our own, and no
        // part comes near four gigabytes.
        self.zipped().unwrap_or_default()
    }

    fn zipped(self) -> zip::result::ZipResult<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes, how) in self.parts {
            let options = SimpleFileOptions::default()
                .compression_method(how)
                .last_modified_time(DateTime::default())
                .unix_permissions(0o644);
            zip.start_file(name, options)?;
            zip.write_all(&bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}
