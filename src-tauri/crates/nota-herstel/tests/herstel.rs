//! What comes back, on a real disk.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: these tests look at the disk"
)]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use nota_editor::view::{HostError, KeptText, SaveStatus, Settlement};
use nota_editor::{Desk, Event, Host, Keep, Language, Stock};
use nota_herstel::{Herstel, Why, failure};
use nota_model::{Change, Value};
use nota_store::disk::RealDisk;
use nota_store::{DraftHead, Fingerprint, Folders, Journal, Piece, PieceKind};
use nota_template::Registry;
use nota_typeset::{Fonts, HouseStyle, Typesetter};

const NOTA: &str = "---\nsjabloon: jenv/beslisnota\nonderwerp: Beslisnota proef\n---\n\n\
    ## 1. Aanleiding\n\nDe proef is afgerond.\n";

fn now() -> u64 {
    1_710_507_780_000
}

fn moment(_: u64) -> String {
    "15 maart 2024, 14:03".to_owned()
}

struct World {
    folder: tempfile::TempDir,
    herstel: Arc<Herstel>,
}

fn folders(folder: &Path) -> Folders {
    Folders {
        journals: folder.join("herstel"),
        versions: folder.join("versies"),
        rescues: folder.join("noodkopieen"),
    }
}

impl World {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("proef.nota.md"), NOTA).expect("the nota");
        let folders = Some(folders(folder.path()));
        let herstel = Herstel::new(Arc::new(RealDisk), folders, now, moment, |_| {});
        Self {
            folder,
            herstel: Arc::new(herstel),
        }
    }

    fn nota(&self) -> PathBuf {
        self.folder.path().join("proef.nota.md")
    }

    /// A program wrote these pieces and stopped; gives the id of the draft.
    fn left(&self, pieces: Vec<Piece>) -> String {
        let head = DraftHead {
            document: "0a1b2c3d4e5f6071".to_owned(),
            path: Some(self.nota()),
            machine: "werkplek".to_owned(),
            begun: now(),
            saved: Fingerprint::of(NOTA.as_bytes()),
        };
        let journals = folders(self.folder.path()).journals;
        let disk = Arc::new(RealDisk);
        let mut journal = Journal::new(disk, &journals, &head.to_bytes(), NOTA);
        journal.append(pieces).expect("written down");
        journal.id()
    }

    fn desk(&self) -> Desk<Outside> {
        let outside = Outside(Arc::clone(&self.herstel));
        let typesetter = || Typesetter::new(Fonts::embedded(), HouseStyle::default());
        Desk::new(Arc::new(outside), Stock::builtin, typesetter, Language::off)
    }
}

struct Outside(Arc<Herstel>);

impl Host for Outside {
    fn tell(&self, _: Event) {}

    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 3, 15).expect("a day")
    }

    fn time(&self) -> String {
        "14:03".to_owned()
    }

    fn read(&self, path: &str) -> Result<String, HostError> {
        let file = nota_store::read(Path::new(path));
        file.map(|file| file.text).map_err(|error| failure(&error))
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), HostError> {
        self.0.save(path, bytes)
    }

    fn keep(&self, kept: Keep) {
        self.0.keep(kept);
    }

    fn log(&self, _: &str) {}
}

fn subject(value: &str) -> Piece {
    let change = format!(r#"{{"type":"setField","path":"onderwerp","value":"{value}"}}"#);
    Piece::new(PieceKind::Change, change.into_bytes())
}

#[test]
fn what_was_not_saved_is_offered_until_its_file_has_it() {
    let (world, registry) = (World::new(), Registry::builtin());
    let id = world.left(vec![subject("Beslisnota tweede proef")]);
    let drafts = world.herstel.drafts(registry).expect("readable");
    let [draft] = drafts.as_slice() else {
        panic!("one draft: {drafts:?}");
    };
    assert_eq!(draft.text, KeptText::Concept { id: id.clone() });
    assert_eq!(draft.title, "Beslisnota tweede proef");
    assert_eq!((draft.why, draft.damaged), (Why::Stopped, false));
    assert_eq!(world.herstel.left(registry), [], "it is offered once");

    // Written elsewhere it is still not in its own file.
    let (text, _) = world.herstel.text(&draft.text, registry).expect("there");
    let copy = world.folder.path().join("kopie.nota.md");
    world.herstel.write(&id, &text, &copy).expect("written");
    assert_eq!(world.herstel.drafts(registry).expect("readable").len(), 1);
    let written = world.herstel.write(&id, &text, &world.nota());
    assert!(written.expect("written").replaced);
    assert_eq!(world.herstel.drafts(registry).expect("readable"), []);
    let versions = world.herstel.versions_of(&world.nota(), registry);
    let versions = versions.expect("readable").expect("known");
    let reasons: Vec<_> = versions
        .iter()
        .map(|own| (own.number, own.reason))
        .collect();
    assert_eq!(reasons, [(2, "opgeslagen"), (1, "zoals geopend")]);
    let first = world
        .herstel
        .version_of(&world.nota(), 1)
        .expect("readable");
    assert_eq!(first.as_deref(), Some(NOTA));
}

#[test]
fn a_draft_of_which_a_change_cannot_be_read_says_so() {
    let (world, registry) = (World::new(), Registry::builtin());
    let strange = Piece::new(PieceKind::Change, b"{\"type\":\"wat\"}".to_vec());
    world.left(vec![strange, subject("Beslisnota tweede proef")]);
    let drafts = world.herstel.drafts(registry).expect("readable");
    assert!(drafts.iter().all(|draft| draft.damaged) && drafts.len() == 1);
}

#[test]
fn what_was_closed_without_saving_stands_apart() {
    let (world, registry) = (World::new(), Registry::builtin());
    let closed = Piece::new(PieceKind::Closed, Vec::new());
    world.left(vec![subject("Beslisnota tweede proef"), closed]);
    let left = world.herstel.left(registry);
    let why: Vec<Why> = left.iter().map(|kept| kept.why).collect();
    assert_eq!(why, [Why::Closed]);
    assert_eq!(
        left[0].clone().view(moment).reden,
        "gesloten zonder opslaan"
    );
}

/// A nota that was changed here, and by another in its file.
fn conflict() -> (World, Desk<Outside>, String) {
    let world = World::new();
    let desk = world.desk();
    let path = world.nota().to_string_lossy().into_owned();
    desk.open_file(&path).expect("opens");
    let change = Change::SetField {
        path: "onderwerp".to_owned(),
        value: Value::Text("Van mij".to_owned()),
    };
    desk.apply(&change, None).expect("applies");
    std::fs::write(world.nota(), NOTA.replace("proef is", "proef was")).expect("written");
    let refused = desk.save_to(&path).map_err(|error| error.code);
    assert_eq!(refused.err().as_deref(), Some("changed"));
    (world, desk, path)
}

#[test]
fn mine_is_saved_over_what_another_wrote_which_is_a_version() {
    let (world, desk, path) = conflict();
    world
        .herstel
        .settle(Settlement::Mine, &desk)
        .expect("settled");
    let text = std::fs::read_to_string(&path).expect("readable");
    assert!(
        text.contains("Van mij") && text.contains("proef is"),
        "{text}"
    );
    let versions = world.herstel.versions(Registry::builtin());
    let foreign = versions
        .iter()
        .find(|own| own.reason == "door een ander geschreven");
    assert!(foreign.is_some(), "{versions:?}");
}

#[test]
fn theirs_comes_here_and_the_file_stays_as_it_is() {
    let (world, desk, path) = conflict();
    let before = std::fs::read_to_string(&path).expect("readable");
    let snapshot = world.herstel.settle(Settlement::Theirs, &desk);
    let snapshot = snapshot.expect("settled").expect("something is open");
    assert_eq!(snapshot.saved.state, SaveStatus::Opgeslagen);
    assert_eq!(std::fs::read_to_string(&path).expect("readable"), before);
    assert!(desk.text().is_some_and(|(text, _)| text == before));
    let versions = world.herstel.versions(Registry::builtin());
    let own = versions
        .iter()
        .find(|own| own.reason == "gesloten zonder opslaan");
    assert!(own.is_some(), "{versions:?}");
}
