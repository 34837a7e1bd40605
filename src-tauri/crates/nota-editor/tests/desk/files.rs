//! What becomes of the text: opened, changed, saved and exported.

use nota_editor::Session;
use nota_editor::view::{SaveStatus, SectionStatus, Settings};
use nota_export::Format;
use nota_model::{Change, Place, Value};
use nota_template::Registry;

use crate::world::{body, desk, example, open, pages_of};

#[test]
fn a_nota_beyond_the_limits_can_only_be_read_and_says_so() {
    let mut text = example();
    text.push_str(&"\nNog een alinea.\n".repeat(10_001));
    let session = Session::open(1, &text, Registry::builtin(), None);
    let snapshot = session.snapshot(&[]);
    assert!(snapshot.read_only);
    let banner = snapshot.banner.expect("a sentence above the form");
    assert!(
        banner.tekst.starts_with("Deze nota is te groot"),
        "{banner:?}"
    );
}

#[test]
fn a_saved_file_differs_only_where_something_was_typed() {
    let (desk, world, _events) = desk();
    open(&desk, &world);
    let old = "De brief wordt op 15 maart naar de Kamer verstuurd.";
    assert!(example().contains(old));
    desk.apply(
        &body(
            "geadviseerd-besluit",
            "U wordt geadviseerd de brief te verzenden.",
        ),
        None,
    )
    .expect("applies");
    let state = desk.save_to("nota.md").expect("saves");
    assert_eq!(
        (state.state, state.at.as_deref()),
        (SaveStatus::Opgeslagen, Some("14:03"))
    );
    let text = world.files.lock().expect("unlocked")["nota.md"].clone();
    let changed: Vec<_> = example()
        .lines()
        .filter(|line| !text.lines().any(|own| own == *line))
        .map(str::to_owned)
        .collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert!(text.contains(old));
}

#[test]
fn a_full_disk_leaves_the_text_and_says_so() {
    let (desk, world, _events) = desk();
    open(&desk, &world);
    desk.apply(&body("aanleiding", "Nieuw."), None)
        .expect("applies");
    *world.full.lock().expect("unlocked") = true;
    let error = desk.save_to("nota.md").expect_err("fails");
    assert_eq!(error.code, "disk-full");
    assert_eq!(world.files.lock().expect("unlocked")["nota.md"], example());
    let snapshot = desk.snapshot().expect("open");
    assert_eq!(snapshot.saved.state, SaveStatus::Mislukt);
    assert!(desk.is_dirty());
    *world.full.lock().expect("unlocked") = false;
    desk.save_to("elders.md").expect("saves elsewhere");
    assert!(world.files.lock().expect("unlocked")["elders.md"].contains("Nieuw."));
}

#[test]
fn undo_goes_over_fields_and_sections_and_says_where() {
    let (desk, world, _events) = desk();
    open(&desk, &world);
    let field = Change::SetField {
        path: "kenmerk".into(),
        value: Value::text("1234567"),
    };
    desk.apply(&field, None).expect("applies");
    desk.apply(&body("kernpunten", "Eén punt."), None)
        .expect("applies");
    let first = desk.undo().expect("undoes");
    assert_eq!(
        first.focus.and_then(|place| place.section).as_deref(),
        Some("kernpunten")
    );
    let second = desk.undo().expect("undoes");
    assert_eq!(second.focus, Some(Place::field("kenmerk")));
    assert!(!desk.is_dirty(), "back at the file");
    assert!(!second.can_undo && second.can_redo);
}

#[test]
fn a_new_nota_starts_with_what_the_settings_know() {
    let (desk, _world, _events) = desk();
    let settings = Settings {
        ministerie: "Asiel en Migratie".into(),
        directie: "Directie Ondermijning".into(),
        ..Settings::default()
    };
    let snapshot = desk
        .start_nota("jenv/beslisnota", &settings)
        .expect("starts");
    let field = |key: &str| {
        let field = snapshot.fields.iter().find(|field| field.sleutel == key);
        field.expect("a field").value.clone()
    };
    assert_eq!(field("ministerie"), Value::text("Asiel en Migratie"));
    assert_eq!(field("directie"), Value::text("Directie Ondermijning"));
    assert_eq!(field("datum"), Value::text("2024-03-15"));
    assert_eq!(snapshot.path, None);
    let offered = snapshot
        .sections
        .iter()
        .filter(|section| section.staat == SectionStatus::Ongebruikt);
    assert!(offered.count() >= 8, "4.1 to 4.8 are offered");
    let error = desk
        .start_nota("geen/sjabloon", &settings)
        .expect_err("fails");
    assert_eq!(error.code, "no-template");
}

#[test]
fn a_newer_version_is_shown_and_never_overwritten() {
    let (desk, world, _events) = desk();
    let newer = example().replace("versie: 1", "versie: 7");
    world
        .files
        .lock()
        .expect("unlocked")
        .insert("nieuw.md".into(), newer.clone());
    let snapshot = desk.open_file("nieuw.md").expect("opens");
    assert!(snapshot.read_only && snapshot.banner.is_some());
    let error = desk
        .apply(&body("aanleiding", "x"), None)
        .expect_err("refuses");
    assert_eq!(error.code, "read-only");
    assert_eq!(
        desk.save_to("nieuw.md").map_err(|error| error.code),
        Err("read-only".into())
    );
    assert_eq!(world.files.lock().expect("unlocked")["nieuw.md"], newer);
}

#[test]
fn the_nota_goes_out_in_every_format() {
    let (desk, world, events) = desk();
    open(&desk, &world);
    pages_of(&events, 0);
    let start = |format, bytes: usize| desk.export(format).expect("exports")[..bytes].to_vec();
    assert_eq!(start(Format::PDF, 5), b"%PDF-");
    assert_eq!(start(Format::MARKDOWN, 2), b"# ");
    assert!(
        String::from_utf8(desk.export(Format::EML).expect("exports"))
            .expect("ASCII")
            .contains("X-Unsent: 1")
    );
    assert_eq!(
        desk.file_stem(),
        "Beslisnota Kamerbrief Nationale Samenwerking tegen Ondermijnende Criminaliteit"
    );
}
