//! Writes a file whole or not at all: what stood there stays until the new
//! bytes are on the disk.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::StoreError;
use crate::disk::{Disk, RealDisk, Rights};
use crate::put::{Expect, put};

/// What to do with a file that is already there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replace {
    /// Leave it and fail.
    No,
    /// Put the new one in its place, with its permissions.
    Yes,
}

/// Writes `bytes` to `path`. A symbolic link keeps pointing where it does:
/// the file behind it is replaced. After a failure what was there is
/// untouched and nothing new is left behind.
///
/// # Errors
///
/// When the folder is missing or closed, the disk is full, the target is
/// read-only or not a regular file, or it exists and is not to be replaced.
pub fn write_atomic(path: &Path, bytes: &[u8], replace: Replace) -> Result<(), StoreError> {
    let expect = match replace {
        Replace::Yes => Expect::Anything,
        Replace::No => Expect::Nothing,
    };
    put(&RealDisk, path, bytes, expect, Rights::Usual)
}

/// Makes a folder with those above it; nothing when it is there.
///
/// # Errors
///
/// When it cannot be made, or a file has its name.
pub fn create_folder(path: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(path).map_err(|error| {
        let error = match error.kind() {
            io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
            _ => error,
        };
        StoreError::writing(path, error)
    })
}

/// Whether a folder stands at `path`.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether a file stands at `path` that is marked read-only: saving would be
/// refused. False when that cannot be asked.
pub fn is_read_only(path: &Path) -> bool {
    let target = RealDisk.resolve(path);
    target
        .and_then(|target| RealDisk.stat(&target))
        .is_ok_and(|stat| stat.read_only)
}

/// The one name of a file, there or not: two paths that lead to the same file
/// have the same identity. The path itself when even its folder is missing.
pub fn identity(path: &Path) -> PathBuf {
    identity_on(&RealDisk, path)
}

/// As [`identity`], on a disk.
pub(crate) fn identity_on(disk: &dyn Disk, path: &Path) -> PathBuf {
    if let Ok(whole) = disk.resolve(path) {
        return whole;
    }
    let folder = match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return path.to_owned(),
    };
    match (disk.resolve(folder), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorCode;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .expect("lists")
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into()
            })
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_file_never_replaces_one_that_is_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        write_atomic(&path, b"een", Replace::No).expect("writes");
        let error = write_atomic(&path, b"twee", Replace::No).expect_err("is there");
        assert_eq!(error.code(), ErrorCode::Exists);
        assert_eq!(fs::read(&path).expect("reads"), b"een");
        write_atomic(&path, b"drie", Replace::Yes).expect("replaces");
        assert_eq!(fs::read(&path).expect("reads"), b"drie");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_keeps_pointing_and_permissions_are_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().expect("a folder");
        let (file, link) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&file, "oud").expect("writes");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("sets");
        symlink(&file, &link).expect("links");
        write_atomic(&link, b"nieuw", Replace::Yes).expect("writes");
        assert!(link.is_symlink());
        assert_eq!(fs::read(&file).expect("reads"), b"nieuw");
        let mode = fs::metadata(&file).expect("is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }

    #[cfg(unix)]
    #[test]
    fn devices_and_read_only_files_are_left_alone() {
        use std::os::unix::fs::PermissionsExt;
        let null = write_atomic(Path::new("/dev/null"), b"x", Replace::Yes);
        assert_eq!(null.expect_err("a device").code(), ErrorCode::NotRegular);
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        fs::write(&path, "oud").expect("writes");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("sets");
        let error = write_atomic(&path, b"nieuw", Replace::Yes).expect_err("read-only");
        assert_eq!(error.code(), ErrorCode::ReadOnly);
        assert_eq!(fs::read(&path).expect("reads"), b"oud");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn a_folder_or_a_missing_folder_is_no_target() {
        let folder = tempfile::tempdir().expect("a folder");
        let code = |path: &Path| {
            let error = write_atomic(path, b"x", Replace::Yes).expect_err("no target");
            error.code()
        };
        assert_eq!(code(folder.path()), ErrorCode::IsFolder);
        assert_eq!(code(&folder.path().join("b/c")), ErrorCode::NotFound);
        fs::write(folder.path().join("a"), "").expect("writes");
        assert_eq!(code(&folder.path().join("a/b")), ErrorCode::NotAFolder);
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn two_ways_to_one_file_are_one_identity() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        let other = folder.path().join(".").join("a");
        assert_eq!(identity(&path), identity(&other));
        fs::write(&path, "").expect("writes");
        assert_eq!(identity(&path), identity(&other));
    }
}
