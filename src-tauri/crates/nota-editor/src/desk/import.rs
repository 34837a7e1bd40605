//! A file of elsewhere on its way to a nota: it lies beside the desk until the
//! drafter has looked at what was found in it.

use std::sync::{Arc, MutexGuard, PoisonError};

use nota_import::{Certainty, Choices, Document, Imported, Landing, Reason, Target};
use nota_model::Nota;
use nota_template::Template;

use super::Desk;
use crate::guard::guarded;
use crate::host::{Host, Origin};
use crate::merge::{Part, merged, parts};
use crate::paste::refused;
use crate::view::{
    Applied, HostError, ImportCertainty, ImportChoice, ImportKind, ImportPart, ImportPiece,
    ImportPlace, ImportView, Snapshot,
};

/// A file that was read.
pub(super) struct Importing {
    /// What it is called.
    name: String,
    document: Document,
    /// The template that it is laid out by.
    template: Arc<Template>,
    imported: Imported,
    /// The text of a nota that came along with it as it was.
    own: Option<String>,
}

impl<H: Host> Desk<H> {
    fn importing(&self) -> MutexGuard<'_, Option<Importing>> {
        self.imports.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a file is to be imported, and no nota to be opened.
    pub fn is_foreign(&self, name: &str, bytes: &[u8]) -> bool {
        nota_import::is_foreign(name, bytes)
    }

    /// Reads a file of elsewhere, by the template that fits it best.
    ///
    /// # Errors
    ///
    /// When no text can be read from it; what was being imported stays.
    pub fn import(&self, name: &str, bytes: &[u8]) -> Result<ImportView, HostError> {
        let stock = self.stock();
        let importing = guarded(&*self.host, || {
            let document = nota_import::read(bytes, stock.registry())?;
            let template = document.proposed();
            let imported = document.assign(&template, &Choices::new());
            Ok(Importing {
                name: name.to_owned(),
                own: nota_import::own_source(bytes),
                document,
                template,
                imported,
            })
        })?;
        let importing = importing.map_err(|refusal| refused(&refusal))?;
        let view = self.view_of(&importing);
        *self.importing() = Some(importing);
        Ok(view)
    }

    /// Lays the file out by a template, with what the drafter chose.
    ///
    /// # Errors
    ///
    /// When there is no file or no such template.
    pub fn import_again(
        &self,
        template: &str,
        choices: &[ImportChoice],
    ) -> Result<ImportView, HostError> {
        let template = self.stock().registry().find(template).ok_or_else(gone)?;
        let mut importing = self.importing();
        let importing = importing.as_mut().ok_or_else(gone)?;
        let choices: Choices = choices
            .iter()
            .filter_map(|own| Some((own.stuk, target(&own.naar)?)))
            .collect();
        importing.imported = guarded(&*self.host, || {
            importing.document.assign(&template, &choices)
        })?;
        importing.template = template;
        Ok(self.view_of(importing))
    }

    /// Puts what was imported on the desk as a new nota, in no file yet.
    ///
    /// # Errors
    ///
    /// When there is no file.
    pub fn import_as_new(&self) -> Result<Snapshot, HostError> {
        let importing = self.importing().take().ok_or_else(gone)?;
        let text = importing.own.as_ref().unwrap_or(&importing.imported.text);
        guarded(&*self.host, || self.open_kept(text, Origin::Copy))
    }

    /// Puts parts of what was imported in the open nota: one step of undo.
    ///
    /// # Errors
    ///
    /// When there is no file, nothing is open, or it may not be changed.
    pub fn import_into(&self, chosen: &[usize]) -> Result<Applied, HostError> {
        let importing = self.importing().take().ok_or_else(gone)?;
        let other = &importing.imported.nota;
        let all = parts(other);
        let chosen: Vec<Part> = chosen
            .iter()
            .filter_map(|own| all.get(*own).copied())
            .collect();
        let applied = self.with(|session| {
            let nota = merged(session.nota(), other, &chosen, session.template());
            session
                .restore(nota)
                .map_err(|error| self.refused(&error))?;
            self.note(None, session);
            let problems = self.preview.problems();
            self.show(session);
            Ok(session.applied(Some(session.snapshot(&problems)), None))
        });
        if applied.is_err() {
            *self.importing() = Some(importing);
        }
        applied
    }

    /// Lays the file away.
    pub fn stop_import(&self) {
        *self.importing() = None;
    }

    fn view_of(&self, importing: &Importing) -> ImportView {
        let Importing {
            name,
            document,
            template,
            imported,
            own,
        } = importing;
        let session = self.session();
        let here = session
            .as_ref()
            .filter(|own| !own.is_read_only())
            .map(|own| own.nota());
        ImportView {
            naam: name.clone(),
            soort: document.kind().name().to_owned(),
            sjabloon: template.id.clone(),
            voorgesteld: imported.report.proposed,
            hier: session.as_ref().map(|own| own.template().id.clone()),
            eigen: own.is_some(),
            stukken: pieces(document, &imported.landings, template),
            bestemmingen: places(template),
            delen: shown_parts(&imported.nota, template, here),
            tekens: imported.report.characters.read,
            geplaatst: imported.report.characters.placed,
            overig: imported.report.characters.rest,
            verslag: imported.report.losses(),
            kwijt: imported.report.missing.clone(),
        }
    }
}

fn gone() -> HostError {
    HostError::new(
        "stale",
        "Dit bestand wordt niet meer geïmporteerd. Kies het opnieuw.",
    )
}

/// Where each piece of the file went. What went to several places is named by
/// all of them.
fn pieces(document: &Document, landings: &[Landing], template: &Template) -> Vec<ImportPiece> {
    let mut landings = landings.iter().peekable();
    document
        .pieces()
        .enumerate()
        .map(|(nummer, tekst)| {
            let mut own: Vec<&Landing> = Vec::new();
            while let Some(landing) = landings.next_if(|own| own.piece <= nummer) {
                own.push(landing);
            }
            piece(nummer, tekst, &own, template)
        })
        .collect()
}

fn piece(nummer: usize, tekst: String, own: &[&Landing], template: &Template) -> ImportPiece {
    let first = own.first();
    let mut names: Vec<String> = Vec::new();
    for name in own.iter().filter_map(|own| named(&own.target, template)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    // A part of a letterhead that is no field.
    if own.len() > 1 && own.iter().any(|own| own.target == Target::Rest) {
        names.push(nota_import::REST.to_owned());
    }
    let sure = own.iter().map(|own| own.sure).max();
    ImportPiece {
        nummer,
        tekst,
        soort: first.map_or(ImportKind::Nergens, |own| kind(&own.target)),
        naam: names.join(", "),
        naar: first.map_or_else(String::new, |own| id(&own.target)),
        zeker: match sure {
            Some(Certainty::Guess) => ImportCertainty::Misschien,
            Some(Certainty::Likely) => ImportCertainty::Waarschijnlijk,
            _ => ImportCertainty::Zeker,
        },
        waarom: first.map_or("", |own| why(own.why)).to_owned(),
        gekozen: first.is_some_and(|own| own.why == Reason::Choice),
    }
}

fn kind(target: &Target) -> ImportKind {
    match target {
        Target::Section { .. } => ImportKind::Sectie,
        Target::Field { .. } => ImportKind::Veld,
        Target::Heading => ImportKind::Tussenkop,
        Target::Text { .. } => ImportKind::Tekst,
        Target::Rest => ImportKind::Overig,
        Target::Nowhere => ImportKind::Nergens,
    }
}

fn named(target: &Target, template: &Template) -> Option<String> {
    match target {
        Target::Section { key } => Some(match template.sectie(key) {
            Some(spec) => match spec.printed_number() {
                Some(number) => format!("{number} {}", spec.titel),
                None => spec.titel.clone(),
            },
            None => key.clone(),
        }),
        Target::Field { key } if key.is_empty() => None,
        Target::Field { key } => {
            let spec = template.veld(key);
            Some(spec.map_or_else(|| key.clone(), |own| own.naam.clone()))
        }
        _ => None,
    }
}

/// By what a piece was found, for the drafter.
fn why(reason: Reason) -> &'static str {
    match reason {
        Reason::Heading => "opgemaakt als kop",
        Reason::Bold => "een vette regel met deze titel",
        Reason::Line => "een regel met alleen deze titel",
        Reason::Label => "het opschrift ervoor",
        Reason::Style => "de opmaak van de regel",
        Reason::Words => "wat er staat",
        Reason::Key => "het bestand noemt dit veld",
        Reason::Choice => "uw keuze",
        Reason::Place => "de plaats",
    }
}

const SECTION: &str = "sectie/";
const FIELD: &str = "veld/";

/// A place as the window names it.
fn id(target: &Target) -> String {
    match target {
        Target::Section { key } => format!("{SECTION}{key}"),
        Target::Field { key } => format!("{FIELD}{key}"),
        Target::Heading => "tussenkop".to_owned(),
        Target::Text { .. } => "tekst".to_owned(),
        Target::Rest => "overig".to_owned(),
        Target::Nowhere => "nergens".to_owned(),
    }
}

fn target(id: &str) -> Option<Target> {
    let key = |start: &str| id.strip_prefix(start).map(str::to_owned);
    if let Some(key) = key(SECTION) {
        return Some(Target::Section { key });
    }
    if let Some(key) = key(FIELD) {
        return Some(Target::Field { key });
    }
    match id {
        "tussenkop" => Some(Target::Heading),
        "tekst" => Some(Target::Text { section: None }),
        "overig" => Some(Target::Rest),
        _ => None,
    }
}

/// Where a piece can go.
fn places(template: &Template) -> Vec<ImportPlace> {
    let sections = template.secties.iter().map(|own| Target::Section {
        key: own.sleutel.clone(),
    });
    let fields = template.velden.iter().map(|own| Target::Field {
        key: own.sleutel.clone(),
    });
    let free = [
        Target::Text { section: None },
        Target::Heading,
        Target::Rest,
    ];
    free.into_iter()
        .chain(sections)
        .chain(fields)
        .map(|target| ImportPlace {
            id: id(&target),
            soort: kind(&target),
            naam: named(&target, template).unwrap_or_default(),
        })
        .collect()
}

/// What the nota has of the file, part by part, beside what the open one has.
fn shown_parts(nota: &Nota, template: &Template, here: Option<&Nota>) -> Vec<ImportPart> {
    let one = |part: Part| match part {
        Part::Field(at) => {
            let field = nota.front.fields.get(at)?;
            let spec = template.veld(&field.key);
            let there = here.and_then(|own| own.field(&field.key));
            Some(ImportPart {
                naam: spec.map_or_else(|| field.key.clone(), |own| own.naam.clone()),
                waarde: Some(field.value.texts().join(", ")),
                blocks: Vec::new(),
                notes: Vec::new(),
                gevuld: there.is_some_and(|own| !own.is_blank()),
            })
        }
        Part::Preamble => Some(ImportPart {
            naam: String::new(),
            waarde: None,
            blocks: nota.preamble.blocks.clone(),
            notes: nota.preamble.notes.clone(),
            gevuld: here.is_some_and(|own| !own.preamble.blocks.is_empty()),
        }),
        Part::Section(at) => {
            let section = nota.sections.get(at)?;
            let same = |own: &&nota_model::Section| crate::compare::is_same_place(own, section);
            let there = here.and_then(|own| own.sections.iter().find(same));
            Some(ImportPart {
                naam: section.heading_text(),
                waarde: None,
                blocks: section.body.blocks.clone(),
                notes: section.body.notes.clone(),
                gevuld: there.is_some_and(|own| !own.body.blocks.is_empty()),
            })
        }
    };
    parts(nota).into_iter().filter_map(one).collect()
}
