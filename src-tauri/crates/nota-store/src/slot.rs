//! The lock beside a file: says to other windows and machines that someone
//! has the nota open, where and since when. It only advises: whoever does not
//! look at it is found by the fingerprint when saving.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::Fingerprint;
use crate::disk::{Disk, Rights};
use crate::fingerprint::random_name;
use crate::put::{Expect, put};

/// How long after its last sign of life a lock is stale: ten minutes, in
/// milliseconds. Clocks of machines differ by less.
pub const STALE_AFTER: u64 = 10 * 60 * 1000;

/// The greatest lock that is read, in bytes.
const MOST_BYTES: u64 = 4096;

/// Who has a nota open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The machine.
    pub machine: String,
    /// Since when, in milliseconds since 1970 (UTC).
    pub since: u64,
    /// The last sign of life, likewise.
    pub seen: u64,
    /// Tells openings on one machine apart.
    mark: String,
}

/// The lock of a nota that is open here.
pub struct Slot {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    own: Holder,
}

impl Slot {
    /// Takes the lock of a file. When another holds it who showed a sign of
    /// life lately, who that is.
    ///
    /// A disk that refuses, such as a folder that is only for reading, is no
    /// reason not to open the nota: then nobody holds the lock.
    pub fn take(
        disk: Arc<dyn Disk>,
        file: &Path,
        machine: &str,
        now: u64,
    ) -> Result<Option<Self>, Holder> {
        let path = beside(file);
        let own = Holder {
            machine: machine.to_owned(),
            since: now,
            seen: now,
            mark: random_name(4),
        };
        let bytes = serde_json::to_vec(&own).unwrap_or_default();
        let old = disk.read(&path, MOST_BYTES).ok();
        if let Some(holder) = old.as_deref().and_then(read)
            && holder.seen.abs_diff(now) < STALE_AFTER
        {
            return Err(holder);
        }
        // One that is stale or damaged is taken over, but only as it was seen.
        let known: Vec<Fingerprint> = old.iter().map(|old| Fingerprint::of(old)).collect();
        let expect = match known.as_slice() {
            [] => Expect::Nothing,
            known => Expect::Only(known),
        };
        match put(&*disk, &path, &bytes, expect, Rights::Usual) {
            Ok(()) => Ok(Some(Self { disk, path, own })),
            Err(_) => match disk.read(&path, MOST_BYTES).ok().as_deref().and_then(read) {
                Some(holder) if Some(&holder) != old.as_deref().and_then(read).as_ref() => {
                    Err(holder)
                }
                _ => Ok(None),
            },
        }
    }

    /// Shows a sign of life. False when another took the lock over.
    pub fn renew(&mut self, now: u64) -> bool {
        let there = self.disk.read(&self.path, MOST_BYTES).ok();
        let Some(there) = there.filter(|bytes| self.is_own(bytes)) else {
            return false;
        };
        self.own.seen = now;
        let bytes = serde_json::to_vec(&self.own).unwrap_or_default();
        let known = [Fingerprint::of(&there)];
        let written = put(
            &*self.disk,
            &self.path,
            &bytes,
            Expect::Only(&known),
            Rights::Usual,
        );
        written.is_ok()
    }

    /// Whether it showed a sign of life lately enough.
    pub fn is_fresh(&self, now: u64) -> bool {
        self.own.seen.abs_diff(now) < STALE_AFTER / 5
    }

    fn is_own(&self, bytes: &[u8]) -> bool {
        read(bytes).is_some_and(|holder| holder.mark == self.own.mark)
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        let there = self.disk.read(&self.path, MOST_BYTES);
        if there.is_ok_and(|bytes| self.is_own(&bytes)) {
            // One that stays becomes stale.
            let _ = self.disk.remove(&self.path);
        }
    }
}

fn read(bytes: &[u8]) -> Option<Holder> {
    serde_json::from_slice(bytes).ok()
}

/// `brief.nota.md` has its lock in `.~brief.nota.md.slot`.
fn beside(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // A name may have 255 bytes; a long one is told apart by its fingerprint.
    let name = match name.len() {
        ..=200 => name.into_owned(),
        _ => Fingerprint::of(name.as_bytes()).to_string(),
    };
    file.with_file_name(format!(".~{name}.slot"))
}
