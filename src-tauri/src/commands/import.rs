//! Commands that make a nota of a file of elsewhere. The file is only read.

use std::path::Path;

use nota_editor::view::{Applied, ImportChoice, ImportView, Snapshot};
use nota_herstel::failure;

use super::{Answer, Asked};
use crate::dialogs;

impl Asked {
    pub fn choose_file(&self) -> Answer<String> {
        Ok(dialogs::open(&self.app)?.to_string_lossy().into_owned())
    }

    pub fn is_foreign(&self, path: String) -> Answer<bool> {
        // What cannot be read is said by who opens it.
        let bytes = nota_store::read_document(Path::new(&path));
        Ok(bytes.is_ok_and(|bytes| self.desk().is_foreign(&path, &bytes)))
    }

    pub fn import_path(&self, path: String) -> Answer<ImportView> {
        let path = Path::new(&path);
        let bytes = nota_store::read_document(path).map_err(|error| failure(&error))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.desk().import(&name, &bytes)
    }

    pub fn import_again(&self, sjabloon: String, keuzes: Vec<ImportChoice>) -> Answer<ImportView> {
        self.desk().import_again(&sjabloon, &keuzes)
    }

    pub fn import_as_new(&self) -> Answer<Snapshot> {
        self.desk().import_as_new()
    }

    pub fn import_into(&self, delen: Vec<usize>) -> Answer<Applied> {
        self.desk().import_into(&delen)
    }

    pub fn stop_import(&self) -> Answer<()> {
        self.desk().stop_import();
        Ok(())
    }
}
