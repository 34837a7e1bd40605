//! `nota new`.

use crate::harness::Folder;

#[test]
fn a_new_nota_names_its_template_and_is_read_back() {
    let folder = Folder::new();
    let ran = folder.nota("new --template ienw/beslisnota -o b.nota.md");
    ran.ended(0).told("De nieuwe nota staat in ‘b.nota.md’.");
    assert_eq!(ran.stdout, "");
    let text = String::from_utf8(folder.read("b.nota.md")).expect("UTF-8");
    assert!(
        text.starts_with("---\nsjabloon: ienw/beslisnota\nversie: 1\n"),
        "{text}"
    );
    assert_eq!(
        folder
            .nota("new --template ienw/beslisnota")
            .ended(0)
            .stdout,
        text
    );
    // Hints left standing are faults, and nothing in it is unreadable.
    let ran = folder.nota("check b.nota.md --format json");
    let codes = ran.ended(1).codes();
    assert!(
        codes.iter().all(|code| !code.starts_with("N00")),
        "{codes:?}"
    );
    assert!(codes.iter().any(|code| code == "N301"), "{codes:?}");
}

#[test]
fn a_file_that_is_there_stays() {
    let folder = Folder::with("al aanwezig");
    let ran = folder.nota("new --template jenv/beslisnota -o a.nota.md");
    ran.ended(2).told("Er is al een bestand met die naam.");
    assert_eq!(folder.read("a.nota.md"), b"al aanwezig");
    assert_eq!(folder.names(), ["a.nota.md"]);
}

#[test]
fn an_unknown_template_is_answered_with_those_that_there_are() {
    let ran = Folder::new().nota("new --template jenv/beslisnotta");
    ran.ended(2)
        .told("Er zijn: aenm/beslisnota, az/beslisnota, bzk/beslisnota");
}
