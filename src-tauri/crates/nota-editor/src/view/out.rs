//! What comes of an operation: exports, explanations, progress and failures.

use nota_export::Format;
use nota_model::{Block, Severity};
use serde::{Deserialize, Serialize};

/// A format to export to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct FormatView {
    /// What `export_to` is told.
    pub id: FormatId,
    /// What it is called: "PDF".
    pub naam: String,
    /// For what it is meant, in a few words.
    pub omschrijving: String,
    /// Whether the public version can be made in it: only when it can be
    /// searched for what is withheld.
    pub openbaar: bool,
}

/// A format, by the extension of its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub struct FormatId(pub Format);

impl TryFrom<String> for FormatId {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Format::parse(&name)
            .map(Self)
            .ok_or_else(|| "no such format".to_owned())
    }
}

impl From<FormatId> for &'static str {
    fn from(FormatId(format): FormatId) -> Self {
        format.extension()
    }
}

/// Whether the nota itself goes along in the PDF of the internal version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Bron {
    /// It does not.
    Zonder,
    /// It does.
    Met,
}

/// What becomes of the draft e-mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum MailWay {
    /// It is opened in the mail program.
    Open,
    /// It is kept as a file, where the user says.
    Keep,
    /// There is none: the user writes the message, and the PDF is shown in its
    /// folder.
    Zelf,
}

/// What goes with the PDF, to be copied in a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Bericht {
    /// The subject.
    pub onderwerp: String,
    /// The text.
    pub tekst: String,
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Exported {
    /// The file.
    pub path: String,
    /// Its name.
    pub naam: String,
    /// The folder it is in.
    pub map: String,
    /// What to know about it, in Dutch; mostly nothing.
    pub meldingen: Vec<String>,
}

/// The event `progress`: how far an operation is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Progress {
    /// What is going on, in Dutch; empty when it has ended.
    pub tekst: String,
}

/// The event `engine-stopped`: a background thread stopped; the text is safe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Stopped {
    /// The sentence that the user reads.
    pub message: String,
}

/// The page of a rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Explanation {
    /// The code.
    pub code: String,
    /// The name of the fault.
    pub name: String,
    /// The rule's own severity.
    pub severity: Severity,
    /// What is the matter, in one sentence.
    pub message: String,
    /// Why, and what to do.
    pub uitleg: Vec<Block>,
    /// Examples of the fault, as the form shows a nota.
    pub fout: Vec<Vec<Block>>,
    /// The same done well.
    pub goed: Vec<Vec<Block>>,
}

/// An operation that did not succeed. The technical chain is in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct HostError {
    /// What the window acts on, in kebab-case: `cancelled` is no failure, the
    /// user changed their mind.
    pub code: String,
    /// One Dutch sentence with what to do.
    pub message: String,
}
