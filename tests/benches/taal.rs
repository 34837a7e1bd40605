//! The language checks: a nota of twenty pages the first time and after a
//! one-word edit, the words that were meant by a misspelt one, and what the
//! dictionary takes. Prints rows of a table; run by `cargo xtask bench taal`.
#![allow(
    clippy::disallowed_methods,
    reason = "a measurement reads the clock and the system"
)]

use std::hint::black_box;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use nota_check::{Surroundings, check_language};
use nota_markdown::Parsed;
use nota_model::{Block, Change, SectionRef};
use nota_taal::{Onderdelen, Taal};
use nota_tests::engine;
use nota_tests::sizes::with_pages;

/// The most that each may take, as asked.
const FIRST: &str = "60 ms";
const EDIT: &str = "2 ms";
const SUGGESTIONS: &str = "100 ms";
const MEMORY: &str = "25 MB";

fn main() {
    let parsed = with_pages(20);
    let before = memory();
    let start = Instant::now();
    let loading = Taal::new(Onderdelen::ALL, Vec::new());
    black_box(loading.look("Dit is een onbekendwoordje."));
    let loaded = ms(start);
    black_box(loading.near("minsiter"));
    row("reading the dictionary, once", &[loaded], "ms", "");
    let more = memory() - before;
    println!("| memory with the dictionary | {more:.1} MB | | {MEMORY} |");

    let mut first = Vec::new();
    for _ in 0..20 {
        let taal = Taal::new(Onderdelen::ALL, Vec::new());
        first.push(time(&parsed, &taal));
    }
    row(
        "all checks of 20 pages, no text seen before",
        &first,
        "ms",
        FIRST,
    );

    let taal = Taal::new(Onderdelen::ALL, Vec::new());
    time(&parsed, &taal);
    let mut edits = Vec::new();
    for count in 0..200 {
        let change = Change::SetBody {
            section: SectionRef::Key("aanleiding".to_owned()),
            blocks: vec![Block::paragraph(format!(
                "Dit is de brief van dag {count} over de proef."
            ))],
        };
        let edited = Parsed {
            nota: parsed.nota.apply(&change).expect("a section"),
            ..engine::read("")
        };
        let edited = Parsed {
            template: parsed.template.clone(),
            ..edited
        };
        edits.push(time(&edited, &taal));
    }
    row(
        "all checks of 20 pages, after a one-word edit",
        &edits,
        "ms",
        EDIT,
    );

    let errors = include_str!("../../src-tauri/crates/nota-taal/tests/typfouten.tsv");
    let words = errors.lines().filter_map(|line| line.split('\t').next());
    let taken: Vec<f64> = words
        .map(|word| {
            let start = Instant::now();
            black_box(taal.suggest(word, &AtomicBool::new(false)));
            ms(start)
        })
        .collect();
    row("what was meant by a word", &taken, "ms", SUGGESTIONS);
}

fn time(parsed: &Parsed, taal: &Taal) -> f64 {
    let around = Surroundings {
        today: engine::today(),
        printable: &|_| true,
        pages: None,
        taal: Some(taal),
        metagegevens: None,
    };
    let start = Instant::now();
    black_box(check_language(&parsed.nota, &parsed.template, &around));
    ms(start)
}

fn ms(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}

/// The memory of this process in megabytes.
fn memory() -> f64 {
    let text = std::fs::read_to_string("/proc/self/smaps_rollup").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) / 1024.0
}

/// Half, and 95 in 100, are within these.
fn row(what: &str, times: &[f64], unit: &str, most: &str) {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let within = |part: f64| {
        let at = (sorted.len() as f64 * part).ceil() as usize;
        sorted
            .get(at.saturating_sub(1))
            .copied()
            .unwrap_or(f64::NAN)
    };
    println!(
        "| {what} | {:.2} {unit} | {:.2} {unit} | {most} |",
        within(0.5),
        within(0.95)
    );
}
