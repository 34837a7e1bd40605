//! The corpus: notas that ministries published, written in the file format.
//! What is said about each stands beside it in a `.verwacht`, and every
//! `fout` that remains is a true one, with the reason under it.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: the expectations are files beside the notas"
)]

use std::collections::HashMap;
use std::path::Path;
use std::process::ExitCode;

use chrono::NaiveDate;
use nota_tests::engine::{self, Places};
use nota_tests::expectation::compare;
use nota_tests::files;
use nota_tests::runner::{Case, Mode, Verdict, run};

/// What introduces the reason under a `fout`.
const REASON: &str = "  reden: ";

fn main() -> ExitCode {
    let folder = files::root().join("tests/corpus");
    let mut cases = vec![Case::new("the corpus is there", |_| {
        match files::below(&files::root().join("tests/corpus"), ".nota.md").len() {
            19 => Ok(()),
            other => Err(format!("{other} notas instead of 19")),
        }
    })];
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
    let said: Vec<String> = engine::diagnose_with(&parsed, today, Some(&engine::TAAL))
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
        if line.split(' ').nth(1) == Some("fout") {
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
        "a line `{REASON}...` must say why this is a true fout:\n{}",
        unexplained.join("\n")
    ))
}

/// The line with the reason, by the line that it explains.
fn reasons(expected: &str) -> HashMap<&str, &str> {
    let lines: Vec<&str> = expected.lines().collect();
    lines
        .windows(2)
        .filter(|pair| pair[1].len() > REASON.len() && pair[1].starts_with(REASON))
        .map(|pair| (pair[0], pair[1]))
        .collect()
}
