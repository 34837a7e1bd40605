//! What an organisation says once: the values that no nota has.

use serde::{Deserialize, Serialize};

/// The choices of an organisation for archive and publication.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(default)]
pub struct Metagegevens {
    /// The system that the reference numbers come from; empty for the ministry.
    pub bron: String,
    /// What the selection list says of beslisnota's.
    pub waardering: Waardering,
    /// After how many years a nota is destroyed; only with
    /// [`Waardering::Vernietigen`], and 0 when it was not filled in.
    pub bewaartermijn: u32,
    /// The name of the selection list; empty for none.
    pub selectielijst: String,
    /// The category of beslisnota's in the selection list; empty for none.
    pub categorie: String,
    /// Under which category of the Woo a nota is published.
    pub woo_categorie: WooCategorie,
}

/// Whether a nota is kept for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Waardering {
    /// It is. Nothing is lost by it while nobody chose.
    #[default]
    Bewaren,
    /// It is destroyed after some years.
    Vernietigen,
}

impl Waardering {
    /// The words and the code of the MDTO list.
    pub(crate) fn begrip(self) -> (&'static str, &'static str) {
        match self {
            Waardering::Bewaren => ("Blijvend te bewaren", "B"),
            Waardering::Vernietigen => ("Tijdelijk te bewaren", "V"),
        }
    }
}

/// The categories of the Woo (art. 3.3) that fit a beslisnota.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum WooCategorie {
    /// With a letter to parliament.
    #[default]
    VergaderstukStatenGeneraal,
    /// As an advice.
    Advies,
    /// Of the organisation's own accord (art. 3.1).
    Inspanningsverplichting,
}

impl WooCategorie {
    /// The number in the list of the Woo, and the words there.
    pub(crate) fn begrip(self) -> (&'static str, &'static str) {
        match self {
            WooCategorie::VergaderstukStatenGeneraal => {
                ("c_c76862ab", "vergaderstuk Staten-Generaal")
            }
            WooCategorie::Advies => ("c_99a836c7", "advies"),
            WooCategorie::Inspanningsverplichting => {
                ("c_816e508d", "inspanningsverplichting art 3.1 Woo")
            }
        }
    }
}
