//! The suite: every `nota` in `tests/suite/**/*.md` must give what stands
//! after it. `cargo suite -- --accept` writes down what comes out.

use std::path::Path;
use std::process::ExitCode;

use chrono::NaiveDate;
use nota_check::testing;
use nota_markdown::{Parsed, print_blocks};
use nota_taal::Taal;
use nota_tests::engine::{self, Places};
use nota_tests::expectation::{difference, write};
use nota_tests::outline::outline;
use nota_tests::runner::{Case, Mode, Verdict, run};
use nota_tests::suite::{Fence, SuiteCase, cases, replace};
use nota_tests::{files, report};

fn main() -> ExitCode {
    let folder = files::root().join("tests/suite");
    let mut all = Vec::new();
    for path in files::below(&folder, ".md") {
        let file = files::shown(path.strip_prefix(&folder).unwrap_or(&path));
        let cases = cases(&files::read(&path));
        for (index, case) in cases.iter().enumerate() {
            let name = format!("{file}: {}", case.name);
            let (path, shown) = (path.clone(), name.clone());
            all.push(Case::new(name, move |mode| {
                judge(&path, index, &shown, mode)
            }));
        }
    }
    run("suite", all)
}

/// Runs one case. The file is read again, because accepting an earlier case
/// moves the ones after it.
fn judge(path: &Path, index: usize, name: &str, mode: Mode) -> Verdict {
    let file = files::read(path);
    let cases = cases(&file);
    let case = cases.get(index).ok_or("the case is gone")?;
    if case.expected.is_empty() {
        return Err("nothing is expected: add a block `verwacht`, `model` or `tekst`".to_owned());
    }
    let outcomes = case
        .expected
        .iter()
        .map(|fence| Ok((fence, outcome(case, fence)?)))
        .collect::<Result<Vec<_>, String>>()?;
    let wrong: Vec<_> = outcomes
        .iter()
        .filter(|(fence, actual)| fence.text != *actual)
        .collect();
    if wrong.is_empty() {
        return Ok(());
    }
    if mode == Mode::Accept {
        return accept(path, &file, &wrong);
    }
    let mut said = format!("{} (- expected, + came out)\n", files::shown(path));
    for (fence, actual) in wrong {
        report::text(name, &fence.text, actual);
        said.push_str(&format!("{}:\n", fence.kind()));
        said.push_str(&difference(&fence.text, actual));
    }
    Err(said)
}

fn accept(path: &Path, file: &str, wrong: &[&(&Fence, String)]) -> Verdict {
    let new: Vec<_> = wrong
        .iter()
        .map(|(fence, actual)| (fence.range.clone(), actual.clone()))
        .collect();
    write(path, replace(file, &new).as_bytes())
}

/// What comes out of a case, in the form of one of its blocks.
fn outcome(case: &SuiteCase, fence: &Fence) -> Result<String, String> {
    let nota = &case.nota;
    let text = if nota.has("aanvullen") {
        testing::complete(&nota.text)
    } else {
        nota.text.clone()
    };
    let parsed = engine::read(&text);
    match fence.kind() {
        "verwacht" => {
            let places = if nota.has("aanvullen") {
                Places::in_part(&text, &nota.text)
            } else {
                Places::whole(&text)
            };
            let taal = nota.has("taal").then_some(&*engine::TAAL);
            diagnostics(&parsed, &places, nota.value("vandaag"), taal)
        }
        "model" => Ok(outline(&parsed.nota)),
        _ => Ok(canonical(&parsed)),
    }
}

fn diagnostics(
    parsed: &Parsed,
    places: &Places,
    today: Option<&str>,
    taal: Option<&Taal>,
) -> Result<String, String> {
    let today = match today {
        None => engine::today(),
        Some(day) => NaiveDate::parse_from_str(day, "%Y-%m-%d")
            .map_err(|error| format!("vandaag={day}: {error}"))?,
    };
    let mut out = String::new();
    for diagnostic in engine::diagnose_with(parsed, today, taal) {
        out.push_str(&engine::line(&diagnostic, places));
        out.push('\n');
    }
    Ok(out)
}

/// The canonical print of all bodies, as the Markdown export writes them.
fn canonical(parsed: &Parsed) -> String {
    let mut parts = Vec::new();
    for (index, body) in parsed.nota.bodies() {
        if let Some(section) = index.and_then(|index| parsed.nota.sections.get(index)) {
            let level = usize::from(section.level);
            parts.push(format!("{} {}", "#".repeat(level), section.heading_text()));
        }
        if !body.blocks.is_empty() {
            parts.push(print_blocks(&body.blocks).trim_end().to_owned());
        }
    }
    format!("{}\n", parts.join("\n\n"))
}
