//! Documents of Word and LibreOffice as other programs see them: on the same
//! places of the page as our PDF, read aloud in the same order, and with the
//! same words for pandoc.

#![allow(
    clippy::disallowed_methods,
    reason = "an edge: these tests keep files and ask other programs"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

use nota_export::Format;
use nota_sheet::Sheet;
use nota_tests::expectation::{difference, write};
use nota_tests::pdf::Letters;
use nota_tests::shown::shown;
use nota_tests::{engine, files, libreoffice, pdf};

/// How far a word may stand from its place in our PDF, in millimetres.
const TOLERANCE: f64 = 1.0;

/// The notas that LibreOffice opens and saves: with every construct, a decision, and
/// the letterheads that differ most.
const SAVED: [&str; 6] = [
    "goldens/alles",
    "goldens/besloten",
    "bzk/beslisnota/voorbeeld",
    "defensie/beslisnota/voorbeeld",
    "ienw/beslisnota/voorbeeld",
    "rijk/beslisnota/voorbeeld",
];

/// The wordmark stands above this, in millimetres; its face is not ours to
/// give.
const WORDMARK: f64 = 40.0;

/// The notas of which the pages are compared.
fn notas() -> Vec<PathBuf> {
    let all = files::notas();
    let wanted = ["jenv/beslisnota/voorbeeld", "02-jenv-verzamelbrief"];
    let chosen = all.into_iter().filter(|path| {
        let shown = files::shown(path);
        wanted.iter().any(|own| shown.contains(own))
    });
    chosen.collect()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("office")
        .join(name);
    std::fs::create_dir_all(&folder).expect("a folder for what is made");
    folder
}

/// The documents of the notas in a format, in a folder.
fn made(notas: &[PathBuf], format: Format, folder: &Path) -> Vec<PathBuf> {
    let make = |(index, nota): (usize, &PathBuf)| {
        let parsed = engine::read(&files::read(nota));
        let bytes = engine::exported(format, &parsed).expect("a document");
        let path = folder.join(format!("nota{index}.{}", format.extension()));
        write(&path, &bytes).expect("is written");
        path
    };
    notas.iter().enumerate().map(make).collect()
}

#[test]
fn libreoffice_sets_every_word_where_our_pages_have_it() {
    let notas = notas();
    assert_eq!(notas.len(), 2, "the notas to compare are there");
    let ours = made(&notas, Format::PDF, &folder("pdf"));
    for format in [Format::DOCX, Format::ODT] {
        let folder = folder(format.extension());
        let documents = made(&notas, format, &folder);
        let theirs = libreoffice::pdfs(&documents, &folder).expect("PDFs");
        for (own, other) in ours.iter().zip(&theirs) {
            let faults = apart(&words(own), &words(other));
            assert_eq!(faults, Vec::<String>::new(), "{}", other.display());
            in_order(&libreoffice::spoken(other).expect("is read"));
        }
    }
}

/// What LibreOffice opens and saves comes back as the same nota, from the document of
/// Word and in both forms that it saves.
#[test]
fn what_libreoffice_saved_comes_back_the_same() {
    let notas: Vec<PathBuf> = files::notas()
        .into_iter()
        .filter(|path| SAVED.iter().any(|own| files::shown(path).contains(own)))
        .collect();
    assert_eq!(notas.len(), SAVED.len(), "the notas to save are there");
    for (format, forms) in [
        (Format::DOCX, ["odt", "docx"]),
        (Format::ODT, ["docx", "odt"]),
    ] {
        let folder = folder(&format!("opgeslagen-{}", format.extension()));
        let documents = made(&notas, format, &folder);
        for form in forms {
            let saved = libreoffice::saved(&documents, form, &folder.join(form)).expect("saved");
            for (nota, saved) in notas.iter().zip(&saved) {
                let parsed = engine::read(&files::read(nota));
                let bytes = std::fs::read(saved).expect("is there");
                let document = nota_import::read(&bytes, &engine::REGISTRY).expect("is read");
                let made = document.assign(&document.proposed(), &nota_import::Choices::new());
                let back = engine::read(&made.text);
                let before = shown(&Sheet::new(&parsed.nota, &parsed.template));
                let after = shown(&Sheet::new(&back.nota, &back.template));
                assert!(
                    before == after,
                    "{} as {format:?}, saved as {form}:\n{}",
                    files::shown(nota),
                    difference(&before, &after)
                );
            }
        }
    }
}

/// What kind of document it is, its subject, its fields and the first heading
/// are heard in this order.
fn in_order(spoken: &str) {
    let place = |text: &str| {
        let at = spoken.find(text);
        at.unwrap_or_else(|| panic!("{text} is not heard in {spoken}"))
    };
    let places = [
        "\"nota\"",
        "\"Beslisnota",
        "\"Datum\"",
        "\"Ons kenmerk\"",
        "H1",
    ]
    .map(place);
    assert!(places.is_sorted(), "{places:?}\n{spoken}");
}

fn words(path: &Path) -> Vec<Letters> {
    let lines = pdf::letters(path).expect("is read");
    let words = lines.iter().flat_map(Letters::words);
    words
        .filter(|word| word.page > 1 || word.baseline > WORDMARK)
        .collect()
}

/// The words that do not stand where they should.
fn apart(ours: &[Letters], theirs: &[Letters]) -> Vec<String> {
    let distance = |one: &Letters, other: &Letters| {
        (one.x - other.x)
            .abs()
            .max((one.baseline - other.baseline).abs())
    };
    let mut out = Vec::new();
    for word in ours {
        let same = theirs
            .iter()
            .filter(|own| own.page == word.page && own.text == word.text);
        let nearest = same
            .map(|own| distance(own, word))
            .min_by(f64::total_cmp)
            .unwrap_or(f64::INFINITY);
        if nearest > TOLERANCE {
            out.push(format!(
                "{} on page {} at {:.1}, {:.1} mm is {nearest:.1} mm away",
                word.text, word.page, word.x, word.baseline
            ));
        }
    }
    out
}

#[test]
fn pandoc_reads_every_word() {
    for nota in files::notas() {
        let parsed = engine::read(&files::read(&nota));
        let words = engine::visible_words(&parsed.nota);
        // Not ODT: pandoc 2 leaves out the header rows of its tables. There
        // LibreOffice is the other reader.
        for (format, reader) in [(Format::DOCX, "docx"), (Format::HTML, "html")] {
            let bytes = engine::exported(format, &parsed).expect("a document");
            let name = files::shown(&nota).replace('/', "-");
            let path = folder("pandoc").join(format!("{name}.{}", format.extension()));
            write(&path, &bytes).expect("is written");
            let output = Command::new("pandoc")
                .args(["--from", reader, "--to", "html", "--wrap=none"])
                .arg(&path)
                .output()
                .expect("pandoc; `cargo xtask test` installs it");
            let text = solid(&without_tags(&String::from_utf8_lossy(&output.stdout)));
            let lacking = words.iter().find(|word| !text.contains(&solid(word)));
            assert_eq!(lacking, None, "{name} as {reader}");
        }
    }
}

/// The text of what pandoc writes as HTML: in its plain text it breaks words
/// that do not fit a cell.
fn without_tags(html: &str) -> String {
    let pieces = html.split('<').enumerate();
    let texts = pieces.map(|(index, piece)| match piece.split_once('>') {
        Some((_, text)) if index > 0 => text,
        _ => piece,
    });
    let text: String = texts.collect();
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    signs
        .iter()
        .fold(text, |text, (name, sign)| text.replace(name, sign))
}

fn solid(text: &str) -> String {
    let seen = |c: &char| !c.is_whitespace() && !nota_model::is_ignorable(*c);
    text.chars().filter(seen).collect()
}
