//! What was acknowledged as durable comes back, whatever the disk does.

use std::path::Path;
use std::sync::Arc;

use super::at_every_step;
use crate::disk::Disk;
use crate::testing::SimulatedDisk;
use crate::{Journal, Journals, Piece, PieceKind};

const FOLDER: &str = "/eigen/herstel";

/// Several changes, in batches, with a rewriting halfway. Gives the numbers of
/// the changes that were acknowledged, and whether the start was.
fn write_some(disk: &Arc<SimulatedDisk>) -> Option<usize> {
    let shared: Arc<dyn Disk> = disk.clone();
    let mut journal = Journal::new(shared, Path::new(FOLDER), b"{}", &text(0));
    let mut durable = journal.retry().is_ok().then_some(0);
    for number in 1..=6 {
        let written = if number == 4 {
            journal.rewrite(b"{}", &text(number))
        } else {
            journal.append(vec![
                Piece::new(PieceKind::Change, "x".repeat(700)),
                Piece::new(PieceKind::Change, number.to_string()),
            ])
        };
        if written.is_ok() {
            durable = Some(number);
        }
    }
    durable
}

fn text(number: usize) -> String {
    format!("{number} {}", "De tekst. ".repeat(120))
}

/// The number of the last change that comes back; they come without gaps.
fn last(disk: &SimulatedDisk) -> Option<usize> {
    let journals = Journals::new(Arc::new(disk.clone()), FOLDER.into());
    let ids = journals.ids().expect("can be listed");
    assert!(ids.len() <= 1);
    let pieces = journals.read(ids.first()?).expect("can be read");
    let mut last = None;
    for piece in pieces.whole {
        let said = String::from_utf8(piece.bytes).expect("text");
        let number = said.split(' ').next().and_then(|word| word.parse().ok());
        match (piece.kind, number) {
            (PieceKind::Text, number) => last = number,
            (PieceKind::Change, Some(number)) => {
                assert_eq!(Some(number), last.map(|last| last + 1), "no gaps");
                last = Some(number);
            }
            _ => {}
        }
    }
    last
}

#[test]
fn what_was_acknowledged_comes_back_at_every_step() {
    let looked = at_every_step(
        || SimulatedDisk::new(&["/eigen"]),
        write_some,
        |left, durable, when| {
            let found = last(left);
            assert!(found >= *durable, "{found:?} of {durable:?}: {when}");
        },
    );
    println!("{looked} ways to lose power");
}

#[test]
fn a_journal_is_private_and_known_to_be_open() {
    let disk = Arc::new(SimulatedDisk::new(&["/eigen"]));
    let shared: Arc<dyn Disk> = disk.clone();
    let mut journal = Journal::new(shared.clone(), Path::new(FOLDER), b"{}", "nota");
    journal.retry().expect("writes");
    let journals = Journals::new(shared, FOLDER.into());
    let id = journal.id();
    assert!(journals.is_open(&id));
    let path = Path::new(FOLDER).join(format!("{id}.journaal"));
    assert!(disk.is_private(&path));
    drop(journal);
    assert!(!journals.is_open(&id));
    assert_eq!(journals.ids().expect("lists"), [id]);
}

#[test]
fn a_discarded_journal_leaves_nothing() {
    let disk = Arc::new(SimulatedDisk::new(&["/eigen"]));
    let shared: Arc<dyn Disk> = disk.clone();
    let mut journal = Journal::new(shared, Path::new(FOLDER), b"{}", "nota");
    journal.retry().expect("writes");
    journal.discard().expect("goes");
    assert_eq!(disk.list(Path::new(FOLDER)).expect("lists").len(), 0);
}
