//! A world of memory around the desk, and what the tests do with it.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::NaiveDate;
use nota_editor::view::{HostError, PagesView};
use nota_editor::{Desk, Event, Host, Language, Stock};
use nota_model::{Block, Change, SectionRef};
use nota_taal::{Onderdelen, Taal};
use nota_template::Registry;
use nota_typeset::{Fonts, HouseStyle, Typesetter};

/// Long enough for a slow machine; a working desk answers in milliseconds.
pub const PATIENCE: Duration = Duration::from_secs(60);

pub struct World {
    pub files: Mutex<HashMap<String, String>>,
    pub full: Mutex<bool>,
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

/// An empty desk in the usual style.
pub fn desk() -> (Desk<World>, Arc<World>, Receiver<Event>) {
    desk_in(HouseStyle::default)
}

/// An empty desk with these templates.
pub fn desk_with(
    templates: impl Fn() -> Stock + Send + Sync + 'static,
) -> (Desk<World>, Arc<World>, Receiver<Event>) {
    desk_of(templates, HouseStyle::default)
}

/// An empty desk in a style that can become another one.
pub fn desk_in(
    style: impl Fn() -> HouseStyle + Send + Sync + 'static,
) -> (Desk<World>, Arc<World>, Receiver<Event>) {
    desk_of(Stock::builtin, style)
}

fn desk_of(
    templates: impl Fn() -> Stock + Send + Sync + 'static,
    style: impl Fn() -> HouseStyle + Send + Sync + 'static,
) -> (Desk<World>, Arc<World>, Receiver<Event>) {
    let (sender, events) = channel();
    let world = Arc::new(World {
        files: Mutex::new(HashMap::new()),
        full: Mutex::new(false),
        events: Mutex::new(sender),
    });
    let typesetter = move || Typesetter::new(Fonts::embedded(), style());
    let language = || Language {
        checks: Taal::new(Onderdelen::ALL, Vec::new()),
        remarks: Vec::new(),
    };
    let desk = Desk::new(Arc::clone(&world), templates, typesetter, language);
    (desk, world, events)
}

pub fn example() -> String {
    let template = Registry::builtin()
        .find("jenv/beslisnota")
        .expect("built in");
    template.voorbeeld.to_string()
}

pub fn open(desk: &Desk<World>, world: &World) {
    open_text(desk, world, example());
}

pub fn open_text(desk: &Desk<World>, world: &World, text: String) {
    let mut files = world.files.lock().expect("unlocked");
    files.insert("nota.md".to_owned(), text);
    drop(files);
    desk.open_file("nota.md").expect("opens");
}

pub fn body(key: &str, text: &str) -> Change {
    Change::SetBody {
        section: SectionRef::Key(key.to_owned()),
        blocks: vec![Block::paragraph(text)],
    }
}

/// Waits for the pages of a revision.
pub fn pages_of(events: &Receiver<Event>, revision: u64) -> PagesView {
    loop {
        match events.recv_timeout(PATIENCE).expect("an event") {
            Event::Pages(pages) if pages.revision >= revision => return pages,
            _ => {}
        }
    }
}
