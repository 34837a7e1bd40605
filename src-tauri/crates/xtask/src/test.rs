//! `cargo xtask test`: all checks and all tests, the same here as in the
//! continuous integration.

use crate::needs;
use crate::program::{Failure, Program};
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
    check(&mut tally, &["fmt", "--all", "--check"])?;
    check(
        &mut tally,
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--locked",
            "--",
            "-D",
            "warnings",
        ],
    )?;

    let before = tally;
    let ok = Program::cargo()
        .args(["test", "--workspace", "--locked", "--no-fail-fast"])
        .watch(|line| tally.see(line))?;
    // A test program that does not build or crashes prints no closing line.
    if !ok && tally.failed == before.failed {
        tally.add(false);
    }

    println!("\n{tally}");
    if tally.failed == 0 {
        Ok(())
    } else {
        Err(Failure::Failed(
            "Not everything is in order; the output above says what.".to_owned(),
        ))
    }
}

/// One check by a cargo command, counted as one test.
fn check(tally: &mut Tally, args: &[&str]) -> Result<(), Failure> {
    match Program::cargo().args(args).run() {
        Ok(()) => tally.add(true),
        Err(Failure::Failed(message)) => {
            eprintln!("{message}");
            tally.add(false);
        }
        Err(missing) => return Err(missing),
    }
    Ok(())
}
