//! The system's own dialogs for files and folders.

use std::path::{Path, PathBuf};

use nota_editor::view::HostError;
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

use crate::state::Shell;
use crate::window;

/// In a debug build, what a dialog "chooses" instead of a person: tests of the
/// window cannot press buttons of the system's dialogs. `BESLISNOTA_DIALOG`
/// names the file in which the path stands; without that file the dialog is
/// cancelled.
fn arranged() -> Option<Result<PathBuf, HostError>> {
    let answer = std::env::var_os("BESLISNOTA_DIALOG").filter(|_| cfg!(debug_assertions))?;
    let path = std::fs::read_to_string(answer).map(|path| PathBuf::from(path.trim()));
    Some(path.map_err(|_| HostError::cancelled()))
}

/// A dialog that stays in front of our window. On Linux the desktop sees to
/// that itself.
fn dialog(app: &AppHandle, title: &str) -> FileDialogBuilder<Wry> {
    let dialog = app.dialog().file().set_title(title);
    match app.get_webview_window(window::MAIN) {
        Some(window) if !cfg!(target_os = "linux") => dialog.set_parent(&window),
        _ => dialog,
    }
}

/// The endings of what can be opened or imported.
const DOCUMENTS: &[&str] = &[
    "md", "docx", "docm", "dotx", "odt", "html", "htm", "txt", "pdf",
];

/// Asks for a nota to open or a file to import.
pub fn open(app: &AppHandle) -> Result<PathBuf, HostError> {
    if let Some(chosen) = arranged() {
        return chosen;
    }
    let dialog = dialog(app, "Nota openen")
        .add_filter("Nota's en documenten", DOCUMENTS)
        .add_filter("Alle bestanden", &["*"]);
    chosen(dialog.blocking_pick_file())
}

/// Asks for several notas; when a test chooses a folder, those in it.
pub fn open_many(app: &AppHandle) -> Result<Vec<PathBuf>, HostError> {
    if let Some(arranged) = arranged() {
        let folder = arranged?;
        let files = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        let mut notas: Vec<PathBuf> = files.map(|file| file.path()).collect();
        notas.retain(|path| path.to_string_lossy().ends_with(".nota.md"));
        notas.sort();
        return Ok(notas);
    }
    let dialog = dialog(app, "Nota's voor de bundel kiezen")
        .add_filter("Nota's", &["md"])
        .add_filter("Alle bestanden", &["*"]);
    let picked = dialog.blocking_pick_files().unwrap_or_default();
    let paths: Vec<PathBuf> = picked
        .into_iter()
        .filter_map(|own| own.into_path().ok())
        .collect();
    match paths.is_empty() {
        true => Err(HostError::cancelled()),
        false => Ok(paths),
    }
}

/// Asks where to write a file, with a name to start from, in the folder of the
/// nota.
pub fn save(
    app: &AppHandle,
    title: &str,
    name: &str,
    kind: &str,
    extension: &str,
) -> Result<PathBuf, HostError> {
    if let Some(chosen) = arranged() {
        let in_folder = |path: PathBuf| if path.is_dir() { path.join(name) } else { path };
        return chosen.map(in_folder);
    }
    let nota = app.state::<Shell>().desk.path();
    let beside = nota.as_deref().and_then(|path| Path::new(path).parent());
    let dialog = dialog(app, title);
    let dialog = match beside {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    };
    let dialog = dialog.set_file_name(name).add_filter(kind, &[extension]);
    chosen(dialog.blocking_save_file()).map(|path| match path.extension() {
        Some(_) => path,
        None => path.with_extension(extension),
    })
}

/// Asks for a folder; none when the user changed their mind.
pub fn folder(app: &AppHandle) -> Option<PathBuf> {
    if let Some(chosen) = arranged() {
        return chosen.ok();
    }
    chosen(dialog(app, "Map kiezen").blocking_pick_folder()).ok()
}

fn chosen(picked: Option<tauri_plugin_dialog::FilePath>) -> Result<PathBuf, HostError> {
    let path = picked.and_then(|path| path.into_path().ok());
    path.ok_or_else(HostError::cancelled)
}
