//! Commands of the start screen, the settings and the help.

use std::path::Path;

use nota_editor::view::{Explanation, Glance, HostError, RecentFile, Settings, TemplateList};

use super::{Answer, Asked, Picture};
use crate::{aloud, dialogs, recent, settings as kept, window};

/// The largest file that the start screen looks into, in bytes: twenty times a
/// long nota.
const LARGEST: u64 = 2_000_000;

fn known(path: &str) -> Answer<()> {
    match recent::holds(path) {
        true => Ok(()),
        false => Err(HostError::new(
            "not-recent",
            "Deze nota staat niet in de lijst van eerder geopende nota’s.",
        )),
    }
}

/// Only into a file of the list is looked on the window's word; one that is larger
/// is only looked into when it is opened.
fn may_look(path: &str) -> Answer<()> {
    known(path)?;
    match std::fs::metadata(Path::new(path)) {
        Ok(found) if found.len() > LARGEST => Err(HostError::new(
            "too-large",
            "Dit bestand is groot. Wat erin staat ziet u als u het opent.",
        )),
        _ => Ok(()),
    }
}

impl Asked {
    pub fn version(&self) -> Answer<String> {
        Ok(self.app.package_info().version.to_string())
    }

    pub fn templates(&self) -> Answer<TemplateList> {
        let preferred = self.shell().settings().sjabloon;
        let mut list = self.desk().templates();
        list.sjablonen.sort_by_key(|choice| choice.id != preferred);
        Ok(list)
    }

    pub fn recent(&self) -> Answer<Vec<RecentFile>> {
        Ok(recent::list())
    }

    pub fn forget_recent(&self, path: String) -> Answer<Vec<RecentFile>> {
        Ok(recent::forget(&path))
    }

    pub fn glance(&self, path: String) -> Answer<Glance> {
        may_look(&path)?;
        self.desk().glance(&path)
    }

    pub fn first_page(&self, path: String, width: u32) -> Answer<Picture> {
        may_look(&path)?;
        Ok(Picture::new(self.desk().first_page(&path, width)?))
    }

    pub fn new_window(&self, path: Option<String>) -> Answer<()> {
        if let Some(path) = &path {
            known(path)?;
        }
        window::open_another(&self.app, path.as_deref())
    }

    pub fn reads_aloud(&self) -> Answer<bool> {
        Ok(aloud::is_heard())
    }

    pub fn say_aloud(&self, text: String) -> Answer<bool> {
        aloud::say(&self.app, text);
        Ok(aloud::is_heard())
    }

    pub fn start_file(&self) -> Answer<Option<String>> {
        Ok(self.shell().take_start_file())
    }

    pub fn settings(&self) -> Answer<Settings> {
        Ok(self.shell().settings())
    }

    pub fn set_settings(&self, settings: Settings) -> Answer<()> {
        self.shell().set_settings(settings.clone());
        kept::store(&settings)
    }

    pub fn choose_folder(&self) -> Answer<Option<String>> {
        Ok(dialogs::folder(&self.app).map(|path| path.to_string_lossy().into_owned()))
    }

    pub fn explain(&self, code: String) -> Answer<Explanation> {
        nota_editor::explain(&code)
    }
}
