//! Why an operation on the disk did not succeed: a code to act on, a Dutch
//! sentence for the user, and the technical cause for the log.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::put::is_held;

/// What kind of failure it is, to act on without reading the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorCode {
    /// There is nothing with that name.
    NotFound,
    /// A folder stands where a file is expected.
    IsFolder,
    /// A file stands where a folder is expected.
    NotAFolder,
    /// A device, a pipe or a socket.
    NotRegular,
    /// The user has no right to it.
    NoPermission,
    /// The file or its disk cannot be written to.
    ReadOnly,
    /// The file is greater than [`crate::MAX_BYTES`].
    TooLarge,
    /// The file is not UTF-8 text.
    NotText,
    /// The file is there and was not to be replaced.
    Exists,
    /// No room is left on the disk or in the user's quota.
    DiskFull,
    /// Another program holds the file, also after some patience.
    Held,
    /// The network disk does not answer.
    Unreachable,
    /// The file is another one than the user knows, and was left as it is.
    Changed,
    /// Anything else that the system reports.
    Other,
}

/// An operation on the disk that did not succeed. `Display` is the sentence
/// for the user; `source` is the cause for the log.
#[derive(Debug)]
pub struct StoreError {
    code: ErrorCode,
    path: PathBuf,
    sentence: String,
    source: Option<io::Error>,
}

impl StoreError {
    pub(crate) fn new(code: ErrorCode, path: &Path, sentence: String) -> Self {
        Self {
            code,
            path: path.to_owned(),
            sentence,
            source: None,
        }
    }

    /// The same, and the text is kept in a copy elsewhere.
    pub(crate) fn with_copy(mut self, copy: &Path) -> Self {
        self.sentence = format!("{} Uw tekst staat in ‘{}’.", self.sentence, shown(copy));
        self
    }

    /// What kind of failure it is.
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// The path that was asked for.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A file or folder could not be read.
    pub(crate) fn reading(path: &Path, source: io::Error) -> Self {
        let name = shown(path);
        let (code, sentence) = match source.kind() {
            io::ErrorKind::NotFound => (
                ErrorCode::NotFound,
                format!("‘{name}’ bestaat niet. Controleer de naam en de map."),
            ),
            io::ErrorKind::PermissionDenied => (
                ErrorCode::NoPermission,
                format!("U mag ‘{name}’ niet lezen. Vraag de eigenaar of de beheerder om toegang."),
            ),
            io::ErrorKind::NotADirectory => (
                ErrorCode::NotAFolder,
                format!(
                    "‘{name}’ bestaat niet: een deel van het pad is een bestand en geen map. Controleer het pad."
                ),
            ),
            io::ErrorKind::IsADirectory => (ErrorCode::IsFolder, folder_sentence(path)),
            io::ErrorKind::InvalidFilename => (
                ErrorCode::NotFound,
                format!("‘{name}’ is geen bruikbare bestandsnaam. Controleer de naam."),
            ),
            _ => (
                ErrorCode::Other,
                format!(
                    "‘{name}’ is niet te lezen ({}). Controleer de schijf of het netwerk en probeer het opnieuw.",
                    cause_number(&source)
                ),
            ),
        };
        Self {
            source: Some(source),
            ..Self::new(code, path, sentence)
        }
    }

    /// Another program or another window wrote the file meanwhile.
    pub(crate) fn changed(path: &Path) -> Self {
        let sentence = format!(
            "‘{}’ is intussen door een ander programma of in een ander venster veranderd, en is niet overschreven. Kies welke versie u wilt houden.",
            shown(path)
        );
        Self::new(ErrorCode::Changed, path, sentence)
    }

    /// A file or folder could not be written.
    pub(crate) fn writing(path: &Path, source: io::Error) -> Self {
        let name = shown(path);
        let (code, cause) = match source.kind() {
            io::ErrorKind::StorageFull => (
                ErrorCode::DiskFull,
                "De schijf is vol. Maak ruimte vrij of kies een andere map.",
            ),
            io::ErrorKind::QuotaExceeded => (
                ErrorCode::DiskFull,
                "Uw schijfruimte is op. Maak ruimte vrij of kies een andere map.",
            ),
            io::ErrorKind::ReadOnlyFilesystem => (
                ErrorCode::ReadOnly,
                "De schijf is alleen-lezen. Kies een andere map.",
            ),
            io::ErrorKind::PermissionDenied => (
                ErrorCode::NoPermission,
                "U mag in deze map niet schrijven. Kies een andere map of vraag de beheerder om toegang.",
            ),
            io::ErrorKind::NotFound => (
                ErrorCode::NotFound,
                "De map bestaat niet. Maak de map eerst aan of kies een andere.",
            ),
            io::ErrorKind::NotADirectory => (
                ErrorCode::NotAFolder,
                "Een deel van het pad is een bestand en geen map. Controleer het pad.",
            ),
            io::ErrorKind::IsADirectory => (
                ErrorCode::IsFolder,
                "Op die plaats staat een map. Kies een andere naam.",
            ),
            io::ErrorKind::AlreadyExists => (
                ErrorCode::Exists,
                "Er is al een bestand met die naam. Kies een andere naam of verplaats het bestand.",
            ),
            _ if is_held(&source) => (
                ErrorCode::Held,
                "Een ander programma houdt het bestand vast, zoals een virusscanner of de synchronisatie. Wacht even en probeer het opnieuw.",
            ),
            io::ErrorKind::NetworkDown
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::NotConnected
            | io::ErrorKind::StaleNetworkFileHandle
            | io::ErrorKind::TimedOut => (
                ErrorCode::Unreachable,
                "De netwerkschijf antwoordt niet. Controleer de verbinding of kies een andere map.",
            ),
            io::ErrorKind::InvalidFilename => (
                ErrorCode::Other,
                "De bestandsnaam is te lang of bevat tekens die niet mogen. Kies een andere naam.",
            ),
            _ => (
                ErrorCode::Other,
                "Controleer de schijf of het netwerk en probeer het opnieuw.",
            ),
        };
        let reason = match code {
            ErrorCode::Other => format!(" ({})", cause_number(&source)),
            _ => String::new(),
        };
        let sentence = format!("‘{name}’ is niet geschreven{reason}. {cause}");
        Self {
            source: Some(source),
            ..Self::new(code, path, sentence)
        }
    }
}

/// The system's number of a failure, which a helpdesk can look up; its words
/// are not Dutch.
fn cause_number(error: &io::Error) -> String {
    match error.raw_os_error() {
        Some(number) => format!("systeemfout {number}"),
        None => "oorzaak onbekend".to_owned(),
    }
}

pub(crate) fn folder_sentence(path: &Path) -> String {
    format!(
        "‘{}’ is een map. Geef de naam van een bestand op.",
        shown(path)
    )
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}

/// A path as it can stand in a sentence: characters that steer a terminal
/// become `�`, so that a file name cannot forge or hide output.
pub fn shown(path: &Path) -> String {
    path.to_string_lossy()
        .chars()
        .map(|char| match char {
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '�',
            char if char.is_control() => '�',
            char => char,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_steer_the_terminal() {
        assert_eq!(shown(Path::new("a\x1b[2J\n\u{202e}b")), "a�[2J��b");
    }

    #[test]
    fn a_full_disk_is_told_apart_from_a_closed_one() {
        let full = StoreError::writing(Path::new("x.pdf"), io::ErrorKind::StorageFull.into());
        assert_eq!(full.code(), ErrorCode::DiskFull);
        assert_eq!(
            full.to_string(),
            "‘x.pdf’ is niet geschreven. De schijf is vol. Maak ruimte vrij of kies een andere map."
        );
        let closed = StoreError::writing(Path::new("x"), io::ErrorKind::ReadOnlyFilesystem.into());
        assert_eq!(closed.code(), ErrorCode::ReadOnly);
    }
}
