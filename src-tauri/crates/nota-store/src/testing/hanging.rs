//! A disk of which one folder hangs: who asks something of it waits until it
//! answers again.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use super::SimulatedDisk;
use crate::disk::{Disk, Held, Rights, Stat, Writing};

/// The disk. Clones are the same disk.
#[derive(Clone)]
pub struct HangingDisk {
    inner: SimulatedDisk,
    folder: PathBuf,
    hangs: Arc<(Mutex<bool>, Condvar)>,
}

impl HangingDisk {
    /// A disk with this folder that can hang; it answers at first.
    pub fn new(inner: SimulatedDisk, folder: &str) -> Self {
        Self {
            inner,
            folder: folder.into(),
            hangs: Arc::default(),
        }
    }

    /// The folder hangs from now on.
    pub fn hang(&self) {
        *self.hangs.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
    }

    /// The folder answers again, also who waited.
    pub fn answer(&self) {
        *self.hangs.0.lock().unwrap_or_else(PoisonError::into_inner) = false;
        self.hangs.1.notify_all();
    }

    /// The disk behind, once it answers at this path.
    fn at(&self, path: &Path) -> &SimulatedDisk {
        if path.starts_with(&self.folder) {
            let (hangs, changed) = &*self.hangs;
            let mut hanging = hangs.lock().unwrap_or_else(PoisonError::into_inner);
            while *hanging {
                hanging = changed
                    .wait(hanging)
                    .unwrap_or_else(PoisonError::into_inner);
            }
        }
        &self.inner
    }
}

impl Disk for HangingDisk {
    fn stat(&self, path: &Path) -> io::Result<Stat> {
        self.at(path).stat(path)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.at(path).resolve(path)
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.at(path).read(path, most)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.at(folder).list(folder)
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.at(folder).create_folder(folder)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Writing>> {
        self.at(path).create(path)
    }

    fn set_rights(&self, path: &Path, rights: Rights<'_>) -> io::Result<()> {
        self.at(path).set_rights(path, rights)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.at(to).rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.at(one).exchange(one, other)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.at(to).link(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.at(path).remove(path)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.at(folder).remove_folder(folder)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.at(folder).sync_folder(folder)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
        self.at(path).lock(path)
    }

    fn wait(&self, time: Duration) {
        self.inner.wait(time);
    }
}
