//! The vault on a real disk: conflicts, locks, copies and drafts.

use std::fs;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Instant;

use super::*;
use crate::disk::RealDisk;
use crate::testing::{HangingDisk, SimulatedDisk};
use crate::{ErrorCode, Holder, Piece, PieceKind};

struct World {
    folder: tempfile::TempDir,
    news: Receiver<News>,
    vault: Vault,
}

/// A clock that goes on a millisecond each time one looks: of versions of one
/// moment none is the newest.
fn ticking() -> u64 {
    static NOW: AtomicU64 = AtomicU64::new(1_000_000);
    NOW.fetch_add(1, Ordering::Relaxed)
}

fn vault(folder: &Path) -> (Vault, Receiver<News>) {
    let (tell, news) = channel();
    let inside = |name: &str| folder.join("eigen").join(name);
    let folders = Folders {
        journals: inside("herstel"),
        versions: inside("versies"),
        rescues: inside("noodkopieen"),
    };
    let vault = Vault::new(Arc::new(RealDisk), Some(folders), ticking, move |said| {
        let _ = tell.send(said);
    });
    (vault, news)
}

fn world() -> World {
    let folder = tempfile::tempdir().expect("a folder");
    let (vault, news) = vault(folder.path());
    World {
        folder,
        news,
        vault,
    }
}

impl World {
    fn file(&self) -> PathBuf {
        self.folder.path().join("a.nota.md")
    }

    fn open(&self, text: &str) -> Option<Holder> {
        fs::write(self.file(), text).expect("writes");
        self.vault.open(Opening {
            path: Some(self.file()),
            text: text.to_owned(),
            saved: text.to_owned(),
            draft: None,
            document: None,
        });
        self.vault.stand_by()
    }

    fn code(&self, text: &str) -> Option<ErrorCode> {
        let saved = self.vault.save(&self.file(), text.as_bytes());
        saved.err().map(|error| error.code())
    }
}

/// A file that holds "een", as it is opened.
fn opened(path: impl Into<PathBuf>) -> Opening {
    Opening {
        path: Some(path.into()),
        text: "een".into(),
        saved: "een".into(),
        draft: None,
        document: None,
    }
}

fn until<T>(mut look: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + Duration::from_secs(20);
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < end, "it does not come");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn what_another_wrote_is_not_overwritten_before_the_user_saw_it() {
    let world = world();
    assert!(world.open("een").is_none());
    assert_eq!(world.code("twee"), None);
    fs::write(world.file(), "van een ander").expect("writes");
    let news = until(|| world.news.try_recv().ok());
    assert!(matches!(news, News::Foreign { gone: false }), "{news:?}");
    assert_eq!(world.code("drie"), Some(ErrorCode::Changed));
    assert_eq!(
        fs::read_to_string(world.file()).expect("reads"),
        "van een ander"
    );
    assert_eq!(world.vault.accept().expect("reads"), "van een ander");
    assert_eq!(world.code("drie"), None);
    let mut texts: Vec<String> = world
        .vault
        .list()
        .iter()
        .map(|version| world.vault.version(&version.id).expect("reads"))
        .collect();
    texts.sort();
    assert_eq!(texts, ["drie", "een", "twee", "van een ander"]);
}

#[test]
fn own_writes_are_never_news() {
    let world = world();
    world.open("een");
    for number in 0..5 {
        assert_eq!(world.code(&format!("tekst {number}")), None);
        thread::sleep(Duration::from_millis(60));
    }
    thread::sleep(Duration::from_millis(400));
    assert!(world.news.try_recv().is_err());
}

#[test]
fn a_file_that_goes_is_news_and_saving_brings_it_back() {
    let world = world();
    world.open("een");
    fs::remove_file(world.file()).expect("goes");
    let news = until(|| world.news.try_recv().ok());
    assert!(matches!(news, News::Foreign { gone: true }), "{news:?}");
    assert_eq!(world.code("twee"), None);
}

#[test]
fn a_second_window_hears_who_has_the_file() {
    let world = world();
    world.open("een");
    let (second, _news) = vault(world.folder.path());
    second.open(opened(world.file()));
    let holder = second.stand_by();
    assert_eq!(holder.map(|holder| holder.machine), Some(crate::machine()));
    world.vault.close(None);
    let (third, _news) = vault(world.folder.path());
    third.open(opened(world.file()));
    let holder = third.stand_by();
    assert_eq!(holder, None);
}

#[test]
fn a_vanished_folder_gives_a_copy_elsewhere_and_the_sentence_says_where() {
    let world = world();
    world.open("een");
    let far = world.folder.path().join("weg/a.nota.md");
    let error = world
        .vault
        .save(&far, b"mijn tekst")
        .expect_err("no folder");
    assert_eq!(error.code(), ErrorCode::NotFound);
    let copy = world.folder.path().join("eigen/noodkopieen/a.nota.md");
    assert_eq!(fs::read(&copy).expect("is there"), b"mijn tekst");
    let sentence = error.to_string();
    assert!(sentence.contains(&copy.display().to_string()), "{sentence}");
}

#[test]
fn a_draft_comes_back_and_goes_once_its_text_is_in_another_journal() {
    let world = world();
    world.open("een");
    world
        .vault
        .order(Order::Append(Piece::new(PieceKind::Change, "{}"), 1));
    let journals = world.vault.journals();
    let id = until(|| {
        let draft = journals.drafts().expect("lists").into_iter().next()?;
        (draft.changes.len() == 1).then_some(draft.id)
    });
    // The program is gone without a word.
    *world.vault.lock() = None;
    until(|| (!journals.is_open(&id)).then_some(()));
    world.vault.open(Opening {
        path: Some(world.file()),
        text: "een en meer".into(),
        saved: "een".into(),
        draft: Some(id.clone()),
        document: None,
    });
    let draft = until(|| {
        let drafts = journals.drafts().expect("lists");
        drafts.into_iter().next().filter(|draft| draft.id != id)
    });
    assert_eq!(draft.text, "een en meer");
    until(|| (journals.ids().expect("lists").len() == 1).then_some(()));
    world.vault.close(None);
    until(|| journals.ids().expect("lists").is_empty().then_some(()));
}

#[test]
fn versions_that_are_too_many_go_and_the_newest_stays() {
    let world = world();
    world.open("een");
    assert_eq!(world.code("twee"), None);
    assert_eq!(world.code("drie"), None);
    assert_eq!(world.vault.list().len(), 3);
    world.vault.prune(|times, _| (1..times.len()).collect());
    let left = world.vault.list();
    assert_eq!(left.len(), 1);
}

/// Does something that must not wait for a disk.
fn at_once<T: Send>(what: &str, act: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let (done, result) = channel();
        scope.spawn(move || done.send(act()));
        let result = result.recv_timeout(Duration::from_secs(10));
        result.unwrap_or_else(|_| {
            // The scope would wait for ever as well.
            eprintln!("{what} waits for the disk that hangs");
            std::process::abort()
        })
    })
}

#[test]
fn saving_on_a_disk_that_hangs_holds_up_nothing_else() {
    let disk = HangingDisk::new(SimulatedDisk::new(&["/eigen", "/hier", "/ver"]), "/ver");
    let folders = Folders {
        journals: "/eigen/herstel".into(),
        versions: "/eigen/versies".into(),
        rescues: "/eigen/noodkopieen".into(),
    };
    let shared = Arc::new(disk.clone());
    let vault = Vault::new(shared, Some(folders), || 1_000_000, |_| {});
    vault.open(opened("/hier/a.nota.md"));
    assert_eq!(vault.stand_by(), None);
    let far = Path::new("/ver/a.nota.md");
    let types = |number: u64| {
        at_once("typing", || {
            let piece = Piece::new(PieceKind::Change, "{}");
            vault.order(Order::Append(piece, number));
            vault.since_version();
        });
    };
    thread::scope(|scope| {
        // While the file is written.
        disk.hang();
        let saving = scope.spawn(|| vault.save(far, b"twee"));
        thread::sleep(Duration::from_millis(50));
        types(1);
        assert!(!saving.is_finished());
        disk.answer();
        saving.join().expect("ends").expect("saves");
        // While the lock is taken.
        disk.hang();
        let other = at_once("noting", || vault.saved(far, "twee", "drie".into(), 2));
        assert!(other);
        let standing = scope.spawn(|| vault.stand_by());
        thread::sleep(Duration::from_millis(50));
        types(3);
        assert!(!standing.is_finished());
        disk.answer();
        assert_eq!(standing.join().expect("ends"), None);
        assert!(disk.stat(Path::new("/ver/.~a.nota.md.slot")).is_ok());
        until(|| disk.stat(Path::new("/hier/.~a.nota.md.slot")).err());
        // While the lock is let go.
        disk.hang();
        at_once("closing", || vault.close(None));
        disk.answer();
        until(|| disk.stat(Path::new("/ver/.~a.nota.md.slot")).err());
    });
}

#[test]
fn a_lock_that_comes_when_the_nota_is_gone_is_let_go() {
    let disk = HangingDisk::new(SimulatedDisk::new(&["/ver"]), "/ver");
    let vault = Vault::new(Arc::new(disk.clone()), None, || 1_000_000, |_| {});
    vault.open(opened("/ver/a.nota.md"));
    disk.hang();
    thread::scope(|scope| {
        let standing = scope.spawn(|| vault.stand_by());
        thread::sleep(Duration::from_millis(50));
        at_once("closing", || vault.close(None));
        disk.answer();
        assert_eq!(standing.join().expect("ends"), None);
    });
    until(|| disk.stat(Path::new("/ver/.~a.nota.md.slot")).err());
}

#[test]
fn without_a_folder_of_ones_own_nothing_is_kept_and_saving_works() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.nota.md");
    fs::write(&file, "een").expect("writes");
    let (tell, news) = channel();
    let vault = Vault::new(
        Arc::new(RealDisk),
        None,
        || 1_000_000,
        move |said| {
            let _ = tell.send(said);
        },
    );
    vault.open(opened(&file));
    assert_eq!(vault.stand_by(), None);
    let said = until(|| news.try_recv().ok());
    assert!(matches!(said, News::NoFolder), "{said:?}");
    let piece = Piece::new(PieceKind::Text, "geheim");
    vault.order(Order::Append(piece, 1));
    vault.save(&file, b"twee").expect("saves");
    assert_eq!(fs::read(&file).expect("reads"), b"twee");
    let far = folder.path().join("weg/a.nota.md");
    let error = vault.save(&far, b"drie").expect_err("no such folder");
    assert_eq!(error.code(), ErrorCode::NotFound);
    assert_eq!(vault.list(), []);
    vault.close(Some("vier"));
    vault.forget("", 0).expect("there is nothing");
    let names = fs::read_dir(folder.path()).expect("lists");
    let names: Vec<_> = names.flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(names, ["a.nota.md"]);
}

#[test]
fn what_no_file_leads_to_any_more_is_found_and_can_be_thrown_away() {
    let world = world();
    world.open("een");
    assert_eq!(world.code("twee"), None);
    let far = world.folder.path().join("weg/b.nota.md");
    world.vault.save(&far, b"drie").expect_err("no such folder");
    world.vault.close(None);
    // As long as the file is there its versions are found through it.
    assert_eq!(world.vault.orphans(), []);
    fs::remove_file(world.file()).expect("goes");
    world.vault.open(Opening {
        path: None,
        text: String::new(),
        saved: String::new(),
        draft: None,
        document: None,
    });
    world.vault.close(Some("nooit opgeslagen"));
    let vault = &world.vault;
    let texts = || {
        let orphans = vault.orphans().into_iter();
        let texts = orphans.map(|own| (vault.orphan(&own.document).expect("reads"), own.document));
        let mut texts: Vec<(String, String)> = texts.collect();
        texts.sort();
        texts
    };
    let found: Vec<String> = texts().into_iter().map(|(text, _)| text).collect();
    assert_eq!(found, ["nooit opgeslagen", "twee"]);
    assert_eq!(vault.rescued(), ["b.nota.md"]);
    assert_eq!(vault.rescued_text("b.nota.md").expect("reads"), "drie");
    // A name leads to no other folder.
    fs::write(world.file(), "een").expect("writes");
    vault.rescued_text("../../a.nota.md").expect_err("outside");
    fs::remove_file(world.file()).expect("goes");
    for (_, document) in texts() {
        vault.forget_orphan(&document).expect("goes");
    }
    vault.forget_rescued("b.nota.md").expect("goes");
    assert_eq!(vault.orphans(), []);
    assert_eq!(vault.rescued(), [""; 0]);
}

#[test]
fn what_comes_back_without_a_file_goes_on_as_the_same_nota() {
    let world = world();
    let vault = &world.vault;
    let opens = |draft: Option<String>, document: Option<String>| {
        vault.open(Opening {
            path: None,
            text: "een".into(),
            saved: String::new(),
            draft,
            document,
        });
    };
    opens(None, None);
    vault.close(Some("een"));
    let journals = vault.journals();
    let draft = until(|| {
        journals
            .drafts()
            .expect("lists")
            .into_iter()
            .find(|own| own.closed)
    });
    until(|| (!journals.is_open(&draft.id)).then_some(()));
    opens(Some(draft.id.clone()), None);
    until(|| journals.draft(&draft.id).err());
    vault.close(Some("een"));
    let known = |orphans: Vec<Orphan>| {
        orphans
            .into_iter()
            .map(|own| own.document)
            .collect::<Vec<_>>()
    };
    let document = draft.head.expect("a head").document;
    assert_eq!(known(vault.orphans()), std::slice::from_ref(&document));
    opens(None, Some(document.clone()));
    assert_eq!(vault.list().len(), 1);
    vault.save(&world.file(), b"een").expect("saves");
    assert!(vault.saved(&world.file(), "een", "een".into(), 1));
    vault.close(None);
    assert_eq!(known(vault.orphans()), [""; 0]);
}
