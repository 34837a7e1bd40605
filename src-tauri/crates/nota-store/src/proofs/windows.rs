//! Two windows and another program on one file, in thousands of orders: no
//! text that was ever saved disappears.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use super::{effort, seed};
use crate::disk::{Disk, Rights};
use crate::put::{Expect, put};
use crate::testing::{Dice, SimulatedDisk};
use crate::{ErrorCode, Fingerprint, Maker, Shelf, Versions, name_for_copy};

const FILE: &str = "/stukken/brief.nota.md";
const VERSIONS: &str = "/eigen/versies";

/// A window that opens the file, writes and saves, and chooses what to do when
/// another was first. Gives the texts that were saved.
fn window(disk: &SimulatedDisk, name: &str, seed: u64) -> Vec<String> {
    let shared: Arc<dyn Disk> = Arc::new(disk.clone());
    let versions = Versions::new(shared, VERSIONS.into());
    let shelf = Shelf {
        disk,
        versions: &versions,
        document: "d",
    };
    let path = Path::new(FILE);
    let mut dice = Dice::new(seed);
    let mut saved = Vec::new();
    let mut known: Vec<Fingerprint> = disk
        .read(path, 1000)
        .iter()
        .map(|own| Fingerprint::of(own))
        .collect();
    for number in 0..3 {
        let text = format!("{name} {number}");
        let maker = Maker {
            machine: name.into(),
            time: dice.roll() % 1000,
        };
        match shelf.save(path, text.as_bytes(), &known, &maker) {
            Ok(_) => {
                known.push(Fingerprint::of(text.as_bytes()));
                saved.push(text);
            }
            Err(error) => {
                assert_eq!(error.code(), ErrorCode::Changed, "{error:?}");
                let there = disk.read(path, 1000).expect("is there");
                match dice.below(3) {
                    // Theirs: what was typed is thrown away by choice.
                    0 => known = vec![Fingerprint::of(&there)],
                    // Ours, from now on.
                    1 => known.push(Fingerprint::of(&there)),
                    _ => {
                        let copy =
                            path.with_file_name(format!("{name}{number} {}", name_for_copy(path)));
                        let copied =
                            put(disk, &copy, text.as_bytes(), Expect::Nothing, Rights::Usual);
                        copied.expect("a copy");
                        saved.push(text);
                    }
                }
            }
        }
    }
    disk.leave();
    saved
}

/// A program that knows nothing of us and replaces the file, as a sync client
/// does. What it replaces itself is its own business.
fn outsider(disk: &SimulatedDisk, seed: u64) -> (Vec<String>, BTreeSet<String>) {
    let mut dice = Dice::new(seed);
    let mut saved = Vec::new();
    let mut replaced = BTreeSet::new();
    for number in 0..2 {
        for _ in 0..dice.below(20) {
            disk.wait(std::time::Duration::ZERO);
        }
        let text = format!("buiten {number}");
        let beside = PathBuf::from(format!("/stukken/buiten{number}"));
        let mut file = disk.create(&beside).expect("makes");
        file.write(text.as_bytes()).expect("writes");
        // Exchanging tells exactly what it replaced.
        disk.exchange(&beside, Path::new(FILE)).expect("puts");
        let old = disk.read(&beside, 1000).expect("reads");
        replaced.insert(String::from_utf8(old).expect("text"));
        disk.remove(&beside).expect("goes");
        saved.push(text);
    }
    disk.leave();
    (saved, replaced)
}

/// Every text that is on the disk: files, copies and versions.
fn all_texts(disk: &SimulatedDisk) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    for name in disk.list(Path::new("/stukken")).expect("lists") {
        let path = Path::new("/stukken").join(name);
        let bytes = disk.read(&path, 1000).expect("reads");
        texts.insert(String::from_utf8(bytes).expect("text"));
    }
    let versions = Versions::new(Arc::new(disk.clone()), VERSIONS.into());
    for version in versions.list("d") {
        texts.insert(versions.read("d", &version.id).expect("reads").1);
    }
    texts
}

#[test]
fn no_saved_text_disappears_in_any_order() {
    let rounds = 2_000 * effort();
    for round in 0..rounds {
        let seed = seed() + round;
        let disk = SimulatedDisk::new(&["/stukken", "/eigen", VERSIONS]);
        let start = put(
            &disk,
            Path::new(FILE),
            b"begin",
            Expect::Nothing,
            Rights::Usual,
        );
        start.expect("writes");
        let programs = disk.shared(3, seed);
        let (first, second, (outside, replaced)) = thread::scope(|scope| {
            let first = scope.spawn(|| window(&programs[0], "een", seed.wrapping_mul(3) + 1));
            let second = scope.spawn(|| window(&programs[1], "twee", seed.wrapping_mul(3) + 2));
            let outside = scope.spawn(|| outsider(&programs[2], seed.wrapping_mul(3)));
            (
                first.join().expect("the first window"),
                second.join().expect("the second window"),
                outside.join().expect("the outsider"),
            )
        });
        let there = all_texts(&disk);
        for text in first.iter().chain(&second) {
            assert!(there.contains(text), "seed {seed}: {text} of {there:?}");
        }
        // The outsider may replace its own text and the first one.
        for text in outside.iter().filter(|text| !replaced.contains(*text)) {
            assert!(there.contains(text), "seed {seed}: {text} of {there:?}");
        }
    }
}
