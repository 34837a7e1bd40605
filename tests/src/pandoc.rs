//! Pandoc as another reader of our Markdown: what it sees, as an outline of
//! lines that can be compared with the model's.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What pandoc sees in a text, read as `format` (`markdown`, `gfm`).
///
/// # Errors
///
/// When pandoc is not there or refuses the text: a sentence for the person
/// who runs the tests.
pub fn outline(text: &str, format: &str) -> Result<Vec<String>, String> {
    let missing = |error| {
        format!("pandoc could not be started ({error}); install it: apt-get install pandoc")
    };
    let mut pandoc = Command::new("pandoc")
        .args(["--from", format, "--to", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(missing)?;
    let mut input = pandoc.stdin.take().ok_or("pandoc takes no input")?;
    let text = text.to_owned();
    // A thread of its own, so that neither side waits for the other.
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = pandoc
        .wait_with_output()
        .map_err(|error| error.to_string())?;
    let written = writer.join().map_err(|_| "writing to pandoc panicked")?;
    written.map_err(|error| format!("writing to pandoc: {error}"))?;
    if !output.status.success() {
        return Err(format!("pandoc ended with {}", output.status));
    }
    let document: Value =
        serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    let mut lines = Vec::new();
    blocks(&document["blocks"], 0, &mut lines);
    Ok(lines)
}

/// A line of an outline, indented.
pub fn line(depth: usize, text: &str) -> String {
    format!("{}{text}", "  ".repeat(depth))
}

/// A text without what pandoc makes typographic: quotation marks, dashes and
/// dots, and white space that is not to be seen.
pub fn plain(text: &str) -> String {
    let same: String = text
        .chars()
        .map(|c| match c {
            '‘' | '’' | '“' | '”' | '"' => '\'',
            '–' | '—' => '-',
            c => c,
        })
        .collect();
    same.replace('…', "...")
        .replace("---", "-")
        .replace("--", "-")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn blocks(list: &Value, depth: usize, out: &mut Vec<String>) {
    for block in array(list) {
        let content = &block["c"];
        match block["t"].as_str().unwrap_or_default() {
            "Para" | "Plain" => push(depth, "alinea", content, out),
            "Header" => push(0, &format!("kop {}", content[0]), &content[2], out),
            "BulletList" => items(content, "opsomming", depth, out),
            "OrderedList" => {
                let name = format!("nummering vanaf {}", content[0][0]);
                items(&content[1], &name, depth, out);
            }
            "BlockQuote" => {
                out.push(line(depth, "citaat"));
                blocks(content, depth + 1, out);
            }
            "Div" => {
                out.push(line(depth, &attributes(&content[0])));
                blocks(&content[1], depth + 1, out);
            }
            "Table" => table(content, depth, out),
            "HorizontalRule" => out.push(line(depth, "lijn")),
            other => out.push(line(depth, other)),
        }
    }
}

fn push(depth: usize, name: &str, inlines: &Value, out: &mut Vec<String>) {
    let mut text = String::new();
    let mut notes = Vec::new();
    running(inlines, &mut text, &mut notes);
    out.push(line(depth, &format!("{name} {}", plain(&text))));
    for note in notes {
        out.push(line(depth, "voetnoot"));
        blocks(note, depth + 1, out);
    }
}

fn items(list: &Value, name: &str, depth: usize, out: &mut Vec<String>) {
    out.push(line(depth, name));
    for item in array(list) {
        out.push(line(depth + 1, "punt"));
        blocks(item, depth + 2, out);
    }
}

/// Pandoc 2.10 and later: attributes, caption, columns, head, bodies, foot.
fn table(content: &Value, depth: usize, out: &mut Vec<String>) {
    let columns = array(&content[2]).len();
    out.push(line(depth, &format!("tabel met {columns} kolommen")));
    let bodies = array(&content[4]).iter().flat_map(|body| array(&body[3]));
    for (name, row) in array(&content[3][1])
        .iter()
        .map(|row| ("kop", row))
        .chain(bodies.map(|row| ("rij", row)))
    {
        let cells: Vec<String> = array(&row[1]).iter().map(cell).collect();
        out.push(line(depth + 1, &format!("{name} {}", cells.join(" | "))));
    }
}

fn cell(cell: &Value) -> String {
    let mut text = String::new();
    for block in array(&cell[4]) {
        running(&block["c"], &mut text, &mut Vec::new());
    }
    plain(&text)
}

/// The text of a run of inlines; a link shows its address, a footnote `[^]`.
fn running<'a>(inlines: &'a Value, out: &mut String, notes: &mut Vec<&'a Value>) {
    for inline in array(inlines) {
        let content = &inline["c"];
        match inline["t"].as_str().unwrap_or_default() {
            "Str" => out.push_str(content.as_str().unwrap_or_default()),
            "Space" | "SoftBreak" | "LineBreak" => out.push(' '),
            "Emph" | "Strong" => running(content, out, notes),
            "Quoted" => {
                out.push('"');
                running(&content[1], out, notes);
                out.push('"');
            }
            "Cite" => running(&content[1], out, notes),
            "Span" => {
                out.push_str(&format!("{}: ", attributes(&content[0])));
                running(&content[1], out, notes);
            }
            "Link" => {
                let mut text = String::new();
                running(&content[1], &mut text, notes);
                let href = content[2][0].as_str().unwrap_or_default();
                // A bare address that a dialect makes a link is text to us.
                if href.trim_start_matches("mailto:").ends_with(&text) {
                    out.push_str(&text);
                } else {
                    out.push_str(&format!("<{href}>{text}"));
                }
            }
            "Note" => {
                out.push_str("[^]");
                notes.push(content);
            }
            other => out.push_str(&format!("<{other}>")),
        }
    }
}

/// Classes and values of a span or division: `lak 5.1.2e`.
fn attributes(attributes: &Value) -> String {
    let classes = array(&attributes[1]).iter().filter_map(Value::as_str);
    let values = array(&attributes[2])
        .iter()
        .filter_map(|pair| pair[1].as_str());
    classes.chain(values).collect::<Vec<_>>().join(" ")
}
