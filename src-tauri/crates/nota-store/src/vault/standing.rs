//! Holding the place of the open nota's file: the lock beside it and the watch
//! on it. Its disk can hang, so that nothing waits for it here.

use std::path::Path;
use std::sync::mpsc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::{Known, News, Vault};
use crate::{Holder, Slot, Watch};

/// What holds the place of a file.
pub(super) struct Standing {
    /// None when another has the file open, or the disk knows no locks.
    slot: Option<Arc<Mutex<Slot>>>,
    /// Watches as long as it is here.
    _watch: Watch,
}

impl Standing {
    /// Lets go, on a thread of its own, for which no longer than this is
    /// waited.
    pub fn leave(self, most: Duration) {
        let (done, ended) = mpsc::channel::<()>();
        thread::spawn(move || {
            drop(self);
            drop(done);
        });
        let _ = ended.recv_timeout(most);
    }
}

impl Vault {
    /// Takes the lock of the open nota's file, watches the file, and clears
    /// what a killed program left beside it. Says who else has it open, when
    /// someone has. Waits for the disk of the file, however long that takes;
    /// nothing else does meanwhile.
    pub fn stand_by(&self) -> Option<Holder> {
        let (path, document, known) = {
            let guard = self.lock();
            let open = guard.as_ref()?;
            let path = open.head.path.clone()?;
            (path, open.head.document.clone(), Arc::clone(&open.known))
        };
        let maker = self.maker();
        self.shelf(&document).tidy(&path, &maker);
        let watch = self.watch(&path, &known);
        let taken = Slot::take(Arc::clone(&self.disk), &path, &maker.machine, maker.time);
        let (slot, holder) = match taken {
            Ok(slot) => (slot, None),
            Err(holder) => (None, Some(holder)),
        };
        let standing = Standing {
            slot: slot.map(|slot| Arc::new(Mutex::new(slot))),
            _watch: watch,
        };
        let mut guard = self.lock();
        // What is known of a file is its own: with the same, it is the same
        // opening and the same file still.
        let still = guard
            .as_mut()
            .filter(|open| Arc::ptr_eq(&open.known, &known));
        let Some(open) = still else {
            drop(guard);
            standing.leave(Duration::ZERO);
            return None;
        };
        if let Some(before) = open.standing.replace(standing) {
            before.leave(Duration::ZERO);
        }
        holder
    }

    fn watch(&self, path: &Path, known: &Known) -> Watch {
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

    /// Milliseconds since the last version, and a sign of life for the lock.
    pub fn since_version(&self) -> u64 {
        let now = (self.clock)();
        let guard = self.lock();
        let Some(open) = guard.as_ref() else {
            return 0;
        };
        let slot = open.standing.as_ref().and_then(|own| own.slot.as_ref());
        // One that is busy waits for a disk that hangs, which typing does not.
        if let Some(slot) = slot
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
}
