//! The background thread that checks and typesets what the window shows: the
//! newest revision each time, those in between left out. A fault in it stops
//! neither the thread nor the typing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;

use nota_check::Surroundings;
use nota_model::{Diagnostic, Finding, Nota};
use nota_public::{PublicNota, Refusal};
use nota_template::Template;
use nota_typeset::{Places, Typeset, Typesetter};

use crate::border::Event;
use crate::host::Host;
use crate::made::Made;
use crate::openbaar;
use crate::stock::Stock;
use crate::view::{Barrier, PageView, PagesView, Problems, Stopped, Version};

/// What is to be checked and typeset.
#[derive(Debug, Clone)]
pub(crate) struct Work {
    pub document: u64,
    pub revision: u64,
    pub nota: Nota,
    pub template: Arc<Template>,
    pub stock: Arc<Stock>,
    pub findings: Vec<Finding>,
    pub words: usize,
    pub version: Version,
}

/// What came of it.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    pub version: Version,
    pub typeset: Typeset,
    nota: Nota,
    template: Arc<Template>,
    places: OnceLock<Places>,
}

impl Shown {
    /// Where the texts stand on the pages, found out when first asked for.
    pub fn places(&self) -> &Places {
        let find = || Places::new(&self.typeset, &self.nota, &self.template);
        self.places.get_or_init(find)
    }
}

/// The thread, and what it made last.
pub(crate) struct Preview {
    inbox: Sender<Work>,
    shown: Arc<Mutex<Option<Arc<Shown>>>>,
    problems: Arc<Mutex<Vec<Diagnostic>>>,
    version: Mutex<Version>,
}

impl Preview {
    /// Starts the thread. The typesetter is made there, because reading fonts
    /// takes longer than opening a window.
    pub fn start<H: Host>(
        host: Arc<H>,
        typesetters: Arc<Made<Typesetter>>,
        reader: Sender<Work>,
    ) -> Self {
        let (inbox, work) = mpsc::channel();
        let shown = Arc::new(Mutex::new(None));
        let problems = Arc::new(Mutex::new(Vec::new()));
        let (last, found) = (Arc::clone(&shown), Arc::clone(&problems));
        thread::spawn(move || {
            // While the window opens. What is wrong with it comes up again, and
            // is told, when the first nota needs it.
            let _ = catch_unwind(AssertUnwindSafe(|| typesetters.current()));
            let bench = Bench {
                host,
                typesetters,
                shown: last,
                problems: found,
                laid: Mutex::new(None),
                reader,
            };
            bench.run(&work);
        });
        Self {
            inbox,
            shown,
            problems,
            version: Mutex::new(Version::default()),
        }
    }

    /// Chooses the version of the revisions that are handed over from now on.
    pub fn choose(&self, version: Version) {
        *self.version.lock().unwrap_or_else(PoisonError::into_inner) = version;
    }

    /// The version that was chosen last.
    pub fn version(&self) -> Version {
        *self.version.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Hands over a revision. What was waiting is left out.
    pub fn show(&self, work: Work) {
        // The thread only ends with the program, so there is nobody to tell.
        let _ = self.inbox.send(work);
    }

    /// What was typeset last. The next revision does not wait for who looks
    /// at it.
    pub fn shown(&self) -> Option<Arc<Shown>> {
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        shown.clone()
    }

    /// The problems that were found last.
    pub fn problems(&self) -> Vec<Diagnostic> {
        let problems = self.problems.lock();
        problems.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// What the pages of a nota say about it.
#[derive(Debug, Clone, PartialEq)]
struct Laid {
    /// The opening of the nota.
    document: u64,
    /// How many pages there are.
    pages: usize,
    /// What was wrong with the layout.
    findings: Vec<Finding>,
}

struct Bench<H: Host> {
    host: Arc<H>,
    typesetters: Arc<Made<Typesetter>>,
    shown: Arc<Mutex<Option<Arc<Shown>>>>,
    problems: Arc<Mutex<Vec<Diagnostic>>>,
    /// What the pages of the internal version said last.
    laid: Mutex<Option<Laid>>,
    /// Who looks at the language of a revision when its pages are set.
    reader: Sender<Work>,
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
                    message:
                        "De pagina's en de controle zijn niet bijgewerkt door een fout in het \
                              programma. Uw tekst is er nog. Sla de nota op. Verander daarna \
                              iets aan wat u het laatst hebt geschreven."
                            .to_owned(),
                }));
            }
            // That thread only ends with the program.
            let _ = self.reader.send(newest);
        }
    }

    fn work(&self, work: &Work) {
        let before = self.laid().filter(|own| own.document == work.document);
        self.check(work, before.as_ref());
        let shown = self.shown_of(work);
        let barriers = match &shown {
            Ok(_) => Vec::new(),
            Err(refusal) => openbaar::of_refusal(refusal),
        };
        let shown = shown.ok().map(Arc::new);
        let typeset = shown.as_ref().map(|shown| &shown.typeset);
        let view = pages_view(work, typeset, barriers);
        let laid = typeset.map(|typeset| Laid {
            document: work.document,
            pages: typeset.page_count(),
            findings: typeset.findings(),
        });
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = shown;
        self.host.tell(Event::Pages(view));
        if work.version == Version::Intern && before != laid {
            self.check(work, laid.as_ref());
            *self.laid.lock().unwrap_or_else(PoisonError::into_inner) = laid;
        }
    }

    fn laid(&self) -> Option<Laid> {
        let laid = self.laid.lock().unwrap_or_else(PoisonError::into_inner);
        laid.clone()
    }

    /// The version that is asked for, typeset.
    fn shown_of(&self, work: &Work) -> Result<Shown, Refusal> {
        let (nota, template) = match work.version {
            Version::Intern => (work.nota.clone(), Arc::clone(&work.template)),
            Version::Openbaar => {
                let public = PublicNota::new(&work.nota, &work.template)?;
                (public.nota().clone(), Arc::new(public.template().clone()))
            }
        };
        let typesetter = self.typesetters.current();
        let typeset = typesetter.typeset(&nota, &template, work.stock.registry());
        Ok(Shown {
            version: work.version,
            typeset,
            nota,
            template,
            places: OnceLock::new(),
        })
    }

    /// Checks, with what the pages said when they are known.
    fn check(&self, work: &Work, laid: Option<&Laid>) {
        let typesetter = self.typesetters.current();
        let fonts = typesetter.fonts();
        let surroundings = Surroundings {
            today: self.host.today(),
            printable: &|c| fonts.is_printable(c),
            pages: laid.map(|own| own.pages),
            // The language is looked at afterwards, on a thread of its own.
            taal: None,
            metagegevens: None,
        };
        let mut findings = work.findings.clone();
        findings.extend(laid.iter().flat_map(|own| own.findings.clone()));
        let diagnostics = nota_check::check(&work.nota, &work.template, &findings, &surroundings);
        let own = self.problems.lock();
        own.unwrap_or_else(PoisonError::into_inner)
            .clone_from(&diagnostics);
        self.host.tell(Event::Problems(Problems {
            document: work.document,
            revision: work.revision,
            diagnostics,
        }));
    }
}

fn pages_view(work: &Work, typeset: Option<&Typeset>, bezwaren: Vec<Barrier>) -> PagesView {
    PagesView {
        document: work.document,
        revision: work.revision,
        versie: work.version,
        pages: typeset.map(page_views).unwrap_or_default(),
        bezwaren,
        words: u32::try_from(work.words).unwrap_or(u32::MAX),
    }
}

/// The pages as the window is told of them.
pub(crate) fn page_views(typeset: &Typeset) -> Vec<PageView> {
    let pages = (0..typeset.page_count()).map(|index| {
        let (width_pt, height_pt) = typeset.page_size(index).unwrap_or_default();
        PageView {
            index: u32::try_from(index).unwrap_or(u32::MAX),
            hash: page_name(typeset, index).unwrap_or_default(),
            width_pt,
            height_pt,
            tekst: typeset.page_text(index),
        }
    });
    pages.collect()
}

/// What the window calls the look of a page by.
pub(crate) fn page_name(typeset: &Typeset, index: usize) -> Option<String> {
    let hash = typeset.page_hash(index)?;
    Some(format!("{hash:032x}"))
}
