//! What is kept of the one nota that is open: its journal, its lock, a watch
//! on its file, its versions, and what of the file is known.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::disk::Disk;
use crate::{
    Cause, Draft, DraftHead, ErrorCode, Fingerprint, Holder, Journal, Journals, MAX_BYTES, Maker,
    Order, Scribe, Shelf, Slot, StoreError, Told, Version, Versions, Watch, identity, rescue,
};

/// How long the journal waits for more after a change: a word is typed
/// meanwhile, and the second that is promised is far away.
const LINGER: Duration = Duration::from_millis(250);

/// How long closing waits for the journal. What is not done by then is no
/// loss: the draft is offered once more.
const PARTING: Duration = Duration::from_secs(1);

/// Where everything is kept.
#[derive(Debug, Clone)]
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
    /// journal of its own.
    pub draft: Option<String>,
}

type Tell = Arc<dyn Fn(News) + Send + Sync>;

/// Keeps the open nota.
pub struct Vault {
    disk: Arc<dyn Disk>,
    folders: Folders,
    versions: Versions,
    clock: fn() -> u64,
    tell: Tell,
    open: Mutex<Option<Open>>,
}

struct Open {
    head: DraftHead,
    scribe: Scribe,
    known: Arc<Mutex<Vec<Fingerprint>>>,
    last_version: u64,
    slot: Option<Arc<Mutex<Slot>>>,
    /// Watches as long as it is here.
    _watch: Option<Watch>,
}

impl Vault {
    /// A vault in these folders. `clock` gives milliseconds since 1970.
    pub fn new(
        disk: Arc<dyn Disk>,
        folders: Folders,
        clock: fn() -> u64,
        tell: impl Fn(News) + Send + Sync + 'static,
    ) -> Self {
        Self {
            versions: Versions::new(Arc::clone(&disk), folders.versions.clone()),
            disk,
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

    /// The drafts of notas that are not open.
    pub fn journals(&self) -> Journals {
        Journals::new(Arc::clone(&self.disk), self.folders.journals.clone())
    }

    /// Begins to keep a nota. Says who else has it open, when someone has.
    pub fn open(&self, opening: Opening) -> Option<Holder> {
        let maker = self.maker();
        let path = opening.path.as_deref().map(identity);
        let saved = Fingerprint::of(opening.saved.as_bytes());
        let document = path
            .as_deref()
            .and_then(|path| self.versions.document_of(path, &saved))
            .unwrap_or_else(Versions::new_document);
        let head = DraftHead {
            document,
            path: path.clone(),
            machine: maker.machine.clone(),
            begun: maker.time,
            saved,
        };
        let known = Arc::new(Mutex::new(vec![saved]));
        let mut open = Open {
            scribe: self.scribe(&head, &opening),
            head,
            known,
            last_version: maker.time,
            slot: None,
            _watch: None,
        };
        let holder = path.and_then(|path| self.stand_by(&mut open, &path, &maker));
        *self.lock() = Some(open);
        holder
    }

    /// Takes the lock of a file, watches it, and clears what a killed program
    /// left beside it.
    fn stand_by(&self, open: &mut Open, path: &Path, maker: &Maker) -> Option<Holder> {
        self.shelf(&open.head.document).tidy(path, maker);
        open._watch = Some(self.watch(path, &open.known));
        open.slot = None;
        match Slot::take(Arc::clone(&self.disk), path, &maker.machine, maker.time) {
            Ok(slot) => {
                open.slot = slot.map(|slot| Arc::new(Mutex::new(slot)));
                None
            }
            Err(holder) => Some(holder),
        }
    }

    fn scribe(&self, head: &DraftHead, opening: &Opening) -> Scribe {
        let disk = Arc::clone(&self.disk);
        let bytes = head.to_bytes();
        let journal = Journal::new(disk, &self.folders.journals, &bytes, &opening.text);
        let tell = Arc::clone(&self.tell);
        let journals = self.journals();
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
            Told::Refused(error) => {
                *was_refused.lock().unwrap_or_else(PoisonError::into_inner) = true;
                tell(News::NotKept(error.to_string()));
            }
        })
    }

    fn watch(&self, path: &Path, known: &Arc<Mutex<Vec<Fingerprint>>>) -> Watch {
        let tell = Arc::clone(&self.tell);
        let known = Arc::clone(known);
        Watch::start(path, move |content| {
            let known = known.lock().unwrap_or_else(PoisonError::into_inner);
            let is_own = content.is_some_and(|content| known.contains(&content));
            drop(known);
            if !is_own {
                tell(News::Foreign {
                    gone: content.is_none(),
                });
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

    /// Saves the nota. Another file than its own is replaced whatever it
    /// holds: the user chose it just now. When it does not succeed, the text
    /// is kept elsewhere, and the sentence says where.
    ///
    /// # Errors
    ///
    /// As [`Shelf::save`].
    pub fn save(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        let path = identity(path);
        let (document, known) = match &*self.lock() {
            Some(open) if open.head.path.as_ref() == Some(&path) => {
                (open.head.document.clone(), Arc::clone(&open.known))
            }
            Some(open) => (open.head.document.clone(), self.present(&path)),
            None => (Versions::new_document(), self.present(&path)),
        };
        let print = Fingerprint::of(bytes);
        let expected = {
            // The watcher can see the new file before this returns.
            let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
            known.push(print);
            known.clone()
        };
        let saved = self
            .shelf(&document)
            .save(&path, bytes, &expected, &self.maker());
        match saved {
            Ok(_) => Ok(()),
            Err(error) if error.code() == ErrorCode::Changed => Err(error),
            Err(error) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let copy = rescue(&*self.disk, &self.folders.rescues, &name, bytes);
                Err(match copy {
                    Ok(copy) => error.with_copy(&copy),
                    Err(_) => error,
                })
            }
        }
    }

    /// What a file holds now, as known.
    fn present(&self, path: &Path) -> Arc<Mutex<Vec<Fingerprint>>> {
        let bytes = self.disk.read(path, MAX_BYTES).ok();
        let print = bytes.map(|bytes| Fingerprint::of(&bytes));
        Arc::new(Mutex::new(print.into_iter().collect()))
    }

    /// Notes that `saved` is in the file `path`, while `text` is on the desk
    /// by now. Says who else has that file open, when it is another one.
    pub fn saved(&self, path: &Path, saved: &str, text: String, revision: u64) -> Option<Holder> {
        let path = identity(path);
        let maker = self.maker();
        let mut guard = self.lock();
        let open = guard.as_mut()?;
        let print = Fingerprint::of(saved.as_bytes());
        open.known
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(print);
        open.head.saved = print;
        open.last_version = maker.time;
        let mut holder = None;
        if open.head.path.as_ref() != Some(&path) {
            open.head.path = Some(path.clone());
            open.known = Arc::new(Mutex::new(vec![print]));
            holder = self.stand_by(open, &path, &maker);
        }
        open.scribe.order(Order::Rewrite {
            head: open.head.to_bytes(),
            text,
            revision,
        });
        holder
    }

    /// The user saw what another wrote in the file: it is a version from now
    /// on, and may be replaced. Gives its text.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or is no text.
    pub fn accept(&self) -> Result<String, StoreError> {
        let text = self.on_disk()?;
        let (head, known) = {
            let guard = self.lock();
            let open = guard.as_ref().ok_or_else(nothing_open)?;
            (open.head.clone(), Arc::clone(&open.known))
        };
        let path = head.path.ok_or_else(nothing_open)?;
        let shelf = self.shelf(&head.document);
        // A version that cannot be kept stays in the file all the same.
        let _ = shelf.keep(&path, text.as_bytes(), Cause::Foreign, &self.maker());
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        known.push(Fingerprint::of(text.as_bytes()));
        drop(known);
        Ok(text)
    }

    /// What the file of the open nota holds now.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or is no text.
    pub fn on_disk(&self) -> Result<String, StoreError> {
        let path = self.lock().as_ref().and_then(|open| open.head.path.clone());
        Ok(crate::read(&path.ok_or_else(nothing_open)?)?.text)
    }

    /// What the journal of the open nota is about, as it stands there.
    pub fn head(&self) -> Vec<u8> {
        let guard = self.lock();
        guard
            .as_ref()
            .map_or_else(Vec::new, |open| open.head.to_bytes())
    }

    /// Milliseconds since the last version, and a sign of life for the lock.
    pub fn since_version(&self) -> u64 {
        let now = (self.clock)();
        let guard = self.lock();
        let Some(open) = guard.as_ref() else {
            return 0;
        };
        // One that is busy waits for a disk that hangs, which typing does not.
        if let Some(slot) = &open.slot
            && slot.try_lock().is_ok_and(|slot| !slot.is_fresh(now))
        {
            let slot = Arc::clone(slot);
            thread::spawn(move || {
                let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
                slot.renew(now);
            });
        }
        now.saturating_sub(open.last_version)
    }

    /// Keeps a version without saving, and takes away those that are too many,
    /// as [`Vault::prune`]. Failing is no reason to bother anyone: the journal
    /// has the text.
    pub fn keep_version(
        &self,
        text: &str,
        cause: Cause,
        surplus: impl Fn(&[u64], u64) -> Vec<usize>,
    ) {
        let maker = self.maker();
        let head = {
            let mut guard = self.lock();
            let Some(open) = guard.as_mut() else { return };
            open.last_version = maker.time;
            open.head.clone()
        };
        let version = crate::VersionHead {
            time: maker.time,
            machine: maker.machine,
            cause,
            path: head.path,
            fingerprint: Fingerprint::of(text.as_bytes()),
        };
        let _ = self
            .versions
            .keep(&head.document, &version, text.as_bytes());
        self.prune(surplus);
    }

    /// Takes away the versions of the open nota that `surplus` names by their
    /// place among the times, newest first.
    pub fn prune(&self, surplus: impl Fn(&[u64], u64) -> Vec<usize>) {
        let Some(document) = self.document() else {
            return;
        };
        let list = self.versions.list(&document);
        let times: Vec<u64> = list.iter().map(|version| version.head.time).collect();
        for place in surplus(&times, (self.clock)()) {
            if let Some(version) = list.get(place) {
                // One that stays goes next time.
                let _ = self.versions.remove(&document, &version.id);
            }
        }
    }

    /// The versions of the open nota, the newest first.
    pub fn list(&self) -> Vec<Version> {
        let document = self.document();
        document.map_or_else(Vec::new, |document| self.versions.list(&document))
    }

    /// The text of a version of the open nota.
    ///
    /// # Errors
    ///
    /// When it is not there, or no text any more.
    pub fn version(&self, id: &str) -> Result<String, StoreError> {
        let document = self.document().ok_or_else(nothing_open)?;
        Ok(self.versions.read(&document, id)?.1)
    }

    fn document(&self) -> Option<String> {
        Some(self.lock().as_ref()?.head.document.clone())
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
        let forgotten = crate::own::forget(&[
            &self.folders.journals,
            &self.folders.versions,
            &self.folders.rescues,
        ]);
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
