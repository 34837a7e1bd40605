//! The notas that were open before, the last one first.

use std::path::Path;

use chrono::{DateTime, Datelike, Local, NaiveDate};
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

/// Whether a file is in the list.
pub fn holds(path: &str) -> bool {
    load().iter().any(|entry| entry.path == path)
}

/// The list for the window. No file of it is looked at: one can lie on a disk
/// that takes long.
pub fn list() -> Vec<RecentFile> {
    let today = Local::now().date_naive();
    let view = |entry: Entry| {
        let path = Path::new(&entry.path);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let folder = path.parent().unwrap_or(path);
        RecentFile {
            naam: name.into_owned(),
            map: nota_store::shown(folder),
            geopend: when(&entry.opened, today),
            path: entry.path,
        }
    };
    load().into_iter().map(view).collect()
}

/// A moment as one speaks of it on a day: "vandaag, 14:03", "gisteren, 14:03",
/// "3 maart", and in another year "3 maart 2024".
fn when(moment: &DateTime<Local>, today: NaiveDate) -> String {
    let date = moment.date_naive();
    let time = moment.format("%H:%M");
    let words = nota_sheet::in_words(date);
    match today.signed_duration_since(date).num_days() {
        0 => format!("vandaag, {time}"),
        1 => format!("gisteren, {time}"),
        _ if date.year() == today.year() => {
            let year = format!(" {}", date.year());
            words.strip_suffix(&year).unwrap_or(&words).to_owned()
        }
        _ => words,
    }
}

/// "15 maart 2024, 14:03".
pub fn moment(when: &DateTime<Local>) -> String {
    let day = nota_sheet::in_words(when.date_naive());
    format!("{day}, {}", when.format("%H:%M"))
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn a_day_is_told_as_one_speaks_of_it() {
        let today = NaiveDate::from_ymd_opt(2024, 3, 15).expect("a day");
        let at = |year, month, day| {
            let moment = Local.with_ymd_and_hms(year, month, day, 14, 3, 0);
            when(&moment.single().expect("a moment"), today)
        };
        assert_eq!(at(2024, 3, 15), "vandaag, 14:03");
        assert_eq!(at(2024, 3, 14), "gisteren, 14:03");
        assert_eq!(at(2024, 3, 3), "3 maart");
        assert_eq!(at(2023, 12, 31), "31 december 2023");
    }
}
