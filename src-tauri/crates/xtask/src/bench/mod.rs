//! `cargo xtask bench`: the measurements, each a part of `docs/metingen.md`.
//! All of them are of the release build; none of them can fail a test.

mod engine;
mod export;
mod growth;
mod machine;
mod many;
mod openbaar;
mod others;
mod plot;
mod report;
mod storage;
mod taal;
mod venster;
mod whole;

use crate::needs;
use crate::program::{Failure, Program};

/// A part of the report.
struct Part {
    /// How it is asked for on the command line.
    name: &'static str,
    /// Its heading.
    title: &'static str,
    /// Measures and gives its text in Markdown.
    measure: fn() -> Result<String, Failure>,
}

const PARTS: &[Part] = &[
    Part {
        name: "engine",
        title: "In-process, and after a one-word edit",
        measure: engine::measure,
    },
    Part {
        name: "growth",
        title: "Growth with the length of the nota",
        measure: growth::measure,
    },
    Part {
        name: "export",
        title: "The whole process, one nota",
        measure: export::measure,
    },
    Part {
        name: "opslag",
        title: "Keeping every change",
        measure: storage::measure,
    },
    Part {
        name: "taal",
        title: "The language checks",
        measure: taal::measure,
    },
    Part {
        name: "openbaar",
        title: "The public version and its proof",
        measure: openbaar::measure,
    },
    Part {
        name: "many",
        title: "A thousand different notas with one command",
        measure: many::measure,
    },
    Part {
        name: "others",
        title: "Beside other makers of PDFs",
        measure: others::measure,
    },
    Part {
        name: "venster",
        title: "The window",
        measure: venster::measure,
    },
];

/// Measures the named parts, or all, and writes them into the report. A part
/// that is not measured keeps what the report says.
///
/// # Errors
///
/// When a part is not known, does not build or cannot be measured.
pub fn bench(names: &[&str]) -> Result<(), Failure> {
    if let Some(unknown) = names
        .iter()
        .find(|name| !PARTS.iter().any(|part| part.name == **name))
    {
        let known: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        return Err(Failure::Missing(format!(
            "there is no measurement {unknown:?}; there are: {}",
            known.join(", ")
        )));
    }
    needs::ensure(&[needs::TEST, needs::BENCH, needs::WINDOW])?;
    println!("The release build takes some ten minutes the first time.");
    for part in PARTS {
        if names.is_empty() || names.contains(&part.name) {
            let text = (part.measure)()?;
            println!("\n{text}");
            report::write(part, &text)?;
        }
    }
    Ok(())
}

/// Runs a measurement of nota-tests and gives the lines that it prints.
fn in_process(name: &str, args: &[&str]) -> Result<Vec<String>, Failure> {
    let mut lines = Vec::new();
    let ok = Program::cargo()
        .args([
            "bench",
            "--quiet",
            "--locked",
            "--workspace",
            "--bench",
            name,
        ])
        .args(["--"])
        .args(args)
        .watch(|line| lines.push(line.to_owned()))?;
    if ok {
        Ok(lines)
    } else {
        Err(Failure::Failed(format!("the measurement {name} failed")))
    }
}

/// The rows of a table among lines.
fn rows(lines: &[String]) -> String {
    let mut rows: Vec<&str> = lines.iter().map(String::as_str).collect();
    rows.retain(|line| line.starts_with("| "));
    rows.join("\n")
}
