//! What comes back: drafts that were not saved, versions, and all that no file
//! leads to any more. The one place that decides what of it is offered, why it
//! is kept and when it goes; the window and the command line only show it.
//!
//! It lies above `nota-store`, which has the bytes, and `nota-editor`, which
//! knows what a text says. The lists of words that people made are here too:
//! the window and the command line have them from one place.

mod conflict;
mod failure;
mod keeping;
mod kept;
mod unsaved;
mod versions;
mod words;

use std::sync::Arc;

use nota_editor::view::Banner;
use nota_store::disk::Disk;
use nota_store::{Folders, Vault};

pub use failure::failure;
pub use kept::{Kept, Why};
pub use unsaved::Recovered;
pub use versions::KeptVersion;
pub use words::{Lists, add_words, lists, remove_word};

/// Tells what is to stand above the form: none takes away what stands there.
type Alert = Arc<dyn Fn(Option<Banner>) + Send + Sync>;

/// A moment in milliseconds since 1970, for reading.
pub type Moment = fn(u64) -> String;

/// Everything that is kept besides files.
pub struct Herstel {
    vault: Arc<Vault>,
    clock: fn() -> u64,
    moment: Moment,
    alert: Alert,
}

impl Herstel {
    /// What is kept in these folders; without any, nothing is kept, because the
    /// text of a nota belongs in no folder that others can enter. `clock` gives
    /// milliseconds since 1970. `alert` is called from other threads, also
    /// while the desk is busy: it hands over and returns.
    pub fn new(
        disk: Arc<dyn Disk>,
        folders: Option<Folders>,
        clock: fn() -> u64,
        moment: Moment,
        alert: impl Fn(Option<Banner>) + Send + Sync + 'static,
    ) -> Self {
        let alert: Alert = Arc::new(alert);
        let tell = Arc::clone(&alert);
        let vault = Vault::new(disk, folders, clock, move |news| {
            tell(keeping::banner(&news));
        });
        Self {
            vault: Arc::new(vault),
            clock,
            moment,
            alert,
        }
    }
}
