//! The report of a failing run: `tests/rapport/index.html` shows old, new and
//! difference side by side, pictures included, as `nota templates compare`
//! does for templates.

use std::path::PathBuf;
use std::sync::Mutex;

use nota_export::side_by_side::{escaped, page_start, picture as picture_of, row, text_row};

use crate::files;

/// What has been found different in this run, as HTML.
static FOUND: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Adds a text that came out differently.
pub fn text(name: &str, old: &str, new: &str) {
    add(text_row(name, old, new));
}

/// Adds a picture that came out differently, as PNG files; an absent picture
/// is empty.
pub fn picture(name: &str, old: &[u8], new: &[u8], difference: &[u8]) {
    let parts = [("old", old), ("new", new), ("difference", difference)].map(|(part, png)| {
        if png.is_empty() {
            return picture_of(None, part);
        }
        let file: String = format!("{name}-{part}.png")
            .chars()
            .map(|c| {
                if c.is_alphanumeric() || c == '.' {
                    c
                } else {
                    '-'
                }
            })
            .collect();
        let path = folder().join(&file);
        match std::fs::create_dir_all(folder()).and_then(|()| std::fs::write(path, png)) {
            Ok(()) => picture_of(Some(&file), part),
            Err(error) => format!("<p>{}</p>", escaped(&error.to_string())),
        }
    });
    add(row(name, parts));
}

/// Writes what was found into the report, beside what other test targets
/// found; gives the path when this run found something.
pub fn write(target: &str) -> Option<String> {
    let found = std::mem::take(&mut *FOUND.lock().unwrap_or_else(|error| error.into_inner()));
    let part = folder().join(format!("{target}.part.html"));
    if found.is_empty() {
        let _ = std::fs::remove_file(&part);
    } else {
        std::fs::create_dir_all(folder()).ok()?;
        std::fs::write(&part, format!("<h2>{target}</h2>\n{}", found.concat())).ok()?;
    }
    let parts = files::below(&folder(), ".part.html");
    let index = folder().join("index.html");
    if parts.is_empty() {
        let _ = std::fs::remove_file(index);
        return None;
    }
    let mut html = page_start("What came out differently");
    for part in parts {
        html.push_str(&files::read(&part));
    }
    std::fs::write(&index, html).ok()?;
    (!found.is_empty()).then(|| files::shown(&index))
}

fn add(html: String) {
    FOUND
        .lock()
        .unwrap_or_else(|error| error.into_inner())
        .push(html);
}

fn folder() -> PathBuf {
    files::root().join("tests/rapport")
}
