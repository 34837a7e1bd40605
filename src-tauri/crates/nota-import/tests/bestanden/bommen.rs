//! Files that are made to do harm, or that are no document.

use std::time::{Duration, Instant};

use nota_import::Refusal;

use crate::{body, imported, refused};

/// What a refusal may take: far below this in a release build.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    for (name, why) in [
        ("bom-1-verhouding", Refusal::TooMuchInside),
        ("bom-2-entiteiten", Refusal::OwnDefinitions),
        ("bom-5-dubbel-onderdeel", Refusal::TwoOfOneName),
        ("bom-6-diep-genest", Refusal::TooDeep),
        ("bom-7-diepe-tabellen", Refusal::TooDeep),
        ("bom-8-veel-alineas", Refusal::TooManyBlocks),
    ] {
        let begun = Instant::now();
        assert_eq!(refused(&format!("bommen/{name}.docx")), why, "{name}");
        assert!(begun.elapsed() < PATIENCE, "{name}: {:?}", begun.elapsed());
    }
}

#[test]
fn parts_and_paths_that_do_not_matter_do_no_harm() {
    for name in ["bom-3-veel-onderdelen", "bom-4-paden"] {
        let made = imported(&format!("bommen/{name}.docx"));
        assert_eq!(body(&made), "gewone tekst", "{name}");
    }
}

#[test]
fn what_is_wrong_with_a_file_is_said() {
    for (name, why) in [
        ("fout-1-xml-afgekapt", Refusal::Damaged),
        ("fout-2-geen-document", Refusal::NoDocument),
        ("fout-4-ole-magie", Refusal::OldWord),
    ] {
        assert_eq!(refused(&format!("bommen/{name}.docx")), why, "{name}");
    }
    let sentence = Refusal::OldWord.to_string();
    assert!(
        sentence.contains("Open het in Word en bewaar het als .docx"),
        "{sentence}"
    );
}

#[test]
fn a_name_may_lie() {
    let made = imported("bommen/fout-3-odt-met-naam.docx");
    assert_eq!(made.report.kind, nota_import::Kind::Odt);
    assert_eq!(
        body(&made),
        "## 1. Aanleiding\n\nTekst met drie spaties en een tab."
    );
}

#[test]
fn no_wrapper_hides_its_words() {
    let made = imported("bommen/dekking-1-alle-omhulsels.docx");
    for words in [
        "in customXml",
        "in sdt-blok",
        "in fldSimple in smartTag in dir in bdo in rubyBase (rt) in hyperlink",
        "zachtafbreek-streep na tab",
        "na cr✓",
        "cel in sdt",
        "rij in sdt",
        "ingevoegd verplaatst",
    ] {
        assert!(made.text.contains(words), "{words} in:\n{}", made.text);
    }
    assert!(!made.text.contains("verwijderd"));
    let deleted = made
        .report
        .dropped
        .iter()
        .find(|own| own.text == "verwijderd");
    assert!(deleted.is_some(), "{:?}", made.report.dropped);
}
