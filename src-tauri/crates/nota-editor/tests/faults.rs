//! A fault in the engine: the text stays, the window is told, and the next
//! change is shown again.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock, Weak};
use std::time::Duration;

use chrono::NaiveDate;
use nota_editor::view::{HostError, SaveStatus, Settings};
use nota_editor::{Desk, Event, Host, Stock};
use nota_export::Format;
use nota_model::{Block, Change, SectionRef};
use nota_typeset::{Fonts, HouseStyle, Typesetter};

/// Long enough for a slow machine; a working desk answers in milliseconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// A world in which things go wrong when they are told to.
struct World {
    events: Mutex<Sender<Event>>,
    written: Mutex<String>,
    logged: Mutex<Vec<String>>,
    /// Whether the background thread stumbles when it tells what it found.
    breaks: AtomicBool,
    /// The desk on which the user presses "Annuleren" as soon as they can.
    ends: OnceLock<Weak<Desk<World>>>,
}

impl Host for World {
    fn tell(&self, event: Event) {
        if matches!(event, Event::Problems(_)) && self.breaks.load(Ordering::SeqCst) {
            panic!("vertrouwelijke tekst");
        }
        let is_begin = matches!(&event, Event::Progress(progress) if !progress.tekst.is_empty());
        let _ = self.events.lock().expect("unlocked").send(event);
        if let Some(desk) = self.ends.get().and_then(Weak::upgrade).filter(|_| is_begin) {
            desk.cancel();
        }
    }

    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 3, 15).expect("a day")
    }

    fn time(&self) -> String {
        "14:03".to_owned()
    }

    fn read(&self, _: &str) -> Result<String, HostError> {
        Err(HostError::new("not-found", "Het bestand is er niet."))
    }

    fn write(&self, _: &str, bytes: &[u8]) -> Result<(), HostError> {
        *self.written.lock().expect("unlocked") = String::from_utf8_lossy(bytes).into_owned();
        Ok(())
    }

    fn log(&self, cause: &str) {
        self.logged.lock().expect("unlocked").push(cause.to_owned());
    }
}

type Stage = (Arc<Desk<World>>, Arc<World>, Receiver<Event>);

/// A desk with a new nota; `make` makes its typesetter.
fn desk(make: impl Fn() -> Typesetter + Send + Sync + 'static) -> Stage {
    let (sender, events) = channel();
    let world = Arc::new(World {
        events: Mutex::new(sender),
        written: Mutex::default(),
        logged: Mutex::default(),
        breaks: AtomicBool::new(false),
        ends: OnceLock::new(),
    });
    let desk = Desk::new(Arc::clone(&world), Stock::builtin, make);
    desk.start_nota("jenv/beslisnota", &Settings::default())
        .expect("a new nota");
    (Arc::new(desk), world, events)
}

fn typesetter() -> Typesetter {
    Typesetter::new(Fonts::embedded(), HouseStyle::default())
}

fn writes(desk: &Desk<World>, text: &str) {
    let change = Change::SetBody {
        section: SectionRef::Key("aanleiding".to_owned()),
        blocks: vec![Block::paragraph(text)],
    };
    desk.apply(&change, None)
        .expect("the change is carried out");
}

fn wait_for<T>(events: &Receiver<Event>, pick: impl Fn(Event) -> Option<T>) -> T {
    loop {
        let event = events.recv_timeout(PATIENCE).expect("an event");
        if let Some(found) = pick(event) {
            return found;
        }
    }
}

fn page_text(events: &Receiver<Event>, revision: u64) -> String {
    wait_for(events, |event| match event {
        Event::Pages(view) if view.revision == revision => Some(view.pages.first()?.tekst.clone()),
        _ => None,
    })
}

#[test]
fn after_a_fault_in_the_background_the_text_is_saved_and_the_next_change_is_shown() {
    let (desk, world, events) = desk(typesetter);
    page_text(&events, 0);
    world.breaks.store(true, Ordering::SeqCst);
    writes(&desk, "Dit is geschreven.");
    let message = wait_for(&events, |event| match event {
        Event::EngineStopped(stopped) => Some(stopped.message),
        _ => None,
    });
    assert!(message.contains("Uw tekst is er nog."), "{message}");
    let saved = desk.save_to("nota.md").expect("it saves");
    assert_eq!(saved.state, SaveStatus::Opgeslagen);
    let written = world.written.lock().expect("unlocked").clone();
    assert!(written.contains("Dit is geschreven."), "{written}");
    world.breaks.store(false, Ordering::SeqCst);
    writes(&desk, "Dit is daarna geschreven.");
    let page = page_text(&events, 2);
    assert!(page.contains("Dit is daarna geschreven."), "{page}");
    let logged = world.logged.lock().expect("unlocked").join(" ");
    assert!(!logged.is_empty() && !logged.contains("tekst"), "{logged}");
}

#[test]
fn a_typesetter_that_cannot_be_made_at_first_is_made_at_the_next_change() {
    let made = AtomicUsize::new(0);
    let (desk, _, events) = desk(move || {
        // While the window opens, and for the nota as it was opened.
        assert!(made.fetch_add(1, Ordering::SeqCst) >= 2, "no fonts");
        typesetter()
    });
    wait_for(&events, |event| {
        matches!(event, Event::EngineStopped(_)).then_some(())
    });
    writes(&desk, "Dit is geschreven.");
    let page = page_text(&events, 1);
    assert!(page.contains("Dit is geschreven."), "{page}");
}

#[test]
fn an_export_that_meets_a_fault_says_so_and_leaves_the_nota() {
    let (desk, world, _events) = desk(|| panic!("no fonts"));
    writes(&desk, "Dit is geschreven.");
    let refused = desk.export(Format::PDF).expect_err("a fault");
    assert_eq!(refused.code, "engine");
    assert!(
        refused.message.contains("Uw tekst is er nog."),
        "{refused:?}"
    );
    desk.save_to("nota.md").expect("it saves");
    let written = world.written.lock().expect("unlocked").clone();
    assert!(written.contains("Dit is geschreven."), "{written}");
}

/// What the window was told is going on.
fn progress(events: &Receiver<Event>) -> Vec<String> {
    let told = events.try_iter().filter_map(|event| match event {
        Event::Progress(progress) => Some(progress.tekst),
        _ => None,
    });
    told.collect()
}

#[test]
fn an_export_tells_that_it_goes_on_and_that_it_ended() {
    let (desk, _, events) = desk(typesetter);
    let bytes = desk.export(Format::PDF).expect("a PDF");
    assert!(bytes.starts_with(b"%PDF"));
    assert_eq!(progress(&events), ["De pdf wordt gemaakt.", ""]);
}

#[test]
fn nothing_comes_of_an_export_that_the_user_ended() {
    let (desk, world, events) = desk(typesetter);
    world.ends.set(Arc::downgrade(&desk)).expect("once");
    let ended = desk.export(Format::MARKDOWN).map_err(|error| error.code);
    assert_eq!(ended, Err("cancelled".to_owned()));
    let told = progress(&events);
    assert_eq!(told[..2], ["Het Markdown-bestand wordt gemaakt.", ""]);
}
