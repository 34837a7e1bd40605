//! Watches a file through its folder, because programs that save well put a
//! new file in its place. Where the system tells nothing, as on some network
//! disks, the file is looked at now and then.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use crate::disk::{Disk, RealDisk, parent};
use crate::{Fingerprint, MAX_BYTES};

/// How long it is quiet before the file is looked at: a program that saves
/// makes several events.
const QUIET: Duration = Duration::from_millis(150);

/// How often the file is looked at when nothing is heard.
const LOOK: Duration = Duration::from_secs(20);

/// Watches one file until it is dropped.
pub struct Watch {
    /// None when the system cannot watch the folder; then looking now and
    /// then must do.
    _watcher: Option<RecommendedWatcher>,
    _alive: mpsc::Sender<()>,
}

impl Watch {
    /// Calls `tell` with the fingerprint of the file each time that its
    /// content became another one; with none when the file went away.
    pub fn start(file: &Path, tell: impl Fn(Option<Fingerprint>) + Send + 'static) -> Self {
        let (alive, events) = mpsc::channel();
        let folder = parent(file).to_owned();
        let name = file.file_name().map(ToOwned::to_owned);
        let hint = alive.clone();
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let concerns = |path: &PathBuf| path.file_name() == name.as_deref();
            // Losing events is an event too.
            if event.map_or(true, |event| event.paths.iter().any(concerns)) {
                let _ = hint.send(());
            }
        });
        let watcher = watcher.ok().and_then(|mut watcher| {
            watcher
                .watch(&folder, RecursiveMode::NonRecursive)
                .ok()
                .map(|()| watcher)
        });
        // The watcher keeps a sender of its own: this one tells the end.
        let (ending, ended) = mpsc::channel::<()>();
        let path = file.to_owned();
        let mut last = look(&path);
        thread::spawn(move || {
            loop {
                let heard = events.recv_timeout(LOOK);
                while heard.is_ok() && events.recv_timeout(QUIET).is_ok() {}
                if matches!(ended.try_recv(), Err(mpsc::TryRecvError::Disconnected))
                    || heard == Err(RecvTimeoutError::Disconnected)
                {
                    return;
                }
                let now = look(&path);
                if now != last {
                    last = now;
                    tell(now);
                }
            }
        });
        Self {
            _watcher: watcher,
            _alive: ending,
        }
    }
}

fn look(path: &Path) -> Option<Fingerprint> {
    let bytes = RealDisk.read(path, MAX_BYTES).ok()?;
    Some(Fingerprint::of(&bytes))
}
