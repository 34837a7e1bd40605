//! What the drafter waits for after typing a word: check, typeset, and the
//! pictures of the pages that changed. Prints a row of a table per nota; run by
//! `cargo xtask bench engine`.
#![allow(clippy::disallowed_methods, reason = "a measurement reads the clock")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use nota_markdown::Parsed;
use nota_model::{Carrier, Change, Place, TextRange};
use nota_tests::engine;
use nota_tests::sizes::with_pages;

/// The number of words that are typed.
const EDITS: usize = 200;

/// Pixels per point of a page that fills its pane on a laptop.
const SCALE: f64 = 0.75;

fn main() {
    row(
        "the seed",
        engine::read(&engine::REGISTRY.fallback().voorbeeld),
    );
    row("20 pages", with_pages(20));
}

fn row(name: &str, mut parsed: Parsed) {
    let mut hashes = hashes(&parsed);
    let pages = hashes.len();
    let mut times = Vec::new();
    for edit in 0..EDITS {
        let change = typed(&parsed, edit);
        parsed.nota = parsed.nota.apply(&change).expect("the place is there");
        let start = Instant::now();
        black_box(engine::diagnose(&parsed, engine::today()));
        let typeset = engine::typeset(&parsed);
        let mut new = Vec::new();
        for page in 0..typeset.page_count() {
            let hash = typeset.page_hash(page);
            if hashes.get(page) != Some(&hash) {
                black_box(typeset.page_png(page, SCALE));
            }
            new.push(hash);
        }
        times.push(start.elapsed());
        hashes = new;
    }
    times.sort();
    println!(
        "| {name} | {pages} | {} | {} | {} |",
        millis(percentile(&times, 50)),
        millis(percentile(&times, 95)),
        millis(percentile(&times, 100)),
    );
}

/// A word typed in one of the paragraphs, each time another.
fn typed(parsed: &Parsed, edit: usize) -> Change {
    let places: Vec<Place> = parsed
        .nota
        .texts()
        .into_iter()
        .filter(|site| site.carrier == Carrier::Paragraph && site.text.len() > 40)
        .map(|site| site.place)
        .collect();
    let mut place = places[edit * 7 % places.len()].clone();
    place.range = Some(TextRange { start: 3, end: 3 });
    Change::ReplaceText {
        place,
        text: format!(" woord{edit} "),
    }
}

fn hashes(parsed: &Parsed) -> Vec<Option<u128>> {
    let typeset = engine::typeset(parsed);
    (0..typeset.page_count())
        .map(|page| typeset.page_hash(page))
        .collect()
}

fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    sorted[(sorted.len() - 1) * percent / 100]
}

fn millis(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}
