//! How the time grows with the length of the nota, from 1 to 100 pages.
//! Prints a row of a table per length; run by `cargo xtask bench growth`.
#![allow(clippy::disallowed_methods, reason = "a measurement reads the clock")]

use std::hint::black_box;
use std::time::Instant;

use nota_export::Format;
use nota_tests::engine;
use nota_tests::sizes::with_pages;

fn main() {
    // What is done once in a process is no part of the growth.
    black_box(engine::exported(Format::PDF, &with_pages(1)).is_ok());
    for wanted in [1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] {
        let text = nota_markdown::print(&with_pages(wanted).nota);
        let start = Instant::now();
        let parsed = engine::read(&text);
        black_box(engine::diagnose(&parsed, engine::today()));
        let checked = start.elapsed();
        let typeset = engine::typeset(&parsed);
        let pages = typeset.page_count();
        black_box(typeset.pdf().is_ok());
        let whole = start.elapsed();
        println!(
            "| {pages} | {} | {:.2} | {:.1} |",
            text.len() / 1024,
            checked.as_secs_f64() * 1000.0,
            whole.as_secs_f64() * 1000.0,
        );
    }
}
