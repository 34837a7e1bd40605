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
        let text = text
            .replace("verplicht = true", "verplicht = false")
            .replace("sjabloon: jenv/beslisnota", "sjabloon: eigen/nota");
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

/// A layout that never comes to an end is stopped, and the nota has the layout
/// of the house style, internal and public.
#[test]
fn a_layout_without_end_is_stopped_and_told() {
    let folder = Folder::new();
    own_template(&folder);
    let file = "sjablonen/eigen/nota/layout.typ";
    let layout = String::from_utf8(folder.read(file)).expect("UTF-8");
    for endless in [
        "#for i in range(9000000) [x#i #pagebreak()]",
        "#for i in range(9000000) { pagebreak() }",
    ] {
        folder.write(file, format!("{layout}\n{endless}\n"));
        let checked = folder.nota("templates check sjablonen");
        checked.ended(1);
        let said = "eigen/nota/layout.typ: de opmaak komt niet tot een einde";
        assert!(checked.stdout.contains(said), "{}", checked.stdout);
    }
    let nota = GOOD.replace("jenv/beslisnota", "eigen/nota");
    folder.write("n.nota.md", nota);
    for (options, made) in [("", "n.pdf"), (" --public", "n-openbaar.pdf")] {
        let ran = folder.nota(&format!(
            "--templates sjablonen export n.nota.md --to pdf -o {made}{options}"
        ));
        assert!(ran.ended(0).stdout.contains("N010"), "{}", ran.stdout);
        assert!(folder.read(made).starts_with(b"%PDF"), "{made}");
    }
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

#[test]
fn a_template_of_ones_own_begins_as_a_copy() {
    let folder = Folder::new();
    folder
        .nota("templates new jenv/beslisnota sjablonen/min/nota")
        .ended(0)
        .told("Het sjabloon min/nota staat in ‘sjablonen/min/nota’.");
    folder.nota("templates check sjablonen").ended(0);
    folder
        .nota("templates show min/nota --pdf hoe.pdf --templates sjablonen")
        .ended(0)
        .told("Gemaakt: hoe.pdf");
    assert!(folder.read("hoe.pdf").starts_with(b"%PDF-"));
    folder
        .nota("templates new jenv/beslisnota sjablonen/min/nota")
        .ended(2)
        .told("staat al een sjabloon");
    // From a folder too.
    folder
        .nota("templates new sjablonen/min/nota sjablonen/andere/nota")
        .ended(0);
    folder.nota("templates check sjablonen").ended(0);
    for (args, part) in [
        (
            "templates new jenv/beslisnota sjablonen/Min/nota",
            "kleine letters",
        ),
        ("templates new x/y sjablonen/min/y", "‘x/y’ bestaat niet"),
        ("templates new jenv/beslisnota nota", "MINISTERIE/NAAM"),
    ] {
        folder.nota(args).ended(2).told(part);
    }
}

#[test]
fn two_folders_are_compared_on_one_page() {
    let folder = Folder::with(GOOD);
    folder
        .nota("templates new jenv/beslisnota nieuw/jenv/beslisnota")
        .ended(0);
    let path = "nieuw/jenv/beslisnota/template.toml";
    let text = String::from_utf8(folder.read(path)).expect("UTF-8");
    folder.write(
        path,
        text.replace("documentwoord = \"nota\"", "documentwoord = \"memo\""),
    );
    let ran = folder.nota("templates compare ingebouwd nieuw a.nota.md -o verschil");
    ran.ended(0).told("2 van de");
    let page = String::from_utf8(folder.read("verschil/index.html")).expect("UTF-8");
    for part in [
        "jenv/beslisnota, pagina 1",
        "Geen verschil.",
        "<ins>",
        "a.nota.md",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    let pictures = folder
        .names()
        .into_iter()
        .filter(|name| name.ends_with("verschil.png"));
    assert_eq!(pictures.count(), 2);
}

#[test]
fn a_fault_in_a_folder_that_is_one_template_names_the_file_that_is_there() {
    let folder = Folder::with(GOOD);
    let file = folder.write(
        "sjablonen/eigen/nota/template.toml",
        "naam = \"Zonder velden\"",
    );
    let there = format!("sjabloon: {}:", file.display());
    let one = "sjablonen/eigen/nota";
    folder
        .nota(&format!("check a.nota.md --templates {one}"))
        .told(&there);
    folder
        .nota(&format!("templates compare {one} ingebouwd -o verschil"))
        .told(&there);
}
