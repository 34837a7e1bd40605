//! The report of a failing run: `tests/rapport/index.html` shows old, new and
//! difference side by side, pictures included.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Mutex;

use similar::{ChangeTag, TextDiff};

use crate::files;

/// What has been found different in this run, as HTML.
static FOUND: Mutex<Vec<String>> = Mutex::new(Vec::new());

const HEAD: &str = "<!doctype html>
<html lang=\"en\"><meta charset=\"utf-8\"><title>What came out differently</title>
<style>
body { font: 15px/1.5 sans-serif; margin: 2rem; }
.three { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; }
pre { background: #f3f3f3; padding: .5rem; overflow: auto; max-height: 40rem; }
img { width: 100%; border: 1px solid #b4b4b4; }
del { background: #fbd5d5; } ins { background: #d3f0d3; text-decoration: none; }
</style>
<h1>What came out differently</h1>
";

/// Adds a text that came out differently.
pub fn text(name: &str, old: &str, new: &str) {
    let mut difference = String::new();
    for change in TextDiff::from_lines(old, new).iter_all_changes() {
        let line = escape(change.value());
        let _ = match change.tag() {
            ChangeTag::Delete => write!(difference, "<del>{line}</del>"),
            ChangeTag::Insert => write!(difference, "<ins>{line}</ins>"),
            ChangeTag::Equal => write!(difference, "{line}"),
        };
    }
    add(
        name,
        [
            format!("<pre>{}</pre>", escape(old)),
            format!("<pre>{}</pre>", escape(new)),
            format!("<pre>{difference}</pre>"),
        ],
    );
}

/// Adds a picture that came out differently, as PNG files; an absent picture
/// is empty.
pub fn picture(name: &str, old: &[u8], new: &[u8], difference: &[u8]) {
    let parts = [("old", old), ("new", new), ("difference", difference)].map(|(part, png)| {
        if png.is_empty() {
            return "<p>none</p>".to_owned();
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
            Ok(()) => format!("<img src=\"{file}\" alt=\"{part}\">"),
            Err(error) => format!("<p>{}</p>", escape(&error.to_string())),
        }
    });
    add(name, parts);
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
    let mut html = HEAD.to_owned();
    for part in parts {
        html.push_str(&files::read(&part));
    }
    std::fs::write(&index, html).ok()?;
    (!found.is_empty()).then(|| files::shown(&index))
}

fn add(name: &str, parts: [String; 3]) {
    let [old, new, difference] = parts;
    let html = format!(
        "<h3>{}</h3>\n<div class=\"three\"><div><h4>old</h4>{old}</div>\
         <div><h4>new</h4>{new}</div><div><h4>difference</h4>{difference}</div></div>\n",
        escape(name)
    );
    FOUND
        .lock()
        .unwrap_or_else(|error| error.into_inner())
        .push(html);
}

fn folder() -> PathBuf {
    files::root().join("tests/rapport")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
