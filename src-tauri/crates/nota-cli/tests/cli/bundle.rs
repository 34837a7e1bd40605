//! `nota bundle`: several notas in one PDF, or nothing.

use crate::harness::{Folder, GOOD, faulty};

fn three() -> Folder {
    let folder = Folder::new();
    folder.write("a.nota.md", GOOD);
    folder.write("b.nota.md", GOOD.replace("2024-03-15", "2023-11-02"));
    folder.write("c.nota.md", GOOD.replace("noodhulp", "wijkpost"));
    folder
}

const ALL: &str = "a.nota.md b.nota.md c.nota.md";

#[test]
fn notas_become_one_pdf_and_the_same_notas_the_same_bytes() {
    let folder = three();
    let bundle = |name: &str| format!("bundle {ALL} -o {name} --fonts embedded");
    folder
        .nota(&bundle("een.pdf"))
        .ended(0)
        .told("Gemaakt: een.pdf, met 3 nota’s");
    folder.nota(&bundle("twee.pdf")).ended(0);
    let made = folder.read("een.pdf");
    assert!(made.starts_with(b"%PDF-"));
    assert!(made == folder.read("twee.pdf"));
}

#[test]
fn a_broken_nota_is_named_and_nothing_is_made() {
    let folder = three();
    folder.write("d.nota.md", b"\xff\xfe\x00");
    let ran = folder.nota(&format!("bundle {ALL} d.nota.md weg.nota.md -o uit.pdf"));
    ran.ended(2)
        .told("‘d.nota.md’")
        .told("‘weg.nota.md’")
        .told("Er is geen bundel gemaakt.");
    assert!(!folder.names().contains(&"uit.pdf".to_owned()));
}

#[test]
fn a_nota_with_a_fault_is_bundled_and_reported() {
    let folder = three();
    folder.write("d.nota.md", faulty());
    let ran = folder.nota(&format!("bundle {ALL} d.nota.md -o uit.pdf"));
    ran.ended(1);
    assert!(ran.stdout.contains("fout[N101]"), "{}", ran.stdout);
    assert!(folder.read("uit.pdf").starts_with(b"%PDF-"));
}

#[test]
fn a_public_bundle_is_proven_or_says_which_nota_bars_it() {
    let folder = three();
    let withheld = GOOD
        .replace("De evaluatie is positief.", "Volgens [K. Zwartjes]{.lak grond=\"5.1.2e\"}.")
        .replace("Niet van toepassing.", "De persoonsgegevens zijn niet openbaar ter bescherming van de persoonlijke levenssfeer.");
    folder.write("d.nota.md", &withheld);
    let bundle = format!("bundle {ALL} d.nota.md --public -o uit.pdf");
    folder.nota(&bundle).ended(0).told("met 4 nota’s");
    std::fs::remove_file(folder.path().join("uit.pdf")).expect("is there");
    folder.write(
        "c.nota.md",
        GOOD.replace("is positief", "van K. Zwartjes is positief"),
    );
    folder
        .nota(&bundle)
        .ended(1)
        .told("In de bundel staat iets wat in ‘d.nota.md’ is gelakt.");
    folder.write("c.nota.md", GOOD);
    folder.write("d.nota.md", withheld.replace(" grond=\"5.1.2e\"", ""));
    folder
        .nota(&bundle)
        .ended(1)
        .told("‘d.nota.md’ heeft nog geen openbare versie.");
    assert!(!folder.names().contains(&"uit.pdf".to_owned()));
}

#[test]
fn a_nota_is_not_overwritten_by_its_bundle() {
    let folder = three();
    folder
        .nota("bundle a.nota.md b.nota.md -o a.nota.md")
        .ended(2)
        .told("overschrijven");
    assert_eq!(folder.read("a.nota.md"), GOOD.as_bytes());
}
