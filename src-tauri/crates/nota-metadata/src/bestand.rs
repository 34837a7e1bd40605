//! The facts of the file that the metadata goes with.

use chrono::NaiveDateTime;

/// A file format, as the archive and publication name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bestandsformaat {
    /// Its name in the PRONOM register.
    pub naam: &'static str,
    /// Its number in the PRONOM register: "fmt/476".
    pub pronom: &'static str,
    /// Its word in the list of file types of the EU, which DiWoo uses; none when
    /// that list does not have it.
    pub filetype: Option<&'static str>,
}

/// A document that was made of the nota.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bestand<'a> {
    /// The name of the file, without folder.
    pub naam: &'a str,
    /// Its size in bytes.
    pub omvang: usize,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: &'a str,
    /// Its format.
    pub formaat: Bestandsformaat,
    /// When the checksum was made, in local time.
    pub gemaakt: NaiveDateTime,
}
