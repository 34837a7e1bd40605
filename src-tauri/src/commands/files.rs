//! Commands that open, save and close.

use std::path::Path;

use nota_editor::view::{HostError, SaveState, Snapshot};
use tauri::{AppHandle, WebviewWindow};

use super::{App, shell};
use crate::{dialogs, recent};

/// A new nota.
#[tauri::command(async)]
pub fn new_nota(shell: App<'_>, template: String) -> Result<Snapshot, HostError> {
    shell.desk.start_nota(&template, &shell.settings())
}

/// Asks for a file and opens it.
#[tauri::command(async)]
pub fn open_dialog(app: AppHandle) -> Result<Snapshot, HostError> {
    open(&app, &dialogs::open(&app)?)
}

/// Opens a file.
#[tauri::command(async)]
pub fn open_path(app: AppHandle, path: String) -> Result<Snapshot, HostError> {
    open(&app, Path::new(&path))
}

fn open(app: &AppHandle, path: &Path) -> Result<Snapshot, HostError> {
    let path = path.to_string_lossy();
    let snapshot = shell(app).desk.open_file(&path)?;
    recent::remember(&path);
    Ok(snapshot)
}

/// Saves; asks for a name when there is none.
#[tauri::command(async)]
pub fn save(app: AppHandle) -> Result<SaveState, HostError> {
    match shell(&app).desk.path() {
        Some(path) => shell(&app).desk.save_to(&path),
        None => ask_and_save(&app),
    }
}

/// Asks for a name and saves under it.
#[tauri::command(async)]
pub fn save_as(app: AppHandle) -> Result<SaveState, HostError> {
    ask_and_save(&app)
}

fn ask_and_save(app: &AppHandle) -> Result<SaveState, HostError> {
    let name = format!("{}.nota.md", shell(app).desk.file_stem());
    let path = dialogs::save(app, "Nota opslaan", &name, "Nota", "md")?;
    let path = path.to_string_lossy();
    let state = shell(app).desk.save_to(&path)?;
    recent::remember(&path);
    Ok(state)
}

/// Closes the nota without saving.
#[tauri::command(async)]
pub fn close(shell: App<'_>) {
    shell.desk.close();
}

/// Closes the window without asking.
#[tauri::command(async)]
pub fn close_window(shell: App<'_>, window: WebviewWindow) -> Result<(), HostError> {
    shell.desk.close();
    window
        .destroy()
        .map_err(|error| HostError::new("window", error.to_string()))
}

/// A button of the banner was pressed.
#[tauri::command(async)]
pub fn banner_action(app: AppHandle, id: String) -> Result<Option<Snapshot>, HostError> {
    if id == "save-as" {
        ask_and_save(&app)?;
    }
    Ok(shell(&app).desk.snapshot())
}
