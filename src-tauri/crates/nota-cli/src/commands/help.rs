//! `nota help`: how `nota` or one of its commands is used.

use std::io::Write;

use clap::Args;

use crate::args::definition;
use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::output::Output;

/// The arguments of `nota help`.
#[derive(Debug, Args)]
#[command(
    about = "Leg een opdracht uit",
    override_usage = "nota help [OPDRACHT]"
)]
pub(crate) struct Help {
    /// The command and the commands in it.
    #[arg(value_name = "OPDRACHT", help = "De opdracht, bijvoorbeeld check")]
    path: Vec<String>,
}

impl Help {
    /// Prints the same text as the option `--help` of the command.
    pub(crate) fn run(&self, out: &mut Output) -> Result<Outcome, Failure> {
        let text = command(&self.path)?.render_help();
        match out.coloured {
            true => write!(out, "{}", text.ansi())?,
            false => write!(out, "{text}")?,
        }
        Ok(Outcome::Fine)
    }
}

/// The definition of a command, by its name and those above it.
///
/// # Errors
///
/// When there is no such command.
pub(crate) fn command(path: &[String]) -> Result<clap::Command, Failure> {
    let mut command = definition();
    command.build();
    for name in path {
        let found = command.find_subcommand(name).cloned();
        command = found.ok_or_else(|| {
            Failure::Usage(format!(
                "De opdracht ‘{name}’ bestaat niet. De opdrachten staan in: nota help"
            ))
        })?;
    }
    Ok(command)
}
