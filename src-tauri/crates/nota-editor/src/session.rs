//! The open nota: what it is, how it changes, what can be undone and whether
//! its file is up to date. Knows no window, disk or clock; who calls it says
//! what time it is.

use std::sync::Arc;

use nota_check::Surroundings;
use nota_markdown::Parsed;
use nota_model::{Change, ChangeError, Code, Diagnostic, Finding, Nota, Place};
use nota_public::Withheld;
use nota_template::{FieldRole, Registry, Template};

use crate::first_difference::first_difference;
use crate::history::History;
use crate::length::word_count;
use crate::view::{Applied, Banner, SaveState, SaveStatus, Snapshot};

/// What the parser says of a nota beyond the limits of the format.
const TOO_LARGE: Code = Code(4);

/// An open nota.
#[derive(Debug, Clone)]
pub struct Session {
    document: u64,
    nota: Nota,
    /// What is withheld in it.
    withheld: Withheld,
    template: Arc<Template>,
    findings: Vec<Finding>,
    revision: u64,
    history: History,
    path: Option<String>,
    saved: Nota,
    state: SaveState,
    read_only: bool,
    banner: Option<Banner>,
    /// Whether the template became another one: then the steps of undo hold
    /// sections as the one before knew them.
    is_renewed: bool,
}

/// Why a change was not carried out. The nota is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The change speaks of something that is not there.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// The nota may not be changed.
    #[error("the nota is open for reading only")]
    ReadOnly,
}

/// What a change did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// The nota became what the change says.
    AsAsked,
    /// Section 5.1 was kept in step with what is withheld, in the same step
    /// of undo.
    AlsoExplained,
}

impl Session {
    /// Opens the text of a nota. `document` tells this opening from others;
    /// `path` is none for a nota that has no file yet.
    pub fn open(document: u64, text: &str, registry: &Registry, path: Option<String>) -> Self {
        let Parsed {
            nota,
            template,
            findings,
            read_only,
        } = nota_markdown::parse(text, registry);
        let is_too_large = findings.iter().any(|finding| finding.code == TOO_LARGE);
        let banner = read_only.then(|| match is_too_large {
            true => Banner::too_large(),
            false => Banner::newer_version(),
        });
        let state = SaveState {
            state: match path {
                Some(_) => SaveStatus::Opgeslagen,
                None => SaveStatus::NietOpgeslagen,
            },
            at: None,
            message: None,
        };
        Self {
            document,
            saved: nota.clone(),
            withheld: Withheld::of(&nota, &template),
            nota,
            template,
            findings,
            revision: 0,
            history: History::default(),
            path,
            state,
            read_only,
            banner,
            is_renewed: false,
        }
    }

    /// Opens a text that was not saved; `saved` is what the file holds, none
    /// for a nota that has no file.
    pub fn recovered(
        document: u64,
        text: &str,
        saved: Option<&str>,
        registry: &Registry,
        path: Option<String>,
    ) -> Self {
        let mut session = Self::open(document, text, registry, path);
        session.saved = match saved {
            Some(saved) => nota_markdown::parse(saved, registry).nota,
            None => Nota::default(),
        };
        session.state.state = SaveStatus::NietOpgeslagen;
        session
    }

    /// The nota as it is now.
    pub fn nota(&self) -> &Nota {
        &self.nota
    }

    /// Its template.
    pub fn template(&self) -> &Arc<Template> {
        &self.template
    }

    /// Which opening this is.
    pub fn document(&self) -> u64 {
        self.document
    }

    /// The number of changes so far, undo and redo included.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Its file, when it has one.
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// The text for its file.
    pub fn text(&self) -> String {
        nota_markdown::print(&self.nota)
    }

    /// Whether it may only be read.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Whether something was changed that its file does not have.
    pub fn is_dirty(&self) -> bool {
        self.nota != self.saved
    }

    /// Carries out a change. Changes of one group that follow each other are
    /// one step of undo.
    ///
    /// # Errors
    ///
    /// When the nota may not be changed, or the change speaks of something
    /// that is not there; then nothing has changed.
    pub fn apply(&mut self, change: &Change, group: Option<&str>) -> Result<Effect, EditError> {
        if self.read_only {
            return Err(EditError::ReadOnly);
        }
        let (after, withheld, effect) = self.after(change)?;
        self.history.note(&self.nota, &after, group);
        self.replace(after, withheld);
        Ok(effect)
    }

    /// Puts another nota in its place, as one step of undo.
    ///
    /// # Errors
    ///
    /// When the nota may not be changed.
    pub fn restore(&mut self, nota: Nota) -> Result<(), EditError> {
        if self.read_only {
            return Err(EditError::ReadOnly);
        }
        self.history.note(&self.nota, &nota, None);
        let withheld = Withheld::of(&nota, &self.template);
        self.replace(nota, withheld);
        Ok(())
    }

    /// The nota after a change, with section 5.1 in step, and what is withheld
    /// in it.
    fn after(&self, change: &Change) -> Result<(Nota, Withheld, Effect), ChangeError> {
        let after = self.nota.apply(change)?;
        let withheld = Withheld::of(&after, &self.template);
        let (old, new) = ((&self.nota, &self.withheld), (&after, &withheld));
        let explained = nota_public::keep_in_step(old, new, &self.template)
            .and_then(|change| after.apply(&change).ok());
        Ok(match explained {
            Some(explained) => (explained, withheld, Effect::AlsoExplained),
            None => (after, withheld, Effect::AsAsked),
        })
    }

    /// Fills in what is known before the drafter starts: no step of undo.
    pub(crate) fn prefill(&mut self, change: &Change) {
        if let Ok((nota, withheld, _)) = self.after(change) {
            self.saved = nota.clone();
            self.nota = nota;
            self.withheld = withheld;
        }
    }

    /// Takes its template as it is now in the registry, with the sections recognised
    /// anew; the text stays as it is. False when the template is the same.
    pub(crate) fn renew_template(&mut self, registry: &Registry) -> bool {
        let read = nota_markdown::parse(&self.text(), registry);
        if *read.template == *self.template {
            return false;
        }
        self.saved = nota_markdown::parse(&nota_markdown::print(&self.saved), registry).nota;
        self.withheld = Withheld::of(&read.nota, &read.template);
        self.nota = read.nota;
        self.template = read.template;
        self.findings = read.findings;
        self.is_renewed = true;
        self.revision += 1;
        true
    }

    /// Takes the last step back, and says where; none when there is no step.
    pub fn undo(&mut self) -> Option<Place> {
        self.travel(History::undo)
    }

    /// Does the last step that was taken back again, and says where; none when
    /// there is no such step.
    pub fn redo(&mut self) -> Option<Place> {
        self.travel(History::redo)
    }

    fn travel(&mut self, step: fn(&mut History, &mut Nota) -> bool) -> Option<Place> {
        let mut nota = self.nota.clone();
        if self.read_only || !step(&mut self.history, &mut nota) {
            return None;
        }
        if self.is_renewed {
            let registry = Registry::of(Arc::clone(&self.template));
            nota = nota_markdown::parse(&nota_markdown::print(&nota), &registry).nota;
        }
        let place = first_difference(&self.nota, &nota);
        let withheld = Withheld::of(&nota, &self.template);
        self.replace(nota, withheld);
        Some(place)
    }

    fn replace(&mut self, nota: Nota, withheld: Withheld) {
        self.nota = nota;
        self.withheld = withheld;
        self.revision += 1;
        self.state.state = if self.is_dirty() || self.path.is_none() {
            SaveStatus::NietOpgeslagen
        } else {
            SaveStatus::Opgeslagen
        };
        self.state.message = None;
    }

    /// What the parser found, as far as it still holds: what was found in a
    /// part that was changed since is gone with the text that it was about.
    pub fn findings(&self) -> Vec<Finding> {
        let holds = |finding: &&Finding| match (&finding.place.index, &finding.place.field) {
            (Some(index), _) => self.nota.sections.get(*index).is_some_and(|section| {
                section.body.source.is_some() && section.key == finding.place.section
            }),
            (None, Some(path)) => {
                let field = self.nota.front.find(self.nota.key_of(path));
                field.is_some_and(|field| field.source.is_some())
            }
            (None, None) => true,
        };
        self.findings.iter().filter(holds).cloned().collect()
    }

    /// Checks the nota as it is now.
    pub fn problems(&self, surroundings: &Surroundings) -> Vec<Diagnostic> {
        nota_check::check(&self.nota, &self.template, &self.findings(), surroundings)
    }

    /// Notes that saving has begun.
    pub fn saving(&mut self) {
        self.state.state = SaveStatus::Bezig;
    }

    /// Notes that `nota` (the value that was printed, which may be older than
    /// the present one) is in the file `path` since `at` ("14:03").
    pub fn saved(&mut self, nota: Nota, path: String, at: String) {
        self.history.seal();
        self.saved = nota;
        self.path = Some(path);
        self.state = SaveState {
            state: if self.is_dirty() {
                SaveStatus::NietOpgeslagen
            } else {
                SaveStatus::Opgeslagen
            },
            at: Some(at),
            message: None,
        };
    }

    /// Notes that saving did not succeed, with the sentence that says why.
    pub fn not_saved(&mut self, message: String) {
        self.state.state = SaveStatus::Mislukt;
        self.state.message = Some(message);
    }

    /// Where the saving stands.
    pub fn save_state(&self) -> SaveState {
        self.state.clone()
    }

    /// Puts a sentence above the form, or takes it away.
    pub fn set_banner(&mut self, banner: Option<Banner>) {
        self.banner = banner;
    }

    /// The whole nota for the form; `problems` are those of this revision.
    pub fn snapshot(&self, problems: &[Diagnostic]) -> Snapshot {
        Snapshot {
            document: self.document,
            revision: self.revision,
            titel: self.title(),
            path: self.path.clone(),
            sjabloon: self.template.id.clone(),
            sjabloon_naam: self.template.naam.clone(),
            ministerie: self.template.ministerie.clone(),
            fields: crate::form::fields(&self.nota, &self.template, problems),
            sections: crate::form::sections(&self.nota, &self.template),
            standaardzinnen: crate::form::phrases(&self.template),
            preamble: self.nota.preamble.blocks.clone(),
            notes: crate::form::notes(&self.nota),
            can_undo: self.history.can_undo(),
            can_redo: self.history.can_redo(),
            saved: self.save_state(),
            read_only: self.read_only,
            banner: self.banner.clone(),
        }
    }

    /// The answer to a change; with a snapshot when the window cannot know
    /// what the nota has become.
    pub fn applied(&self, snapshot: Option<Snapshot>, focus: Option<Place>) -> Applied {
        Applied {
            revision: self.revision,
            can_undo: self.history.can_undo(),
            can_redo: self.history.can_redo(),
            saved: self.save_state(),
            snapshot,
            focus,
        }
    }

    /// What the nota is called: its subject, else its file's name, else
    /// "Nieuwe nota".
    pub fn title(&self) -> String {
        if let Some(subject) = self.template.text_for(FieldRole::Titel, &self.nota) {
            return subject.to_owned();
        }
        let name = self
            .path
            .as_deref()
            .and_then(|path| path.rsplit(['/', '\\']).next());
        name.unwrap_or("Nieuwe nota").to_owned()
    }

    /// The number of words that the drafter wrote: subject, sections and
    /// footnotes, without the titles of sections and the other fields.
    pub fn words(&self) -> usize {
        word_count(&self.nota, &self.template)
    }
}

/// Whether the window knows by itself what the nota becomes by this change: it
/// typed it.
pub fn is_plain_edit(change: &Change) -> bool {
    matches!(
        change,
        Change::SetBody { .. } | Change::SetField { .. } | Change::SetNote { .. }
    )
}

#[cfg(test)]
mod tests;
