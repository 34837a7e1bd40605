//! The versions of a nota: when, why, and how much each differs from the one
//! before it.

use std::path::Path;

use nota_editor::differences;
use nota_editor::view::{Applied, Differences, HostError, OtherText, VersionView};
use nota_editor::{Desk, Host};
use nota_store::{Cause, Fingerprint, StoreError, Version};
use nota_template::Registry;

use crate::{Herstel, Moment, failure};

/// A version in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptVersion {
    /// Its id.
    pub id: String,
    /// Its number, from 1 for the oldest, so that it stays when another comes.
    pub number: usize,
    /// When it was kept, in milliseconds since 1970.
    pub time: u64,
    /// The computer on which it was made.
    pub machine: String,
    /// Why it was kept, in words.
    pub reason: &'static str,
    /// The number of words that came since the version before it.
    pub came: u32,
    /// The number of words that went.
    pub went: u32,
}

impl KeptVersion {
    /// As the window shows it.
    pub fn view(self, moment: Moment) -> VersionView {
        VersionView {
            id: self.id,
            moment: moment(self.time),
            computer: self.machine,
            reden: self.reason.to_owned(),
            erbij: self.came,
            eraf: self.went,
        }
    }
}

fn reason(version: &Version) -> &'static str {
    if version.damaged {
        return "deels beschadigd";
    }
    match version.head.cause {
        Cause::Found => "zoals geopend",
        Cause::Saved => "opgeslagen",
        Cause::Interval => "tijdens het schrijven",
        Cause::Foreign => "door een ander geschreven",
        Cause::Discarded => "gesloten zonder opslaan",
    }
}

/// The list, the newest first, of a document whose versions `text` reads. One
/// of which nothing is a text counts as empty.
fn list(
    versions: Vec<Version>,
    text: impl Fn(&str) -> Option<String>,
    registry: &Registry,
) -> Vec<KeptVersion> {
    let mut before = String::new();
    let mut list = Vec::new();
    for (number, version) in (1..).zip(versions.into_iter().rev()) {
        let own = text(&version.id).unwrap_or_default();
        let change = differences(&before, &own, registry);
        list.push(KeptVersion {
            reason: reason(&version),
            id: version.id,
            number,
            time: version.head.time,
            machine: version.head.machine,
            came: change.erbij,
            went: change.eraf,
        });
        before = own;
    }
    list.reverse();
    list
}

impl Herstel {
    /// The versions of the open nota, the newest first.
    pub fn versions(&self, registry: &Registry) -> Vec<KeptVersion> {
        list(
            self.vault.list(),
            |id| self.vault.version(id).ok(),
            registry,
        )
    }

    /// The versions of a file, the newest first; none when nothing was kept of
    /// it. A file that is gone still has its versions.
    ///
    /// # Errors
    ///
    /// When the file is there and cannot be read.
    pub fn versions_of(
        &self,
        path: &Path,
        registry: &Registry,
    ) -> Result<Option<Vec<KeptVersion>>, StoreError> {
        let Some(document) = self.document_of(path)? else {
            return Ok(None);
        };
        let text = |id: &str| self.vault.version_of(&document, id).ok();
        Ok(Some(list(self.vault.list_of(&document), text, registry)))
    }

    /// The text of a version of a file, by its number.
    ///
    /// # Errors
    ///
    /// When it cannot be read. None when there is no such version.
    pub fn version_of(&self, path: &Path, number: usize) -> Result<Option<String>, StoreError> {
        let Some(document) = self.document_of(path)? else {
            return Ok(None);
        };
        let list = self.vault.list_of(&document);
        let place = number.checked_sub(1);
        let found = place.and_then(|place| list.iter().rev().nth(place));
        let text = found.map(|version| self.vault.version_of(&document, &version.id));
        text.transpose()
    }

    fn document_of(&self, path: &Path) -> Result<Option<String>, StoreError> {
        let text = match nota_store::read(path) {
            Ok(file) => file.text,
            Err(error) if error.code() == nota_store::ErrorCode::NotFound => String::new(),
            Err(error) => return Err(error),
        };
        let content = Fingerprint::of(text.as_bytes());
        Ok(self.vault.document_of(path, &content))
    }

    /// Looking at what is in the file is no choice yet: it stays unknown.
    fn other(&self, other: &OtherText) -> Result<String, HostError> {
        let text = match other {
            OtherText::Versie { id } => self.vault.version(id),
            OtherText::Schijf => self.vault.on_disk(),
        };
        text.map_err(|error| failure(&error))
    }

    /// What came and went in the open nota since another text.
    ///
    /// # Errors
    ///
    /// When the other text cannot be read, or nothing is open.
    pub fn compare_open<H: Host>(
        &self,
        other: &OtherText,
        desk: &Desk<H>,
    ) -> Result<Differences, HostError> {
        desk.differences_since(&self.other(other)?)
    }

    /// Brings one part of another text back, or all of it, as one step of undo.
    ///
    /// # Errors
    ///
    /// When the other text cannot be read, nothing is open, or there is no such
    /// part.
    pub fn restore<H: Host>(
        &self,
        other: &OtherText,
        part: Option<usize>,
        desk: &Desk<H>,
    ) -> Result<Applied, HostError> {
        desk.restore(&self.other(other)?, part)
    }
}
