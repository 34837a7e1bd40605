//! What is kept of the open nota, and how it comes back: every change is
//! written down, drafts and versions return, and what another wrote in the
//! file is shown before anything is overwritten.

use std::sync::PoisonError;

use nota_model::Change;

use super::Desk;
use crate::border::Event;
use crate::compare::compare;
use crate::host::{Host, Keep, Origin};
use crate::replay::Ledger;
use crate::restore::restored;
use crate::session::{EditError, Session};
use crate::view::{Applied, Banner, Differences, HostError, Snapshot};

impl<H: Host> Desk<H> {
    /// Puts a draft on the desk that was not saved when the program stopped.
    /// `saved` is what its file holds now; none when there is no such file.
    pub fn open_draft(
        &self,
        id: &str,
        text: &str,
        path: Option<String>,
        saved: Option<&str>,
    ) -> Snapshot {
        let document = self.next_document();
        let path = path.filter(|_| saved.is_some());
        let session = Session::recovered(document, text, saved, self.stock().registry(), path);
        let saved = saved.unwrap_or_default().to_owned();
        self.put(session, saved, Some(Origin::Draft(id.to_owned())))
    }

    /// Puts a text on the desk that was kept and is in no file.
    pub fn open_kept(&self, text: &str, origin: Origin) -> Snapshot {
        let document = self.next_document();
        let session = Session::recovered(document, text, None, self.stock().registry(), None);
        self.put(session, String::new(), Some(origin))
    }

    /// How the open nota differs from another text: what came and went since.
    ///
    /// # Errors
    ///
    /// When nothing is open.
    pub fn differences_since(&self, other: &str) -> Result<Differences, HostError> {
        let other = nota_markdown::parse(other, self.stock().registry()).nota;
        self.with(|session| Ok(compare(&other, session.nota(), session.template())))
    }

    /// Brings a part of another text back, by its place in
    /// [`Desk::differences_since`], or all of it: one step of undo.
    ///
    /// # Errors
    ///
    /// When nothing is open, it may not be changed, or there is no such part.
    pub fn restore(&self, other: &str, part: Option<usize>) -> Result<Applied, HostError> {
        let other = nota_markdown::parse(other, self.stock().registry()).nota;
        self.with(|session| {
            let nota = match part {
                None => other,
                Some(place) => {
                    let found = compare(&other, session.nota(), session.template());
                    let part = found.delen.get(place).ok_or_else(|| {
                        HostError::new("stale", "Dit onderdeel is intussen veranderd.")
                    })?;
                    restored(session.nota(), &other, part)
                }
            };
            let refused = |error: EditError| self.refused(&error);
            session.restore(nota).map_err(refused)?;
            self.note(None, session);
            let problems = self.preview.problems();
            self.show(session);
            let snapshot = session.snapshot(&problems);
            Ok(session.applied(Some(snapshot), None))
        })
    }

    /// Takes what another wrote in the file in the place of what is on the
    /// desk, which can be undone.
    ///
    /// # Errors
    ///
    /// When nothing is open, or it may not be changed.
    pub fn take_over(&self, theirs: &str) -> Result<Snapshot, HostError> {
        self.restore(theirs, None)?;
        self.with(|session| {
            let (nota, path) = (session.nota().clone(), session.path().map(str::to_owned));
            if let Some(path) = path {
                session.saved(nota, path.clone(), self.host.time());
                self.wrote(session, &path, theirs.to_owned());
            }
            Ok(session.snapshot(&self.preview.problems()))
        })
    }

    /// The text on the desk and its revision, when something is open.
    pub fn text(&self) -> Option<(String, u64)> {
        let session = self.session();
        let session = session.as_ref()?;
        Some((session.text(), session.revision()))
    }

    /// Puts a sentence above the form, or takes it away, and tells the window.
    pub fn alert(&self, banner: Option<Banner>) {
        let told = self.with(|session| {
            session.set_banner(banner);
            Ok(session.snapshot(&self.preview.problems()))
        });
        if let Ok(snapshot) = told {
            self.host.tell(Event::Snapshot(Box::new(snapshot)));
        }
    }

    pub(super) fn begin(&self, session: &Session, saved: String, origin: Option<Origin>) {
        *self.ledger.lock().unwrap_or_else(PoisonError::into_inner) = Ledger::new();
        self.host.keep(Keep::Opened {
            path: session.path().map(str::to_owned),
            text: session.text(),
            saved,
            origin,
        });
    }

    /// Writes a change down; none is undo and whatever else is more than one.
    pub(super) fn note(&self, change: Option<&Change>, session: &Session) {
        let mut ledger = self.ledger.lock().unwrap_or_else(PoisonError::into_inner);
        self.host.keep(Keep::Noted {
            revision: session.revision(),
            note: ledger.note(change, session),
        });
        if self.host.is_version_due() {
            let text = session.text();
            self.host.keep(Keep::Version { text });
        }
    }

    /// Writes down that `saved` is in the file.
    pub(super) fn wrote(&self, session: &mut Session, path: &str, saved: String) {
        session.set_banner(None);
        *self.ledger.lock().unwrap_or_else(PoisonError::into_inner) = Ledger::new();
        self.host.keep(Keep::Saved {
            path: path.to_owned(),
            saved,
            text: session.text(),
            revision: session.revision(),
        });
    }

    /// Says above the form what to do when another wrote the file.
    pub(super) fn look_at(&self, error: &HostError, session: &mut Session) {
        if error.code == "changed" {
            session.set_banner(Some(Banner::foreign()));
            let snapshot = session.snapshot(&self.preview.problems());
            self.host.tell(Event::Snapshot(Box::new(snapshot)));
        }
    }

    pub(super) fn leave(&self, session: Option<&Session>) {
        if let Some(session) = session {
            let unsaved = session.is_dirty().then(|| session.text());
            self.host.keep(Keep::Left { unsaved });
        }
    }
}
