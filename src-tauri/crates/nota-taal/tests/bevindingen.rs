//! What the checks say of notas that nothing was made with, each with a verdict:
//! `tests/notas/bevindingen.tsv`. The spelling has its own list.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads its own files"
)]

use std::collections::BTreeMap;
use std::fs;

use nota_taal::{Onderdelen, Taal};

const NOTAS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/notas");

/// The running text of a nota, a paragraph on each line.
fn paragraphs(text: &str) -> Vec<&str> {
    let mut in_text = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if line.starts_with('[') && line.trim_end().ends_with(']') {
            in_text = line.starts_with("[tekst");
        } else if in_text && !line.trim().is_empty() {
            found.push(line);
        }
    }
    found
}

/// What is said of all notas: number, kind and words.
fn said() -> Vec<String> {
    let on = Onderdelen {
        spelling: false,
        ..Onderdelen::ALL
    };
    let taal = Taal::new(on, Vec::new());
    let mut paths: Vec<_> = fs::read_dir(NOTAS)
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|own| own == "txt"))
        .collect();
    paths.sort();
    assert_eq!(paths.len(), 21);
    let mut all = Vec::new();
    for path in paths {
        let number: String = path
            .file_name()
            .unwrap()
            .to_string_lossy()
            .chars()
            .take(2)
            .collect();
        let text = fs::read_to_string(&path).unwrap();
        // A phrase is named once for a nota.
        let mut phrases = Vec::new();
        for paragraph in paragraphs(&text) {
            let found = taal.look(paragraph);
            let mut say = |kind: &str, range: &std::ops::Range<usize>| {
                all.push(format!("{number}\t{kind}\t{}", &paragraph[range.clone()]));
            };
            for own in &found.grammar {
                say("grammatica", &own.range);
            }
            for own in &found.plain {
                if !phrases.contains(&own.name) {
                    phrases.push(own.name);
                    say("eenvoudig", &own.range);
                }
            }
            for (range, _) in &found.sentences.long {
                say("zin", range);
            }
            for own in &found.craft.signs {
                say("ambacht", &own.range);
            }
        }
    }
    all
}

#[test]
fn what_is_said_of_unseen_notas_has_its_verdict_and_is_mostly_right() {
    let verdicts = fs::read_to_string(format!("{NOTAS}/bevindingen.tsv")).unwrap_or_default();
    let lines: Vec<&str> = verdicts
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    let judged: Vec<&str> = lines
        .iter()
        .filter_map(|line| Some(line.rsplit_once('\t')?.0))
        .collect();
    let said = said();
    assert_eq!(said, judged, "each finding has its line, with a verdict");
    let mut kinds: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for line in lines {
        let kind = line.split('\t').nth(1).unwrap_or_default();
        let (right, all) = kinds.entry(kind).or_default();
        *right += u32::from(line.ends_with("\techt"));
        *all += 1;
    }
    println!("{kinds:?}");
    // What a first reader measured on these notas.
    let least = |kind: &str| match kind {
        "grammatica" => 1.0,
        "eenvoudig" => 0.93,
        _ => 0.9,
    };
    for (kind, (right, all)) in kinds {
        let part = f64::from(right) / f64::from(all);
        assert!(part >= least(kind), "{kind}: {right} of {all}");
    }
}
