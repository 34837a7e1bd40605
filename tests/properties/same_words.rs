//! All formats say the same: every word of the sheet, and no other word but what
//! a format has around it.

use std::cmp::Reverse;

use nota_export::Format;
use nota_markdown::Parsed;
use nota_markdown::testing::notas;
use nota_model::gronden;
use nota_sheet::{ColumnPart, Entry, Line, Sheet, What};
use nota_template::ParafenVorm;
use nota_tests::outline::outline;
use nota_tests::{engine, files};
use proptest::prelude::*;

use crate::readers::text;

/// The words that a format has around those of the sheet.
fn around(format: Format) -> &'static [&'static str] {
    match format.extension() {
        "html" => &["Aan", "Datum en paraaf", "Niet openbaar:", "Voetnoten"],
        "md" => &["Gegeven", "Inhoud", "Paraaf", "Aan", "Adres", "* * *"],
        _ => &[
            "Pagina",
            "van",
            "Aan",
            "Datum en paraaf",
            "Lijnparaaf",
            "Medeparaaf",
            "Niet openbaar:",
        ],
    }
}

#[test]
fn all_formats_say_the_same_words() {
    let mut faults = Vec::new();
    for path in files::notas() {
        let parsed = engine::read(&files::read(&path));
        for format in Format::all() {
            if let Err(fault) = same(format, &parsed) {
                faults.push(format!("{}, {format:?}: {fault}", files::shown(&path)));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn all_formats_say_all_that_the_sheet_says(nota in notas()) {
        let template = engine::REGISTRY.fallback();
        let parsed = Parsed { nota, template, findings: Vec::new(), read_only: false };
        let sheet = Sheet::new(&parsed.nota, &parsed.template);
        let texts: Vec<String> = sheet.lines().into_iter().flat_map(chunks).collect();
        // A format may show a sign that is none as a box, or not at all.
        let apart = |c: char| c.is_whitespace() || c.is_control();
        let words = texts.iter().flat_map(|own| own.split(apart));
        let words: Vec<&str> = words.filter(|own| own.contains(char::is_alphanumeric)).collect();
        for format in Format::all() {
            let seen = text(format, &parsed).map_err(TestCaseError::fail)?;
            let lacking = words.iter().find(|word| !seen.shows(word));
            prop_assert!(lacking.is_none(), "{format:?} lacks {lacking:?}: {}\n{}", seen.solid, outline(&parsed.nota));
        }
    }
}

/// How often a text stands in a format.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Often {
    /// Once for each time that the sheet says it.
    Once,
    /// As often as the format likes.
    AnyTimes,
}

/// Whether a format says all that the sheet says, and nothing else. Every text is
/// taken out of what is read, the longest first; then no letter may be left.
fn same(format: Format, parsed: &Parsed) -> Result<(), String> {
    let sheet = Sheet::new(&parsed.nota, &parsed.template);
    let seen = text(format, parsed)?;
    let parafen = sheet.letterhead.parafen.iter().flat_map(|own| &own.rows);
    let captions = parafen.map(|row| row.caption.to_owned());
    // What is written at a paraaf stands at the row in the usual shape; the
    // others have heads of columns of their own.
    let is_usual = sheet.letterhead.opmaak.parafen == ParafenVorm::default();
    let (captions, heads): (Vec<_>, Vec<_>) = captions.partition(|_| is_usual);
    let own = sheet.lines().into_iter().flat_map(chunks).chain(captions);
    let more = around(format).iter().map(|own| (*own).to_owned());
    let more = more.chain(template_words(&sheet)).chain(heads);
    let more = more.chain(gronden().iter().map(|own| own.code.to_owned()));
    let mut all: Vec<(String, Often)> = own
        .map(|text| (seen.form(&text), Often::Once))
        .chain(more.map(|text| (seen.form(&text), Often::AnyTimes)))
        .filter(|(text, _)| !text.is_empty())
        .collect();
    all.sort_by_key(|(text, often)| (Reverse(text.len()), *often == Often::AnyTimes));
    let mut rest = seen.solid.clone();
    for (text, often) in &all {
        if *often == Often::AnyTimes {
            rest = rest.replace(text, "\n");
            continue;
        }
        let Some(at) = rest.find(text.as_str()) else {
            return Err(format!("{text:?} is not in {rest}"));
        };
        rest.replace_range(at..at + text.len(), "\n");
    }
    let left = rest.split('\n');
    let left: Vec<&str> = left
        .filter(|own| own.contains(char::is_alphabetic))
        .collect();
    match left.is_empty() {
        true => Ok(()),
        false => Err(format!("it says more: {left:?}")),
    }
}

/// What the template prints: labels, numbers, what stands on every page.
fn template_words(sheet: &Sheet<'_>) -> Vec<String> {
    let own = &sheet.letterhead;
    let mut out = vec![own.document_word.to_owned(), own.author.clone()];
    out.extend(own.parafen.iter().map(|own| own.label.to_string()));
    out.extend(
        own.classification
            .iter()
            .map(|own| own.text().to_uppercase()),
    );
    out.extend(own.classification.iter().map(Line::text));
    let entry = |entry: &Entry<'_>| {
        let lines = entry.lines.iter().flat_map(chunks);
        lines.chain([entry.label.to_string()]).collect::<Vec<_>>()
    };
    let beside = own.rows.iter().chain(&own.action).chain(&own.behalf);
    out.extend(beside.map(|own| own.label.to_string()));
    for part in own.column.iter().chain(&own.column_next) {
        if let ColumnPart::Entry(own) = part {
            out.extend(entry(own));
        }
    }
    out
}

/// The texts of a line that stand together in every format: a number or a ground
/// may stand between them.
fn chunks(line: &Line<'_>) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut withheld = None;
    for stretch in &line.stretches {
        if stretch.look.withheld != withheld {
            withheld.clone_from(&stretch.look.withheld);
            out.push(String::new());
        }
        match &stretch.what {
            What::Text(text) | What::Placeholder { text, .. } => {
                if let Some(last) = out.last_mut() {
                    last.push_str(text);
                }
            }
            What::Break => out.extend([String::new()]),
            What::Reference { .. } => out.push(String::new()),
        }
    }
    out.retain(|text| !text.is_empty());
    out
}
