//! The background thread that checks and typesets what the window shows: the
//! newest revision each time, those in between left out. A fault in it stops
//! neither the thread nor the typing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use nota_check::Surroundings;
use nota_model::{Diagnostic, Finding, Nota};
use nota_template::{Registry, Template};
use nota_typeset::{Typeset, Typesetter};

use crate::host::{Event, Host, Stopped};
use crate::view::{PageView, PagesView, Problems};

/// What is to be checked and typeset.
#[derive(Debug, Clone)]
pub(crate) struct Work {
    pub document: u64,
    pub revision: u64,
    pub nota: Nota,
    pub template: Arc<Template>,
    pub findings: Vec<Finding>,
    pub words: usize,
}

/// What came of it.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    pub document: u64,
    pub typeset: Typeset,
}

/// The thread, and what it made last.
pub(crate) struct Preview {
    inbox: Sender<Work>,
    shown: Arc<Mutex<Option<Shown>>>,
    problems: Arc<Mutex<Vec<Diagnostic>>>,
}

impl Preview {
    /// Starts the thread. The typesetter is made there, because reading fonts
    /// takes longer than opening a window.
    pub fn start<H: Host>(
        host: Arc<H>,
        registry: &'static Registry,
        typesetter: impl FnOnce() -> Arc<Typesetter> + Send + 'static,
    ) -> Self {
        let (inbox, work) = mpsc::channel();
        let shown = Arc::new(Mutex::new(None));
        let problems = Arc::new(Mutex::new(Vec::new()));
        let (last, found) = (Arc::clone(&shown), Arc::clone(&problems));
        thread::spawn(move || {
            let typesetter = typesetter();
            let bench = Bench {
                host,
                registry,
                typesetter,
                shown: last,
                problems: found,
            };
            bench.run(&work);
        });
        Self {
            inbox,
            shown,
            problems,
        }
    }

    /// Hands over a revision. What was waiting is left out.
    pub fn show(&self, work: Work) {
        // The thread only ends with the program, so there is nobody to tell.
        let _ = self.inbox.send(work);
    }

    /// What was typeset last.
    pub fn with_shown<T>(&self, look: impl FnOnce(&Shown) -> T) -> Option<T> {
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        shown.as_ref().map(look)
    }

    /// The problems that were found last.
    pub fn problems(&self) -> Vec<Diagnostic> {
        let problems = self.problems.lock();
        problems.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

struct Bench<H: Host> {
    host: Arc<H>,
    registry: &'static Registry,
    typesetter: Arc<Typesetter>,
    shown: Arc<Mutex<Option<Shown>>>,
    problems: Arc<Mutex<Vec<Diagnostic>>>,
}

impl<H: Host> Bench<H> {
    fn run(&self, work: &Receiver<Work>) {
        while let Ok(first) = work.recv() {
            let newest = work.try_iter().last().unwrap_or(first);
            let result = catch_unwind(AssertUnwindSafe(|| self.work(&newest)));
            if result.is_err() {
                self.host
                    .log("the background thread was stopped by a fault");
                self.host.tell(Event::EngineStopped(Stopped {
                    message: "De pagina's en de controle konden niet worden bijgewerkt. Uw tekst \
                              is veilig. Sla de nota op en verander de laatste tekst iets."
                        .to_owned(),
                }));
            }
        }
    }

    fn work(&self, work: &Work) {
        let last = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let pages = last
            .as_ref()
            .filter(|shown| shown.document == work.document);
        let pages = pages.map(|shown| shown.typeset.page_count());
        drop(last);
        let before = self.check(work, pages);
        let typeset = self
            .typesetter
            .typeset(&work.nota, &work.template, self.registry);
        let view = pages_view(work, &typeset);
        let count = typeset.page_count();
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(Shown {
            document: work.document,
            typeset,
        });
        self.host.tell(Event::Pages(view));
        if before != Some(count) {
            self.check(work, Some(count));
        }
    }

    /// Checks with a number of pages, and says with which.
    fn check(&self, work: &Work, pages: Option<usize>) -> Option<usize> {
        let fonts = self.typesetter.fonts();
        let surroundings = Surroundings {
            today: self.host.today(),
            printable: &|c| fonts.is_printable(c),
            pages,
        };
        let diagnostics =
            nota_check::check(&work.nota, &work.template, &work.findings, &surroundings);
        let own = self.problems.lock();
        own.unwrap_or_else(PoisonError::into_inner)
            .clone_from(&diagnostics);
        self.host.tell(Event::Problems(Problems {
            document: work.document,
            revision: work.revision,
            diagnostics,
        }));
        pages
    }
}

fn pages_view(work: &Work, typeset: &Typeset) -> PagesView {
    let pages = (0..typeset.page_count()).map(|index| {
        let (width_pt, height_pt) = typeset.page_size(index).unwrap_or_default();
        PageView {
            index: u32::try_from(index).unwrap_or(u32::MAX),
            hash: format!("{:032x}", typeset.page_hash(index).unwrap_or_default()),
            width_pt,
            height_pt,
            tekst: typeset.page_text(index),
        }
    });
    PagesView {
        document: work.document,
        revision: work.revision,
        pages: pages.collect(),
        words: u32::try_from(work.words).unwrap_or(u32::MAX),
    }
}
