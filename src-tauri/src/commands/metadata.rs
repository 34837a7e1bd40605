//! The metadata that the window asks for with a document, with what the settings
//! say of it and the time of the clock.

use std::path::Path;

use chrono::Local;
use nota_editor::view::{Barrier, MetadataKind, Metagegevens, Version};
use nota_editor::{Beside, Desk};
use nota_export::{Document, Format, Wanted};

use super::outgoing::BesideFile;
use super::{Answer, Asked};
use crate::host::WindowHost;

/// What is asked for.
pub(super) struct Metadata {
    kinds: Vec<MetadataKind>,
    keuze: Metagegevens,
}

impl Asked {
    /// What these kinds ask for.
    pub(super) fn metadata(&self, kinds: Vec<MetadataKind>) -> Metadata {
        Metadata {
            kinds,
            keuze: self.shell().settings().metagegevens,
        }
    }
}

impl Metadata {
    /// What the open nota lacks for it.
    pub(super) fn lacking(&self, desk: &Desk<WindowHost>) -> Answer<Vec<Barrier>> {
        match self.kinds.is_empty() {
            true => Ok(Vec::new()),
            false => desk.lacking(&self.keuze),
        }
    }

    /// The files beside a document that goes to `path`, or what bars them.
    pub(super) fn beside(
        &self,
        desk: &Desk<WindowHost>,
        version: Version,
        path: &Path,
        format: Format,
        bytes: &[u8],
    ) -> Answer<Result<Vec<BesideFile>, Vec<Barrier>>> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let document = Document {
            name: &name,
            format,
            bytes,
        };
        let wanted = Wanted {
            kinds: &self.kinds,
            keuze: &self.keuze,
            moment: Local::now().naive_local(),
        };
        Ok(match desk.companions(version, &document, &wanted)? {
            Beside::Barred(barriers) => Err(barriers),
            Beside::Made(files) => {
                let files = files.into_iter().map(|own| BesideFile {
                    path: path.with_extension(own.extension),
                    bytes: own.bytes,
                });
                Ok(files.collect())
            }
        })
    }
}
