//! Drafts, versions and the differences between two of them.

use serde::{Deserialize, Serialize};

/// The difference between two versions of a nota, part by part.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Differences {
    /// The parts that differ: fields first, then sections.
    pub delen: Vec<PartDifference>,
    /// The number of words that came.
    pub erbij: u32,
    /// The number of words that went.
    pub eraf: u32,
}

/// How a field or section differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct PartDifference {
    /// The key of a field; none for a section.
    pub veld: Option<String>,
    /// The position of a section in the new version, or in the old one when
    /// it went; none for a field and for what stands before the sections.
    pub index: Option<u32>,
    /// What the reader calls it: "Onderwerp", "1. Aanleiding".
    pub naam: String,
    /// Whether it changed, came or went.
    pub staat: PartState,
    /// The text of both, in order.
    pub stukken: Vec<TextPiece>,
    /// The number of words that came.
    pub erbij: u32,
    /// The number of words that went.
    pub eraf: u32,
}

/// What happened to a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PartState {
    /// Its text changed.
    Gewijzigd,
    /// The old version does not have it.
    Nieuw,
    /// The new version does not have it.
    Weg,
}

/// A stretch of text that stayed, came or went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct TextPiece {
    /// What happened to it.
    pub soort: PieceState,
    /// The text; "\n" ends a paragraph.
    pub tekst: String,
}

/// What happened to a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PieceState {
    /// It is in both versions.
    Gelijk,
    /// It is in the new version only.
    Erbij,
    /// It is in the old version only.
    Eraf,
}

/// A text that is kept besides what is in files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "soort", rename_all = "kebab-case")]
pub enum KeptText {
    /// What was written in a nota that was not saved.
    Concept {
        /// The id of the draft.
        id: String,
    },
    /// The last version of a nota that has no file any more.
    Versie {
        /// The id under which its versions are.
        document: String,
    },
    /// A copy of what could not be saved.
    Noodkopie {
        /// The name of the copy.
        naam: String,
    },
}

/// A text that is kept, as it is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct DraftView {
    /// Which text.
    pub tekst: KeptText,
    /// What the nota is called: its subject, else its file's name.
    pub titel: String,
    /// The file, for reading; none for a nota that has none yet.
    pub bestand: Option<String>,
    /// Since when it was open, or when it was kept, for reading: "15 maart
    /// 2024, 14:03". Empty when that is not known.
    pub moment: String,
    /// Why it is kept, in words: "gesloten zonder opslaan". Empty for what was
    /// not saved when the program stopped.
    pub reden: String,
    /// Whether a part of it could not be read.
    pub beschadigd: bool,
}

/// A version of the open nota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct VersionView {
    /// The id of the version.
    pub id: String,
    /// When it was kept, for reading.
    pub moment: String,
    /// The computer on which it was made.
    pub computer: String,
    /// Why it was kept, in words.
    pub reden: String,
    /// The number of words that came since the version before it.
    pub erbij: u32,
    /// The number of words that went.
    pub eraf: u32,
}

/// Which text the open nota is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "soort", rename_all = "kebab-case")]
pub enum OtherText {
    /// A version that was kept.
    Versie {
        /// Its id.
        id: String,
    },
    /// What the file holds now.
    Schijf,
}

/// The choice between the nota here and what another wrote in its file. The
/// other one is a version afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Settlement {
    /// What is here is saved.
    Mine,
    /// What is in the file comes here.
    Theirs,
}
