//! The corpus: notas that ministries published, written in the file format.
//! What is said about each stands beside it in a `.verwacht`. Every
//! `fout` that remains is a true one, with the reason under it, and what the
//! language checks say has its verdict.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: the expectations are files beside the notas"
)]

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::process::ExitCode;

use chrono::NaiveDate;
use nota_tests::engine::{self, Places};
use nota_tests::expectation::compare;
use nota_tests::files;
use nota_tests::runner::{Case, Mode, Verdict, run};

/// What introduces the reason under a `fout`.
const REASON: &str = "  reden: ";

/// What introduces the verdict under what the language checks say: `echt` when
/// the drafter would want to know, `vals` with why when not.
const VERDICT: &str = "  oordeel: ";

fn main() -> ExitCode {
    let folder = files::root().join("tests/corpus");
    let mut cases = vec![Case::new("the corpus is there", |_| {
        match files::below(&files::root().join("tests/corpus"), ".nota.md").len() {
            40 => Ok(()),
            other => Err(format!("{other} notas instead of 40")),
        }
    })];
    cases.push(Case::new("the language checks are right", |_| precision()));
    for path in files::below(&folder, ".nota.md") {
        let name = files::stem(&path, ".nota.md");
        cases.push(Case::new(name.clone(), move |mode| {
            judge(&name, &path, mode)
        }));
    }
    run("corpus", cases)
}

fn judge(name: &str, path: &Path, mode: Mode) -> Verdict {
    let beside = path.with_file_name(format!("{name}.verwacht"));
    let text = files::read(path);
    let parsed = engine::read(&text);
    if nota_markdown::print(&parsed.nota) != text {
        return Err("printing the nota does not give back its bytes".to_owned());
    }
    // A nota is checked as on the day that it bears.
    let today = parsed
        .nota
        .field_text("datum")
        .and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok())
        .unwrap_or_else(engine::today);
    let taal = (!is_kept_apart(name)).then_some(&*engine::TAAL);
    let said: Vec<String> = engine::diagnose_with(&parsed, today, taal)
        .iter()
        .map(|diagnostic| engine::line(diagnostic, &Places::whole(&text)))
        .collect();

    let expected = std::fs::read_to_string(&beside).unwrap_or_default();
    let reasons = reasons(&expected);
    let mut actual = String::new();
    let mut unexplained = Vec::new();
    for line in said {
        actual.push_str(&line);
        actual.push('\n');
        if is_of_language(&line) || line.split(' ').nth(1) == Some("fout") {
            match reasons.get(line.as_str()) {
                Some(reason) => {
                    actual.push_str(reason);
                    actual.push('\n');
                }
                None => unexplained.push(line),
            }
        }
    }
    compare(name, &beside, &actual, mode)?;
    if unexplained.is_empty() {
        return Ok(());
    }
    Err(format!(
        "a line `{REASON}...` must say why this is a true fout, or `{VERDICT}echt` or \
         `{VERDICT}vals, ...` whether the drafter would want to know this:\n{}",
        unexplained.join("\n")
    ))
}

/// Whether the language checks are judged on this nota elsewhere: the lists of
/// words were made without it, and its verdicts stand in `nota-taal`.
fn is_kept_apart(name: &str) -> bool {
    let folder = files::root().join("src-tauri/crates/nota-taal/tests/notas");
    folder.join(format!("{name}.txt")).is_file()
}

/// Whether a line is of the language checks: spelling, grammar, plain words
/// and sentences, or the craft.
fn is_of_language(line: &str) -> bool {
    let code = line.get(1..4).and_then(|own| own.parse::<u16>().ok());
    code.is_some_and(|code| matches!(code, 240..=299 | 340..=499))
}

/// At least this part of what the language checks say must be true: of each
/// rule with five lines or more, and of all together.
const TRUE_OF_RULE: f64 = 0.85;
const TRUE_OF_ALL: f64 = 0.97;

/// How often the language checks speak rightly, rule by rule.
fn precision() -> Verdict {
    let mut rules: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for path in files::below(&files::root().join("tests/corpus"), ".verwacht") {
        let expected = files::read(&path);
        for (line, verdict) in reasons(&expected) {
            if let Some(verdict) = verdict.strip_prefix(VERDICT) {
                let (right, all) = rules.entry(line.chars().take(4).collect()).or_default();
                *right += u32::from(verdict == "echt");
                *all += 1;
            }
        }
    }
    let part = |(right, all): (u32, u32)| f64::from(right) / f64::from(all.max(1));
    let mut wrong = Vec::new();
    let mut total = (0, 0);
    for (code, (right, all)) in rules {
        total = (total.0 + right, total.1 + all);
        if all >= 5 && part((right, all)) < TRUE_OF_RULE {
            wrong.push(format!("{code}: {right} of {all} are true"));
        }
    }
    if total.1 < 100 || part(total) < TRUE_OF_ALL {
        wrong.push(format!("all: {} of {} are true", total.0, total.1));
    }
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join("\n")),
    }
}

/// The line with the reason or the verdict, by the line that it explains.
fn reasons(expected: &str) -> HashMap<&str, &str> {
    let lines: Vec<&str> = expected.lines().collect();
    lines
        .windows(2)
        .filter(|pair| {
            let is_under = |start: &str| pair[1].len() > start.len() && pair[1].starts_with(start);
            is_under(REASON) || is_under(VERDICT)
        })
        .map(|pair| (pair[0], pair[1]))
        .collect()
}
