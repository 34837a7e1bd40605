//! How often the spelling speaks, and how often rightly: on notas that were
//! published, and on typing errors.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads its own files"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use nota_taal::{STEPS, spelling, suggestions};

/// The notas with which the lists were made: those of the corpus that are not
/// kept apart.
fn known() -> Vec<PathBuf> {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/corpus");
    let stem = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.split('.').next().unwrap_or_default().to_owned()
    };
    let apart: Vec<String> = unseen().iter().map(|path| stem(path)).collect();
    let mut found = files(corpus, ".nota.md");
    found.retain(|path| !apart.contains(&stem(path)));
    found
}

/// Notas that nothing was made with.
fn unseen() -> Vec<PathBuf> {
    files(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/notas"), ".txt")
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .expect("the folder with notas")
        .flatten();
    let mut found: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect();
    found.sort();
    found
}

/// The text of a nota, without the front matter, the line with the source and
/// the lines that say which part follows.
fn text(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let body = text
        .strip_prefix("---\n")
        .and_then(|own| own.split_once("\n---\n"));
    let body = body.map_or(text.as_str(), |(_, body)| body);
    let lines = body.lines().filter(|line| {
        let line = line.trim();
        let names_a_part = line.starts_with('[') && line.ends_with(']');
        !line.starts_with("# source") && !names_a_part
    });
    lines.map(|line| format!("{line}\n")).collect()
}

/// What is said about these notas, with the verdict of who read it: `echt`
/// when the drafter would mend it, `vals` when not.
fn verdicts() -> BTreeMap<(String, String), &'static str> {
    let lines = include_str!("notas/oordeel.tsv").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let parts: Vec<&str> = line.split('\t').collect();
            ((parts[0].to_owned(), parts[1].to_owned()), parts[2])
        })
        .collect()
}

/// False alarms per thousand words. Each mark must have its verdict.
fn false_alarms(paths: &[PathBuf]) -> f64 {
    let verdicts = verdicts();
    let (mut words, mut wrong, mut unjudged) = (0, 0, Vec::new());
    for path in paths {
        let text = text(path);
        let number: String = path
            .file_name()
            .unwrap()
            .to_string_lossy()
            .chars()
            .take(2)
            .collect();
        words += text
            .split_whitespace()
            .filter(|own| own.contains(char::is_alphabetic))
            .count();
        for found in spelling(&text) {
            let word = text[found.range].to_owned();
            match verdicts.get(&(number.clone(), word.clone())) {
                Some(&"echt") => {}
                Some(_) => wrong += 1,
                None => unjudged.push(format!("{number}\t{word}")),
            }
        }
    }
    assert!(words > 3_000, "{words} words are too few to say anything");
    assert!(
        unjudged.is_empty(),
        "without a verdict:\n{}",
        unjudged.join("\n")
    );
    let rate = f64::from(wrong) * 1000.0 / words as f64;
    println!(
        "{rate:.2} false alarms per thousand words of {} notas",
        paths.len()
    );
    rate
}

#[test]
fn there_are_few_false_alarms() {
    let (known, unseen) = (known(), unseen());
    assert_eq!((known.len(), unseen.len()), (19, 21));
    let rate = false_alarms(&known);
    assert!(rate <= 1.0, "{rate} per thousand words of notas 01-29");
    let rate = false_alarms(&unseen);
    assert!(rate <= 6.0, "{rate} per thousand words of notas 31-51");
}

#[test]
fn typing_errors_are_marked_and_get_the_word_that_was_meant() {
    let lines = include_str!("typfouten.tsv").lines();
    let errors: Vec<(&str, &str)> = lines
        .filter_map(|line| line.split_once('\t'))
        .filter(|(wrong, _)| !wrong.contains(' '))
        .collect();
    let (mut marked, mut first, mut third) = (0, 0, 0);
    for (wrong, right) in &errors {
        marked += usize::from(!spelling(wrong).is_empty());
        let all = suggestions(wrong, &[], STEPS);
        first += usize::from(all.first().is_some_and(|own| own == right));
        third += usize::from(all.iter().take(3).any(|own| own == right));
    }
    let percent = |count: usize| count * 100 / errors.len();
    assert!(errors.len() >= 80, "{} errors", errors.len());
    assert!(
        percent(marked) >= 97,
        "{marked} of {} are marked",
        errors.len()
    );
    assert!(
        percent(first) >= 88,
        "{first} of {} come first",
        errors.len()
    );
    assert!(
        percent(third) >= 94,
        "{third} of {} are in the first three",
        errors.len()
    );
}

#[test]
fn odd_texts_take_little_time() {
    let unknown: String = (0..20_000).map(|at| format!("xq{at:x}zz ")).collect();
    let texts = [
        unknown,
        "a".repeat(50_000),
        "Абв漢字🙂e\u{301} ".repeat(20_000),
        "(((((“„".repeat(50_000),
        "Xx ".repeat(50_000),
        "a-".repeat(60_000),
        "a.b/c–".repeat(100_000),
    ];
    for text in texts {
        let start = std::time::Instant::now();
        let found = spelling(&text);
        assert!(start.elapsed().as_secs() < 20, "{:?}", text.get(..10));
        assert!(
            found
                .iter()
                .all(|own| text.get(own.range.clone()).is_some())
        );
    }
}
