//! Where the program keeps journals and versions, and what they need of this
//! machine: its name and its clock.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Local, TimeZone};
use nota_herstel::Herstel;
use nota_store::disk::{Disk, RealDisk};
use nota_store::{Folders, Maker, Versions};

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

/// What is kept of this user's notas. Nothing is open here, so that nothing is
/// told of its own accord.
pub(crate) fn herstel() -> Result<Herstel, Failure> {
    let folders = Folders {
        journals: journal_folder()?,
        versions: folder(nota_store::versions)?,
        rescues: folder(nota_store::rescues)?,
    };
    Ok(Herstel::new(disk(), Some(folders), now, moment, |_| {}))
}

/// The versions of this user's notas.
pub(crate) fn versions() -> Result<Versions, Failure> {
    Ok(Versions::new(disk(), folder(nota_store::versions)?))
}

/// This machine, now.
pub(crate) fn maker() -> Maker {
    Maker {
        machine: nota_store::machine(),
        time: now(),
    }
}

/// Milliseconds since 1970.
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let time = since.map_or(0, |since| since.as_millis());
    u64::try_from(time).unwrap_or(u64::MAX)
}

/// A moment for reading: `2024-03-15 14:03:22`.
pub(crate) fn moment(time: u64) -> String {
    let time = i64::try_from(time).unwrap_or(0);
    let when: Option<DateTime<Local>> = Local.timestamp_millis_opt(time).single();
    when.map_or_else(String::new, |when| {
        when.format("%Y-%m-%d %H:%M:%S").to_string()
    })
}
