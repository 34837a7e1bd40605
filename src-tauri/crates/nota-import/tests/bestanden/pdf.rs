//! Published notas as PDF, of the ministries themselves.

use std::path::PathBuf;

use nota_import::{Choices, Kind, Target, read};
use nota_template::Registry;

fn bytes(name: &str) -> Vec<u8> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("../../../../shared/reference-pdf").join(name);
    std::fs::read(&path).unwrap_or_else(|error| {
        panic!("{} is needed for this test: {error}", path.display());
    })
}

#[test]
fn a_published_nota_finds_its_sections_and_fields() {
    let document = read(&bytes("pdf2.pdf"), Registry::builtin()).expect("it has text");
    assert_eq!(document.kind(), Kind::Pdf);
    assert_eq!(document.proposed().id, "ienw/beslisnota");
    let made = document.assign(&document.proposed(), &Choices::new());
    assert_eq!(made.report.missing, Vec::<String>::new());
    for key in [
        "aanleiding",
        "geadviseerd-besluit",
        "kernpunten",
        "krachtenveld",
        "toelichting",
    ] {
        assert!(made.nota.section(key).is_some(), "{key}");
    }
    for (key, value) in [
        ("datum", "2023-03-23"),
        ("actie", "TER BESLISSING"),
        ("beslistermijn", "2023-04-01"),
    ] {
        assert_eq!(made.nota.field_text(key), Some(value), "{key}");
    }
    // In the letterhead "Bijlagen" is a label and opens no section.
    let first = made.report.found.iter().find_map(|own| match &own.target {
        Target::Section { key } => Some(key.as_str()),
        _ => None,
    });
    assert_eq!(first, Some("aanleiding"));
}

#[test]
fn text_in_drawn_forms_is_read() {
    let document = read(&bytes("pdf0.pdf"), Registry::builtin()).expect("it has text");
    let words: usize = document
        .pieces()
        .map(|own| own.split_whitespace().count())
        .sum();
    assert!(words > 600, "{words}");
}
