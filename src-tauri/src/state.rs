//! What the shell keeps while it runs.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use nota_editor::view::Settings;
use nota_editor::{Desk, Language, Stock, TemplateFolder};
use nota_herstel::{Herstel, Lists};
use nota_taal::{Onderdelen, Taal};
use nota_typeset::{Fonts, HouseStyle, Typesetter};
use tauri::AppHandle;

use crate::host::WindowHost;
use crate::{keeping, settings, window};

/// How soon it is looked again in the folder of templates that the settings name,
/// after something was written in it.
const OFTEN: Duration = Duration::from_secs(2);

/// How long it takes at most when nothing was.
const SELDOM: Duration = Duration::from_secs(60);

/// The folder of templates in that of the house style.
const TEMPLATES: &str = "sjablonen";

/// The running application.
pub struct Shell {
    /// The open nota and what can be done to it.
    pub desk: Arc<Desk<WindowHost>>,
    /// What is kept besides files.
    pub herstel: Arc<Herstel>,
    settings: Arc<Mutex<Settings>>,
    /// The files that this run made: only these are opened or shown on the
    /// window's word.
    made: Mutex<HashSet<PathBuf>>,
    start_file: Mutex<Option<String>>,
    /// Asks to look in the folder of templates now.
    templates: Mutex<Sender<()>>,
}

impl Shell {
    /// The application at its start.
    pub fn new(app: &AppHandle) -> Self {
        let settings = settings::load();
        let settings = Arc::new(Mutex::new(settings));
        let (styled, stocked) = (Arc::clone(&settings), Arc::clone(&settings));
        let spoken = Arc::clone(&settings);
        let (herstel, alerts) = keeping::herstel();
        let host = Arc::new(WindowHost::new(app.clone(), Arc::clone(&herstel)));
        let desk = Arc::new(Desk::new(
            host,
            move || {
                let settings = lock(&stocked).clone();
                stock(&settings)
            },
            move || {
                let folder = lock(&styled).huisstijl_map.clone();
                typesetter(&folder)
            },
            move || {
                let settings = lock(&spoken).clone();
                language(&settings)
            },
        ));
        let told = Arc::clone(&desk);
        std::thread::spawn(move || {
            for banner in alerts {
                told.alert(banner);
            }
        });
        let templates = watch(&desk, &settings);
        Self {
            desk,
            templates: Mutex::new(templates),
            herstel,
            settings,
            made: Mutex::new(HashSet::new()),
            start_file: Mutex::new(window::file_argument(std::env::args(), None)),
        }
    }

    /// The settings as they are now.
    pub fn settings(&self) -> Settings {
        lock(&self.settings).clone()
    }

    /// Other settings; with other folders the pages are set anew, and with
    /// other switches the language is looked at anew.
    pub fn set_settings(&self, settings: Settings) {
        let folders = |own: &Settings| (own.huisstijl_map.clone(), own.sjablonen_map.clone());
        let (after, taal) = (folders(&settings), settings.taal);
        let before = std::mem::replace(&mut *lock(&self.settings), settings);
        let are_other = folders(&before) != after;
        if are_other {
            self.desk.renew_folders();
        }
        if are_other || before.taal != taal {
            self.desk.renew_language();
        }
    }

    /// The lists of words of the drafter and the organisation.
    pub fn word_lists(&self) -> Lists {
        word_lists(&self.settings())
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

    /// Looks whether the templates became others: one comes back to the window.
    pub fn look_at_templates(&self) {
        let _ = lock(&self.templates).send(());
    }

    /// The file that the program was started with, once.
    pub fn take_start_file(&self) -> Option<String> {
        lock(&self.start_file).take()
    }
}

/// Reads the templates again when somebody writes in their folder, so that who makes
/// a template sees it in the window. The longer nothing is written there, the less
/// often it is looked, as the folder can lie on a disk that all share.
fn watch(desk: &Arc<Desk<WindowHost>>, settings: &Arc<Mutex<Settings>>) -> Sender<()> {
    let (desk, settings) = (Arc::clone(desk), Arc::clone(settings));
    let (asks, asked) = channel();
    std::thread::spawn(move || {
        let look = || {
            let named = lock(&settings).sjablonen_map.clone();
            let mark = nota_store::template_folder_mark(Path::new(&named));
            (named, mark)
        };
        let mut before = look();
        let mut wait = OFTEN;
        loop {
            match asked.recv_timeout(wait) {
                Ok(()) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            let now = look();
            // With another folder in the settings they are read already.
            let is_written = now.0 == before.0 && now.1 != before.1;
            if is_written {
                desk.renew_folders();
            }
            wait = match is_written {
                true => OFTEN,
                false => (wait * 2).min(SELDOM),
            };
            before = now;
        }
    });
    asks
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // The values are replaced whole, so a panic elsewhere leaves them sound.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The folder of the house style; none when the platform has no such place.
fn house_style(named: &str) -> Option<PathBuf> {
    match named {
        "" => nota_store::house_style_folder(),
        named => Some(PathBuf::from(named)),
    }
}

/// The typesetter with the fonts of the system and the organisation's style.
fn typesetter(folder: &str) -> Typesetter {
    let style = house_style(folder)
        .and_then(|folder| nota_store::read_house_style(&folder).ok())
        .map(|files| HouseStyle::from_files(&files))
        .unwrap_or_default();
    let faces = nota_store::system_font_files();
    let faces = faces
        .iter()
        .filter_map(|path| nota_store::read_bytes(path).ok());
    Typesetter::new(Fonts::with_faces(faces.collect()), style)
}

/// The templates of the program with those of the house style and those of the
/// folder that the settings name.
fn stock(settings: &Settings) -> Stock {
    // Not everyone has templates in the house style; a folder that was chosen
    // and is not there is worth a word.
    let own = house_style(&settings.huisstijl_map).map(|folder| folder.join(TEMPLATES));
    let own = own.filter(|folder| nota_store::is_folder(folder));
    let named = Some(&settings.sjablonen_map).filter(|named| !named.is_empty());
    let folders: Vec<TemplateFolder> = own
        .into_iter()
        .chain(named.map(PathBuf::from))
        .map(|folder| TemplateFolder {
            name: nota_store::shown(&nota_store::template_root(&folder)),
            files: nota_store::read_template_folder(&folder).map_err(|error| error.to_string()),
        })
        .collect();
    Stock::new(&folders)
}

/// The lists of words in the folders of the settings.
fn word_lists(settings: &Settings) -> Lists {
    let named = |folder: &str| (!folder.is_empty()).then(|| PathBuf::from(folder));
    let (style, templates) = (
        named(&settings.huisstijl_map),
        named(&settings.sjablonen_map),
    );
    nota_herstel::lists(style.as_deref(), templates.as_deref())
}

/// The language checks that are on, with the lists of words.
fn language(settings: &Settings) -> Language {
    let on = Onderdelen {
        spelling: settings.taal.spelling,
        grammar: settings.taal.grammatica,
        plain: settings.taal.eenvoudig,
        craft: settings.taal.ambacht,
    };
    let lists = match on.spelling {
        true => word_lists(settings),
        false => Lists::default(),
    };
    let all = std::iter::once(lists.own).chain(lists.organisation);
    Language {
        checks: Taal::new(on, all.collect()),
        remarks: lists.remarks,
    }
}
