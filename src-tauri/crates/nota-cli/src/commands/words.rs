//! `nota words`: the drafter's own list of words that are spelled right.

use std::io::Write as _;
use std::path::Path;

use clap::{Args, Subcommand};
use nota_store::{Replace, create_folder, shown, write_atomic};
use nota_taal::Woordenlijst;

use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::output::Output;

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
        let path = nota_store::own_words().ok_or_else(|| {
            Failure::Usage("Dit systeem heeft geen map voor uw eigen woordenlijst.".to_owned())
        })?;
        let text = match path.exists() {
            true => nota_store::read(&path)?.text,
            false => String::new(),
        };
        match &self.about {
            None | Some(About::List) => {
                for word in Woordenlijst::read(&text).0.words() {
                    writeln!(out, "{word}")?;
                }
            }
            Some(About::Add { words }) => add(&path, text, words)?,
        }
        Ok(Outcome::Fine)
    }
}

/// Adds words to the file, behind what stands there. All words or none.
fn add(path: &Path, mut text: String, words: &[String]) -> Result<(), Failure> {
    let (mut list, _) = Woordenlijst::read(&text);
    let before = text.clone();
    for word in words {
        let word = word.trim();
        if list.words().contains(&word) {
            continue;
        }
        if !list.add(word) {
            return Err(Failure::Usage(format!(
                "Er is niets toegevoegd: ‘{}’ is niet één woord, of de lijst is vol. Geef elk woord apart op.",
                word.chars().take(60).collect::<String>()
            )));
        }
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(word);
        text.push('\n');
    }
    if text == before {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    write_atomic(path, text.as_bytes(), Replace::Yes)?;
    crate::output::tell(&format!("Uw woordenlijst staat in ‘{}’.", shown(path)));
    Ok(())
}
