//! `nota versions`: the versions of a nota that were kept.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use nota_herstel::KeptVersion;
use nota_store::shown;

use crate::engine::Engine;
use crate::failure::Failure;
use crate::keeping;
use crate::outcome::Outcome;
use crate::output::{Output, tell};

/// The arguments of `nota versions`.
#[derive(Debug, Args)]
#[command(
    about = "Toon de bewaarde versies van een nota",
    override_usage = "nota versions FILE [--show N]"
)]
pub(crate) struct Versions {
    /// The nota.
    #[arg(value_name = "FILE", help = "De nota")]
    file: PathBuf,
    /// A version to show.
    #[arg(
        long,
        value_name = "N",
        help = "Toon de tekst van deze versie, bijvoorbeeld om haar te vergelijken"
    )]
    show: Option<usize>,
}

impl Versions {
    /// Prints the list, the newest first, or the text of one version.
    pub(crate) fn run(&self, engine: &Engine, out: &mut Output) -> Result<Outcome, Failure> {
        let herstel = keeping::herstel()?;
        let Some(list) = herstel.versions_of(&self.file, &engine.registry)? else {
            tell(&format!(
                "Van ‘{}’ zijn nog geen versies bewaard. Dat gebeurt als u de nota in het programma opslaat.",
                shown(&self.file)
            ));
            return Ok(Outcome::Fine);
        };
        if let Some(wanted) = self.show {
            let text = herstel.version_of(&self.file, wanted)?;
            let text = text.ok_or_else(|| {
                Failure::Usage(format!(
                    "Versie {wanted} is er niet. Er zijn er {}.",
                    list.len()
                ))
            })?;
            out.write_all(text.as_bytes())?;
            return Ok(Outcome::Fine);
        }
        for version in list {
            writeln!(out, "{}", line(&version))?;
        }
        Ok(Outcome::Fine)
    }
}

/// A line of the list; the number of words that came and went as `+12 -3`.
fn line(version: &KeptVersion) -> String {
    let change = format!("+{} -{}", version.came, version.went);
    let line = format!(
        "{:>4}  {}  {change:>12}  {:24}  {}",
        version.number,
        keeping::moment(version.time),
        version.reason,
        version.machine
    );
    line.trim_end().to_owned()
}
