//! The notas that were open before, the last one first.

use std::path::Path;

use chrono::{DateTime, Local};
use nota_editor::view::RecentFile;
use nota_store::Kept;
use serde::{Deserialize, Serialize};

const FILE: &str = "recent.json";

/// How many are kept.
const MOST: usize = 12;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Entry {
    path: String,
    opened: DateTime<Local>,
}

fn load() -> Vec<Entry> {
    let kept = Kept::own(FILE).and_then(|kept| kept.read().ok());
    kept.flatten().unwrap_or_default()
}

/// A list that cannot be kept is no reason to bother anyone: the nota itself
/// is safe.
fn store(entries: &[Entry]) {
    if let (Some(kept), Ok(text)) = (Kept::own(FILE), serde_json::to_string_pretty(entries)) {
        let _ = kept.write(&text);
    }
}

/// Puts a file on top of the list.
pub fn remember(path: &str) {
    let mut entries = load();
    entries.retain(|entry| entry.path != path);
    let opened = Local::now();
    let path = path.to_owned();
    entries.insert(0, Entry { path, opened });
    entries.truncate(MOST);
    store(&entries);
}

/// Takes a file from the list.
pub fn forget(path: &str) -> Vec<RecentFile> {
    let mut entries = load();
    entries.retain(|entry| entry.path != path);
    store(&entries);
    list()
}

/// The list for the window.
pub fn list() -> Vec<RecentFile> {
    let view = |entry: Entry| {
        let path = Path::new(&entry.path);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let folder = path.parent().unwrap_or(path);
        RecentFile {
            naam: name.into_owned(),
            map: nota_store::shown(folder),
            bestaat: path.is_file(),
            geopend: moment(&entry.opened),
            path: entry.path,
        }
    };
    load().into_iter().map(view).collect()
}

/// "15 maart 2024, 14:03".
pub fn moment(when: &DateTime<Local>) -> String {
    let day = nota_sheet::in_words(when.date_naive());
    format!("{day}, {}", when.format("%H:%M"))
}
