//! The background thread that looks at the language of the newest revision: a
//! thread of its own, that gets a revision when its pages are set, so that
//! neither a key nor a page waits for it. The dictionary is read there, with
//! the first nota.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use nota_check::{Surroundings, check_language, taalsoort};
use nota_taal::{Onderdelen, Taal};

use crate::border::Event;
use crate::host::Host;
use crate::made::Made;
use crate::preview::Work;
use crate::view::{LanguageView, TaalMelding};

/// The language checks as an edge made them.
#[derive(Debug)]
pub struct Language {
    /// The checks, with the lists of people.
    pub checks: Taal,
    /// What was wrong with a list, in Dutch; mostly nothing.
    pub remarks: Vec<String>,
}

impl Language {
    /// No checks.
    pub fn off() -> Self {
        Self {
            checks: Taal::new(Onderdelen::NONE, Vec::new()),
            remarks: Vec::new(),
        }
    }
}

/// How long the words for a misspelt one may take.
const PATIENCE: Duration = Duration::from_millis(500);

/// The thread.
pub(crate) struct Reader {
    inbox: Sender<Work>,
    languages: Arc<Made<Language>>,
    /// What was looked at last, to look at again with other lists.
    last: Arc<Mutex<Option<Work>>>,
}

impl Reader {
    /// Starts the thread.
    pub fn start<H: Host>(host: Arc<H>, languages: Made<Language>) -> Self {
        let (inbox, work) = mpsc::channel();
        let languages = Arc::new(languages);
        let last = Arc::new(Mutex::new(None));
        let (own, kept) = (Arc::clone(&languages), Arc::clone(&last));
        thread::spawn(move || run(&*host, &own, &kept, &work));
        Self {
            inbox,
            languages,
            last,
        }
    }

    /// Where revisions are handed over. What is waiting is left out.
    pub fn inbox(&self) -> Sender<Work> {
        self.inbox.clone()
    }

    /// The lists or the switches are others: what is open is looked at anew.
    pub fn renew(&self) {
        self.languages.renew();
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(work) = last.clone() {
            // The thread only ends with the program, so there is nobody to tell.
            let _ = self.inbox.send(work);
        }
    }

    /// Nothing is open any more.
    pub fn forget(&self) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// What was probably meant by a word; after half a second what was found
    /// until then.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        let language = self.languages.current();
        let word = word.to_owned();
        within(PATIENCE, move |stop| language.checks.suggest(&word, stop))
    }
}

/// Does something on a thread of its own, which is told to stop after a time.
/// What it has by then is the answer; the default when it came to nothing.
fn within<T: Default + Send + 'static>(
    time: Duration,
    act: impl FnOnce(&AtomicBool) -> T + Send + 'static,
) -> T {
    let stop = Arc::new(AtomicBool::new(false));
    let (done, answer) = mpsc::channel();
    let told = Arc::clone(&stop);
    thread::spawn(move || {
        // Who asked may have gone.
        let _ = done.send(act(&told));
    });
    match answer.recv_timeout(time) {
        Ok(found) => found,
        Err(RecvTimeoutError::Disconnected) => T::default(),
        Err(RecvTimeoutError::Timeout) => {
            stop.store(true, Ordering::Relaxed);
            answer.recv().unwrap_or_default()
        }
    }
}

fn run<H: Host>(
    host: &H,
    languages: &Made<Language>,
    last: &Mutex<Option<Work>>,
    work: &Receiver<Work>,
) {
    while let Ok(first) = work.recv() {
        let newest = work.try_iter().last().unwrap_or(first);
        let looked = catch_unwind(AssertUnwindSafe(|| {
            look(&newest, &languages.current(), host)
        }));
        match looked {
            Ok(view) => host.tell(Event::Language(view)),
            // Without marks one writes on as before.
            Err(_) => host.log("the language checks were stopped by a fault"),
        }
        *last.lock().unwrap_or_else(PoisonError::into_inner) = Some(newest);
    }
}

fn look<H: Host>(work: &Work, language: &Language, host: &H) -> LanguageView {
    let around = Surroundings {
        today: host.today(),
        // Only the rules of language are asked, which know no fonts.
        printable: &|_| true,
        pages: None,
        taal: Some(&language.checks),
        metagegevens: None,
    };
    let said = check_language(&work.nota, &work.template, &around);
    let meldingen = said.into_iter().filter_map(|melding| {
        let soort = taalsoort(melding.code)?.into();
        Some(TaalMelding { soort, melding })
    });
    LanguageView {
        document: work.document,
        revision: work.revision,
        meldingen: meldingen.collect(),
        bezwaren: language.remarks.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_too_long_is_stopped_and_gives_what_it_has() {
        let found = within(Duration::from_millis(20), |stop| {
            let mut found = vec!["eigen"];
            while !stop.load(Ordering::Relaxed) {
                thread::yield_now();
            }
            found.push("tot hier");
            found
        });
        assert_eq!(found, ["eigen", "tot hier"]);
        assert_eq!(within(PATIENCE, |_| 3), 3);
    }
}
