//! Commands of the public version.

use std::path::Path;

use nota_editor::Publishing;
use nota_editor::view::{
    Comparison, FormatId, HostError, Publication, Report, SuggestionView, Version,
};
use nota_export::Published;

use super::{Answer, Asked};
use crate::dialogs;

impl Asked {
    pub fn show_version(&self, version: Version) -> Answer<()> {
        self.desk().show_version(version);
        Ok(())
    }

    pub fn suggestions(&self) -> Answer<Vec<SuggestionView>> {
        self.desk().suggestions()
    }

    pub fn compare(&self) -> Answer<Comparison> {
        self.desk().compare()
    }

    /// The report is written beside the file when that is asked for. Nothing is
    /// asked or written before it is proven.
    pub fn export_public(&self, FormatId(format): FormatId, report: Report) -> Answer<Publication> {
        let published = match self.desk().publish(format)? {
            Publishing::Proven(published) => published,
            Publishing::Barred(bezwaren) => {
                return Ok(Publication {
                    gemaakt: None,
                    bezwaren,
                    bewijs: Vec::new(),
                });
            }
        };
        let extension = format.extension();
        let path = dialogs::save(
            &self.app,
            "Openbare versie exporteren",
            &published.name,
            &extension.to_uppercase(),
            extension,
        )?;
        let mut made = self.put(&path, &published.bytes)?;
        if report == Report::Ernaast {
            made.meldingen.push(self.keep_report(&path, &published)?);
        }
        let bewijs = published.proof.to_string();
        Ok(Publication {
            gemaakt: Some(made),
            bezwaren: Vec::new(),
            bewijs: bewijs.lines().map(str::to_owned).collect(),
        })
    }

    /// Writes the report beside the file, for people and for programs.
    fn keep_report(&self, path: &Path, published: &Published) -> Answer<String> {
        let text = path.with_extension("bewijs.txt");
        self.put(&text, published.proof.to_string().as_bytes())?;
        let json = serde_json::to_string_pretty(&published.proof)
            .map_err(|error| HostError::new("report", error.to_string()))?;
        self.put(&path.with_extension("bewijs.json"), json.as_bytes())?;
        let name = text.file_name().unwrap_or_default().to_string_lossy();
        Ok(format!(
            "Het verslag van het bewijs staat ernaast, als {name} en als .json. Bewaar het in uw dossier; publiceer het niet."
        ))
    }
}
