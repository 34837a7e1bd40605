//! Templates of folders: offered beside those of the program, used for form and
//! pages, and what is wrong with one is said.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use nota_editor::view::Settings;
use nota_editor::{Stock, TemplateFolder};
use nota_model::{Change, Value};
use nota_template::{Registry, TemplateFiles};

use crate::world::{desk_with, pages_of};

/// A template of another ministry, with a field that no other has.
const TEMPLATE: &str = r#"
naam = "Adviesnota"
ministerie = "Sociale Zaken en Werkgelegenheid"
omschrijving = "Voor een advies."

[[veld]]
sleutel = "onderwerp"
naam = "Onderwerp"
rol = "titel"
soort = "tekst"
verplicht = true

[[veld]]
sleutel = "dossierhouder"
naam = "Dossierhouder"
soort = "tekst"

[[sectie]]
sleutel = "advies"
titel = "Ons advies"
nummer = "1"
verplicht = true
"#;

fn folder(name: &str, template: &str) -> TemplateFolder {
    let path = format!("{name}/template.toml");
    let files: TemplateFiles = vec![(path, Arc::from(template))];
    TemplateFolder {
        name: "~/sjablonen".to_owned(),
        files: Ok(files),
    }
}

#[test]
fn a_template_of_a_folder_is_offered_and_gives_form_and_pages() {
    let make = || Stock::new(&[folder("szw/adviesnota", TEMPLATE)]);
    let (desk, world, events) = desk_with(make);
    let offered = desk.templates();
    assert_eq!(offered.fouten, []);
    assert_eq!(
        offered.sjablonen.len(),
        Registry::builtin().all().len() + 1,
        "beside those of the program"
    );
    let own = offered
        .sjablonen
        .iter()
        .find(|own| own.id == "szw/adviesnota");
    assert_eq!(own.map(|own| own.naam.as_str()), Some("Adviesnota"));

    let snapshot = desk
        .start_nota("szw/adviesnota", &Settings::default())
        .expect("starts");
    assert!(
        snapshot
            .fields
            .iter()
            .any(|own| own.naam == "Dossierhouder")
    );
    assert_eq!(snapshot.sections[0].titel, "Ons advies");

    let text = "---\nsjabloon: szw/adviesnota\nonderwerp: Een advies\ndossierhouder: De Vries\n---\n\n\
        ## 1. Ons advies\n\nDoe het.\n";
    let mut files = world.files.lock().expect("unlocked");
    files.insert("advies.nota.md".to_owned(), text.to_owned());
    drop(files);
    let snapshot = desk.open_file("advies.nota.md").expect("opens");
    assert_eq!(snapshot.sjabloon, "szw/adviesnota");
    let pages = loop {
        let pages = pages_of(&events, snapshot.revision);
        if pages.document == snapshot.document {
            break pages;
        }
    };
    assert!(pages.pages[0].tekst.contains("Ons advies"), "{pages:?}");
}

#[test]
fn a_faulty_template_is_named_with_its_line_and_the_others_are_offered() {
    let faulty = TEMPLATE.replace("soort = \"tekst\"", "soort = \"gedicht\"");
    let gone = TemplateFolder {
        name: "~/weg".to_owned(),
        files: Err("De map is er niet.".to_owned()),
    };
    let make = move || {
        Stock::new(&[
            folder("szw/adviesnota", &faulty),
            folder("ezk/adviesnota", TEMPLATE),
            gone.clone(),
        ])
    };
    let (desk, _, _) = desk_with(make);
    let offered = desk.templates();
    let files: Vec<&str> = offered
        .fouten
        .iter()
        .map(|own| own.bestand.as_str())
        .collect();
    assert_eq!(files, ["~/sjablonen/szw/adviesnota/template.toml", "~/weg"]);
    let said = &offered.fouten[0].meldingen[0];
    assert!(
        said.starts_with("Regel ") && said.contains("gedicht"),
        "{said}"
    );
    assert_eq!(offered.fouten[1].meldingen, ["De map is er niet."]);
    assert!(
        offered
            .sjablonen
            .iter()
            .any(|own| own.id == "ezk/adviesnota")
    );
}

#[test]
fn other_folders_give_other_templates_at_once() {
    static CHOSEN: AtomicBool = AtomicBool::new(false);
    let (desk, _, _) = desk_with(|| match CHOSEN.load(Ordering::Relaxed) {
        true => Stock::new(&[folder("szw/adviesnota", TEMPLATE)]),
        false => Stock::builtin(),
    });
    let count = desk.templates().sjablonen.len();
    CHOSEN.store(true, Ordering::Relaxed);
    desk.renew_folders();
    assert_eq!(desk.templates().sjablonen.len(), count + 1);
}

#[test]
fn an_open_nota_follows_its_template_and_keeps_its_text_and_its_steps() {
    static WRITTEN: AtomicBool = AtomicBool::new(false);
    let (desk, _, _) = desk_with(|| {
        let text = match WRITTEN.load(Ordering::Relaxed) {
            true => TEMPLATE.replace("\"Dossierhouder\"", "\"Behandelaar\""),
            false => TEMPLATE.to_owned(),
        };
        Stock::new(&[folder("szw/adviesnota", &text)])
    });
    desk.start_nota("szw/adviesnota", &Settings::default())
        .expect("is started");
    let change = Change::SetField {
        path: "dossierhouder".to_owned(),
        value: Value::text("Afdeling Proeven"),
    };
    desk.apply(&change, None).expect("is done");
    let (text, revision) = desk.text().expect("is open");
    WRITTEN.store(true, Ordering::Relaxed);
    desk.renew_folders();
    let snapshot = desk.snapshot().expect("is open");
    let names: Vec<&str> = snapshot
        .fields
        .iter()
        .map(|own| own.naam.as_str())
        .collect();
    assert!(names.contains(&"Behandelaar"), "{names:?}");
    let (same, later) = desk.text().expect("is open");
    assert_eq!(same, text);
    assert!(later > revision);
    desk.undo().expect("is done");
    let (undone, _) = desk.text().expect("is open");
    assert!(!undone.contains("Afdeling Proeven"), "{undone}");
    // Nothing is done to a nota whose template stays the same.
    let (_, before) = desk.text().expect("is open");
    desk.renew_folders();
    assert_eq!(desk.text().expect("is open").1, before);
}

#[test]
fn an_open_nota_keeps_its_template_while_that_has_a_fault_or_is_not_there() {
    static STATE: AtomicUsize = AtomicUsize::new(0);
    let (desk, _, _) = desk_with(|| match STATE.load(Ordering::Relaxed) {
        0 => Stock::new(&[folder("szw/adviesnota", TEMPLATE)]),
        1 => {
            let half =
                TEMPLATE.replace("[[veld]]\nsleutel = \"dossierhouder\"", "[[veld]\nsleutel");
            Stock::new(&[folder("szw/adviesnota", &half)])
        }
        _ => Stock::builtin(),
    });
    let before = desk
        .start_nota("szw/adviesnota", &Settings::default())
        .expect("is started");
    for state in 1..=2 {
        STATE.store(state, Ordering::Relaxed);
        desk.renew_folders();
        let after = desk.snapshot().expect("is open");
        assert_eq!(after.fields.len(), before.fields.len(), "{state}");
        assert_eq!(after.sections.len(), before.sections.len(), "{state}");
    }
}
