//! The public version: which version is shown, what is withheld, what might
//! have to be, and what stands in the way.

use nota_model::{Change, Place};
use serde::{Deserialize, Serialize};

use super::{Exported, PageView};

/// The two versions of a nota.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Version {
    /// For the organisation itself, with everything in it.
    #[default]
    Intern,
    /// For everyone.
    Openbaar,
}

/// Something that stands in the way of a public version.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Barrier {
    /// What is the matter, in Dutch.
    pub tekst: String,
    /// What to do; may be empty.
    pub hulp: String,
    /// Where.
    pub place: Place,
}

/// Texts that say the same and might have to be withheld.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct SuggestionView {
    /// What they say.
    pub tekst: String,
    /// Why they are suggested: "een naam".
    pub reden: String,
    /// The code of the ground that is usual for it.
    pub grond: String,
    /// Where they stand, in the order of the nota.
    pub plekken: Vec<SuggestionSpot>,
    /// The change by which the drafter says that they may be read.
    pub mag: Change,
}

/// Where a suggestion stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct SuggestionSpot {
    /// The place.
    pub place: Place,
    /// The words before it, cut off.
    pub voor: String,
    /// The words after it, cut off.
    pub na: String,
}

/// Something that is withheld.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct WithheldView {
    /// What it is, in Dutch: "een gelakt veld".
    pub soort: String,
    /// How it begins. For who drafts only: it never leaves the window.
    pub begin: String,
    /// Where.
    pub place: Place,
}

/// What is withheld on one ground.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct WithheldGroup {
    /// The code of the ground; empty for what is internal only.
    pub grond: String,
    /// What it is, in the order of the nota.
    pub gelakt: Vec<WithheldView>,
}

/// Both versions beside each other, as they would go out now.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Comparison {
    /// The pages of the internal version.
    pub intern: Vec<PageView>,
    /// The pages of the public version; none when something bars it.
    pub openbaar: Vec<PageView>,
    /// What is withheld, in the order of the law; what is internal only last.
    pub gronden: Vec<WithheldGroup>,
    /// What stands in the way of a public version.
    pub bezwaren: Vec<Barrier>,
    /// What is said of older public files, when there cannot be a new one.
    pub ouder: Vec<String>,
}

/// What came of making a file to hand over. Of a public one there is a file
/// only when it was proven.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Publication {
    /// The file; none when something barred it, and then nothing was left
    /// behind.
    pub gemaakt: Option<Exported>,
    /// What stood in the way, such as a withheld text that was found in the
    /// file.
    pub bezwaren: Vec<Barrier>,
    /// What was proven, a line each; empty for an internal file.
    pub bewijs: Vec<String>,
    /// What is said of older public files, when there is no new one.
    pub ouder: Vec<String>,
}

/// Whether the report of the proof is kept with a public file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Report {
    /// It is not.
    Geen,
    /// It stands in a folder of its own, for people and for programs, so that
    /// it is not published along.
    Apart,
}
