//! What comes of an operation: exports, explanations, progress and failures.

use nota_model::{Block, Severity};
use serde::Serialize;

/// A format to export to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct FormatView {
    /// What `export` is told: `pdf`, `md`.
    pub id: String,
    /// What it is called: "PDF".
    pub naam: String,
    /// For what it is meant, in a few words.
    pub omschrijving: String,
    /// The extension of its files, without dot.
    pub extensie: String,
    /// Whether the public version can be made in it: only when it can be
    /// searched for what is withheld.
    pub openbaar: bool,
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
    /// Which part is done, 0 to 1; none when that is not known.
    pub deel: Option<f64>,
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
