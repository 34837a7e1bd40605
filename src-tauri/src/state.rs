//! What the shell keeps while it runs.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use nota_editor::Desk;
use nota_editor::view::Settings;
use nota_store::Vault;
use nota_template::Registry;
use nota_typeset::{Fonts, HouseStyle, Typesetter};
use tauri::AppHandle;

use crate::host::WindowHost;
use crate::{keeping, settings, window};

/// The running application.
pub struct Shell {
    /// The open nota and what can be done to it.
    pub desk: Desk<WindowHost>,
    /// What is kept of the open nota.
    pub vault: Arc<Vault>,
    settings: Arc<Mutex<Settings>>,
    /// The files that this run made: only these are opened or shown on the
    /// window's word.
    made: Mutex<HashSet<PathBuf>>,
    start_file: Mutex<Option<String>>,
}

impl Shell {
    /// The application at its start.
    pub fn new(app: &AppHandle) -> Self {
        let settings = settings::load();
        let settings = Arc::new(Mutex::new(settings));
        let known = Arc::clone(&settings);
        let make = move || {
            let folder = lock(&known).huisstijl_map.clone();
            typesetter(&folder)
        };
        let vault = Arc::new(keeping::vault(app));
        let host = Arc::new(WindowHost::new(app.clone(), Arc::clone(&vault)));
        Self {
            desk: Desk::new(host, Registry::builtin(), make),
            vault,
            settings,
            made: Mutex::new(HashSet::new()),
            start_file: Mutex::new(window::file_argument(std::env::args(), None)),
        }
    }

    /// The settings as they are now.
    pub fn settings(&self) -> Settings {
        lock(&self.settings).clone()
    }

    /// Other settings; with another house style the pages are set anew.
    pub fn set_settings(&self, settings: Settings) {
        let before = std::mem::replace(&mut *lock(&self.settings), settings);
        if before.huisstijl_map != self.settings().huisstijl_map {
            self.desk.renew_style();
        }
    }

    /// Remembers a file that this run made.
    pub fn made(&self, path: &Path) {
        lock(&self.made).insert(path.to_owned());
    }

    /// The folders in which this run made files.
    pub fn folders(&self) -> Vec<PathBuf> {
        let made = lock(&self.made);
        let folders = made.iter().filter_map(|path| path.parent());
        folders.map(Path::to_owned).collect()
    }

    /// Whether this run made the file.
    pub fn has_made(&self, path: &Path) -> bool {
        lock(&self.made).contains(path)
    }

    /// The file that the program was started with, once.
    pub fn take_start_file(&self) -> Option<String> {
        lock(&self.start_file).take()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // The values are replaced whole, so a panic elsewhere leaves them sound.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The typesetter with the fonts of the system and the organisation's style.
fn typesetter(folder: &str) -> Typesetter {
    let folder = match folder {
        "" => nota_store::house_style_folder(),
        named => Some(PathBuf::from(named)),
    };
    let style = folder
        .and_then(|folder| nota_store::read_house_style(&folder).ok())
        .map(|files| HouseStyle::from_files(&files))
        .unwrap_or_default();
    let faces = nota_store::system_font_files();
    let faces = faces
        .iter()
        .filter_map(|path| nota_store::read_bytes(path).ok());
    Typesetter::new(Fonts::with_faces(faces.collect()), style)
}
