//! Instead of the desktop's file manager: a service on the bus of the stage that
//! notes which files it was asked to show.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use zbus::blocking::{Connection, connection};

/// The name by which programs find the file manager.
const NAME: &str = "org.freedesktop.FileManager1";

const PATH: &str = "/org/freedesktop/FileManager1";

/// The file manager; gone when it is dropped.
pub struct Desktop(#[expect(dead_code, reason = "held as long as it serves")] Connection);

impl Desktop {
    /// Starts it on the bus at this address; `notes` is where it writes.
    pub fn start(bus: &str, notes: PathBuf) -> Self {
        let serve = || {
            connection::Builder::address(bus)?
                .name(NAME)?
                .serve_at(PATH, Recorder { notes })?
                .build()
        };
        Self(serve().expect("a file manager on the bus"))
    }
}

struct Recorder {
    notes: PathBuf,
}

#[zbus::interface(name = "org.freedesktop.FileManager1")]
impl Recorder {
    /// Shows files in their folders; a line each, as in `Stage::opened`.
    fn show_items(&self, uris: Vec<String>, _startup_id: String) {
        let notes = OpenOptions::new()
            .append(true)
            .create(true)
            .open(&self.notes);
        let mut notes = notes.expect("the notes");
        for uri in uris {
            writeln!(notes, "{uri}").expect("a note");
        }
    }
}
