//! Where the program keeps journals and versions, and what they need of this
//! machine: its name and its clock.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Local, TimeZone};
use nota_editor::{Replayed, replay};
use nota_store::disk::{Disk, RealDisk};
use nota_store::{Draft, Fingerprint, Journals, MAX_BYTES, Maker, Versions};
use nota_template::Registry;

use crate::failure::Failure;

/// The disk of this machine, to share.
pub(crate) fn disk() -> Arc<dyn Disk> {
    Arc::new(RealDisk)
}

fn folder(find: impl FnOnce() -> Option<PathBuf>) -> Result<PathBuf, Failure> {
    find().ok_or_else(|| {
        Failure::Usage(
            "Er is geen map voor gegevens van programma’s. Zet XDG_DATA_HOME of HOME.".to_owned(),
        )
    })
}

/// Where the journals are.
pub(crate) fn journal_folder() -> Result<PathBuf, Failure> {
    folder(nota_store::journals)
}

/// The journals of this user.
pub(crate) fn journals() -> Result<Journals, Failure> {
    Ok(Journals::new(disk(), journal_folder()?))
}

/// The versions of this user's notas.
pub(crate) fn versions() -> Result<Versions, Failure> {
    Ok(Versions::new(disk(), folder(nota_store::versions)?))
}

/// This machine, now.
pub(crate) fn maker() -> Maker {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let time = since.map_or(0, |since| since.as_millis());
    Maker {
        machine: nota_store::machine(),
        time: u64::try_from(time).unwrap_or(u64::MAX),
    }
}

/// A moment for reading: `2024-03-15 14:03:22`.
pub(crate) fn moment(time: u64) -> String {
    let time = i64::try_from(time).unwrap_or(0);
    let when: Option<DateTime<Local>> = Local.timestamp_millis_opt(time).single();
    when.map_or_else(String::new, |when| {
        when.format("%Y-%m-%d %H:%M:%S").to_string()
    })
}

/// The text of a draft, with its changes carried out.
pub(crate) fn text_of(draft: &Draft, registry: &Registry) -> Replayed {
    replay(&draft.text, &draft.changes, registry)
}

/// Whether a draft has something that was not saved: it differs from what was
/// saved last, and from what is in its file now.
pub(crate) fn is_unsaved(draft: &Draft, text: &str) -> bool {
    let own = Fingerprint::of(text.as_bytes());
    let Some(head) = &draft.head else {
        return true;
    };
    let in_file = |path: &PathBuf| is_content(path, own);
    own != head.saved && !head.path.as_ref().is_some_and(in_file)
}

fn is_content(path: &Path, own: Fingerprint) -> bool {
    let bytes = RealDisk.read(path, MAX_BYTES);
    bytes.is_ok_and(|bytes| Fingerprint::of(&bytes) == own)
}
