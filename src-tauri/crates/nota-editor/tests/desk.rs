//! The desk as the window uses it, with a world of memory around it.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::NaiveDate;
use nota_editor::view::{
    HostError, PagesView, SaveStatus, SectionStatus, Settings, Snapshot, SuggestionSpot, Version,
};
use nota_editor::{Desk, Event, Host, Publishing, Session};
use nota_export::Format;
use nota_model::{Block, BlockKind, Change, Inline, Mark, Place, SectionRef, Value};
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
    open_text(desk, world, example());
}

fn open_text(desk: &Desk<World>, world: &World, text: String) {
    let mut files = world.files.lock().expect("unlocked");
    files.insert("nota.md".to_owned(), text);
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
    let png = desk.page_png(0, &second.pages[0].hash, 700);
    let png = png.expect("a page");
    assert!(png.starts_with(b"\x89PNG"));
    assert_eq!(png[16..20], 700_u32.to_be_bytes());
    let stale = desk
        .page_png(0, &first.pages[0].hash, 700)
        .map_err(|error| error.code);
    assert_eq!(stale, Err("stale".to_owned()));
}

/// Looks up characters of all texts on the pages and clicks on each; gives
/// how many, and what the clicks led to instead.
fn clicks(text: String) -> (usize, Vec<String>) {
    let (desk, world, events) = desk();
    let nota = nota_markdown::parse(&text, Registry::builtin()).nota;
    open_text(&desk, &world, text);
    pages_of(&events, 0);
    let mut seen = 0;
    let mut wrong = Vec::new();
    for site in nota.texts().iter().chain(&nota.field_texts()) {
        // A date is printed in words: the field is found, not the character.
        let passed_over = ["sjabloon", "versie", "datum"];
        if passed_over.contains(&site.place.field.as_deref().unwrap_or_default()) {
            continue;
        }
        for (byte, _) in site.text.char_indices().step_by(7) {
            let mut place = site.part(byte..byte);
            place.span = None;
            seen += 1;
            let back = desk.place_on_page(&place).and_then(|point| {
                let page = usize::try_from(point.page).ok()?;
                desk.click_on_page(page, point.x + 0.5, point.y + 6.0)
            });
            let at = |place: &Place| place.range.map_or(0, |range| range.start);
            // White space is not printed as a letter: one more or less.
            let same = back.as_ref().is_some_and(|back| {
                let range = place.range;
                at(back).abs_diff(at(&place)) <= 1
                    && Place {
                        range,
                        ..back.clone()
                    } == place
            });
            if !same {
                wrong.push(format!("{place:?} led to {back:?}"));
            }
        }
    }
    (seen, wrong)
}

#[test]
fn a_place_is_found_on_the_pages_and_a_click_there_leads_back_to_it() {
    let (seen, wrong) = clicks(example());
    assert!(seen > 300, "{seen} places");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn so_it_is_in_lists_tables_quotations_and_footnotes() {
    let everything = include_str!("../../../../tests/goldens/alles.nota.md");
    let (seen, wrong) = clicks(everything.to_owned());
    assert!(seen > 100, "{seen} places");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

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
fn another_house_style_sets_the_pages_anew() {
    let (sender, events) = channel();
    let world = Arc::new(World {
        files: Mutex::new(HashMap::new()),
        full: Mutex::new(false),
        events: Mutex::new(sender),
    });
    let wordmark = Arc::new(Mutex::new("Ministerie van Proeven"));
    let own = Arc::clone(&wordmark);
    let desk = Desk::new(Arc::clone(&world), Registry::builtin(), move || {
        let style = HouseStyle {
            wordmark: Some(vec![(*own.lock().expect("unlocked")).to_owned()]),
            ..HouseStyle::default()
        };
        Typesetter::new(Fonts::embedded(), style)
    });
    open(&desk, &world);
    let before = pages_of(&events, 0);
    assert!(before.pages[0].tekst.contains("Ministerie van Proeven"));
    *wordmark.lock().expect("unlocked") = "Ministerie van Toetsen";
    desk.renew_style();
    let after = pages_of(&events, 0);
    assert!(after.pages[0].tekst.contains("Ministerie van Toetsen"));
}

#[test]
fn a_click_beside_the_text_leads_to_what_is_nearest_or_nowhere() {
    let (desk, world, events) = desk();
    open(&desk, &world);
    pages_of(&events, 0);
    let section = |index| {
        let place = Place {
            index: Some(index),
            ..Place::default()
        };
        desk.place_on_page(&place).expect("on a page")
    };
    let second = section(1);
    let margin = desk.click_on_page(0, 30.0, second.y + 6.0).expect("a text");
    assert_eq!(margin.index, Some(1));
    assert_eq!(desk.click_on_page(0, 100.0, 1.0), None, "an empty corner");
    let date = desk.place_on_page(&Place::field("datum")).expect("a field");
    let back = desk.click_on_page(0, date.x + 1.0, date.y + 6.0);
    assert_eq!(back, Some(Place::field("datum")));
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

fn mark(text: &str, name: &str, grond: &str) -> Change {
    let (before, after) = text.split_once(name).expect("has the name");
    let lak = Mark::Lak {
        grond: grond.to_owned(),
    };
    let inlines = vec![
        Inline::text(before),
        Inline::text(name).with(lak),
        Inline::text(after),
    ];
    Change::SetBody {
        section: SectionRef::Key("aanleiding".to_owned()),
        blocks: vec![Block::new(BlockKind::Paragraph { inlines })],
    }
}

const TEXT: &str = "Afgestemd met Jansen, van de directie.";

/// What section 5.1 says.
fn explanation(snapshot: &Snapshot) -> String {
    let sections = snapshot.sections.iter();
    let own = sections
        .filter(|own| own.sleutel.as_deref() == Some("motivering-niet-openbaar"))
        .flat_map(|own| &own.blocks)
        .filter_map(|block| block.inlines());
    own.map(nota_model::plain_text)
        .collect::<Vec<_>>()
        .join("|")
}

#[test]
fn section_five_writes_itself_in_the_same_step_of_undo() {
    let (desk, world, _events) = desk();
    open(&desk, &world);
    let names = explanation(&desk.snapshot().expect("open"));
    desk.apply(&body("aanleiding", TEXT), Some("g"))
        .expect("applies");
    let applied = desk
        .apply(&mark(TEXT, "Jansen", "5.1.2b"), None)
        .expect("applies");
    // The window did not write that itself.
    let both = explanation(&applied.snapshot.expect("with section 5"));
    assert!(
        both.ends_with(&format!("lid 2, onder b, Woo).|{names}")),
        "{both}"
    );
    let undone = desk.undo().expect("undoes").snapshot.expect("changed");
    assert_eq!(explanation(&undone), names);
    let again = desk.redo().expect("does again").snapshot.expect("changed");
    assert_eq!(explanation(&again), both);
}

#[test]
fn the_public_pages_are_shown_and_say_what_bars_them() {
    let (desk, world, events) = desk();
    open(&desk, &world);
    desk.apply(&mark(TEXT, "Jansen", "5.1.2e"), None)
        .expect("applies");
    let intern = pages_of(&events, 1);
    assert_eq!(intern.versie, Version::Intern);
    assert!(intern.pages[0].tekst.contains("Jansen"));
    desk.show_version(Version::Openbaar);
    let public = loop {
        let pages = pages_of(&events, 1);
        if pages.versie == Version::Openbaar {
            break pages;
        }
    };
    let all: String = public.pages.iter().map(|own| own.tekst.as_str()).collect();
    assert!(!all.contains("Jansen"), "{all}");
    assert!(
        all.replace('\n', " ").contains("niet openbaar: art. 5.1"),
        "{all}"
    );
    let hash = &public.pages[0].hash;
    assert!(desk.page_png(0, hash, 700).is_ok());

    desk.apply(&mark(TEXT, "Jansen", ""), None)
        .expect("applies");
    let barred = pages_of(&events, 2);
    assert!(barred.pages.is_empty());
    assert_eq!(barred.bezwaren[0].place.index, Some(0));
    assert!(!barred.bezwaren[0].tekst.is_empty());
}

#[test]
fn both_versions_are_laid_beside_each_other() {
    let (desk, world, events) = desk();
    open(&desk, &world);
    pages_of(&events, 0);
    desk.apply(&mark(TEXT, "Jansen", "5.1.2e"), None)
        .expect("applies");
    let comparison = desk.compare().expect("compares");
    assert!(comparison.bezwaren.is_empty(), "{:?}", comparison.bezwaren);
    let grounds: Vec<_> = comparison
        .gronden
        .iter()
        .map(|own| (own.grond.as_str(), own.gelakt.len()))
        .collect();
    assert_eq!(grounds, [("5.1.2e", 1)]);
    for page in comparison.intern.iter().chain(&comparison.openbaar) {
        let index = usize::try_from(page.index).expect("small");
        assert!(desk.page_png(index, &page.hash, 700).is_ok());
    }
    assert!(!comparison.openbaar[0].tekst.contains("Jansen"));
}

#[test]
fn a_public_file_comes_with_its_proof_or_not_at_all() {
    let (desk, world, events) = desk();
    open(&desk, &world);
    pages_of(&events, 0);
    desk.apply(&mark(TEXT, "Jansen", "5.1.2e"), None)
        .expect("applies");
    for format in [Format::Pdf, Format::Markdown] {
        let Publishing::Proven(made) = desk.publish(format).expect("publishes") else {
            panic!("{format:?} is barred");
        };
        assert!(made.proof.holds());
        assert!(
            made.name
                .ends_with(&format!("-openbaar.{}", format.extension()))
        );
    }
    desk.apply(&mark(TEXT, "Jansen", "5.9"), None)
        .expect("applies");
    let Publishing::Barred(barriers) = desk.publish(Format::Pdf).expect("answers") else {
        panic!("a ground that the Woo does not have");
    };
    assert!(barriers[0].tekst.contains("5.9"), "{barriers:?}");
    assert_eq!(barriers[0].place.index, Some(0));
}

#[test]
fn a_suggestion_is_withheld_with_one_change() {
    let (desk, world, events) = desk();
    open(&desk, &world);
    pages_of(&events, 0);
    desk.apply(
        &body(
            "aanleiding",
            "Vraag mevrouw De Vries, of bel mevrouw De Vries.",
        ),
        None,
    )
    .expect("applies");
    let suggestions = desk.suggestions().expect("suggests");
    let own = suggestions.iter().find(|own| own.tekst == "De Vries");
    let own = own.expect("is suggested");
    assert_eq!(own.plekken.len(), 2);
    let lak = |spot: &SuggestionSpot| Change::SetLak {
        place: spot.place.clone(),
        grond: Some(own.grond.clone()),
    };
    let changes = own.plekken.iter().map(lak).collect();
    desk.apply(&Change::All { changes }, None).expect("applies");
    let left = desk.suggestions().expect("suggests");
    assert!(left.iter().all(|own| own.tekst != "De Vries"));
    assert_eq!(desk.compare().expect("compares").gronden[0].gelakt.len(), 2);
}
