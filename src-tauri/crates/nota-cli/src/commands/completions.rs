//! `nota completions`: the script that lets a shell complete commands.

use std::io::Write;

use clap::Args;
use clap_complete::Shell;

use crate::args::definition;
use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::output::Output;

/// The arguments of `nota completions`.
#[derive(Debug, Args)]
#[command(
    about = "Maak het script waarmee de shell opdrachten aanvult",
    override_usage = "nota completions bash|elvish|fish|powershell|zsh"
)]
pub(crate) struct Completions {
    /// The shell.
    #[arg(
        value_enum,
        value_name = "SHELL",
        help = "De shell: bash, elvish, fish, powershell of zsh"
    )]
    shell: Shell,
}

impl Completions {
    /// Prints the script.
    pub(crate) fn run(&self, out: &mut Output) -> Result<Outcome, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut definition(), "nota", &mut script);
        out.write_all(&script)?;
        Ok(Outcome::Fine)
    }
}
