//! Commands that open, save and close.

use nota_editor::view::{HostError, SaveState, Snapshot};
use tauri::Manager;

use super::{Answer, Asked};
use crate::{dialogs, recent, window};

impl Asked {
    pub fn new_nota(&self, template: String) -> Answer<Snapshot> {
        self.desk().start_nota(&template, &self.shell().settings())
    }

    pub fn new_from(&self, path: String) -> Answer<Snapshot> {
        self.desk().start_from(&path, &self.shell().settings())
    }

    pub fn open_path(&self, path: String) -> Answer<Snapshot> {
        let snapshot = self.desk().open_file(&path)?;
        recent::remember(&path);
        Ok(snapshot)
    }

    pub fn save(&self) -> Answer<SaveState> {
        match self.desk().path() {
            Some(path) => self.desk().save_to(&path),
            None => self.save_as(),
        }
    }

    pub fn save_as(&self) -> Answer<SaveState> {
        let name = format!("{}.nota.md", self.desk().file_stem());
        let path = dialogs::save(&self.app, "Nota opslaan", &name, "Nota", "md")?;
        let path = path.to_string_lossy();
        let state = self.desk().save_to(&path)?;
        recent::remember(&path);
        Ok(state)
    }

    pub fn close(&self) -> Answer<()> {
        self.desk().close();
        Ok(())
    }

    pub fn close_window(&self) -> Answer<()> {
        self.desk().close();
        let Some(window) = self.app.get_webview_window(window::MAIN) else {
            return Ok(());
        };
        let closed = window.destroy();
        closed.map_err(|error| HostError::new("window", error.to_string()))
    }
}
