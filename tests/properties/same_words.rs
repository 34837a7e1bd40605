//! All formats say the same: every word of the sheet, and no other word but what
//! a format has around it.

use nota_export::Format;
use nota_markdown::Parsed;
use nota_markdown::testing::notas;
use nota_sheet::{ColumnPart, Entry, Line, Sheet, What};
use nota_tests::outline::outline;
use nota_tests::{engine, files};
use proptest::prelude::*;

use crate::readers::{Seen, text};

/// The words that a format has around those of the sheet.
fn around(format: Format) -> &'static [&'static str] {
    match format {
        Format::Pdf | Format::Eml => &["Pagina", "van", "Aan", "Niet openbaar:"],
        Format::Markdown => &["Gegeven", "Inhoud", "Paraaf", "Aan", "Adres", "* * *"],
    }
}

#[test]
fn all_formats_say_the_same_words() {
    let mut faults = Vec::new();
    for path in files::notas() {
        let parsed = engine::read(&files::read(&path));
        for format in Format::ALL {
            if let Err(fault) = same(*format, &parsed) {
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
        let words: Vec<&str> = texts.iter().flat_map(|own| own.split_whitespace()).collect();
        for format in Format::ALL {
            let seen = text(*format, &parsed).map_err(TestCaseError::fail)?;
            let lacking = words.iter().find(|word| !seen.shows(word));
            prop_assert!(lacking.is_none(), "{format:?} lacks {lacking:?}: {}\n{}", seen.solid, outline(&parsed.nota));
        }
    }
}

/// Whether a format says all that the sheet says, and nothing else.
fn same(format: Format, parsed: &Parsed) -> Result<(), String> {
    let sheet = Sheet::new(&parsed.nota, &parsed.template);
    let seen = text(format, parsed)?;
    let mut rest = seen.solid.clone();
    let mut own: Vec<String> = sheet.lines().into_iter().flat_map(chunks).collect();
    own.extend(
        sheet
            .letterhead
            .parafen
            .iter()
            .flat_map(|own| own.rows.iter().map(|row| row.caption.to_owned())),
    );
    let own = longest_first(own, &seen);
    for text in &own {
        let Some(at) = rest.find(text.as_str()) else {
            return Err(format!("{text:?} is not in {rest}"));
        };
        rest.replace_range(at..at + text.len(), "\n");
    }
    let mut more: Vec<String> = around(format).iter().map(|own| (*own).to_owned()).collect();
    more.extend(template_words(&sheet));
    for text in longest_first(more, &seen) {
        rest = rest.replace(&text, "\n");
    }
    let left: Vec<&str> = rest
        .split('\n')
        .filter(|part| part.contains(char::is_alphabetic))
        .filter(|part| !is_ground(part))
        .collect();
    match left.is_empty() {
        true => Ok(()),
        false => Err(format!("it says more: {left:?}")),
    }
}

/// The ground beside what is withheld.
fn is_ground(part: &str) -> bool {
    let part = part.trim_matches(['[', ']', '.', ',']);
    part.is_empty() || nota_model::find_grond(part).is_some()
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
        let lines = entry.lines.iter().map(Line::text);
        lines.chain([entry.label.to_string()]).collect::<Vec<_>>()
    };
    for part in own.column.iter().chain(&own.column_next) {
        if let ColumnPart::Entry(own) = part {
            out.extend(entry(own));
        }
    }
    out
}

fn longest_first(texts: Vec<String>, seen: &Seen) -> Vec<String> {
    let mut out: Vec<String> = texts.iter().map(|text| seen.form(text)).collect();
    out.retain(|text| !text.is_empty());
    out.sort_by_key(|text| std::cmp::Reverse(text.len()));
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
