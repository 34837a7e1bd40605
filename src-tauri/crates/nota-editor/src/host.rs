//! The world as the editor needs it: one small trait, served by the desktop
//! shell, and by tests without a window.

use chrono::NaiveDate;

use crate::border::Event;
use crate::replay::Note;
use crate::view::HostError;

/// The world.
pub trait Host: Send + Sync + 'static {
    /// Tells the window something of the engine's own accord.
    fn tell(&self, event: Event);

    /// The day of today.
    fn today(&self) -> NaiveDate;

    /// The time of day for reading: "14:03".
    fn time(&self) -> String;

    /// Reads a file of text.
    ///
    /// # Errors
    ///
    /// With the sentence that the user reads.
    fn read(&self, path: &str) -> Result<String, HostError>;

    /// Writes a file whole or not at all, in the place of one that is there.
    ///
    /// # Errors
    ///
    /// With the sentence that the user reads; then the old file is untouched.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), HostError>;

    /// Writes down what happened to the open nota, so that it comes back after
    /// a crash. Returns at once. A host without disk keeps nothing.
    fn keep(&self, _: Keep) {}

    /// Whether so much time of writing went by that a version is to be kept.
    fn is_version_due(&self) -> bool {
        false
    }

    /// Keeps a technical cause for the log. Never text of a nota.
    fn log(&self, cause: &str);
}

/// What happened to the open nota, to be written down.
#[derive(Debug, Clone, PartialEq)]
pub enum Keep {
    /// It was put on the desk.
    Opened {
        /// Its file, when it has one.
        path: Option<String>,
        /// The text on the desk.
        text: String,
        /// What the file holds, or the text of a new nota before anyone wrote.
        saved: String,
        /// What it was recovered from; none for a file and a new nota.
        origin: Option<Origin>,
    },
    /// It was changed.
    Noted {
        /// The revision that it has now.
        revision: u64,
        /// What to write down.
        note: Note,
    },
    /// It was saved, and may have been changed while that happened.
    Saved {
        /// The file.
        path: String,
        /// What is in the file.
        saved: String,
        /// What is on the desk.
        text: String,
        /// The revision of that.
        revision: u64,
    },
    /// A version is to be kept.
    Version {
        /// Its text.
        text: String,
    },
    /// It was taken from the desk, with the text that was not saved.
    Left {
        /// That text; none when all was saved.
        unsaved: Option<String>,
    },
}

/// What a nota was recovered from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The draft with this id, which is needed no more.
    Draft(String),
    /// The versions under this id, which go on.
    Versions(String),
    /// Something that stays as it is.
    Copy,
}

impl HostError {
    /// An operation that did not succeed.
    pub fn new(code: &str, message: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            message: message.into(),
        }
    }

    /// The user changed their mind; no failure.
    pub fn cancelled() -> Self {
        Self::new("cancelled", "")
    }
}
