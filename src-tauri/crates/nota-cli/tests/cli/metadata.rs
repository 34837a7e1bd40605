//! `nota export --metadata`: the metadata beside a document, or neither.

use crate::harness::{Folder, GOOD};

const SETTINGS: &str = ".geen/beslisnota/instellingen.json";

fn text(folder: &Folder, name: &str) -> String {
    String::from_utf8(folder.read(name)).expect("UTF-8")
}

#[test]
fn metadata_stands_beside_the_document_with_its_checksum() {
    let folder = Folder::with(GOOD);
    let ran = folder.nota("export a.nota.md --to pdf --fonts embedded --metadata mdto,diwoo");
    ran.ended(0)
        .told("Gemaakt: a.pdf")
        .told("Gemaakt: a.bestand.mdto.xml");
    let made = ["a.bestand.mdto.xml", "a.diwoo.xml", "a.mdto.xml"];
    assert_eq!(
        folder.names(),
        [made[0], made[1], made[2], "a.nota.md", "a.pdf"]
    );
    let pdf = folder.read("a.pdf");
    let sum = nota_public::Fingerprint::of(None, &pdf).sha256;
    let file = text(&folder, made[0]);
    for part in [
        &format!("<checksumWaarde>{sum}<"),
        &format!("<omvang>{}<", pdf.len()),
        "<begripCode>fmt/476<",
        "<naam>a.pdf<",
    ] {
        assert!(file.contains(part), "{part} in {file}");
    }
    let nota = text(&folder, made[2]);
    assert!(
        nota.contains("<naam>Beslisnota Kamerbrief evaluatie noodhulp<"),
        "{nota}"
    );
    assert!(text(&folder, made[1]).contains("mnre1058"));
}

#[test]
fn one_kind_can_be_asked_for_and_another_name_is_refused() {
    let folder = Folder::with(GOOD);
    folder
        .nota("export a.nota.md --to md --metadata diwoo -o uit/")
        .ended(0);
    assert_eq!(folder.names(), ["a.nota.md", "uit/a.diwoo.xml", "uit/a.md"]);
    folder
        .nota("export a.nota.md --to md --metadata tooi")
        .ended(2)
        .told("Kies mdto, diwoo of allebei");
    folder
        .nota("export a.nota.md --to md --metadata mdto -o -")
        .ended(2)
        .told("bestanden naast het document");
}

#[test]
fn what_is_missing_is_a_diagnostic_at_the_field_and_nothing_is_made() {
    let folder = Folder::with(GOOD.replace("kenmerk: \"5254387\"", "kenmerk:"));
    let ran = folder.nota("export a.nota.md --to pdf --metadata mdto");
    ran.ended(1).told("Van ‘a.nota.md’ is niets gemaakt.");
    assert!(
        ran.stdout
            .contains("fout[N205]: Voor de metagegevens ontbreekt"),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains("a.nota.md:9:1"), "{}", ran.stdout);
    assert_eq!(folder.names(), ["a.nota.md"]);
    let without = folder.nota("export a.nota.md --to pdf");
    without.ended(1);
    assert!(!without.stdout.contains("N205"), "{}", without.stdout);
}

#[test]
fn the_choices_of_the_organisation_come_from_the_settings() {
    let folder = Folder::with(GOOD);
    let choices = r#"{"metagegevens":{"bron":"Digijust","waardering":"vernietigen"}}"#;
    folder.write(SETTINGS, choices);
    let export = "export a.nota.md --to md --metadata mdto";
    folder.nota(export).ended(1).told("de bewaartermijn");
    let whole = choices.replace("\"vernietigen\"", "\"vernietigen\",\"bewaartermijn\":7");
    folder.write(SETTINGS, whole);
    folder.nota(export).ended(0);
    let nota = text(&folder, "a.mdto.xml");
    assert!(
        nota.contains("<termijnLooptijd>P7Y<") && nota.contains("Digijust"),
        "{nota}"
    );
    folder.write(SETTINGS, "{");
    folder.nota(export).ended(2).told("instellingen.json");
    folder.nota("export a.nota.md --to md").ended(0);
}

#[test]
fn public_metadata_goes_through_the_proof() {
    let withheld = GOOD
        .replace("kenmerk: \"5254387\"", "kenmerk: \"5254387\"\nlakken:\n  - veld: kenmerk\n    grond: 5.1.2b")
        .replace("De evaluatie is positief.", "Volgens [K. Zwartjes]{.lak grond=\"5.1.2e\"}.")
        .replace("Niet van toepassing.", "De persoonsgegevens zijn niet openbaar ter bescherming van de persoonlijke levenssfeer. Het kenmerk is niet openbaar om economische belangen.");
    let folder = Folder::with(withheld);
    let export = "export a.nota.md --to md --public --metadata mdto,diwoo -o";
    folder.nota(&format!("{export} uit.md")).ended(0);
    for name in ["uit.mdto.xml", "uit.bestand.mdto.xml", "uit.diwoo.xml"] {
        let made = text(&folder, name);
        assert!(
            !made.contains("5254387") && !made.contains("Zwartjes"),
            "{made}"
        );
    }
    // The name of the file is the user's own, and stands in the metadata.
    let ran = folder.nota(&format!("{export} zwartjes.md"));
    ran.ended(1).told("is geen openbare versie gemaakt");
    assert!(
        !folder
            .names()
            .iter()
            .any(|name| name.starts_with("zwartjes"))
    );
}
