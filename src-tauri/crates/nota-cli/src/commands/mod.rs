//! The commands of `nota`, one file each: its arguments and what it does.

mod check;
mod completions;
mod diff;
mod explain;
mod export;
mod help;
mod man;
mod metadata;
mod new;
mod public;
mod recover;
mod reports;
mod session;
mod templates;
mod unavailable;
mod verify_public;
mod versions;
mod words;

pub(crate) use check::Check;
pub(crate) use completions::Completions;
pub(crate) use diff::Diff;
pub(crate) use explain::Explain;
pub(crate) use export::Export;
pub(crate) use help::Help;
pub(crate) use man::Man;
pub(crate) use new::New;
pub(crate) use recover::Recover;
pub(crate) use session::Session;
pub(crate) use templates::Templates;
pub(crate) use unavailable::Import;
pub(crate) use verify_public::VerifyPublic;
pub(crate) use versions::Versions;
pub(crate) use words::Words;

use crate::args::{Cli, Command};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::output::Output;

/// Runs the command of these arguments.
///
/// # Errors
///
/// When it could not be carried out as a whole. What goes wrong with one file
/// of many is told on the way and is part of the outcome.
pub(crate) fn run(cli: &Cli, out: &mut Output) -> Result<Outcome, Failure> {
    let engine = || Engine::new(cli.templates.as_deref());
    match &cli.command {
        Command::New(new) => new.run(&engine()?, out),
        Command::Check(check) => check.run(engine()?, cli.templates.as_deref(), out),
        Command::Export(export) => export.run(engine()?, out),
        Command::Import(import) => Err(import.answer()),
        Command::VerifyPublic(verify) => verify.run(&engine()?, out),
        Command::Session(session) => session.run(&engine()?, out),
        Command::Recover(recover) => recover.run(&engine()?, out),
        Command::Versions(versions) => versions.run(&engine()?, out),
        Command::Diff(diff) => diff.run(&engine()?, out),
        Command::Words(words) => words.run(out),
        Command::Templates(templates) => templates.run(engine, out),
        Command::Explain(explain) => explain.run(out),
        Command::Completions(completions) => completions.run(out),
        Command::Man(man) => man.run(out),
        Command::Help(help) => help.run(out),
    }
}
