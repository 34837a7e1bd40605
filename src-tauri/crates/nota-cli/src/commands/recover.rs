//! `nota recover`: what was not saved when a program, the system or the power
//! failed.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use nota_editor::view::KeptText;
use nota_herstel::{Herstel, Kept};
use nota_store::{identity, shown};

use crate::engine::Engine;
use crate::failure::Failure;
use crate::keeping;
use crate::outcome::Outcome;
use crate::output::{Output, tell};

/// The arguments of `nota recover`.
#[derive(Debug, Args)]
#[command(
    about = "Haal terug wat niet was opgeslagen",
    override_usage = "nota recover --list\n       nota recover ID -o FILE\n       nota recover --forget ID\n       nota recover --forget-all"
)]
pub(crate) struct Recover {
    /// Which draft.
    #[arg(
        value_name = "ID",
        required_unless_present_any = ["list", "forget", "forget_all"],
        help = "Het concept: de eerste kolom van de lijst, of het begin daarvan"
    )]
    id: Option<String>,
    /// The list.
    #[arg(long, conflicts_with_all = ["id", "forget", "forget_all"], help = "Toon wat kan worden teruggehaald, het laatste eerst")]
    list: bool,
    /// The file to write.
    #[arg(
        short,
        long,
        value_name = "FILE",
        requires = "id",
        help = "Het bestand dat wordt geschreven; wat er stond, wordt als versie bewaard. Zonder -o komt de tekst op het scherm"
    )]
    output: Option<PathBuf>,
    /// A draft to throw away.
    #[arg(
        long,
        value_name = "ID",
        conflicts_with = "id",
        help = "Gooi dit concept weg"
    )]
    forget: Option<String>,
    /// Throws away everything that is kept.
    #[arg(
        long,
        conflicts_with_all = ["id", "forget"],
        help = "Verwijder alle herstelgegevens: concepten, versies en noodkopieën"
    )]
    forget_all: bool,
}

impl Recover {
    /// Lists, writes or throws away.
    pub(crate) fn run(&self, engine: &Engine, out: &mut Output) -> Result<Outcome, Failure> {
        let herstel = keeping::herstel()?;
        if self.forget_all {
            herstel.forget_all(None)?;
            tell(&"Alle herstelgegevens zijn verwijderd.");
            return Ok(Outcome::Fine);
        }
        if let Some(start) = &self.forget {
            let id = find(&herstel, start)?;
            herstel.forget(&KeptText::Concept { id })?;
            return Ok(Outcome::Fine);
        }
        match &self.id {
            Some(start) => {
                let id = find(&herstel, start)?;
                self.write(&herstel, id, engine, out)
            }
            None => list(&herstel, engine, out),
        }
    }

    fn write(
        &self,
        herstel: &Herstel,
        id: String,
        engine: &Engine,
        out: &mut Output,
    ) -> Result<Outcome, Failure> {
        let draft = KeptText::Concept { id: id.clone() };
        let (text, damaged) = herstel.text(&draft, &engine.registry)?;
        if damaged {
            tell(
                &"De herstelgegevens zijn voor een deel beschadigd. Wat leesbaar is, is teruggehaald: lees de nota goed na. Het beschadigde bestand blijft bewaard.",
            );
        }
        let output = self.output.as_deref();
        let Some(path) = output.filter(|path| path.as_os_str() != "-") else {
            out.write_all(text.as_bytes())?;
            return Ok(Outcome::Fine);
        };
        let written = herstel.write(&id, &text, path)?;
        if let Some(error) = written.without_version {
            tell(&format!("Er is geen versie bewaard: {error}"));
        }
        let path = shown(&identity(path));
        tell(&format!("Het concept staat in ‘{path}’."));
        if written.replaced {
            tell(&format!(
                "Wat er eerst stond, is als versie bewaard: nota versions ‘{path}’"
            ));
        }
        Ok(Outcome::Fine)
    }
}

/// The id of the draft that begins so.
fn find(herstel: &Herstel, start: &str) -> Result<String, Failure> {
    let mut found = herstel.ids(start)?.into_iter();
    match (found.next(), found.next()) {
        (Some(id), None) => Ok(id),
        (None, _) => Err(Failure::Usage(format!(
            "Het concept ‘{start}’ is er niet. De lijst staat in: nota recover --list"
        ))),
        (Some(_), Some(_)) => Err(Failure::Usage(format!(
            "Er zijn meer concepten die met ‘{start}’ beginnen. Geef meer tekens van het ID op."
        ))),
    }
}

fn list(herstel: &Herstel, engine: &Engine, out: &mut Output) -> Result<Outcome, Failure> {
    for draft in herstel.drafts(&engine.registry)? {
        let KeptText::Concept { id } = &draft.text else {
            continue;
        };
        let when = draft.time.map_or_else(String::new, keeping::moment);
        let path = draft.path.as_deref().unwrap_or("nog zonder bestand");
        writeln!(out, "{id}\t{when}\t{}\t{path}", state(&draft))?;
    }
    Ok(Outcome::Fine)
}

fn state(draft: &Kept) -> String {
    let words = draft.why.words();
    match draft.damaged {
        true => format!("{words}, deels beschadigd"),
        false => words.to_owned(),
    }
}
