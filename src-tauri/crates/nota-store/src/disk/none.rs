//! The disk of a user without a folder: it refuses everything.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Disk, Held, Rights, Stat, Writing};

/// A disk that is not there: nothing can be read from it or written on it, so
/// that no text goes where the user did not put it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NoDisk;

fn refused<T>() -> io::Result<T> {
    Err(io::ErrorKind::NotFound.into())
}

impl Disk for NoDisk {
    fn stat(&self, _: &Path) -> io::Result<Stat> {
        refused()
    }

    fn resolve(&self, _: &Path) -> io::Result<PathBuf> {
        refused()
    }

    fn read(&self, _: &Path, _: u64) -> io::Result<Vec<u8>> {
        refused()
    }

    fn list(&self, _: &Path) -> io::Result<Vec<OsString>> {
        refused()
    }

    fn create_folder(&self, _: &Path) -> io::Result<()> {
        refused()
    }

    fn create(&self, _: &Path) -> io::Result<Box<dyn Writing>> {
        refused()
    }

    fn set_rights(&self, _: &Path, _: Rights<'_>) -> io::Result<()> {
        refused()
    }

    fn rename(&self, _: &Path, _: &Path) -> io::Result<()> {
        refused()
    }

    fn exchange(&self, _: &Path, _: &Path) -> io::Result<()> {
        refused()
    }

    fn link(&self, _: &Path, _: &Path) -> io::Result<()> {
        refused()
    }

    fn remove(&self, _: &Path) -> io::Result<()> {
        refused()
    }

    fn remove_folder(&self, _: &Path) -> io::Result<()> {
        refused()
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        refused()
    }

    fn lock(&self, _: &Path) -> io::Result<Option<Box<dyn Held>>> {
        refused()
    }

    fn wait(&self, _: Duration) {}
}
