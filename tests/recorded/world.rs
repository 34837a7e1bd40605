//! A world around a real desk: a folder of its own, a day that stays the same,
//! and what the desk tells, until it has nothing more to tell.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::NaiveDate;
use nota_editor::view::{HostError, KeptText};
use nota_editor::{Desk, Event, Host, Keep, Language, Stock};
use nota_herstel::{Herstel, failure};
use nota_store::Folders;
use nota_store::disk::RealDisk;
use nota_taal::{Onderdelen, Taal};
use nota_tests::files;
use nota_typeset::{Fonts, HouseStyle, Typesetter};
use serde_json::Value;

use crate::{kept, outgoing};

/// Long enough for a slow machine; a working desk answers in milliseconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// What comes in the place of the folder of the run.
const FOLDER: &str = "/documenten";

/// Commands after which the desk is another than before.
const MOVES: &[&str] = &[
    "newNota",
    "openPath",
    "importAsNew",
    "importInto",
    "apply",
    "undo",
    "redo",
    "replaceEverywhere",
    "ignoreWord",
    "save",
    "saveAs",
    "close",
    "closeWindow",
    "showVersion",
    "recoverDraft",
    "forgetDraft",
    "restoreText",
    "settleConflict",
    "forgetAll",
];

/// The desk and what is around it.
pub struct World {
    pub desk: Desk<Outside>,
    pub herstel: Arc<Herstel>,
    events: Receiver<Event>,
    /// The ids that are others at each run, with what they are called.
    names: Mutex<Vec<(String, String)>>,
    folder: tempfile::TempDir,
}

/// What the desk knows of the world.
pub struct Outside {
    folder: PathBuf,
    herstel: Arc<Herstel>,
    events: Mutex<Sender<Event>>,
}

impl Outside {
    fn place(&self, path: String) -> String {
        self.folder.join(path).to_string_lossy().into_owned()
    }
}

impl Host for Outside {
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
        let file = nota_store::read(&self.folder.join(path));
        file.map(|file| file.text).map_err(|error| failure(&error))
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), HostError> {
        self.herstel.save(&self.place(path.to_owned()), bytes)
    }

    fn keep(&self, mut kept: Keep) {
        match &mut kept {
            Keep::Opened { path, .. } => *path = path.take().map(|path| self.place(path)),
            Keep::Saved { path, .. } => *path = self.place(std::mem::take(path)),
            _ => {}
        }
        self.herstel.keep(kept);
    }

    fn log(&self, _: &str) {}
}

/// A moment that stays the same.
pub fn now() -> u64 {
    1_710_507_780_000
}

fn typesetter() -> Typesetter {
    Typesetter::new(Fonts::embedded(), HouseStyle::default())
}

fn language() -> Language {
    Language {
        checks: Taal::new(Onderdelen::ALL, Vec::new()),
        remarks: Vec::new(),
    }
}

/// For reading.
pub fn moment(_: u64) -> String {
    "15 maart 2024, 14:03".to_owned()
}

impl World {
    /// What a file in the folder holds.
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>, HostError> {
        let bytes = nota_store::read_document(&self.folder.path().join(path));
        bytes.map_err(|error| failure(&error))
    }

    /// An empty desk in a folder with the notas that stand beside the answers.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for path in files::below(&files::root().join("ui/test/opname"), ".md") {
            let name = path.file_name().expect("a name");
            std::fs::copy(&path, folder.path().join(name)).expect("copied");
        }
        outgoing::leave(folder.path());
        let own = |name: &str| folder.path().join(".eigen").join(name);
        let folders = Folders {
            journals: own("herstel"),
            versions: own("versies"),
            rescues: own("noodkopieen"),
        };
        let id = kept::leave(&folders, folder.path());
        let herstel = Herstel::new(Arc::new(RealDisk), Some(folders), now, moment, |_| {});
        let herstel = Arc::new(herstel);
        let (sender, events) = channel();
        let outside = Outside {
            folder: folder.path().to_owned(),
            herstel: Arc::clone(&herstel),
            events: Mutex::new(sender),
        };
        let names = vec![
            (path_text(folder.path()), FOLDER.to_owned()),
            (nota_store::machine(), "werkplek-12".to_owned()),
            (id, "e3f599cbcc10f846".to_owned()),
        ];
        Self {
            desk: Desk::new(Arc::new(outside), Stock::builtin, typesetter, language),
            herstel,
            events,
            names: Mutex::new(names),
            folder,
        }
    }

    /// Whether the desk is another one after this command.
    pub fn moves(&self, command: &str) -> bool {
        MOVES
            .iter()
            .any(|name| command.starts_with(&format!("[\"{name}\"")))
    }

    /// Asks a command, by its name in TypeScript with its arguments.
    pub fn ask(&self, asked: Vec<Value>) -> Result<Result<Value, HostError>, String> {
        let mut asked = asked.into_iter();
        let name = asked.next();
        let name = name.as_ref().and_then(Value::as_str).ok_or("no name")?;
        let arguments = asked.map(|own| self.renamed(own, |(own, name)| (name, own)));
        self.dispatch(&snake(name), arguments.collect())
    }

    /// What is the same at each run.
    pub fn plain(&self, value: Value) -> Value {
        let mut value = self.renamed(value, |(own, name)| (own, name));
        name_pages(&mut value);
        value
    }

    fn renamed(&self, value: Value, order: fn(&(String, String)) -> (&String, &String)) -> Value {
        match value {
            Value::String(text) => {
                let names = self.names.lock().expect("unlocked");
                let replaced = names.iter().fold(text, |text, pair| {
                    let (from, to) = order(pair);
                    text.replace(from, to)
                });
                Value::String(replaced)
            }
            Value::Array(items) => items
                .into_iter()
                .map(|own| self.renamed(own, order))
                .collect(),
            Value::Object(parts) => parts
                .into_iter()
                .map(|(name, own)| (name, self.renamed(own, order)))
                .collect(),
            other => other,
        }
    }

    /// Waits until a draft that came back is needed no more.
    pub fn until_gone(&self, kept: &KeptText) {
        let stock = self.desk.stock();
        let start = std::time::Instant::now();
        let is_there = || {
            let drafts = self.herstel.drafts(stock.registry()).unwrap_or_default();
            drafts.iter().any(|draft| draft.text == *kept)
        };
        while is_there() && start.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// What the desk told of the nota as it is now: the last of each kind.
    pub fn told(&self) -> Vec<(String, Value)> {
        let Some(snapshot) = self.desk.snapshot() else {
            self.events.try_iter().for_each(drop);
            return Vec::new();
        };
        let now = (snapshot.document, snapshot.revision);
        let version = self.desk.version();
        let mut last: Vec<Event> = Vec::new();
        // What is handed over may be taken together with the next: after the
        // second all that came of the first is told.
        for _ in 0..2 {
            self.desk.show_version(version);
            loop {
                let event = self.events.recv_timeout(PATIENCE).expect("an event");
                let is_last = matches!(&event, Event::Pages(pages)
                    if (pages.document, pages.revision) == now && pages.versie == version);
                let about = match &event {
                    Event::Problems(problems) => (problems.document, problems.revision),
                    Event::Pages(pages) => (pages.document, pages.revision),
                    Event::Language(view) => (view.document, view.revision),
                    _ => continue,
                };
                if about == now {
                    last.retain(|own| own.name() != event.name());
                    last.push(event);
                }
                if is_last {
                    break;
                }
            }
        }
        // The language comes after the pages.
        while !last.iter().any(|own| matches!(own, Event::Language(_))) {
            let event = self.events.recv_timeout(PATIENCE).expect("an event");
            let is_now = matches!(&event, Event::Language(view)
                if (view.document, view.revision) == now);
            if is_now {
                last.push(event);
            }
        }
        last.sort_by_key(Event::name);
        let told = last.iter().map(|event| {
            let payload = serde_json::to_value(event).expect("JSON");
            (event.name().to_owned(), self.plain(payload))
        });
        told.collect()
    }

    /// Where a document of this run is.
    pub fn place(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }
}

/// Names pages by their text: what the engine calls them is another at each run.
fn name_pages(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(name_pages),
        Value::Object(parts) => {
            if let Some(text) = parts.get("tekst").and_then(Value::as_str) {
                let mut hasher = DefaultHasher::new();
                text.hash(&mut hasher);
                let name = format!("{:016x}", hasher.finish());
                if let Some(own) = parts.get_mut("hash") {
                    *own = Value::String(name);
                }
            }
            parts.values_mut().for_each(name_pages);
        }
        _ => {}
    }
}

fn path_text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
