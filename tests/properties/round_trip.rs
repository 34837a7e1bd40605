//! A nota that was exported to Word or OpenDocument comes back with all its
//! words.

use nota_export::Format;
use nota_import::Choices;
use nota_tests::{engine, files};

/// The formats that can be imported again.
const BACK: [&str; 2] = ["docx", "odt"];

/// A table in a list in a note: OpenDocument names it in a title that no reader
/// sees.
const TABLE_IN_NOTE: &str = "---\nsjabloon: rijk/beslisnota\nversie: 1\n---\n\n\
    ## Aanleiding\n\nZie[^1].\n\n[^1]: - a\n\n        | x |\n        | --- |\n        | y |\n";

#[test]
fn what_was_exported_comes_back_with_all_its_words() {
    let mut texts: Vec<(String, String)> = files::notas()
        .iter()
        .map(|path| (files::shown(path), files::read(path)))
        .collect();
    texts.push(("a table in a note".to_owned(), TABLE_IN_NOTE.to_owned()));
    let mut faults = Vec::new();
    for (name, text) in &texts {
        let parsed = engine::read(text);
        for format in Format::all().filter(|own| BACK.contains(&own.extension())) {
            let bytes = engine::exported(format, &parsed).expect("exported");
            let document = nota_import::read(&bytes, &engine::REGISTRY).expect("read");
            let made = document.assign(&parsed.template, &Choices::new());
            if !made.report.missing.is_empty() {
                faults.push(format!("{name}, {format:?}: {:?}", made.report.missing));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
