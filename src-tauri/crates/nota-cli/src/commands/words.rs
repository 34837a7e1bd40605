//! `nota words`: the drafter's own list of words that are spelled right.

use std::io::Write as _;

use clap::{Args, Subcommand};
use nota_store::shown;

use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::output::{Output, tell};

/// The arguments of `nota words`.
#[derive(Debug, Args)]
#[command(
    about = "Toon uw eigen woordenlijst of voeg woorden toe",
    override_usage = "nota words [list | add WORD...]",
    disable_help_subcommand = true
)]
pub(crate) struct Words {
    /// What to do with the list; show it when nothing is said.
    #[command(subcommand)]
    about: Option<About>,
}

/// What there is to do with the list.
#[derive(Debug, Subcommand)]
enum About {
    /// The words.
    #[command(about = "Som de woorden op", override_usage = "nota words list")]
    List,
    /// Adds words.
    #[command(
        about = "Voeg woorden toe die goed zijn",
        override_usage = "nota words add WORD..."
    )]
    Add {
        /// The words.
        #[arg(
            required = true,
            value_name = "WORD",
            help = "De woorden, zoals u ze schrijft"
        )]
        words: Vec<String>,
    },
}

impl Words {
    /// Shows the list or adds to it.
    pub(crate) fn run(&self, out: &mut Output) -> Result<Outcome, Failure> {
        match &self.about {
            None | Some(About::List) => {
                let lists = nota_herstel::lists(None, None);
                if let Some(remark) = lists.remarks.first().filter(|_| lists.own.is_empty()) {
                    return Err(Failure::Usage(remark.clone()));
                }
                for word in lists.own.words() {
                    writeln!(out, "{word}")?;
                }
            }
            Some(About::Add { words }) => {
                let added = nota_herstel::add_words(words);
                let path = added.map_err(|error| Failure::Usage(error.message))?;
                if let Some(path) = path {
                    tell(&format!("Uw woordenlijst staat in ‘{}’.", shown(&path)));
                }
            }
        }
        Ok(Outcome::Fine)
    }
}
