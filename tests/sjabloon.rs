//! „Een sjabloon toevoegen” as CONTRIBUTING.md describes it: a copied and
//! changed folder is a template, without a line of code.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use nota_editor::Session;
use nota_export::{ExportOptions, Format, PublicName, export};
use nota_markdown::parse;
use nota_public::PublicNota;
use nota_template::{Registry, TemplateFiles, check_files};
use nota_tests::expectation::write;
use nota_tests::pdf::{Letters, letters};
use nota_tests::{engine, files, package, pdf};
use nota_typeset::{Fonts, HouseStyle, Typesetter};

/// The name of the new template.
const NEW: &str = "ocw/beslisnota";

/// The folder of the JenV template, copied to another name and changed: the
/// ministry, the address, and a section of its own.
fn copied() -> TemplateFiles {
    let folder = files::root().join("src-tauri/templates/jenv/beslisnota");
    let mut copied = TemplateFiles::new();
    for path in files::below(&folder, "") {
        let name = path.strip_prefix(&folder).map(PathBuf::from);
        let name = name.unwrap_or_default().to_string_lossy().into_owned();
        let text = match name.as_str() {
            "template.toml" => changed(&files::read(&path)),
            "voorbeeld.nota.md" => files::read(&path).replace("jenv/beslisnota", NEW),
            _ => files::read(&path),
        };
        copied.push((format!("{NEW}/{name}"), Arc::from(text)));
    }
    copied
}

fn changed(toml: &str) -> String {
    let toml = toml
        .replace("Justitie en Veiligheid", "Onderwijs, Cultuur en Wetenschap")
        .replace("www.rijksoverheid.nl/jenv", "www.rijksoverheid.nl/ocw");
    format!(
        "{toml}\n[[sectie]]\nsleutel = \"leeswijzer\"\ntitel = \"Leeswijzer\"\nhulp = \"Hoe de nota is opgebouwd.\"\n"
    )
}

#[test]
fn a_copied_folder_is_a_template() {
    let files = copied();
    assert_eq!(check_files(&files), [], "the folder has no faults");
    let (registry, faults) = Registry::builtin().with_files(&files);
    assert_eq!(faults, []);
    let template = registry.find(NEW).expect("it is in the list");
    assert_eq!(template.ministerie, "Onderwijs, Cultuur en Wetenschap");
    assert!(template.sectie("leeswijzer").is_some());

    // Its own example is a nota that goes out.
    let parsed = parse(&template.voorbeeld, &registry);
    assert_eq!(parsed.template.id, NEW);
    let said = engine::diagnose(&parsed, engine::today());
    let faults: Vec<_> = said
        .iter()
        .filter(|diagnostic| diagnostic.severity == nota_model::Severity::Fout)
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
    let typesetter = Typesetter::new(Fonts::embedded(), HouseStyle::default());
    let pages = typesetter.typeset(&parsed.nota, &template, &registry);
    assert_eq!(pages.layout_fault, None);
    assert!(pages.page_count() >= 1);
    assert!(pages.pdf().is_ok());
}

/// A nota with a table that fills the width.
const WIDE: &str = "---\nsjabloon: ocw/beslisnota\nonderwerp: Beslisnota proef\n---\n\n## 3. Kernpunten\n\n\
| Jaar | Uitgaven | Ontvangsten | Saldo | Dekking |\n|---|---|---|---|---|\n\
| 2027 | 12.500.000 | 3.100.000 | -9.400.000 | Voorjaarsnotabesluitvorming |\n";

#[test]
fn a_layout_of_another_width_sets_its_tables_right() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sjabloon-breedte.pdf");
    for width in [230.0, 375.0] {
        let mut files = copied();
        let measures = format!("tekst-breedte = {width}\n");
        files.push((format!("{NEW}/maten.toml"), Arc::from(measures)));
        let (registry, faults) = Registry::builtin().with_files(&files);
        assert_eq!(faults, []);
        let parsed = parse(WIDE, &registry);
        let typesetter = Typesetter::new(Fonts::embedded(), HouseStyle::default());
        let pages = typesetter.typeset(&parsed.nota, &parsed.template, &registry);
        assert_eq!(pages.layout_fault, None);
        write(&path, &pages.pdf().expect("a PDF")).expect("writes");
        let lines = letters(&path).expect("can be read");
        let whole = |word: &str| {
            let found = |line: &Letters| line.text.split_whitespace().any(|own| own == word);
            assert!(lines.iter().any(found), "{word} at {width}: {lines:?}");
        };
        for word in ["2027", "12.500.000", "3.100.000", "-9.400.000"] {
            whole(word);
        }
        let right = (79.09 + width) * 25.4 / 72.0;
        let in_table = lines.iter().filter(|line| line.text.contains("Dekking"));
        assert!(in_table.clone().count() > 0);
        for line in in_table {
            assert!(line.end <= right, "{line:?}");
            assert!(
                line.end > right - 60.0,
                "the table is as wide as the text: {line:?}"
            );
        }
    }
}

#[test]
fn the_nota_says_which_ministry_it_is_of() {
    let text = files::read(&files::example());
    let named = text.replacen(
        "versie: 1\n",
        "versie: 1\nministerie: Asiel en Migratie\n",
        1,
    );
    assert_ne!(named, text);
    let parsed = engine::read(&named);
    let internal = engine::exported(Format::PDF, &parsed).expect("a PDF");
    let public = engine::public(Format::PDF, &parsed).expect("a public PDF");
    for bytes in [internal, public] {
        let document = pdf::open(&bytes).expect("can be read");
        let info = document
            .trailer
            .get(b"Info")
            .and_then(|own| own.as_reference());
        let info = info
            .and_then(|id| document.get_dictionary(id))
            .expect("there is one");
        let author = pdf::text_in(&document, info, "Author");
        assert_eq!(author.as_deref(), Some("Ministerie van Asiel en Migratie"));
        let tree = pdf::structure(&document).expect("it has tags");
        let read: String = tree
            .full_text(" ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(read.contains("Ministerie van Asiel en Migratie"), "{read}");
        assert!(!read.contains("Ministerie van Justitie"), "{read}");
    }
}

/// What other templates call what code does more with than print it, and what
/// a template of one's own may call it.
const WORDS: [(&str, &str); 6] = [
    ("onderwerp", "betreft"),
    ("Onderwerp", "Betreft"),
    ("datum", "dagtekening"),
    ("kenmerk", "zaaknummer"),
    ("geadviseerd-besluit", "ons-advies"),
    ("informatie-niet-openbaar", "geheim"),
];

/// The JenV template with words of its own.
fn renamed() -> TemplateFiles {
    let in_template = |line: &str| {
        let is_word_of_ours = line.starts_with("rol =") || line.starts_with("soort =");
        WORDS
            .iter()
            .fold(line.to_owned(), |line, (old, new)| match is_word_of_ours {
                true => line,
                false => line.replace(&format!("\"{old}\""), &format!("\"{new}\"")),
            })
    };
    let in_example = |line: &str| {
        let own = WORDS
            .iter()
            .find(|(old, _)| line.starts_with(&format!("{old}:")));
        own.map_or_else(|| line.to_owned(), |(old, new)| line.replacen(old, new, 1))
    };
    let mut files = copied();
    for (path, text) in &mut files {
        let lines: Vec<String> = if path.ends_with("template.toml") {
            text.lines().map(in_template).collect()
        } else if path.ends_with("voorbeeld.nota.md") {
            text.lines().map(in_example).collect()
        } else {
            continue;
        };
        *text = Arc::from(lines.join("\n"));
    }
    files
}

#[test]
fn a_template_with_words_of_its_own_needs_no_code() {
    const TITLE: &str = "Beslisnota over het Zeepaardje";
    let files = renamed();
    assert_eq!(check_files(&files), [], "the folder has no faults");
    let (registry, _) = Registry::builtin().with_files(&files);
    let text = format!(
        "---\nsjabloon: {NEW}\nversie: 1\nbetreft: {TITLE}\naan:\n  - Minister\n\
         dagtekening: 2024-03-15\nzaaknummer: 5254387\n---\n\n\
         ## 1. Aanleiding\n\nDe Kamer vroeg [hem]{{.lak grond=\"5.1.2e\"}} iets.\n\n\
         ## 2. Geadviseerd besluit\n\nHet regent.\n\n## 3. Kernpunten\n\nEen punt.\n"
    );
    let parsed = parse(&text, &registry);
    assert_eq!(parsed.template.id, NEW);
    let said = engine::diagnose(&parsed, engine::today());
    let codes: Vec<String> = said.iter().map(|own| own.code.to_string()).collect();
    let has = |code: &str| codes.iter().any(|own| own == code);
    assert!(has("N302"), "the advice is found by its role: {codes:?}");
    assert!(has("N503"), "so is the reason for what is withheld");
    for (_, key) in WORDS {
        let of_key = |own: &&nota_model::Diagnostic| own.place.field.as_deref() == Some(key);
        assert_eq!(said.iter().find(of_key), None, "{key} is right as it is");
    }

    let typesetter = Typesetter::new(Fonts::embedded(), HouseStyle::default());
    let options = ExportOptions::new(&typesetter);
    for format in Format::all() {
        let made = export(format, &parsed.nota, &parsed.template, &registry, &options)
            .unwrap_or_else(|error| panic!("{format:?}: {error}"))
            .bytes;
        if format == Format::PDF {
            let document = pdf::open(&made).expect("can be read");
            let info = (document.trailer.get(b"Info"))
                .and_then(|own| own.as_reference())
                .and_then(|id| document.get_dictionary(id))
                .expect("there is one");
            assert_eq!(
                pdf::text_in(&document, info, "Title").as_deref(),
                Some(TITLE)
            );
            let tree = pdf::structure(&document).expect("it has tags");
            let read = tree.full_text(" ").replace('\u{a0}', " ");
            assert!(read.contains("Zeepaardje"), "{read}");
            assert!(read.contains("15 maart 2024"), "{read}");
        } else {
            let text = match format.is_text() {
                true => String::from_utf8_lossy(&made).into_owned(),
                false => package::of_package(&made).expect("can be read"),
            };
            assert!(text.contains(TITLE), "{format:?}: {text}");
        }
    }
    let public = PublicNota::new(&parsed.nota, &parsed.template).expect("it has one");
    assert_eq!(
        PublicName::of(&public).file(Format::PDF),
        format!("{TITLE}-openbaar.pdf")
    );
    let session = Session::open(1, &text, &registry, None);
    assert_eq!(
        session.title(),
        TITLE,
        "the window, and the name of the file"
    );

    // Nothing of it is known under the words of other templates.
    let other = parse(&text.replace("betreft:", "onderwerp:"), &registry);
    let session = Session::open(1, &text.replace("betreft:", "onderwerp:"), &registry, None);
    assert_eq!(session.title(), "Nieuwe nota");
    let other = PublicNota::new(&other.nota, &other.template).expect("it has one");
    assert!(
        !PublicName::of(&other)
            .file(Format::PDF)
            .contains("Zeepaardje")
    );
}

#[test]
fn a_faulty_folder_says_where_and_stops_nothing() {
    let mut files = copied();
    for (path, text) in &mut files {
        if path.ends_with("template.toml") {
            *text = Arc::from(text.replacen("naam = ", "nam = ", 1));
        }
    }
    let (registry, faults) = Registry::builtin().with_files(&files);
    let fault = faults.iter().find(|fault| fault.message.contains("‘nam’"));
    let fault = fault.unwrap_or_else(|| panic!("the fault is not found: {faults:?}"));
    assert_eq!(fault.file, format!("{NEW}/template.toml"));
    assert!(fault.line > 1, "{fault:?}");
    assert!(registry.find(NEW).is_some(), "the rest can be used");
}
