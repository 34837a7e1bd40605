//! `nota versions`: the versions of a nota that were kept.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use nota_store::{Cause, Fingerprint, Version, identity, shown};

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
        let versions = keeping::versions()?;
        let path = identity(&self.file);
        // A file that is gone still has its versions.
        let text = match nota_store::read(&self.file) {
            Ok(file) => file.text,
            Err(error) if error.code() == nota_store::ErrorCode::NotFound => String::new(),
            Err(error) => return Err(error.into()),
        };
        let content = Fingerprint::of(text.as_bytes());
        let Some(document) = versions.document_of(&path, &content) else {
            tell(&format!(
                "Van ‘{}’ zijn nog geen versies bewaard. Dat gebeurt als u de nota in het programma opslaat.",
                shown(&self.file)
            ));
            return Ok(Outcome::Fine);
        };
        let list = versions.list(&document);
        // Numbered from the oldest, so that a number stays with its version
        // when another is added.
        let numbered: Vec<(usize, &Version)> = (1..).zip(list.iter().rev()).collect();
        if let Some(wanted) = self.show {
            let found = numbered.iter().find(|(number, _)| *number == wanted);
            let (_, version) = found.ok_or_else(|| {
                Failure::Usage(format!(
                    "Versie {wanted} is er niet. Er zijn er {}.",
                    list.len()
                ))
            })?;
            let (_, text) = versions.read(&document, &version.id)?;
            out.write_all(text.as_bytes())?;
            return Ok(Outcome::Fine);
        }
        let mut before = String::new();
        let mut lines = Vec::new();
        for (number, version) in numbered {
            let (_, text) = versions.read(&document, &version.id)?;
            let change = size(&before, &text, engine);
            let head = &version.head;
            lines.push(format!(
                "{number:>4}  {}  {change:>12}  {:24}  {}",
                keeping::moment(head.time),
                cause(version),
                head.machine
            ));
            before = text;
        }
        for line in lines.iter().rev() {
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(Outcome::Fine)
    }
}

/// The number of words that came and went: `+12 -3`.
fn size(old: &str, new: &str, engine: &Engine) -> String {
    let (old, new) = (engine.parse(old), engine.parse(new));
    let difference = nota_editor::compare(&old.nota, &new.nota, &new.template);
    format!("+{} -{}", difference.erbij, difference.eraf)
}

fn cause(version: &Version) -> &'static str {
    if version.damaged {
        return "beschadigd";
    }
    match version.head.cause {
        Cause::Found => "zoals geopend",
        Cause::Saved => "opgeslagen",
        Cause::Interval => "tussendoor",
        Cause::Foreign => "door een ander geschreven",
        Cause::Discarded => "gesloten zonder opslaan",
    }
}
