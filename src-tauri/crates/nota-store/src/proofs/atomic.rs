//! A saved file is the old one or the new one, never a mixture, and nothing
//! is lost of what was acknowledged.

use std::path::Path;
use std::sync::Arc;

use super::{at_every_step, bytes};
use crate::disk::{Disk, Rights};
use crate::put::{Expect, put};
use crate::testing::SimulatedDisk;
use crate::{ErrorCode, Fingerprint, Maker, Shelf, Versions};

const FILE: &str = "/stukken/brief.nota.md";

fn old() -> Vec<u8> {
    "De oude tekst. ".repeat(150).into_bytes()
}

fn new() -> Vec<u8> {
    "Een nieuwe tekst! ".repeat(170).into_bytes()
}

/// A disk with the old text in the file.
fn with_old() -> SimulatedDisk {
    let disk = SimulatedDisk::new(&["/stukken"]);
    write(&disk, &old(), Expect::Nothing).expect("writes");
    disk
}

fn write(disk: &SimulatedDisk, bytes: &[u8], expect: Expect<'_>) -> Result<(), ErrorCode> {
    let put = put(disk, Path::new(FILE), bytes, expect, Rights::Usual);
    put.map_err(|error| error.code())
}

#[test]
fn replacing_gives_the_old_or_the_new_file_at_every_step() {
    let known = [Fingerprint::of(&old())];
    for expect in [Expect::Anything, Expect::Only(&known)] {
        at_every_step(
            with_old,
            |disk| write(disk, &new(), expect).is_ok(),
            |left, saved, when| {
                let found = bytes(left, FILE);
                let is_new = found.as_ref() == Some(&new());
                assert!(is_new || found.as_ref() == Some(&old()), "{when}");
                assert!(is_new || !saved, "what was saved is there: {when}");
            },
        );
    }
}

#[test]
fn a_disk_that_cannot_exchange_names_keeps_the_promise_too() {
    let known = [Fingerprint::of(&old())];
    at_every_step(
        || with_old().without_exchange(),
        |disk| write(disk, &new(), Expect::Only(&known)).is_ok(),
        |left, saved, when| {
            let found = bytes(left, FILE);
            let is_new = found.as_ref() == Some(&new());
            assert!(is_new || found == Some(old()) && !saved, "{when}");
        },
    );
}

#[test]
fn a_first_save_gives_the_whole_file_or_none_at_every_step() {
    at_every_step(
        || SimulatedDisk::new(&["/stukken"]),
        |disk| write(disk, &new(), Expect::Nothing).is_ok(),
        |left, saved, when| match bytes(left, FILE) {
            Some(found) => assert_eq!(found, new(), "{when}"),
            None => assert!(!saved, "{when}"),
        },
    );
}

#[test]
fn a_save_with_versions_keeps_old_and_new_at_every_step() {
    let run = |disk: &Arc<SimulatedDisk>| {
        let shared: Arc<dyn Disk> = disk.clone();
        let versions = Versions::new(shared, "/eigen/versies".into());
        let shelf = Shelf {
            disk: &**disk,
            versions: &versions,
            document: "d",
        };
        let maker = Maker {
            machine: "m".into(),
            time: 1,
        };
        let known = [Fingerprint::of(&old())];
        let saved = shelf.save(Path::new(FILE), &new(), &known, &maker);
        saved.is_ok_and(|saved| saved.without_version.is_none())
    };
    at_every_step(
        || {
            let disk = with_old();
            disk.create_folder(Path::new("/eigen")).expect("makes");
            disk.sync_folder(Path::new("/")).expect("syncs");
            disk
        },
        run,
        |left, whole, when| {
            let found = bytes(left, FILE).expect(when);
            assert!(found == old() || found == new(), "{when}");
            if *whole {
                let versions = Versions::new(Arc::new(left.clone()), "/eigen/versies".into());
                let texts: Vec<_> = versions
                    .list("d")
                    .iter()
                    .map(|version| versions.read("d", &version.id).expect("reads").1)
                    .collect();
                assert_eq!(texts.len(), 2, "{when}");
                assert!(texts.contains(&String::from_utf8(old()).expect("text")));
            }
        },
    );
}

#[test]
fn a_scanner_that_holds_the_file_for_a_moment_is_waited_for() {
    const BUSY: i32 = 16;
    let disk = with_old();
    disk.arrange(crate::testing::Fault::None);
    write(&disk, &new(), Expect::Anything).expect("writes");
    let rename = disk.steps() - 2;
    let disk = with_old();
    disk.arrange(crate::testing::Fault::Once(rename, BUSY));
    assert_eq!(write(&disk, &new(), Expect::Anything), Ok(()));
    disk.arrange(crate::testing::Fault::From(rename, BUSY));
    assert_eq!(write(&disk, &old(), Expect::Anything), Err(ErrorCode::Held));
    assert_eq!(bytes(&disk, FILE), Some(new()));
}

#[test]
fn temporary_files_are_private_and_the_rights_of_the_file_stay() {
    let disk = with_old();
    assert!(!disk.is_private(Path::new(FILE)));
    put(
        &disk,
        Path::new("/stukken/eigen"),
        b"x",
        Expect::Nothing,
        Rights::Private,
    )
    .expect("writes");
    assert!(disk.is_private(Path::new("/stukken/eigen")));
    put(
        &disk,
        Path::new("/stukken/eigen"),
        b"y",
        Expect::Anything,
        Rights::Usual,
    )
    .expect("writes");
    assert!(disk.is_private(Path::new("/stukken/eigen")), "as it was");
}
