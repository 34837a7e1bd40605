//! The desk as the window uses it, with a world of memory around it.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::NaiveDate;
use nota_editor::view::{HostError, PagesView, SaveStatus, SectionStatus, Settings};
use nota_editor::{Desk, Event, Host};
use nota_export::Format;
use nota_model::{Block, Change, Place, SectionRef, Value};
use nota_template::Registry;
use nota_typeset::{Fonts, HouseStyle, Typesetter};

/// Long enough for a slow machine; a working desk answers in milliseconds.
const PATIENCE: Duration = Duration::from_secs(60);

struct World {
    files: Mutex<HashMap<String, String>>,
    full: Mutex<bool>,
    events: Mutex<Sender<Event>>,
}

impl Host for World {
    fn tell(&self, event: Event) {
        let _ = self.events.lock().expect("unlocked").send(event);
    }

    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 3, 15).expect("a day")
    }

    fn time(&self) -> String {
        "14:03".to_owned()
    }

    fn read(&self, path: &str) -> Result<String, HostError> {
        let files = self.files.lock().expect("unlocked");
        let missing = || HostError::new("not-found", "Het bestand is er niet.");
        files.get(path).cloned().ok_or_else(missing)
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), HostError> {
        if *self.full.lock().expect("unlocked") {
            return Err(HostError::new("disk-full", "De schijf is vol."));
        }
        let text = String::from_utf8(bytes.to_vec()).expect("text");
        let mut files = self.files.lock().expect("unlocked");
        files.insert(path.to_owned(), text);
        Ok(())
    }

    fn log(&self, _: &str) {}
}

fn desk() -> (Desk<World>, Arc<World>, Receiver<Event>) {
    let (sender, events) = channel();
    let world = Arc::new(World {
        files: Mutex::new(HashMap::new()),
        full: Mutex::new(false),
        events: Mutex::new(sender),
    });
    let desk = Desk::new(Arc::clone(&world), Registry::builtin(), || {
        Typesetter::new(Fonts::embedded(), HouseStyle::default())
    });
    (desk, world, events)
}

fn example() -> String {
    let template = Registry::builtin()
        .find("jenv/beslisnota")
        .expect("built in");
    template.voorbeeld.to_string()
}

fn open(desk: &Desk<World>, world: &World) {
    let mut files = world.files.lock().expect("unlocked");
    files.insert("nota.md".to_owned(), example());
    drop(files);
    desk.open_file("nota.md").expect("opens");
}

fn body(key: &str, text: &str) -> Change {
    Change::SetBody {
        section: SectionRef::Key(key.to_owned()),
        blocks: vec![Block::paragraph(text)],
    }
}

/// Waits for the pages of a revision.
fn pages_of(events: &Receiver<Event>, revision: u64) -> PagesView {
    loop {
        match events.recv_timeout(PATIENCE).expect("an event") {
            Event::Pages(pages) if pages.revision >= revision => return pages,
            _ => {}
        }
    }
}

#[test]
fn an_edit_shows_on_the_pages_and_in_the_problems() {
    let (desk, world, events) = desk();
    open(&desk, &world);
    let first = pages_of(&events, 0);
    assert_eq!(first.pages.len(), 2);
    let applied = desk
        .apply(&body("aanleiding", "Kort en PM."), Some("g"))
        .expect("applies");
    assert_eq!(applied.saved.state, SaveStatus::NietOpgeslagen);
    let mut placeholder = false;
    let second = loop {
        match events.recv_timeout(PATIENCE).expect("an event") {
            Event::Problems(problems) if problems.revision == 1 => {
                placeholder |= problems
                    .diagnostics
                    .iter()
                    .any(|found| found.name == "invulplek");
            }
            Event::Pages(pages) if pages.revision == 1 => break pages,
            _ => {}
        }
    };
    assert!(placeholder, "N301 is reported");
    assert_ne!(first.pages[0].hash, second.pages[0].hash);
    assert!(
        second.pages[0].tekst.contains("Kort en PM."),
        "{}",
        second.pages[0].tekst
    );
    let svg = desk.page_svg(0, &second.pages[0].hash).expect("a page");
    assert!(svg.starts_with("<svg"));
    let stale = desk
        .page_svg(0, &first.pages[0].hash)
        .map_err(|error| error.code);
    assert_eq!(stale, Err("stale".to_owned()));
}

#[test]
fn a_section_is_found_on_the_pages_and_a_point_leads_back_to_it() {
    let (desk, world, events) = desk();
    open(&desk, &world);
    pages_of(&events, 0);
    let at = |index| {
        let place = Place {
            index: Some(index),
            ..Place::default()
        };
        desk.place_on_page(&place).expect("on a page")
    };
    let (first, second) = (at(0), at(1));
    assert_eq!((first.page, second.page), (0, 0));
    assert!(first.y < second.y, "{first:?} stands above {second:?}");
    let between = desk.click_on_page(0, (first.y + second.y) / 2.0);
    assert_eq!(between.and_then(|place| place.index), Some(0));
    let above = desk.click_on_page(0, 1.0);
    assert_eq!(above, None, "the letterhead is in no section");
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
    assert_eq!(start(Format::Pdf, 5), b"%PDF-");
    assert_eq!(start(Format::Markdown, 2), b"# ");
    assert!(
        String::from_utf8(desk.export(Format::Eml).expect("exports"))
            .expect("ASCII")
            .contains("X-Unsent: 1")
    );
    assert_eq!(
        desk.file_stem(),
        "Beslisnota Kamerbrief Nationale Samenwerking tegen Ondermijnende Criminaliteit"
    );
}
