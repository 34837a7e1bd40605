//! What goes out of the desk, without another program that takes it: nothing is
//! written, and an older public file stands there from the beginning.

use std::path::Path;

use nota_editor::Publishing;
use nota_editor::view::{Exported, HostError, MetadataKind, Metagegevens, Publication, Version};
use nota_export::Format;

use crate::world::{World, moment};

/// The public file of `nota.nota.md` that was made before.
const OLDER: &str =
    "Beslisnota Kamerbrief Nationale Samenwerking tegen Ondermijnende Criminaliteit-openbaar.pdf";

/// Leaves the older file in a folder.
pub fn leave(folder: &Path) {
    std::fs::write(folder.join(OLDER), "an older version").expect("written");
}

impl World {
    /// As [`Self::hand_over`], when the nota has what its metadata needs.
    pub fn hand_over_with(
        &self,
        format: Format,
        version: Version,
        metadata: &[MetadataKind],
    ) -> Result<Publication, HostError> {
        let lacking = self.desk.lacking(&Metagegevens::default())?;
        if metadata.is_empty() || lacking.is_empty() {
            return self.hand_over(format, version);
        }
        Ok(Publication {
            gemaakt: None,
            bezwaren: lacking,
            bewijs: Vec::new(),
            ouder: Vec::new(),
        })
    }

    /// Makes a document of a version; a public one is proven, or it is said what
    /// bars it.
    pub fn hand_over(&self, format: Format, version: Version) -> Result<Publication, HostError> {
        if version == Version::Intern {
            self.desk.export(format)?;
            let name = format!("{}.{}", self.desk.export_stem(), format.extension());
            return Ok(self.gone(&name, ""));
        }
        Ok(match self.desk.publish(format)? {
            Publishing::Proven(published) => {
                self.gone(&published.name, &published.proof.to_string())
            }
            Publishing::Barred(bezwaren) => Publication {
                gemaakt: None,
                bezwaren,
                bewijs: Vec::new(),
                ouder: self.older([format]),
            },
        })
    }

    fn gone(&self, name: &str, proof: &str) -> Publication {
        Publication {
            gemaakt: Some(Exported {
                path: self.place(name).to_string_lossy().into_owned(),
                naam: name.to_owned(),
                map: self.place("").to_string_lossy().into_owned(),
                meldingen: Vec::new(),
            }),
            bezwaren: Vec::new(),
            bewijs: proof.lines().map(str::to_owned).collect(),
            ouder: Vec::new(),
        }
    }

    /// What is said of public files that are there already.
    pub fn older(&self, formats: impl IntoIterator<Item = Format>) -> Vec<String> {
        let names = formats
            .into_iter()
            .filter_map(|format| self.desk.public_name(format).ok());
        let files = names.map(|name| self.place(&name));
        let there = files.filter(|file| nota_store::last_written(file).is_some());
        there
            .map(|file| nota_export::older_file(&nota_store::shown(&file), &moment(0)))
            .collect()
    }
}
