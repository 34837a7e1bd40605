//! `cargo xtask test`: all checks and all tests, the same here as in the
//! continuous integration.

use std::path::PathBuf;

use crate::lint;
use crate::needs;
use crate::program::{Failure, Program, root};
use crate::tally::Tally;
use crate::ui;

/// Checks the form of the code, then runs every test of the workspace.
///
/// # Errors
///
/// When a check or test fails, or something that they need is missing.
pub fn test() -> Result<(), Failure> {
    needs::ensure(&[needs::TEST, needs::WINDOW])?;
    needs::ensure_verapdf()?;
    needs::ensure_rust_components()?;

    let mut tally = Tally::default();
    // First, because the window's program contains what is built here.
    ui::test(&mut tally)?;
    check(
        &mut tally,
        Program::cargo().args(["fmt", "--all", "--check"]),
    )?;
    check(&mut tally, formatted_rules())?;
    let all = ["--workspace", "--locked", "--no-fail-fast"];
    lint::build(&mut tally, &all)?;
    run_tests(&mut tally, lint::cargo(&["test"]).args(all))?;
    // With a feature of its own, because no program needs it.
    let wire = ["--features", "nota-editor/wire", "--test", "wire"];
    run_tests(&mut tally, lint::cargo(&["test"]).args(all).args(wire))?;

    println!("\n{tally}");
    if tally.failed == 0 {
        Ok(())
    } else {
        Err(Failure::Failed(
            "Not everything is in order; the output above says what.".to_owned(),
        ))
    }
}

/// Runs a program that runs tests, and counts them.
fn run_tests(tally: &mut Tally, program: Program) -> Result<(), Failure> {
    let before = *tally;
    let ok = program.watch(|line| tally.see(line))?;
    // A test program that does not build or crashes prints no closing line.
    if !ok && tally.failed == before.failed {
        tally.add(false);
    }
    Ok(())
}

/// The form of the rules, which `cargo fmt` does not see: a macro lists them.
fn formatted_rules() -> Program {
    let folder = root().join("src-tauri/crates/nota-check/src/rules");
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut rules: Vec<PathBuf> = files.map(|entry| entry.path()).collect();
    rules.retain(|path| path.extension().is_some_and(|own| own == "rs"));
    rules.sort();
    Program::new("rustfmt")
        .args(["--check", "--edition", "2024"])
        .args(rules)
}

/// One check by a program, counted as one test.
fn check(tally: &mut Tally, program: Program) -> Result<(), Failure> {
    match program.run() {
        Ok(()) => tally.add(true),
        Err(Failure::Failed(message)) => {
            eprintln!("{message}");
            tally.add(false);
        }
        Err(missing) => return Err(missing),
    }
    Ok(())
}
