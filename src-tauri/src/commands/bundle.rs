//! The command that makes one PDF of several notas.

use nota_editor::view::{HostError, Publication, Version};
use nota_editor::{BundleNota, Bundling};
use nota_herstel::failure;
use nota_store::shown;

use super::outgoing::{Outgoing, barred};
use super::{Answer, Asked};
use crate::dialogs;

impl Asked {
    /// One nota that cannot be read stops the bundle: it is named, and nothing is
    /// made.
    pub fn make_bundle(&self, version: Version) -> Answer<Publication> {
        let paths = dialogs::open_many(&self.app)?;
        let mut notas = Vec::with_capacity(paths.len());
        for path in &paths {
            let text = nota_store::read(path)
                .map_err(|error| failure(&error))?
                .text;
            let name = path.file_name().unwrap_or_default();
            notas.push(BundleNota {
                name: name.to_string_lossy().into_owned(),
                text,
            });
        }
        if notas.is_empty() {
            return Err(HostError::new("no-notas", "Kies ten minste één nota."));
        }
        let bytes = match self.desk().bundle(&notas, version)? {
            Bundling::Made(bytes) => bytes,
            Bundling::Barred(barriers) => return Ok(barred(barriers)),
        };
        let name = match version {
            Version::Intern => "Bundel.pdf",
            Version::Openbaar => "Bundel-openbaar.pdf",
        };
        let path = dialogs::save(&self.app, "Bundel opslaan", name, "PDF", "pdf")?;
        if paths.contains(&path) {
            let sentence = format!(
                "De bundel zou de nota {} overschrijven. Kies een andere naam.",
                shown(&path)
            );
            return Err(HostError::new("same-file", sentence));
        }
        let file = self.put(&path, &bytes, &[])?;
        let outgoing = Outgoing {
            name: String::new(),
            bytes,
            published: None,
        };
        Ok(outgoing.gone(file))
    }
}
