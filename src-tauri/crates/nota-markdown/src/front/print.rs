//! The front matter as text: untouched fields byte for byte, the others in
//! the plainest YAML that says the same.

use nota_model::{Field, Front, Value};

use super::yaml::is_null;
use crate::lines::lines;

/// The front matter, and whether all of it is as it was read.
pub(crate) fn print(front: &Front, newline: &str) -> (String, bool) {
    if front.fields.is_empty() {
        let old = [&front.unreadable, &front.opening, &front.closing];
        return (
            old.into_iter().flatten().map(String::as_str).collect(),
            true,
        );
    }
    let mut out = String::new();
    let mut is_old = front.unreadable.is_none();
    let mut new = |out: &mut String, text: &str| {
        if !out.is_empty() && !out.ends_with(['\n', '\r']) {
            out.push_str(newline);
        }
        out.push_str(&text.replace('\n', newline));
        is_old = false;
    };
    match &front.opening {
        Some(opening) => out.push_str(opening),
        None => new(&mut out, "---\n"),
    }
    if let Some(unreadable) = &front.unreadable {
        new(&mut out, &as_comment(unreadable));
    }
    for field in &front.fields {
        match &field.source {
            Some(source) => out.push_str(source),
            None => new(&mut out, &entry(field)),
        }
    }
    match &front.closing {
        Some(closing) => out.push_str(closing),
        None => new(&mut out, "---\n\n"),
    }
    (out, is_old)
}

/// Whether the front matter is one that was not closed.
pub(crate) fn is_open(front: &Front) -> bool {
    let closes = |line: &str| matches!(line.trim_end(), "---" | "...");
    let raw = front.unreadable.as_deref();
    front.fields.is_empty() && raw.is_some_and(|raw| !raw.split(['\n', '\r']).skip(1).any(closes))
}

/// A front matter that could not be read, kept beside the fields that were
/// filled in after that.
fn as_comment(unreadable: &str) -> String {
    let mut out = String::new();
    for line in lines(unreadable, 0..unreadable.len()) {
        let own = unreadable.get(line.start..line.end).unwrap_or_default();
        if !matches!(own.trim_end(), "" | "---" | "...") {
            out.push_str("# ");
            out.extend(own.chars().map(|c| if is_odd(c) { ' ' } else { c }));
            out.push('\n');
        }
    }
    out
}

fn entry(field: &Field) -> String {
    let mut out = String::new();
    part(&mut out, &field.key, &field.value, 0);
    out
}

/// A key with its value, at an indent.
fn part(out: &mut String, key: &str, value: &Value, indent: usize) {
    out.push_str(&scalar(key));
    out.push(':');
    match value {
        Value::Empty => out.push('\n'),
        Value::Text(text) if is_paragraphs(text) => {
            out.push_str(" |-\n");
            for line in text.split('\n') {
                let width = if line.is_empty() { 0 } else { indent + 2 };
                out.push_str(&format!("{}{line}\n", " ".repeat(width)));
            }
        }
        Value::Text(text) => out.push_str(&format!(" {}\n", scalar(text))),
        Value::List(items) if items.is_empty() => out.push_str(" []\n"),
        Value::Record(parts) if parts.is_empty() => out.push_str(" {}\n"),
        Value::List(_) | Value::Record(_) => {
            out.push('\n');
            nested(out, value, indent + 2, true);
        }
    }
}

/// A list or record on lines of its own. `fresh` says whether the cursor is
/// at the start of a line, and not right after the dash of a list.
fn nested(out: &mut String, value: &Value, indent: usize, fresh: bool) {
    let mut fresh = fresh;
    let mut begin = |out: &mut String| {
        if fresh {
            out.push_str(&" ".repeat(indent));
        }
        fresh = true;
    };
    match value {
        Value::Record(parts) => {
            for (name, value) in parts {
                begin(out);
                part(out, name, value, indent);
            }
        }
        Value::List(items) => {
            for item in items {
                begin(out);
                match item {
                    Value::Empty => out.push_str("-\n"),
                    Value::Text(text) => out.push_str(&format!("- {}\n", scalar(text))),
                    Value::List(own) if own.is_empty() => out.push_str("- []\n"),
                    Value::Record(own) if own.is_empty() => out.push_str("- {}\n"),
                    Value::List(_) | Value::Record(_) => {
                        out.push_str("- ");
                        nested(out, item, indent + 2, false);
                    }
                }
            }
        }
        Value::Text(_) | Value::Empty => {}
    }
}

/// Whether a text of several lines can stand as it is under `|-`.
fn is_paragraphs(text: &str) -> bool {
    text.contains('\n')
        && !text.starts_with([' ', '\n'])
        && !text.ends_with('\n')
        && !text.chars().any(|c| is_odd(c) && c != '\n')
        && text.split('\n').all(|line| line.trim_end() == line)
}

/// A text in quotes where it would otherwise be read, here or by another
/// YAML reader, as something else than that text.
fn scalar(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_odd(c) => match u32::from(c) {
                code if code > 0xffff => out.push_str(&format!("\\U{code:08x}")),
                code => out.push_str(&format!("\\u{code:04x}")),
            },
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Characters that YAML does not take as they are, or that cannot be seen.
fn is_odd(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}'
        )
}

fn is_plain(text: &str) -> bool {
    let first = text.chars().next();
    let starts = first.is_some_and(|c| {
        c.is_alphanumeric() || (!c.is_ascii() && !c.is_whitespace()) || matches!(c, '(' | '/' | '.')
    });
    starts
        && text.len() < 900
        && !is_null(text)
        && !is_word_of_yaml(text)
        && !is_number(text)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.starts_with("...")
        && !text
            .chars()
            .any(|c| is_odd(c) || c == '\t' || (c.is_whitespace() && c != ' '))
}

fn is_word_of_yaml(text: &str) -> bool {
    const WORDS: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// What another YAML reader may take for a number. A date is none.
fn is_number(text: &str) -> bool {
    let digits = text.chars().any(|c| c.is_ascii_digit());
    let only = text
        .chars()
        .all(|c| c.is_ascii_hexdigit() || matches!(c, '.' | '_' | 'x' | 'o' | '+' | ':'));
    let exponent = text.parse::<f64>().is_ok();
    digits && (only || exponent)
        || text.eq_ignore_ascii_case(".nan")
        || text.eq_ignore_ascii_case(".inf")
}
