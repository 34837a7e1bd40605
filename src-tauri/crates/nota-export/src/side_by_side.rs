//! Two versions of what people look at as one HTML page: old, new and the
//! difference beside each other.

use std::fmt::Write as _;

use similar::{ChangeTag, TextDiff};

/// The beginning of the page, up to its title.
const STYLE: &str = "<style>
body { font: 15px/1.5 sans-serif; margin: 2rem; }
.drie { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; }
pre { background: #f3f3f3; padding: .5rem; overflow: auto; max-height: 40rem; white-space: pre-wrap; }
img { width: 100%; border: 1px solid #b4b4b4; }
del { background: #fbd5d5; } ins { background: #d3f0d3; text-decoration: none; }
</style>
";

/// The beginning of a page with this title.
pub fn page_start(title: &str) -> String {
    let title = escaped(title);
    format!(
        "<!doctype html>\n<html lang=\"nl\"><meta charset=\"utf-8\"><title>{title}</title>\n{STYLE}<h1>{title}</h1>\n"
    )
}

/// A row: its name, and what stands under old, new and difference, as HTML.
pub fn row(name: &str, [old, new, difference]: [String; 3]) -> String {
    format!(
        "<h3>{}</h3>\n<div class=\"drie\"><div><h4>Oud</h4>{old}</div>\
         <div><h4>Nieuw</h4>{new}</div><div><h4>Verschil</h4>{difference}</div></div>\n",
        escaped(name)
    )
}

/// A row with two texts and, line by line, what went and what came.
pub fn text_row(name: &str, old: &str, new: &str) -> String {
    let mut difference = String::new();
    for change in TextDiff::from_lines(old, new).iter_all_changes() {
        let line = escaped(change.value());
        // Writing to a string does not fail.
        let _ = match change.tag() {
            ChangeTag::Delete => write!(difference, "<del>{line}</del>"),
            ChangeTag::Insert => write!(difference, "<ins>{line}</ins>"),
            ChangeTag::Equal => write!(difference, "{line}"),
        };
    }
    let shown = |text: &str| format!("<pre>{}</pre>", escaped(text));
    row(name, [shown(old), shown(new), shown_as_is(&difference)])
}

fn shown_as_is(html: &str) -> String {
    format!("<pre>{html}</pre>")
}

/// A picture in a row; a sentence when there is none.
pub fn picture(file: Option<&str>, what: &str) -> String {
    match file {
        Some(file) => format!("<img src=\"{}\" alt=\"{}\">", escaped(file), escaped(what)),
        None => "<p>geen</p>".to_owned(),
    }
}

/// A text as HTML shows it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_shows_what_went_and_what_came_and_no_text_is_markup() {
        let row = text_row("a & b", "een\n<twee>\n", "een\ndrie\n");
        assert!(row.contains("<h3>a &amp; b</h3>"), "{row}");
        assert!(
            row.contains("<del>&lt;twee&gt;\n</del><ins>drie\n</ins>"),
            "{row}"
        );
        assert!(!row.contains("<twee>"), "{row}");
    }
}
