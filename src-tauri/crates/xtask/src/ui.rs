//! The window's own side in `ui/`: its packages, its build and its tests.

use std::time::SystemTime;

use crate::program::{Failure, Program, root};
use crate::tally::Tally;

/// Fetches the npm packages when the list of them is newer than what is there.
fn ensure_packages() -> Result<(), Failure> {
    let changed = |path: &str| -> Option<SystemTime> {
        std::fs::metadata(root().join(path)).ok()?.modified().ok()
    };
    let fetched = changed("ui/node_modules/.package-lock.json");
    if fetched.is_some() && fetched >= changed("ui/package-lock.json") {
        return Ok(());
    }
    println!("The npm packages of the window are missing or old; npm fetches them into ui/.");
    npm(&["ci", "--no-audit", "--no-fund"]).run()
}

/// Builds what the window shows, into `ui/dist`.
///
/// # Errors
///
/// When it does not build.
pub fn build() -> Result<(), Failure> {
    ensure_packages()?;
    npm(&["run", "build"]).run()
}

/// Builds, checks the types and runs the tests.
///
/// # Errors
///
/// When npm is missing or the packages cannot be fetched; a failing build,
/// check or test is counted.
pub fn test(tally: &mut Tally) -> Result<(), Failure> {
    ensure_packages()?;
    for script in ["build", "check"] {
        match npm(&["run", script]).run() {
            Ok(()) => tally.add(true),
            Err(Failure::Failed(message)) => {
                eprintln!("{message}");
                tally.add(false);
            }
            Err(missing) => return Err(missing),
        }
    }
    let before = *tally;
    let ok = npm(&["test"])
        .env("NO_COLOR", "1")
        .watch(|line| tally.see_vitest(line))?;
    if !ok && tally.failed == before.failed {
        tally.add(false);
    }
    Ok(())
}

fn npm(args: &[&str]) -> Program {
    Program::npm().args(["--prefix", "ui"]).args(args)
}
