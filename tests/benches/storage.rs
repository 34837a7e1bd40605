//! What it costs to write a change down in the journal, with and without
//! waiting for the disk. Prints rows of a table; run by
//! `cargo xtask bench opslag`.
#![allow(clippy::disallowed_methods, reason = "a measurement reads the clock")]

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use nota_editor::{Ledger, Note, Session};
use nota_model::{Block, Change, SectionRef};
use nota_store::disk::{Disk, RealDisk};
use nota_store::testing::SimulatedDisk;
use nota_store::{Journal, Piece, PieceKind};
use nota_tests::engine;
use nota_tests::sizes::with_pages;

/// The number of changes.
const CHANGES: usize = 1_000;

fn main() {
    let seed = engine::REGISTRY.fallback().voorbeeld.to_string();
    let long = nota_markdown::print(&with_pages(20).nota);
    let folder = std::env::temp_dir().join("nota-bench-journaal");
    for (name, text) in [("the seed", &seed), ("20 pages", &long)] {
        let memory = Arc::new(SimulatedDisk::new(&[]));
        row(name, "in memory", text, memory, Path::new("/herstel"));
        row(name, "synced", text, Arc::new(RealDisk), &folder);
    }
    let _ = std::fs::remove_dir_all(folder);
}

fn row(name: &str, journal: &str, text: &str, disk: Arc<dyn Disk>, folder: &Path) {
    let mut times = measure(text, disk, folder);
    times.sort();
    let at = |percent: usize| millis(times[(times.len() - 1) * percent / 100]);
    println!(
        "| {name} | {journal} | {} | {} | {} |",
        at(50),
        at(95),
        at(100)
    );
}

fn measure(text: &str, disk: Arc<dyn Disk>, folder: &Path) -> Vec<Duration> {
    let mut session = Session::open(1, text, &engine::REGISTRY, None);
    let mut ledger = Ledger::new();
    let mut journal = Journal::new(disk, folder, b"{}", text);
    journal.retry().expect("the disk is there");
    let mut blocks = session.nota().sections[0].body.blocks.clone();
    let mut times = Vec::new();
    for number in 0..CHANGES {
        blocks.truncate(20);
        blocks.push(Block::paragraph(format!("Woord {number}.")));
        let change = Change::SetBody {
            section: SectionRef::Index(0),
            blocks: blocks.clone(),
        };
        session.apply(&change, None).expect("the section is there");
        let start = Instant::now();
        let written = match ledger.note(Some(&change), &session) {
            Note::Change(json) => journal.append(vec![Piece::new(PieceKind::Change, json)]),
            Note::Text(text) => journal.append(vec![Piece::new(PieceKind::Text, text)]),
            Note::Anew(text) => journal.rewrite(b"{}", &text),
        };
        written.expect("there is room");
        times.push(start.elapsed());
    }
    journal.discard().expect("it goes");
    times
}

fn millis(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}
