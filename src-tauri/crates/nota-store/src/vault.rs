//! What is kept of the one nota that is open: its journal, its lock, a watch
//! on its file, its versions, and what of the file is known.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::disk::{Disk, NoDisk};
use crate::write::identity_on;
use crate::{
    Cause, Draft, DraftHead, Fingerprint, Journal, Journals, Maker, Order, Scribe, Shelf,
    StoreError, Told, Versions,
};

mod left;
mod save;
mod standing;
mod versions;

pub use left::Orphan;
use standing::Standing;

/// How long the journal waits for more after a change: a word is typed
/// meanwhile, and the second that is promised is far away.
const LINGER: Duration = Duration::from_millis(250);

/// How long closing waits for the journal, and for the lock to go. What is not
/// done by then is no loss: the draft is offered once more, the lock grows
/// stale.
const PARTING: Duration = Duration::from_secs(1);

/// Where everything is kept.
#[derive(Debug, Clone, Default)]
pub struct Folders {
    /// The journals.
    pub journals: PathBuf,
    /// The versions.
    pub versions: PathBuf,
    /// Copies of what could not be saved.
    pub rescues: PathBuf,
}

/// What the vault tells of its own accord.
#[derive(Debug)]
pub enum News {
    /// The journal has everything again, after a refusal or at the start.
    Kept,
    /// The journal cannot be written; the sentence for the user.
    NotKept(String),
    /// There is no folder of the user's own, so that nothing is kept at all.
    NoFolder,
    /// Another program or window wrote the file, or took it away.
    Foreign {
        /// Whether the file is gone.
        gone: bool,
    },
}

/// What is said of a nota that is opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Its file, when it has one.
    pub path: Option<PathBuf>,
    /// The text on the desk.
    pub text: String,
    /// What the file holds, or the text of a new nota before anyone wrote.
    pub saved: String,
    /// The draft that it comes from, to be thrown away once the text is in a
    /// journal of its own. Without a file it goes on under the draft's id.
    pub draft: Option<String>,
    /// The id under which it has versions already, without a file.
    pub document: Option<String>,
}

type Tell = Arc<dyn Fn(News) + Send + Sync>;

/// Keeps the open nota. What it tells, it tells from a thread of its own.
pub struct Vault {
    /// Where the notas are.
    disk: Arc<dyn Disk>,
    /// Where journals, versions and rescue copies are.
    own: Arc<dyn Disk>,
    /// None when the user has no folder for them.
    folders: Option<Folders>,
    versions: Versions,
    clock: fn() -> u64,
    tell: Tell,
    open: Mutex<Option<Open>>,
}

/// The nota that is open. Whoever holds it does not wait for a disk.
struct Open {
    head: DraftHead,
    scribe: Scribe,
    known: Known,
    last_version: u64,
    /// The one name of each path that it was opened or saved under.
    names: HashMap<PathBuf, PathBuf>,
    /// None as long as the disk of its file does not answer.
    standing: Option<Standing>,
}

/// What the file may hold without being news.
type Known = Arc<Mutex<Vec<Fingerprint>>>;

impl Vault {
    /// A vault in these folders. Without any, text of a nota is only ever
    /// written where the user saves it, which the news says at each opening.
    /// `clock` gives milliseconds since 1970.
    pub fn new(
        disk: Arc<dyn Disk>,
        folders: Option<Folders>,
        clock: fn() -> u64,
        tell: impl Fn(News) + Send + Sync + 'static,
    ) -> Self {
        let own: Arc<dyn Disk> = match folders {
            Some(_) => Arc::clone(&disk),
            None => Arc::new(NoDisk),
        };
        let root = folders.clone().unwrap_or_default().versions;
        Self {
            versions: Versions::new(Arc::clone(&own), root),
            disk,
            own,
            folders,
            clock,
            tell: Arc::new(tell),
            open: Mutex::new(None),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Open>> {
        // What is inside is replaced whole.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn maker(&self) -> Maker {
        Maker {
            machine: crate::machine(),
            time: (self.clock)(),
        }
    }

    fn folder(&self, choose: fn(Folders) -> PathBuf) -> PathBuf {
        choose(self.folders.clone().unwrap_or_default())
    }

    /// The drafts of notas that are not open.
    pub fn journals(&self) -> Journals {
        let folder = self.folder(|folders| folders.journals);
        Journals::new(Arc::clone(&self.own), folder)
    }

    /// Begins to keep a nota. When it has a file, [`Vault::stand_by`] is due.
    pub fn open(&self, opening: Opening) {
        let maker = self.maker();
        let names = opening.path.clone().map(|asked| {
            let own = identity_on(&*self.disk, &asked);
            (asked, own)
        });
        let path = names.as_ref().map(|(_, own)| own.clone());
        let saved = Fingerprint::of(opening.saved.as_bytes());
        let of_draft = || self.draft(opening.draft.as_deref()?).ok()?.head;
        let document = match &path {
            Some(path) => self.versions.document_of(path, &saved),
            None => opening
                .document
                .clone()
                .or_else(|| Some(of_draft()?.document)),
        };
        let document = document.unwrap_or_else(Versions::new_document);
        let head = DraftHead {
            document,
            path,
            machine: maker.machine,
            begun: maker.time,
            saved,
        };
        let open = Open {
            scribe: self.scribe(&head, &opening),
            head,
            known: Arc::new(Mutex::new(vec![saved])),
            last_version: maker.time,
            names: names.into_iter().collect(),
            standing: None,
        };
        let before = self.lock().replace(open);
        if let Some(standing) = before.and_then(|open| open.standing) {
            standing.leave(Duration::ZERO);
        }
    }

    fn scribe(&self, head: &DraftHead, opening: &Opening) -> Scribe {
        let bytes = head.to_bytes();
        let folder = self.folder(|folders| folders.journals);
        let journal = Journal::new(Arc::clone(&self.own), &folder, &bytes, &opening.text);
        let tell = Arc::clone(&self.tell);
        let journals = self.journals();
        let is_homeless = self.folders.is_none();
        let was_refused = Mutex::new(false);
        let draft = Mutex::new(opening.draft.clone());
        Scribe::start(journal, LINGER, move |told| match told {
            Told::Durable(_) => {
                let mut refused = was_refused.lock().unwrap_or_else(PoisonError::into_inner);
                let mut draft = draft.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(id) = draft.take() {
                    // One that stays is offered again, which loses nothing.
                    let _ = journals.discard(&id);
                }
                if std::mem::take(&mut *refused) {
                    tell(News::Kept);
                }
            }
            Told::Refused(_) if is_homeless => tell(News::NoFolder),
            Told::Refused(error) => {
                *was_refused.lock().unwrap_or_else(PoisonError::into_inner) = true;
                tell(News::NotKept(error.to_string()));
            }
        })
    }

    fn shelf<'a>(&'a self, document: &'a str) -> Shelf<'a> {
        Shelf {
            disk: &*self.disk,
            versions: &self.versions,
            document,
        }
    }

    /// Hands an order to the journal; returns at once.
    pub fn order(&self, order: Order) {
        if let Some(open) = &*self.lock() {
            open.scribe.order(order);
        }
    }

    /// What the journal of the open nota is about, as it stands there.
    pub fn head(&self) -> Vec<u8> {
        let guard = self.lock();
        guard
            .as_ref()
            .map_or_else(Vec::new, |open| open.head.to_bytes())
    }

    /// Stops keeping the nota, because the user closed it. A text that was not
    /// saved stays a draft that is marked as closed, and a version.
    pub fn close(&self, unsaved: Option<&str>) {
        if let Some(text) = unsaved {
            self.keep_version(text, Cause::Discarded, |_, _| Vec::new());
        }
        let Some(open) = self.lock().take() else {
            return;
        };
        open.scribe.order(match unsaved {
            Some(_) => Order::Close,
            None => Order::Discard,
        });
        open.scribe.finish(PARTING);
        if let Some(standing) = open.standing {
            standing.leave(PARTING);
        }
    }

    /// A draft that is not open in any program.
    ///
    /// # Errors
    ///
    /// When it is not there or holds no text.
    pub fn draft(&self, id: &str) -> Result<Draft, StoreError> {
        self.journals().draft(id)
    }

    /// Takes away journals, versions and rescue copies. What is on the desk is
    /// written down again.
    ///
    /// # Errors
    ///
    /// When something cannot be taken away.
    pub fn forget(&self, text: &str, revision: u64) -> Result<(), StoreError> {
        let Some(folders) = &self.folders else {
            return Ok(());
        };
        let forgotten =
            crate::own::forget(&[&folders.journals, &folders.versions, &folders.rescues]);
        if let Some(open) = &*self.lock() {
            open.scribe.order(Order::Rewrite {
                head: open.head.to_bytes(),
                text: text.to_owned(),
                revision,
            });
        }
        forgotten
    }
}

fn nothing_open() -> StoreError {
    let error = std::io::ErrorKind::NotFound.into();
    StoreError::reading(Path::new(""), error)
}

#[cfg(test)]
mod tests;
