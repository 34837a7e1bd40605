//! Every byte cut off and every bit turned: nothing stumbles, the rest comes
//! back, and what is damaged stays.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::disk::Disk;
use crate::testing::SimulatedDisk;
use crate::{Cause, Fingerprint, Journal, Journals, Piece, PieceKind, VersionHead, Versions};

const FOLDER: &str = "/eigen/herstel";

/// A journal with three changes in three batches; its file.
fn journal() -> (SimulatedDisk, PathBuf, String) {
    let disk = SimulatedDisk::new(&["/eigen"]);
    let shared: Arc<dyn Disk> = Arc::new(disk.clone());
    let mut journal = Journal::new(shared, Path::new(FOLDER), b"{}", "De nota.");
    for number in ["een", "twee", "drie"] {
        let piece = Piece::new(PieceKind::Change, number);
        journal.append(vec![piece]).expect("writes");
    }
    let id = journal.id();
    (disk, Path::new(FOLDER).join(format!("{id}.journaal")), id)
}

fn changes(pieces: &[Piece]) -> Vec<String> {
    pieces
        .iter()
        .filter(|piece| piece.kind == PieceKind::Change)
        .map(|piece| String::from_utf8(piece.bytes.clone()).expect("text"))
        .collect()
}

#[test]
fn a_journal_cut_off_anywhere_gives_all_before_the_cut() {
    let (disk, path, id) = journal();
    let whole = disk.read(&path, u64::MAX - 1).expect("reads");
    let journals = Journals::new(Arc::new(disk.clone()), FOLDER.into());
    let mut before = 0;
    for length in 0..=whole.len() {
        disk.damage(&path, whole[..length].to_vec());
        let pieces = journals.read(&id).expect("reads");
        assert!(pieces.whole.len() >= before, "at {length}");
        before = pieces.whole.len();
    }
    assert_eq!(before, 7);
}

#[test]
fn a_turned_bit_in_a_journal_costs_at_most_one_change_and_the_file_stays() {
    let (disk, path, id) = journal();
    let whole = disk.read(&path, u64::MAX - 1).expect("reads");
    let journals = Journals::new(Arc::new(disk.clone()), FOLDER.into());
    let all = ["een", "twee", "drie"];
    for at in 0..whole.len() * 8 {
        let mut bytes = whole.clone();
        bytes[at / 8] ^= 1 << (at % 8);
        disk.damage(&path, bytes);
        let pieces = journals.read(&id).expect("reads");
        assert!(pieces.damaged, "bit {at}");
        let text = pieces
            .whole
            .iter()
            .find(|piece| piece.kind == PieceKind::Text);
        assert_eq!(text.map(|piece| &piece.bytes[..]), Some(&b"De nota."[..]));
        let found = changes(&pieces.whole);
        assert!(found.len() >= 2, "bit {at}: {found:?}");
        assert!(found.iter().all(|change| all.contains(&change.as_str())));
    }
    journals.discard(&id).expect("goes");
    let left = disk.list(Path::new(FOLDER)).expect("lists");
    assert_eq!(left, [format!("{id}.beschadigd").as_str()]);
}

#[test]
fn a_damaged_version_is_told_apart_and_the_others_are_whole() {
    let disk = SimulatedDisk::new(&["/eigen"]);
    let versions = Versions::new(Arc::new(disk.clone()), "/eigen/versies".into());
    for (time, text) in [(1, "een"), (2, "De tweede versie")] {
        let head = VersionHead {
            time,
            machine: "m".into(),
            cause: Cause::Saved,
            path: Some("/stukken/a".into()),
            fingerprint: Fingerprint::of(text.as_bytes()),
        };
        versions.keep("d", &head, text.as_bytes()).expect("keeps");
    }
    let id = versions.list("d").first().expect("a version").id.clone();
    let path = Path::new("/eigen/versies/d").join(&id);
    let whole = disk.read(&path, u64::MAX - 1).expect("reads");
    for at in 0..whole.len() * 8 {
        let mut bytes = whole.clone();
        bytes[at / 8] ^= 1 << (at % 8);
        disk.damage(&path, bytes);
        let list = versions.list("d");
        let oldest = list.last().expect("the other one");
        assert_eq!((oldest.head.time, oldest.damaged), (1, false), "bit {at}");
        if let Ok((version, text)) = versions.read("d", &id) {
            let is_whole = text == "De tweede versie";
            assert!(is_whole || version.damaged, "bit {at}: {text}");
        }
    }
    for length in 0..whole.len() {
        disk.damage(&path, whole[..length].to_vec());
        let whole_ones = versions.list("d").into_iter().filter(|own| !own.damaged);
        assert_eq!(whole_ones.count(), 1, "cut at {length}");
    }
    assert!(disk.read(&path, 1000).is_ok(), "the damaged one stays");
}
