//! `nota new`: a new nota with the hints of its template.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use nota_store::{Replace, shown, write_atomic};

use crate::engine::Engine;
use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::output::{Output, tell};

/// The arguments of `nota new`.
#[derive(Debug, Args)]
#[command(
    about = "Maak een nieuwe nota met de aanwijzingen van het sjabloon",
    override_usage = "nota new --template NAME [-o FILE]"
)]
pub(crate) struct New {
    /// The template.
    #[arg(
        long,
        value_name = "NAME",
        help = "Het sjabloon, bijvoorbeeld jenv/beslisnota"
    )]
    template: String,
    /// The file to make.
    #[arg(
        short,
        long,
        value_name = "FILE",
        help = "Het nieuwe bestand; een bestaand bestand blijft staan. Zonder -o komt de nota op het scherm"
    )]
    output: Option<PathBuf>,
}

impl New {
    /// Writes the text of a new nota of today.
    pub(crate) fn run(&self, engine: &Engine, out: &mut Output) -> Result<Outcome, Failure> {
        let template = engine.template(&self.template)?;
        let text = template.new_text(&engine.today.format("%Y-%m-%d").to_string());
        match self
            .output
            .as_deref()
            .filter(|path| *path != Path::new("-"))
        {
            None => out.write_all(text.as_bytes())?,
            Some(path) => {
                write_atomic(path, text.as_bytes(), Replace::No)?;
                tell(&format!("De nieuwe nota staat in ‘{}’.", shown(path)));
            }
        }
        Ok(Outcome::Fine)
    }
}
