//! The kinds of metadata that one can ask for.

use serde::{Deserialize, Serialize};

/// A standard for metadata.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[cfg_attr(feature = "wire", ts(rename = "MetadataKind"))]
#[serde(rename_all = "kebab-case")]
pub enum Soort {
    /// MDTO 1.0.1, for the archive: a file on the nota and one on the document.
    Mdto,
    /// DiWoo 0.9.8, for publication under the Woo.
    Diwoo,
}

impl Soort {
    /// All kinds.
    pub const ALL: [Soort; 2] = [Soort::Mdto, Soort::Diwoo];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Soort::Mdto => "mdto",
            Soort::Diwoo => "diwoo",
        }
    }

    /// The kind with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.name() == name.trim())
    }
}
