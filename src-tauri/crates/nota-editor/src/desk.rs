//! The desk: the one open nota with everything that can be done to it. What
//! the window asks is a method here; what the world must do goes through
//! [`Host`].

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use nota_check::Surroundings;
use nota_model::{Change, Place};
use nota_template::Template;
use nota_typeset::{Typeset, Typesetter};

use crate::border::Event;
use crate::guard::guarded;
use crate::host::{Host, Origin};
use crate::language::{Language, Reader};
use crate::made::Made;
use crate::preview::{Preview, Work};
use crate::previous;
use crate::replay::Ledger;
use crate::session::{EditError, Effect, Session, is_plain_edit};
use crate::stock::Stock;
use crate::view::{Applied, HostError, SaveState, Settings, Snapshot, TemplateList, Version};

mod bundle;
mod glance;
mod import;
mod keep;
mod language;
mod metadata;
mod operate;
mod pages;
mod publish;

pub use bundle::{BundleNota, Bundling};
pub use metadata::Beside;
pub use publish::Publishing;

/// The desk.
pub struct Desk<H: Host> {
    host: Arc<H>,
    stock: Made<Stock>,
    session: Mutex<Option<Session>>,
    preview: Preview,
    reader: Reader,
    typesetters: Arc<Made<Typesetter>>,
    documents: AtomicU64,
    /// Held while a file is written.
    saving: Mutex<()>,
    /// What is written down of each change.
    ledger: Mutex<Ledger>,
    /// The versions that were laid beside each other last.
    compared: Mutex<Vec<Typeset>>,
    /// The file that is being imported.
    imports: Mutex<Option<import::Importing>>,
    /// Whether the user ended the operation that goes on.
    cancelled: AtomicBool,
}

impl<H: Host> Desk<H> {
    /// An empty desk. `templates`, `typesetter` and `language` are called when
    /// they are first needed, the latter two on background threads, and again
    /// when the settings have become others.
    pub fn new(
        host: Arc<H>,
        templates: impl Fn() -> Stock + Send + Sync + 'static,
        typesetter: impl Fn() -> Typesetter + Send + Sync + 'static,
        language: impl Fn() -> Language + Send + Sync + 'static,
    ) -> Self {
        let typesetters = Arc::new(Made::new(typesetter));
        let reader = Reader::start(Arc::clone(&host), Made::new(language));
        let preview = Preview::start(Arc::clone(&host), Arc::clone(&typesetters), reader.inbox());
        Self {
            host,
            stock: Made::new(templates),
            session: Mutex::new(None),
            preview,
            reader,
            typesetters,
            documents: AtomicU64::new(0),
            saving: Mutex::new(()),
            ledger: Mutex::new(Ledger::new()),
            compared: Mutex::new(Vec::new()),
            imports: Mutex::new(None),
            cancelled: AtomicBool::new(false),
        }
    }

    fn session(&self) -> MutexGuard<'_, Option<Session>> {
        // A panic while a change was carried out leaves the nota as it was,
        // because changes are made to a copy.
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(
        &self,
        act: impl FnOnce(&mut Session) -> Result<T, HostError>,
    ) -> Result<T, HostError> {
        let mut session = self.session();
        let session = session.as_mut().ok_or_else(nothing_open)?;
        guarded(&*self.host, || act(session))?
    }

    /// The templates to start from, and what is wrong with those of folders.
    pub fn templates(&self) -> TemplateList {
        self.stock.current().list()
    }

    /// The templates of this desk.
    pub fn stock(&self) -> Arc<Stock> {
        self.stock.current()
    }

    /// Puts a new nota on the desk, with what the settings know already.
    ///
    /// # Errors
    ///
    /// When there is no such template.
    pub fn start_nota(&self, template: &str, settings: &Settings) -> Result<Snapshot, HostError> {
        let stock = self.stock();
        let Some(template) = stock.registry().find(template) else {
            return Err(HostError::new(
                "no-template",
                "Dit sjabloon is er niet. Kies een ander sjabloon.",
            ));
        };
        Ok(self.place(self.started(&template, settings)))
    }

    /// A new nota with what the settings know.
    fn started(&self, template: &Template, settings: &Settings) -> Session {
        let stock = self.stock();
        let today = self.host.today().format("%Y-%m-%d").to_string();
        // The form shows the hints itself, where they need not be removed first.
        let text = template.new_text_without_hints(&today);
        let mut session = Session::open(self.next_document(), &text, stock.registry(), None);
        for (key, value) in crate::form::known(settings, template) {
            session.prefill(&Change::SetField { path: key, value });
        }
        session
    }

    /// Starts a nota with the template, the sender and the route of an earlier
    /// one.
    ///
    /// # Errors
    ///
    /// When the earlier one cannot be read; what was open stays open.
    pub fn start_from(&self, path: &str, settings: &Settings) -> Result<Snapshot, HostError> {
        let text = self.host.read(path)?;
        let stock = self.stock();
        let earlier = guarded(&*self.host, || {
            nota_markdown::parse(&text, stock.registry())
        })?;
        let mut session = self.started(&earlier.template, settings);
        let kept = previous::kept(&earlier.nota, &earlier.template);
        // Who drafts now is in the settings, and wins from who drafted then.
        let known = crate::form::known(settings, &earlier.template);
        for (path, value) in kept.into_iter().chain(known) {
            session.prefill(&Change::SetField { path, value });
        }
        Ok(self.place(session))
    }

    /// Opens a file.
    ///
    /// # Errors
    ///
    /// When it cannot be read; what was open stays open.
    pub fn open_file(&self, path: &str) -> Result<Snapshot, HostError> {
        let text = self.host.read(path)?;
        let document = self.next_document();
        guarded(&*self.host, || {
            let path = Some(path.to_owned());
            self.place(Session::open(
                document,
                &text,
                self.stock().registry(),
                path,
            ))
        })
    }

    fn next_document(&self) -> u64 {
        self.documents.fetch_add(1, Ordering::Relaxed) + 1
    }

    fn place(&self, session: Session) -> Snapshot {
        let text = session.text();
        self.put(session, text, None)
    }

    /// Puts a nota on the desk of which the file holds `saved`.
    fn put(&self, session: Session, saved: String, origin: Option<Origin>) -> Snapshot {
        // A nota that a rule stumbles over opens all the same.
        let check = || session.problems(&self.surroundings());
        let problems = guarded(&*self.host, check).unwrap_or_default();
        let snapshot = session.snapshot(&problems);
        self.preview.choose(Version::Intern);
        let mut desk = self.session();
        self.leave(desk.as_ref());
        self.begin(&session, saved, origin);
        self.show(&session);
        *desk = Some(session);
        snapshot
    }

    fn surroundings(&self) -> Surroundings<'static> {
        Surroundings {
            today: self.host.today(),
            printable: &|_| true,
            pages: None,
            taal: None,
            metagegevens: None,
        }
    }

    fn show(&self, session: &Session) {
        self.preview.show(Work {
            document: session.document(),
            revision: session.revision(),
            nota: session.nota().clone(),
            template: Arc::clone(session.template()),
            stock: self.stock(),
            findings: session.findings(),
            words: session.words(),
            version: self.preview.version(),
        });
    }

    /// The open nota, none at the start.
    pub fn snapshot(&self) -> Option<Snapshot> {
        let session = self.session();
        let session = session.as_ref()?;
        Some(session.snapshot(&self.preview.problems()))
    }

    /// Whether there is something to lose.
    pub fn is_dirty(&self) -> bool {
        self.session().as_ref().is_some_and(Session::is_dirty)
    }

    /// Carries out a change.
    ///
    /// # Errors
    ///
    /// When the nota may not be changed, or has not got what the change is
    /// about.
    pub fn apply(&self, change: &Change, group: Option<&str>) -> Result<Applied, HostError> {
        self.with(|session| {
            let effect = session
                .apply(change, group)
                .map_err(|error| self.refused(&error))?;
            self.note(Some(change), session);
            // Those of the text before the change, however fast the check of
            // what comes now is.
            let problems = self.preview.problems();
            self.show(session);
            let is_known = is_plain_edit(change) && effect == Effect::AsAsked;
            let snapshot = (!is_known).then(|| session.snapshot(&problems));
            Ok(session.applied(snapshot, None))
        })
    }

    fn refused(&self, error: &EditError) -> HostError {
        self.host.log(&error.to_string());
        match error {
            EditError::ReadOnly => HostError::new(
                "read-only",
                "Deze nota kunt u alleen lezen. Sla haar op onder een andere naam om haar te veranderen.",
            ),
            EditError::Change(_) => HostError::new(
                "stale",
                "Deze plaats in de nota is intussen veranderd. Probeer het opnieuw.",
            ),
        }
    }

    /// Takes the last step back.
    ///
    /// # Errors
    ///
    /// When nothing is open.
    pub fn undo(&self) -> Result<Applied, HostError> {
        self.travel(Session::undo)
    }

    /// Does the last step that was taken back again.
    ///
    /// # Errors
    ///
    /// When nothing is open.
    pub fn redo(&self) -> Result<Applied, HostError> {
        self.travel(Session::redo)
    }

    fn travel(&self, step: fn(&mut Session) -> Option<Place>) -> Result<Applied, HostError> {
        self.with(|session| {
            let focus = step(session);
            let snapshot = focus.is_some().then(|| {
                self.note(None, session);
                let problems = self.preview.problems();
                self.show(session);
                session.snapshot(&problems)
            });
            Ok(session.applied(snapshot, focus))
        })
    }

    /// The file of the open nota.
    pub fn path(&self) -> Option<String> {
        self.session().as_ref()?.path().map(str::to_owned)
    }

    /// What the open nota is called.
    pub fn title(&self) -> Option<String> {
        self.session().as_ref().map(Session::title)
    }

    /// Saves the nota in a file, which it has from then on. The nota can be
    /// changed while the file is written.
    ///
    /// # Errors
    ///
    /// When the file cannot be written; the state says so too, and the text
    /// stays.
    pub fn save_to(&self, path: &str) -> Result<SaveState, HostError> {
        // A disk that hangs holds one save, not one for each time it is asked.
        let _one = self.saving.try_lock().map_err(|_| {
            HostError::new(
                "busy",
                "De nota wordt nog opgeslagen. Wacht tot dat klaar is.",
            )
        })?;
        let (document, nota, text) = self.with(|session| {
            if session.is_read_only() && session.path() == Some(path) {
                return Err(HostError::new(
                    "read-only",
                    "Deze nota is van een nieuwere versie en wordt niet overschreven. Kies een andere naam.",
                ));
            }
            session.saving();
            Ok((session.document(), session.nota().clone(), session.text()))
        })?;
        let result = self.host.write(path, text.as_bytes());
        self.with(|session| {
            if session.document() != document {
                return Ok(session.save_state());
            }
            match result {
                Ok(()) => {
                    session.saved(nota, path.to_owned(), self.host.time());
                    self.wrote(session, path, text);
                }
                Err(error) => {
                    session.not_saved(error.message.clone());
                    self.look_at(&error, session);
                    return Err(error);
                }
            }
            Ok(session.save_state())
        })
    }

    /// The name for a document made of the open nota, without extension: it says
    /// that there is a decision.
    pub fn export_stem(&self) -> String {
        let decided = self
            .session()
            .as_ref()
            .map(|session| nota_export::decided(session.nota(), session.template()));
        self.file_stem() + decided.unwrap_or_default()
    }

    /// The name for a file of the open nota, without extension.
    pub fn file_stem(&self) -> String {
        nota_export::file_name(&self.title().unwrap_or_default())
    }

    /// Takes the nota from the desk, saved or not.
    pub fn close(&self) {
        let mut desk = self.session();
        self.leave(desk.as_ref());
        self.reader.forget();
        *desk = None;
    }

    /// The folders of the settings are others: house style and templates are
    /// read again, and the pages are set anew. What is open keeps its template
    /// until it is opened again.
    pub fn renew_folders(&self) {
        self.typesetters.renew();
        self.stock.renew();
        // Read here, where nothing waits for it that is typed.
        let stock = self.stock();
        if let Some(session) = self.session().as_mut() {
            // A nota keeps the template it had while the new one has a fault, is not
            // there, or makes the engine stumble: half a template may not say what
            // is internal.
            let mut renewed = session.clone();
            let is_other = stock.is_sound(&session.template().id)
                && guarded(&*self.host, || renewed.renew_template(stock.registry()))
                    .unwrap_or(false);
            if is_other {
                *session = renewed;
                // The steps before speak of sections as the other template knew them.
                self.note(None, session);
            }
            self.show(session);
        }
        self.host.tell(Event::Templates(()));
    }
}

fn nothing_open() -> HostError {
    HostError::new("nothing-open", "Er is geen nota geopend.")
}
