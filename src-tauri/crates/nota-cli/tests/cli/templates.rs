//! `nota templates` and `--templates DIR`.

use crate::harness::{Folder, GOOD, TODAY};

/// The smallest template that a ministry could write, from one that is
/// compiled in.
fn own_template(folder: &Folder) {
    let source = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../templates/jenv/beslisnota/"
    );
    for file in ["template.toml", "layout.typ", "voorbeeld.nota.md"] {
        let text = std::fs::read_to_string(format!("{source}{file}")).expect("is there");
        let text = text.replace("verplicht = true", "verplicht = false");
        folder.write(&format!("sjablonen/eigen/nota/{file}"), text);
    }
}

#[test]
fn the_list_names_the_templates() {
    let folder = Folder::new();
    let ran = folder.nota("templates");
    ran.ended(0);
    for name in ["jenv/beslisnota", "ienw/beslisnota"] {
        assert!(ran.stdout.contains(name), "{}", ran.stdout);
    }
    assert_eq!(folder.nota("templates list").stdout, ran.stdout);
}

#[test]
fn a_template_is_shown_with_its_fields_and_sections() {
    let ran = Folder::new().nota("templates show jenv/beslisnota");
    ran.ended(0);
    for part in [
        "* onderwerp",
        "* 2. Geadviseerd besluit",
        "    4.4 Krachtenveld",
    ] {
        assert!(ran.stdout.contains(part), "{part} in:\n{}", ran.stdout);
    }
    Folder::new()
        .nota("templates show x")
        .ended(2)
        .told("Het sjabloon ‘x’ bestaat niet.");
}

#[test]
fn a_template_of_a_folder_takes_part() {
    let folder = Folder::with(
        GOOD.replace("jenv/beslisnota", "eigen/nota")
            .replace("kenmerk: \"5254387\"\n", ""),
    );
    own_template(&folder);
    let check = format!("check a.nota.md --today {TODAY} --format json");
    let ran = folder.nota(&check);
    assert_eq!(ran.ended(1).codes(), ["N001", "N201"]);
    let ran = folder.nota(&format!("{check} --templates sjablonen"));
    assert_eq!(ran.ended(0).codes(), [""; 0]);
    folder
        .nota(&format!("{check} --templates weg"))
        .ended(2)
        .told("‘weg’ bestaat niet.");
}

#[test]
fn a_faulty_template_has_a_place_and_a_sentence() {
    let folder = Folder::new();
    own_template(&folder);
    let good = folder.nota("templates check sjablonen");
    assert_eq!(good.ended(0).stdout, "0 fouten in 1 sjabloon\n");
    let file = "sjablonen/eigen/nota/template.toml";
    let text = String::from_utf8(folder.read(file)).expect("UTF-8");
    folder.write(file, format!("{text}\n[onbekend\n"));
    let bad = folder.nota("templates check sjablonen");
    bad.ended(1);
    let line = text.lines().count() + 2;
    let place = format!("eigen/nota/template.toml:{line}:");
    assert!(bad.stdout.contains(&place), "{place} in:\n{}", bad.stdout);
}

#[test]
fn a_folder_without_template_is_no_folder_of_templates() {
    let folder = Folder::new();
    folder.write("leeg/lees.md", "");
    folder
        .nota("templates check leeg")
        .ended(2)
        .told("In ‘leeg’ staat geen sjabloon.");
}
