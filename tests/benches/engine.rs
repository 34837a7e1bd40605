//! The engine in-process, for the nota of the seed: reading, checking,
//! typesetting, PDF. Run by `cargo xtask bench engine`.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use nota_export::Format;
use nota_taal::{Onderdelen, Taal};
use nota_tests::engine;

fn seed(criterion: &mut Criterion) {
    let text = engine::REGISTRY.fallback().voorbeeld.clone();
    let parsed = engine::read(&text);
    let today = engine::today();
    criterion.bench_function("parse", |bench| {
        bench.iter(|| engine::read(black_box(&text)))
    });
    criterion.bench_function("print", |bench| {
        bench.iter(|| nota_markdown::print(black_box(&parsed.nota)));
    });
    criterion.bench_function("check", |bench| {
        bench.iter(|| engine::diagnose(black_box(&parsed), today));
    });
    criterion.bench_function("check with language, texts seen before", |bench| {
        let taal = Some(&*engine::TAAL);
        bench.iter(|| engine::diagnose_with(black_box(&parsed), today, taal));
    });
    criterion.bench_function("check with language, all texts new", |bench| {
        bench.iter(|| {
            let taal = Taal::new(Onderdelen::ALL, Vec::new());
            engine::diagnose_with(black_box(&parsed), today, Some(&taal))
        });
    });
    criterion.bench_function("parse and check", |bench| {
        bench.iter(|| engine::diagnose(&engine::read(black_box(&text)), today));
    });
    criterion.bench_function("typeset and PDF, repeated", |bench| {
        bench.iter(|| engine::exported(Format::PDF, black_box(&parsed)));
    });
    criterion.bench_function("Markdown export", |bench| {
        bench.iter(|| engine::exported(Format::MARKDOWN, black_box(&parsed)));
    });
}

criterion_group!(benches, seed);
criterion_main!(benches);
