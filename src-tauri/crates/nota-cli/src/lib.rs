//! The command line: the same engine as the window, for secretariats, scripts
//! and CI. Arguments, the clock and the terminal come in here and nowhere
//! else.

#![allow(
    clippy::disallowed_methods,
    reason = "arguments, environment and clock of the command line come in here"
)]

mod args;
mod checked;
mod commands;
mod destination;
mod engine;
mod failure;
mod files;
mod keeping;
mod language;
mod lines;
mod outcome;
mod output;
mod panics;
mod progress;
mod report;
mod tally;
mod usage;

use std::process::ExitCode;

use failure::Failure;
use outcome::Outcome;
use output::{Output, tell};

/// Runs the command that the arguments of the process name, and returns its
/// exit status: 0 fine, 1 the content has a fault, 2 it could not be done.
pub fn run() -> ExitCode {
    panics::keep_quiet();
    let cli = match args::parse(std::env::args_os()) {
        Ok(cli) => cli,
        Err(error) => return usage::answer(&error).into(),
    };
    let mut out = Output::stdout();
    let outcome = commands::run(&cli, &mut out).unwrap_or_else(|failure| {
        tell(&failure);
        Outcome::Failed
    });
    match out.finish() {
        Ok(()) => outcome.into(),
        Err(error) => {
            tell(&Failure::Output(error));
            Outcome::Failed.into()
        }
    }
}
