//! Commands of the public version.

use nota_editor::view::{
    Comparison, FormatId, MetadataKind, Publication, Report, SuggestionView, Version,
};
use nota_export::Format;

use super::outgoing::{Made, barred, kept_apart};
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

    /// With the older public files that are there when there cannot be a new
    /// one.
    pub fn compare(&self) -> Answer<Comparison> {
        let mut comparison = self.desk().compare()?;
        if !comparison.bezwaren.is_empty() {
            comparison.ouder = self.older(Format::public());
        }
        Ok(comparison)
    }

    /// The report goes into a folder of its own when that is asked for: all is
    /// written or nothing. Nothing is asked or written before it is proven.
    pub fn export_public(
        &self,
        FormatId(format): FormatId,
        report: Report,
        metadata: Vec<MetadataKind>,
    ) -> Answer<Publication> {
        let metadata = self.metadata(metadata);
        let lacking = metadata.lacking(self.desk())?;
        if !lacking.is_empty() {
            return Ok(barred(lacking));
        }
        let outgoing = match self.make(format, Version::Openbaar)? {
            Made::Going(outgoing) => outgoing,
            Made::Barred(barred) => return Ok(barred),
        };
        let extension = format.extension();
        let path = dialogs::save(
            &self.app,
            "Openbare versie exporteren",
            &outgoing.name,
            &extension.to_uppercase(),
            extension,
        )?;
        let bytes = &outgoing.bytes;
        let beside = metadata.beside(self.desk(), Version::Openbaar, &path, format, bytes)?;
        let beside = match beside {
            Ok(files) => files,
            Err(barriers) => return Ok(barred(barriers)),
        };
        let reports = match (report, &outgoing.published) {
            (Report::Apart, Some(published)) => self.reports(&path, published)?,
            _ => Vec::new(),
        };
        let apart = kept_apart(&reports);
        let all: Vec<_> = reports.into_iter().chain(beside).collect();
        let mut made = self.put(&path, bytes, &all)?;
        made.meldingen.extend(apart);
        Ok(outgoing.gone(made))
    }
}
