//! What is found out about the language of the nota in the background, and
//! what the drafter chose about that.

use nota_check::Taalsoort;
use nota_model::Diagnostic;
use serde::{Deserialize, Serialize};

/// The event `language`: what the language checks say of a revision.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct LanguageView {
    /// The opening of a nota that it belongs to.
    pub document: u64,
    /// The revision that was looked at.
    pub revision: u64,
    /// What is said, in the order of the nota.
    pub meldingen: Vec<TaalMelding>,
    /// What is wrong with a list of words, in Dutch; mostly nothing.
    pub bezwaren: Vec<String>,
}

/// Something that the language checks say.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct TaalMelding {
    /// The kind of check.
    pub soort: TaalSoort,
    /// What, where, and how it can be mended.
    pub melding: Diagnostic,
}

/// The kinds of language checks, each with a switch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum TaalSoort {
    /// Words that are wrong or not known.
    Spelling,
    /// Grammar.
    Grammatica,
    /// Plain words and sentences.
    Eenvoudig,
    /// The craft of a nota.
    Ambacht,
}

impl From<Taalsoort> for TaalSoort {
    fn from(own: Taalsoort) -> Self {
        match own {
            Taalsoort::Spelling => Self::Spelling,
            Taalsoort::Grammatica => Self::Grammatica,
            Taalsoort::Eenvoudig => Self::Eenvoudig,
            Taalsoort::Ambacht => Self::Ambacht,
        }
    }
}

/// Which language checks the drafter has on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(default)]
pub struct LanguageSwitches {
    /// Words that are wrong or not known.
    pub spelling: bool,
    /// Grammar.
    pub grammatica: bool,
    /// Plain words and sentences.
    pub eenvoudig: bool,
    /// The craft of a nota.
    pub ambacht: bool,
}

impl Default for LanguageSwitches {
    fn default() -> Self {
        Self {
            spelling: true,
            grammatica: true,
            eenvoudig: true,
            ambacht: true,
        }
    }
}

/// The lists of words that are right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct WordLists {
    /// The drafter's own words, in order.
    pub eigen: Vec<String>,
    /// Those of the organisation, in order.
    pub organisatie: Vec<String>,
    /// What is wrong with a list and what to do, in Dutch; mostly nothing.
    pub bezwaren: Vec<String>,
}
