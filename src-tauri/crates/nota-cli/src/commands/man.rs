//! `nota man`: the man page of `nota` or of one of its commands.

use std::io::Write;

use clap::Args;

use super::help::command;
use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::output::Output;

/// The headings that clap writes, and what a Dutch man page calls them.
const HEADINGS: [(&str, &str); 6] = [
    (".SH NAME", ".SH NAAM"),
    (".SH SYNOPSIS", ".SH SAMENVATTING"),
    (".SH DESCRIPTION", ".SH BESCHRIJVING"),
    (".SH OPTIONS", ".SH OPTIES"),
    (".SH SUBCOMMANDS", ".SH OPDRACHTEN"),
    (".SH VERSION", ".SH VERSIE"),
];

/// The arguments of `nota man`.
#[derive(Debug, Args)]
#[command(
    about = "Maak de handleiding voor het programma man",
    override_usage = "nota man [OPDRACHT]"
)]
pub(crate) struct Man {
    /// The command and the commands in it.
    #[arg(value_name = "OPDRACHT", help = "De opdracht, bijvoorbeeld check")]
    path: Vec<String>,
}

impl Man {
    /// Prints the page, in the language of man pages (roff).
    pub(crate) fn run(&self, out: &mut Output) -> Result<Outcome, Failure> {
        let mut page = Vec::new();
        clap_mangen::Man::new(command(&self.path)?)
            .source(concat!("nota ", env!("CARGO_PKG_VERSION")))
            .manual("Handleiding van nota")
            .render(&mut page)?;
        for line in String::from_utf8_lossy(&page).lines() {
            let heading = HEADINGS.iter().find(|(english, _)| *english == line);
            writeln!(out, "{}", heading.map_or(line, |(_, dutch)| dutch))?;
        }
        Ok(Outcome::Fine)
    }
}
