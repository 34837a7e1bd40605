//! The system's own dialogs for files and folders.

use std::path::PathBuf;

use nota_editor::view::HostError;
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

/// In a debug build, the file that a dialog "chooses": tests of the window
/// cannot press buttons of the system's dialogs.
fn arranged() -> Option<PathBuf> {
    if cfg!(debug_assertions) {
        std::env::var_os("BESLISNOTA_DIALOG").map(PathBuf::from)
    } else {
        None
    }
}

/// Asks for a nota to open.
pub fn open(app: &AppHandle) -> Result<PathBuf, HostError> {
    if let Some(path) = arranged() {
        return Ok(path);
    }
    let dialog = app
        .dialog()
        .file()
        .set_title("Nota openen")
        .add_filter("Nota's", &["md"])
        .add_filter("Alle bestanden", &["*"]);
    chosen(dialog.blocking_pick_file())
}

/// Asks where to write a file, with a name to start from.
pub fn save(
    app: &AppHandle,
    title: &str,
    name: &str,
    kind: &str,
    extension: &str,
) -> Result<PathBuf, HostError> {
    if let Some(folder) = arranged() {
        return Ok(if folder.is_dir() {
            folder.join(name)
        } else {
            folder
        });
    }
    let dialog = app
        .dialog()
        .file()
        .set_title(title)
        .set_file_name(name)
        .add_filter(kind, &[extension]);
    chosen(dialog.blocking_save_file()).map(|path| match path.extension() {
        Some(_) => path,
        None => path.with_extension(extension),
    })
}

/// Asks for a folder; none when the user changed their mind.
pub fn folder(app: &AppHandle) -> Option<PathBuf> {
    if let Some(path) = arranged() {
        return Some(path);
    }
    let picked = app
        .dialog()
        .file()
        .set_title("Map kiezen")
        .blocking_pick_folder();
    chosen(picked).ok()
}

fn chosen(picked: Option<tauri_plugin_dialog::FilePath>) -> Result<PathBuf, HostError> {
    let path = picked.and_then(|path| path.into_path().ok());
    path.ok_or_else(HostError::cancelled)
}
