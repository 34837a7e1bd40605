//! The commands and options that this version knows but does not carry out:
//! a clear answer instead of "unknown".

use std::ffi::OsString;

use clap::Args;

use crate::failure::Failure;

/// The arguments of `nota import`.
#[derive(Debug, Args)]
#[command(
    about = "Maak een nota van een Word-, ODT- of tekstbestand (nog niet beschikbaar)",
    override_usage = "nota import FILE.docx|.odt|.md|.txt [--template NAME] [-o FILE]",
    hide = true
)]
pub(crate) struct Import {
    /// Whatever follows.
    #[arg(
        value_name = "FILE",
        trailing_var_arg = true,
        allow_hyphen_values = true,
        help = "Het bestand"
    )]
    rest: Vec<OsString>,
}

impl Import {
    /// The answer.
    pub(crate) fn answer(&self) -> Failure {
        unavailable("De opdracht ‘import’")
    }
}

/// The answer for a part that this version does not have.
pub(crate) fn unavailable(part: &str) -> Failure {
    Failure::Usage(format!(
        "{part} is in deze versie nog niet beschikbaar. Er is niets gemaakt of veranderd."
    ))
}
