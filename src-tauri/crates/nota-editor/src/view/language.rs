//! What is found out about the language of the nota in the background, and
//! what the drafter chose about that.

use nota_check::{Leesbaarheid, Taalsoort};
use nota_model::{Diagnostic, Place};
use nota_taal::Band;
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

/// A sentence that can be inserted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Phrase {
    /// What it is called in the list.
    pub naam: String,
    /// The text; each line is a paragraph, and what is still to be filled in
    /// stands between square brackets.
    pub tekst: String,
    /// The keys of the sections in which it comes first; none for all.
    #[serde(default)]
    pub secties: Vec<String>,
}

/// How hard the nota is to read, and what moves that.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Readability {
    /// The band; none for a nota of fewer than a hundred words.
    pub band: Option<ReadabilityBand>,
    /// The words that were counted: of running text.
    pub woorden: u32,
    /// The sentences.
    pub zinnen: u32,
    /// The words in a sentence, on average.
    pub woorden_per_zin: f64,
    /// The syllables in a word, on average.
    pub lettergrepen_per_woord: f64,
    /// How many sentences are passive.
    pub lijdend: u32,
    /// The longest sentences, the longest first.
    pub langste: Vec<ReadabilitySpot>,
    /// Phrases that can mostly be plainer.
    pub frasen: Vec<ReadabilitySpot>,
}

/// How hard a text is: by the length of its sentences and words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ReadabilityBand {
    /// As a newspaper, or easier.
    Gewoon,
    /// Longer sentences or words.
    VrijMoeilijk,
    /// As most published notas are.
    Moeilijk,
    /// Harder than most of them.
    ZeerMoeilijk,
}

/// A place that makes a nota harder to read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ReadabilitySpot {
    /// Where.
    pub place: Place,
    /// The words.
    pub tekst: String,
    /// Of a sentence, how many words; of a phrase, what is plainer.
    pub wat: String,
}

impl From<Leesbaarheid> for Readability {
    fn from(own: Leesbaarheid) -> Self {
        let count = |own: usize| u32::try_from(own).unwrap_or(u32::MAX);
        let spot = |place, tekst, wat| ReadabilitySpot { place, tekst, wat };
        Self {
            band: own.band.map(|band| match band {
                Band::Gewoon => ReadabilityBand::Gewoon,
                Band::VrijMoeilijk => ReadabilityBand::VrijMoeilijk,
                Band::Moeilijk => ReadabilityBand::Moeilijk,
                Band::ZeerMoeilijk => ReadabilityBand::ZeerMoeilijk,
            }),
            woorden: count(own.maat.words),
            zinnen: count(own.maat.sentences),
            woorden_per_zin: own.maat.words_in_sentence(),
            lettergrepen_per_woord: own.maat.syllables_in_word(),
            lijdend: count(own.passive),
            langste: own
                .longest
                .into_iter()
                .map(|(place, text, words)| spot(place, text, words.to_string()))
                .collect(),
            frasen: own
                .phrases
                .into_iter()
                .map(|(place, text, better)| spot(place, text, better))
                .collect(),
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
