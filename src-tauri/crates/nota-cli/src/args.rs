//! The arguments of `nota`, as cli.md describes them: each command's own are
//! beside the command. Help is Dutch, names of options are English.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::commands::{
    Bundle, Check, Completions, Diff, Explain, Export, Help, Import, Man, New, Recover, Session,
    Templates, VerifyPublic, Versions, Words,
};

/// The arguments of one run.
#[derive(Debug, Parser)]
#[command(
    name = "nota",
    version,
    about = "Beslisnota's maken, controleren en exporteren",
    after_help = "Meer over een opdracht: nota help OPDRACHT.\n\
        Afsluitcode: 0 in orde, 1 er staat een fout in een nota of iets gelakts in een openbaar bestand, 2 niet gelukt.",
    override_usage = "nota OPDRACHT [OPTIES]",
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub(crate) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
    /// A folder with templates beside those that are compiled in.
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        help = "Map met eigen sjablonen, naast de ingebouwde"
    )]
    pub(crate) templates: Option<PathBuf>,
}

/// The commands. What each does is said once, beside its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    New(New),
    Check(Check),
    Export(Export),
    Bundle(Bundle),
    Import(Import),
    VerifyPublic(VerifyPublic),
    Diff(Diff),
    Versions(Versions),
    Recover(Recover),
    Session(Session),
    Templates(Templates),
    Words(Words),
    Explain(Explain),
    Completions(Completions),
    Man(Man),
    Help(Help),
}

/// Reads the arguments.
///
/// # Errors
///
/// When they are not understood, or ask for help: see [`crate::usage`].
pub(crate) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Cli, clap::Error> {
    let matches = definition().try_get_matches_from(args)?;
    Cli::from_arg_matches(&matches)
}

/// The definition of all commands, for help, completions and man pages too.
pub(crate) fn definition() -> clap::Command {
    in_dutch(Cli::command())
        .disable_version_flag(true)
        .arg(flag("version", 'V', ArgAction::Version).help("Toon de versie"))
}

/// Replaces what clap itself writes in English.
fn in_dutch(command: clap::Command) -> clap::Command {
    let command = command
        .disable_help_flag(true)
        .arg(flag("help", 'h', ArgAction::Help).help("Toon deze hulp"))
        .subcommand_help_heading("Opdrachten")
        .subcommand_value_name("OPDRACHT")
        .help_template("{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}")
        .mut_args(|arg| {
            let heading = match arg.is_positional() {
                true => "Argumenten",
                false => "Opties",
            };
            let arg = arg.help_heading(heading);
            match arg.get_action() {
                ArgAction::Set | ArgAction::Append => {
                    arg.hide_default_value(true).hide_possible_values(true)
                }
                _ => arg,
            }
        });
    command.mut_subcommands(in_dutch)
}

fn flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name)
        .short(short)
        .long(name)
        .action(action)
        .help_heading("Opties")
        .display_order(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_holds_together() {
        definition().debug_assert();
    }

    #[test]
    fn no_help_speaks_english() {
        let mut root = definition();
        root.build();
        for command in std::iter::once(root.clone()).chain(root.get_subcommands().cloned()) {
            let help = command.clone().render_help().to_string();
            for english in [
                "Usage",
                "Options",
                "Arguments",
                "default",
                "possible",
                "Print",
            ] {
                assert!(!help.contains(english), "{english} in:\n{help}");
            }
        }
    }
}
