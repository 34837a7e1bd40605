//! What the desk writes down, and how it comes back, with a world of memory
//! around it: a disk that hangs, and another program on the same file.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use chrono::NaiveDate;
use nota_editor::view::{BannerChoice, HostError, SaveStatus};
use nota_editor::{Desk, Event, Host, Keep, Language, Note, Origin, Stock, replay};
use nota_model::{Block, Change, SectionRef};
use nota_template::Registry;
use nota_typeset::{Fonts, HouseStyle, Typesetter};

const TEXT: &str =
    "---\nsjabloon: jenv/beslisnota\nonderwerp: A\n---\n\n## 1. Aanleiding\n\nTekst.\n";

/// The end of waiting for a program that works.
const PATIENCE: Duration = Duration::from_secs(60);

struct World {
    kept: Mutex<Sender<Keep>>,
    /// Each write waits for a permit: to succeed, or to fail with a code.
    permits: Mutex<Receiver<Result<(), &'static str>>>,
}

impl Host for World {
    fn tell(&self, _: Event) {}

    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 3, 15).expect("a day")
    }

    fn time(&self) -> String {
        "14:03".to_owned()
    }

    fn read(&self, _: &str) -> Result<String, HostError> {
        Ok(TEXT.to_owned())
    }

    fn write(&self, _: &str, _: &[u8]) -> Result<(), HostError> {
        let permit = self
            .permits
            .lock()
            .expect("unlocked")
            .recv_timeout(PATIENCE);
        permit
            .expect("a permit")
            .map_err(|code| HostError::new(code, "Niet opgeslagen."))
    }

    fn keep(&self, kept: Keep) {
        let _ = self.kept.lock().expect("unlocked").send(kept);
    }

    fn log(&self, _: &str) {}
}

struct Stage {
    desk: Arc<Desk<World>>,
    kept: Receiver<Keep>,
    permit: Sender<Result<(), &'static str>>,
}

fn stage() -> Stage {
    let (sender, kept) = channel();
    let (permit, permits) = channel();
    let world = Arc::new(World {
        kept: Mutex::new(sender),
        permits: Mutex::new(permits),
    });
    let typesetter = || Typesetter::new(Fonts::embedded(), HouseStyle::default());
    let desk = Desk::new(world, Stock::builtin, typesetter, Language::off);
    desk.open_file("/stukken/a.nota.md").expect("opens");
    Stage {
        desk: Arc::new(desk),
        kept,
        permit,
    }
}

fn typed(text: &str) -> Change {
    Change::SetBody {
        section: SectionRef::Key("aanleiding".into()),
        blocks: vec![Block::paragraph(text)],
    }
}

/// What would come back if the program stopped now.
fn comes_back(kept: &Receiver<Keep>) -> String {
    let (mut text, mut changes) = (String::new(), Vec::new());
    while let Ok(kept) = kept.try_recv() {
        match kept {
            Keep::Opened { text: whole, .. } | Keep::Saved { text: whole, .. } => {
                (text, changes) = (whole, Vec::new());
            }
            Keep::Noted { note, .. } => match note {
                Note::Change(json) => changes.push(json),
                Note::Text(whole) | Note::Anew(whole) => (text, changes) = (whole, Vec::new()),
            },
            Keep::Version { .. } | Keep::Left { .. } => {}
        }
    }
    replay(&text, &changes, Registry::builtin()).text
}

#[test]
fn every_change_undo_and_restoring_is_written_down() {
    let stage = stage();
    let desk = &stage.desk;
    for text in ["Een.", "Twee.", "Drie."] {
        desk.apply(&typed(text), None).expect("applies");
    }
    desk.undo().expect("undoes");
    desk.apply(&typed("Vier."), None).expect("applies");
    desk.restore(&TEXT.replace("onderwerp: A", "onderwerp: Z"), Some(0))
        .expect("restores the subject");
    let (text, revision) = desk.text().expect("is open");
    assert!(text.contains("Vier.") && text.contains("onderwerp: Z"));
    assert_eq!(revision, 6);
    assert_eq!(comes_back(&stage.kept), text);
}

#[test]
fn a_disk_that_hangs_does_not_stop_the_typing_and_takes_nothing() {
    let stage = stage();
    let desk = Arc::clone(&stage.desk);
    desk.apply(&typed("Voor het opslaan."), None)
        .expect("applies");
    let saving = thread::spawn(move || desk.save_to("/stukken/a.nota.md"));
    let desk = &stage.desk;
    let state = || desk.snapshot().expect("is open").saved.state;
    while state() != SaveStatus::Bezig {
        thread::yield_now();
    }
    // The disk hangs: this would never return if typing waited for it.
    desk.apply(&typed("Tijdens het opslaan."), None)
        .expect("applies");
    let again = desk
        .save_to("/stukken/a.nota.md")
        .expect_err("one at a time");
    assert_eq!(again.code, "busy");
    stage.permit.send(Ok(())).expect("waits");
    let saved = saving.join().expect("ends").expect("saves");
    assert_eq!(
        saved.state,
        SaveStatus::NietOpgeslagen,
        "it was changed since"
    );
    assert!(comes_back(&stage.kept).contains("Tijdens het opslaan."));
}

#[test]
fn what_another_wrote_is_shown_and_either_can_be_taken() {
    let stage = stage();
    let desk = &stage.desk;
    desk.apply(&typed("Mijn tekst."), None).expect("applies");
    stage.permit.send(Err("changed")).expect("waits");
    let refused = desk.save_to("/stukken/a.nota.md").expect_err("refused");
    assert_eq!(refused.code, "changed");
    let banner = desk.snapshot().expect("is open").banner.expect("a banner");
    assert_eq!(banner.acties[0].id, BannerChoice::Conflict);
    let theirs = TEXT.replace("Tekst.", "Hun tekst.");
    let differences = desk.differences_since(&theirs).expect("compares");
    assert_eq!(differences.delen.len(), 1);
    let snapshot = desk.take_over(&theirs).expect("takes");
    assert_eq!(snapshot.saved.state, SaveStatus::Opgeslagen);
    assert_eq!(snapshot.banner, None);
    assert_eq!(desk.text().expect("is open").0, theirs);
    // It was a choice, and choices can be taken back.
    desk.undo().expect("undoes");
    assert!(desk.text().expect("is open").0.contains("Mijn tekst."));
}

#[test]
fn a_draft_comes_back_unsaved_beside_what_its_file_holds() {
    let stage = stage();
    let draft = TEXT.replace("Tekst.", "Niet opgeslagen tekst.");
    let path = Some("/stukken/a.nota.md".to_owned());
    let snapshot = stage.desk.open_draft("d1", &draft, path, Some(TEXT));
    assert_eq!(snapshot.saved.state, SaveStatus::NietOpgeslagen);
    assert!(stage.desk.is_dirty());
    assert_eq!(comes_back(&stage.kept), draft);
    let untitled = stage
        .desk
        .open_draft("d2", &draft, Some("/weg".into()), None);
    assert_eq!(untitled.path, None, "its file is gone");
}

#[test]
fn a_text_that_was_kept_comes_back_unsaved_and_says_where_it_comes_from() {
    let stage = stage();
    let origin = Origin::Versions("v1".to_owned());
    let snapshot = stage.desk.open_kept(TEXT, origin.clone());
    assert_eq!(snapshot.saved.state, SaveStatus::NietOpgeslagen);
    assert_eq!(snapshot.path, None);
    assert!(stage.desk.is_dirty());
    let opened = stage.kept.try_iter().filter_map(|kept| match kept {
        Keep::Opened { origin, .. } => origin,
        _ => None,
    });
    assert_eq!(opened.last(), Some(origin));
    stage.desk.close();
    let left = stage.kept.try_iter().last();
    let unsaved = Some(TEXT.to_owned());
    assert_eq!(left, Some(Keep::Left { unsaved }), "it stays a draft");
}
