//! `nota recover`: what was not saved when a program, the system or the power
//! failed.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use nota_store::{
    Draft, DraftHead, Fingerprint, Journals, MAX_BYTES, Shelf, Versions, identity, shown,
};

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
        if self.forget_all {
            nota_store::forget_all()?;
            tell(&"Alle herstelgegevens zijn verwijderd.");
            return Ok(Outcome::Fine);
        }
        let journals = keeping::journals()?;
        if let Some(id) = &self.forget {
            let draft = find(&journals, id)?;
            journals.discard(&draft.id)?;
            return Ok(Outcome::Fine);
        }
        match &self.id {
            Some(id) => self.write(&find(&journals, id)?, engine, out),
            None => list(&journals, engine, out),
        }
    }

    fn write(&self, draft: &Draft, engine: &Engine, out: &mut Output) -> Result<Outcome, Failure> {
        let replayed = keeping::text_of(draft, &engine.registry);
        if draft.damaged || replayed.left_out > 0 {
            tell(
                &"De herstelgegevens zijn voor een deel beschadigd. Wat leesbaar is, is teruggehaald: lees de nota goed na. Het beschadigde bestand blijft bewaard.",
            );
        }
        let output = self.output.as_deref();
        let Some(path) = output.filter(|path| path.as_os_str() != "-") else {
            out.write_all(replayed.text.as_bytes())?;
            return Ok(Outcome::Fine);
        };
        let disk = keeping::disk();
        let (versions, path) = (keeping::versions()?, identity(path));
        let old = disk.read(&path, MAX_BYTES).ok();
        let known: Vec<Fingerprint> = old.iter().map(|old| Fingerprint::of(old)).collect();
        let own = |head: &DraftHead| head.path.as_ref() == Some(&path);
        let document = match &draft.head {
            Some(head) if own(head) => Some(head.document.clone()),
            _ => known
                .first()
                .and_then(|content| versions.document_of(&path, content)),
        };
        let shelf = Shelf {
            disk: &*disk,
            versions: &versions,
            document: &document.unwrap_or_else(Versions::new_document),
        };
        let saved = shelf.save(&path, replayed.text.as_bytes(), &known, &keeping::maker())?;
        if let Some(error) = saved.without_version {
            tell(&format!("Er is geen versie bewaard: {error}"));
        }
        tell(&format!("Het concept staat in ‘{}’.", shown(&path)));
        if old.is_some_and(|old| old != replayed.text.as_bytes()) {
            tell(&format!(
                "Wat er eerst stond, is als versie bewaard: nota versions ‘{}’",
                shown(&path)
            ));
        }
        Ok(Outcome::Fine)
    }
}

/// The draft whose id begins so.
fn find(journals: &Journals, start: &str) -> Result<Draft, Failure> {
    let ids = journals.ids()?;
    let mut found = ids.iter().filter(|id| id.starts_with(start));
    match (found.next(), found.next()) {
        (Some(id), None) => Ok(journals.draft(id)?),
        (None, _) => Err(Failure::Usage(format!(
            "Het concept ‘{start}’ is er niet. De lijst staat in: nota recover --list"
        ))),
        (Some(_), Some(_)) => Err(Failure::Usage(format!(
            "Er zijn meer concepten die met ‘{start}’ beginnen. Geef meer tekens van het ID op."
        ))),
    }
}

fn list(journals: &Journals, engine: &Engine, out: &mut Output) -> Result<Outcome, Failure> {
    for draft in journals.drafts()? {
        let replayed = keeping::text_of(&draft, &engine.registry);
        if !keeping::is_unsaved(&draft, &replayed.text) {
            continue;
        }
        let head = draft.head.as_ref();
        let when = head.map_or_else(String::new, |head| keeping::moment(head.begun));
        let path = head.and_then(|head| head.path.as_deref());
        let path = path.map_or_else(|| "nog zonder bestand".to_owned(), shown);
        let state = match () {
            () if journals.is_open(&draft.id) => "nu open",
            () if draft.closed => "gesloten zonder opslaan",
            () if draft.damaged => "deels beschadigd",
            () => "niet opgeslagen",
        };
        writeln!(out, "{}\t{when}\t{state}\t{path}", draft.id)?;
    }
    Ok(Outcome::Fine)
}
