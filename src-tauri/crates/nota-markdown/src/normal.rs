//! The normal form of a nota: of all notas that a reader cannot tell apart,
//! the one that the file format can write and read back.

mod blocks;
mod runs;

use std::collections::HashMap;

use nota_model::{
    Body, Field, Inline, Newline, Nota, Note, NoteSource, Run, Section, Value, is_ignorable,
};

pub(crate) use blocks::{blocks, note_blocks};
pub(crate) use runs::runs;

use crate::read::Kind;

/// The nota in its normal form, without the bytes that it was read from:
/// `normalize(parse(print(n)))` is `n` for every `n` that is normal.
pub fn normalize(nota: &Nota) -> Nota {
    let mut nota = nota.clone();
    front(&mut nota);
    let labels = labels(&nota);
    body(&mut nota.preamble, &labels);
    for section in &mut nota.sections {
        heading(section);
        body(&mut section.body, &labels);
    }
    style(&mut nota);
    nota
}

/// The style, as far as the printed text can show it.
fn style(nota: &mut Nota) {
    if nota.style.newline == Newline::Lf && !nota.style.unfinished {
        return;
    }
    let text = crate::print::print(nota);
    nota.style.unfinished = crate::lines::style(&text).unfinished;
    if !text.contains("\r\n") {
        nota.style.newline = Newline::Lf;
    }
}

fn front(nota: &mut Nota) {
    let front = &mut nota.front;
    front.opening = None;
    front.closing = None;
    if !front.fields.is_empty() {
        front.unreadable = None;
    }
    if let Some(raw) = &mut front.unreadable {
        raw.truncate(raw.trim_end_matches(['\n', '\r']).len());
        raw.push('\n');
    }
    let mut seen = std::collections::HashSet::new();
    front.fields.retain(|field| seen.insert(field.key.clone()));
    for Field {
        value: own, source, ..
    } in &mut front.fields
    {
        *source = None;
        value(own);
    }
}

fn value(own: &mut Value) {
    match own {
        Value::List(items) => items.iter_mut().for_each(value),
        Value::Record(parts) => {
            let mut seen = std::collections::HashSet::new();
            parts.retain(|(name, _)| seen.insert(name.clone()));
            parts.iter_mut().for_each(|(_, part)| value(part));
        }
        Value::Text(_) | Value::Empty => {}
    }
}

fn heading(section: &mut Section) {
    section.level = match (&section.key, section.level) {
        (Some(_), level) => level.clamp(1, 6),
        (None, level) => level.clamp(1, 2),
    };
    let inlines = vec![Inline::text(section.heading_text())];
    let text = nota_model::plain_text(&runs(inlines, Kind::Line));
    let (number, from) = split_number(&text);
    section.number = number.map(str::to_owned);
    section.title = text.get(from..).unwrap_or_default().to_owned();
}

fn body(own: &mut Body, labels: &HashMap<String, String>) {
    own.source = None;
    own.blocks = blocks(std::mem::take(&mut own.blocks));
    blocks::each_text(&mut own.blocks, &mut |inlines| {
        references(inlines, labels);
    });
    own.blocks = blocks(std::mem::take(&mut own.blocks));
    for own in &mut own.notes {
        note(own, labels);
    }
}

fn note(own: &mut Note, labels: &HashMap<String, String>) {
    own.source = NoteSource::Edited;
    own.label = label(&own.label);
    own.blocks = note_blocks(std::mem::take(&mut own.blocks));
    blocks::each_text(&mut own.blocks, &mut |inlines| {
        references(inlines, labels);
    });
    own.blocks = note_blocks(std::mem::take(&mut own.blocks));
}

/// The labels of the footnotes that there are, by their folded form.
fn labels(nota: &Nota) -> HashMap<String, String> {
    let mut labels = HashMap::new();
    for note in nota.notes() {
        let own = label(&note.label);
        labels.entry(fold_label(&own)).or_insert(own);
    }
    labels
}

/// A reference gets the label of its footnote; one without a footnote is the
/// text that stands in the file.
fn references(inlines: &mut [Inline], labels: &HashMap<String, String>) {
    for inline in inlines {
        let Run::Note { label: own } = &mut inline.run else {
            continue;
        };
        *own = label(own);
        match labels.get(&fold_label(own)) {
            Some(known) => own.clone_from(known),
            None => {
                inline.run = Run::Text {
                    text: format!("[^{own}]"),
                }
            }
        }
    }
}

/// A label as the file format can write it.
pub(crate) fn label(own: &str) -> String {
    let own: String = own
        .chars()
        .map(|c| match c {
            '[' | ']' | '\\' | '|' => '-',
            c if c.is_whitespace() || c.is_control() => ' ',
            c => c,
        })
        .take(100)
        .collect();
    let words: Vec<&str> = own.split(' ').filter(|word| !word.is_empty()).collect();
    match words.is_empty() {
        true => "noot".to_owned(),
        false => words.join(" "),
    }
}

/// Labels that differ in case only are the same.
pub(crate) fn fold_label(label: &str) -> String {
    label
        .chars()
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
        .collect()
}

/// A ground as the file format can write it: letters, digits and a few
/// signs. Others have no meaning in it.
pub(crate) fn grond(own: &str) -> String {
    let own: String = own
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | '/' | ',' | '(' | ')'))
        .take(100)
        .collect();
    own.trim().to_owned()
}

/// The number at the start of a title ("4.1", "2."), and where the title
/// itself starts. Word and web pages put a no-break space behind the number.
pub(crate) fn split_number(text: &str) -> (Option<&str>, usize) {
    let blank = |c: char| c.is_whitespace() || is_ignorable(c);
    let own = text.trim_start_matches(blank);
    let end = own.find(blank).unwrap_or(own.len());
    let (word, rest) = own.split_at(end);
    let title = rest.trim_start_matches(blank);
    let inner = word.strip_suffix('.').unwrap_or(word);
    let number = inner.split('.').all(|part| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    if !number || title.is_empty() {
        return (None, 0);
    }
    (Some(word), text.len() - title.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_split_off_the_title() {
        assert_eq!(split_number("4.1 Politieke context"), (Some("4.1"), 4));
        assert_eq!(split_number("2. Advies"), (Some("2."), 3));
        assert_eq!(split_number("10.  Advies"), (Some("10."), 5));
        assert_eq!(split_number("3.\u{a0}Advies"), (Some("3."), 4));
        assert_eq!(
            split_number("\u{a0}3.\u{202f}\u{200b}Advies"),
            (Some("3."), 10)
        );
        for title in ["Aanleiding", "2024 in beeld", "4.", "1e termijn", "", ". x"] {
            assert_eq!(split_number(title), (None, 0), "{title}");
        }
    }

    #[test]
    fn a_label_fits_in_the_file() {
        assert_eq!(label(" a  b]\n"), "a b-");
        assert_eq!(label("\n"), "noot");
    }
}
