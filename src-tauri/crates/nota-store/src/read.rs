//! Reads a file whole, within bounds: only regular files, never more than
//! the limit, never waiting for one that has no end.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::decode::decode;
use crate::error::{folder_sentence, shown};
use crate::{ErrorCode, StoreError};

/// The greatest file that is read, in bytes: 10 MB (the file format's limit).
pub const MAX_BYTES: u64 = 10 * 1024 * 1024;

/// The greatest document that is read, in bytes: 256 MB. Published files can
/// hold scans.
pub const MAX_DOCUMENT_BYTES: u64 = 256 * 1024 * 1024;

/// A text from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileText {
    /// The text as it stands in the file, byte order mark included.
    pub text: String,
}

/// Reads a text file.
///
/// # Errors
///
/// When it is not there, not readable, not a regular file, greater than
/// [`MAX_BYTES`] or not UTF-8.
pub fn read(path: &Path) -> Result<FileText, StoreError> {
    match decode(read_bytes(path)?) {
        Ok(text) => Ok(FileText { text }),
        Err(fault) => Err(StoreError::new(
            ErrorCode::NotText,
            path,
            fault.sentence(&shown(path)),
        )),
    }
}

/// Reads a file that need not be text, such as a font.
///
/// # Errors
///
/// As [`read`], but any bytes are fine.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_up_to(path, MAX_BYTES)
}

/// Reads a document of any program, such as a published PDF.
///
/// # Errors
///
/// As [`read_bytes`], but up to [`MAX_DOCUMENT_BYTES`].
pub fn read_document(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_up_to(path, MAX_DOCUMENT_BYTES)
}

/// The files in a folder with one of these endings, by name; files whose name
/// begins with a dot or a tilde are of programs, and left out.
///
/// # Errors
///
/// When the folder cannot be read.
pub fn files_in(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, StoreError> {
    let reading = |error| StoreError::reading(folder, error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(reading)? {
        let path = entry.map_err(reading)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        let ending = ending.to_ascii_lowercase();
        let is_own = name.starts_with(['.', '~']);
        if !is_own && endings.contains(&ending.as_str()) && path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn read_up_to(path: &Path, most: u64) -> Result<Vec<u8>, StoreError> {
    // Asked before opening: opening a pipe waits for someone to write.
    let metadata = fs::metadata(path).map_err(|error| StoreError::reading(path, error))?;
    if metadata.is_dir() {
        return Err(StoreError::new(
            ErrorCode::IsFolder,
            path,
            folder_sentence(path),
        ));
    }
    if !metadata.is_file() {
        let sentence = format!(
            "‘{}’ is geen gewoon bestand maar een apparaat of een kanaal. Geef de naam van een tekstbestand op.",
            shown(path)
        );
        return Err(StoreError::new(ErrorCode::NotRegular, path, sentence));
    }
    if metadata.len() > most {
        return Err(too_large(path, most));
    }
    let file = File::open(path).map_err(|error| StoreError::reading(path, error))?;
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| StoreError::reading(path, error))?;
    if bytes.len() as u64 > most {
        return Err(too_large(path, most));
    }
    Ok(bytes)
}

fn too_large(path: &Path, most: u64) -> StoreError {
    let path_shown = shown(path);
    let sentence = match most {
        MAX_BYTES => format!(
            "‘{path_shown}’ is groter dan 10 MB. Een nota is een klein tekstbestand: controleer of dit het goede bestand is, of splits de tekst."
        ),
        _ => format!(
            "‘{path_shown}’ is groter dan {} MB. Controleer of dit het goede bestand is, of splits het.",
            most / 1024 / 1024
        ),
    };
    StoreError::new(ErrorCode::TooLarge, path, sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(path: &Path) -> Option<ErrorCode> {
        read(path).err().map(|error| error.code())
    }

    #[test]
    fn a_text_comes_back_with_its_mark_and_line_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("x.nota.md");
        fs::write(&path, "\u{feff}a\r\nb").expect("writes");
        let file = read(&path).expect("reads");
        assert_eq!(file.text, "\u{feff}a\r\nb");
    }

    #[test]
    fn what_is_not_a_text_file_is_told_apart() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a");
        fs::write(&file, [0xff]).expect("writes");
        assert_eq!(code(&file), Some(ErrorCode::NotText));
        assert_eq!(code(folder.path()), Some(ErrorCode::IsFolder));
        assert_eq!(code(&folder.path().join("b")), Some(ErrorCode::NotFound));
        assert_eq!(code(&file.join("c")), Some(ErrorCode::NotAFolder));
    }

    #[test]
    fn a_file_over_the_limit_is_refused_by_its_size() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("groot");
        let file = File::create(&path).expect("creates");
        file.set_len(MAX_BYTES + 1).expect("grows");
        assert_eq!(code(&path), Some(ErrorCode::TooLarge));
        assert!(read_document(&path).is_ok(), "a document may be greater");
        file.set_len(MAX_DOCUMENT_BYTES + 1).expect("grows");
        let refused = read_document(&path).map_err(|error| error.code());
        assert_eq!(refused, Err(ErrorCode::TooLarge));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_without_end_is_not_read() {
        assert_eq!(code(Path::new("/dev/zero")), Some(ErrorCode::NotRegular));
    }
}
