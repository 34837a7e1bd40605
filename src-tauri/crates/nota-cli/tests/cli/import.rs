//! `nota import`.

use crate::harness::Folder;

/// A text as people keep it, with the sections of a nota.
const PLAIN: &str = "Onderwerp: Beslisnota Kamerbrief noodhulp\nDatum: 15 maart 2024\n\nAANLEIDING\nDe Kamer vroeg erom.\n\n2. Advies\n- akkoord gaan\n- verzenden\n\nOverig\nNog iets.\n";

#[test]
fn a_text_finds_its_sections_and_fields() {
    let folder = Folder::new();
    folder.write("oud.txt", PLAIN);
    let ran = folder.nota("import oud.txt --template jenv/beslisnota");
    ran.ended(0).told("Gemaakt: oud.nota.md");
    let text = String::from_utf8(folder.read("oud.nota.md")).expect("UTF-8");
    for part in [
        "onderwerp: Beslisnota Kamerbrief noodhulp\n",
        "datum: 2024-03-15\n",
        "## 1. Aanleiding\n\nDe Kamer vroeg erom.\n",
        "## 2. Advies\n\n- akkoord gaan\n- verzenden\n",
        "Nog iets.",
    ] {
        assert!(text.contains(part), "{part} in:\n{text}");
    }
    assert_eq!(folder.read("oud.txt"), PLAIN.as_bytes());
    // A second time the nota that is there stays.
    folder
        .nota("import oud.txt")
        .ended(2)
        .told("Er is al een bestand met die naam.");
}

#[test]
fn the_report_counts_every_character() {
    let folder = Folder::new();
    folder.write("oud.txt", PLAIN);
    folder
        .nota("import oud.txt -o nieuw.nota.md --report verslag.json")
        .ended(0);
    let json: serde_json::Value =
        serde_json::from_slice(&folder.read("verslag.json")).expect("JSON");
    let count = |name: &str| json[0]["characters"][name].as_u64().expect("a number");
    assert!(count("in") > 80);
    assert_eq!(count("in"), count("placed") + count("rest"));
    assert_eq!(json[0]["missing"], serde_json::json!([]));
}

#[test]
fn a_folder_gives_a_table_and_a_bad_file_stops_no_other() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path().join("oud")).expect("made");
    folder.write("oud/a.txt", PLAIN);
    folder.write("oud/b.md", "## Aanleiding\n\nTekst.\n");
    folder.write("oud/c.docx", "\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}");
    let ran = folder.nota("import oud --template jenv/beslisnota -o nieuw");
    ran.ended(2)
        .told("‘oud/c.docx’ is niet geïmporteerd. Dit bestand bevat geen tekst")
        .told("Gemaakt: 2 van de 3 nota's");
    assert!(ran.stdout.starts_with("bestand "), "{}", ran.stdout);
    assert!(!folder.read("nieuw/a.nota.md").is_empty());
    assert!(!folder.read("nieuw/b.nota.md").is_empty());
}
