//! Commands that bring the nota out: files, the printer, the mail program.

use std::path::{Path, PathBuf};

use nota_editor::view::{Exported, FormatView, HostError};
use nota_export::Format;
use nota_store::{Kept, Replace};
use tauri::AppHandle;

use super::shell;
use crate::dialogs;
use crate::host::failure;
use crate::opener;

/// The formats to export to.
#[tauri::command]
pub fn formats() -> Vec<FormatView> {
    nota_editor::formats()
}

/// Asks for a name and exports.
#[tauri::command(async)]
pub fn export_to(app: AppHandle, format: String) -> Result<Exported, HostError> {
    let format = Format::parse(&format)
        .ok_or_else(|| HostError::new("no-format", "Deze vorm van exporteren is er niet."))?;
    let extension = format.extension();
    let name = format!("{}.{extension}", shell(&app).desk.file_stem());
    let path = dialogs::save(
        &app,
        "Exporteren",
        &name,
        &extension.to_uppercase(),
        extension,
    )?;
    let bytes = shell(&app).desk.export(format)?;
    put(&app, &path, &bytes)
}

/// Writes a file that this run may open and show from then on.
pub(super) fn put(app: &AppHandle, path: &Path, bytes: &[u8]) -> Result<Exported, HostError> {
    nota_store::write_atomic(path, bytes, Replace::Yes).map_err(|error| failure(&error))?;
    shell(app).made(path);
    let folder = path.parent().unwrap_or(path);
    Ok(Exported {
        path: path.to_string_lossy().into_owned(),
        naam: path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        map: nota_store::shown(folder),
        meldingen: Vec::new(),
    })
}

/// Ends what is being made: no file comes of it.
#[tauri::command(async)]
pub fn cancel(app: AppHandle) {
    shell(&app).desk.cancel();
}

/// Opens a file that this run made in its own program.
#[tauri::command(async)]
pub fn open_exported(app: AppHandle, path: String) -> Result<(), HostError> {
    let path = own_file(&app, path)?;
    opener::file(&path).map_err(|cause| no_program(&cause))
}

/// Shows a file that this run made in its folder.
#[tauri::command(async)]
pub fn show_folder(app: AppHandle, path: String) -> Result<(), HostError> {
    let path = own_file(&app, path)?;
    // A desktop that cannot point out a file can open its folder.
    let folder = path.parent().unwrap_or(&path);
    tauri_plugin_opener::reveal_item_in_dir(&path)
        .or_else(|_| opener::file(folder))
        .map_err(|cause| no_program(&cause))
}

fn own_file(app: &AppHandle, path: String) -> Result<PathBuf, HostError> {
    let path = PathBuf::from(path);
    if shell(app).has_made(&path) {
        return Ok(path);
    }
    Err(HostError::new(
        "not-ours",
        "Alleen bestanden die u net hebt gemaakt, kunnen van hieruit worden geopend.",
    ))
}

fn no_program(cause: &str) -> HostError {
    eprintln!("beslisnota: {cause}");
    HostError::new(
        "no-program",
        "Het bestand is gemaakt, maar er is geen programma gevonden om het te openen. U vindt het in de map die hierboven staat.",
    )
}

fn no_viewer(cause: &str, what_to_do: &str) -> HostError {
    eprintln!("beslisnota: {cause}");
    let why = "Er is geen programma gevonden om dit te openen.";
    HostError::new("no-program", format!("{why} {what_to_do}"))
}

/// Prints our own PDF through the system's viewer.
#[tauri::command(async)]
pub fn print(app: AppHandle) -> Result<(), HostError> {
    let path = make_own(&app, Format::Pdf)?;
    opener::file(&path)
        .map_err(|cause| no_viewer(&cause, "Kies Exporteren en druk de pdf zelf af."))
}

/// Makes a file for another program, in a folder that only the user can enter.
fn make_own(app: &AppHandle, format: Format) -> Result<PathBuf, HostError> {
    let bytes = shell(app).desk.export(format)?;
    let name = format!("{}.{}", shell(app).desk.file_stem(), format.extension());
    let kept = Kept::handed_over(&name).ok_or_else(|| {
        HostError::new(
            "no-folder",
            "Er is geen map voor tijdelijke bestanden. Kies Exporteren.",
        )
    })?;
    kept.write_bytes(&bytes).map_err(|error| failure(&error))?;
    shell(app).made(kept.path());
    Ok(kept.path().to_owned())
}

/// A draft e-mail with the PDF: opened in the mail program, or kept as a file.
#[tauri::command(async)]
pub fn mail(app: AppHandle, how: String) -> Result<Exported, HostError> {
    if how == "keep" {
        return export_to(app, "eml".to_owned());
    }
    let path = make_own(&app, Format::Eml)?;
    opener::file(&path).map_err(|cause| {
        no_viewer(
            &cause,
            "Kies ‘E-mail opslaan als…’ en open dat bestand in uw mailprogramma.",
        )
    })?;
    Ok(Exported {
        naam: path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        map: path.parent().map(nota_store::shown).unwrap_or_default(),
        path: path.to_string_lossy().into_owned(),
        meldingen: Vec::new(),
    })
}

/// Opens an address of the nota, asked for by the user.
#[tauri::command(async)]
pub fn open_link(href: String) -> Result<(), HostError> {
    nota_editor::may_open(&href)?;
    opener::address(&href).map_err(|cause| no_viewer(&cause, "Kopieer het adres en open het zelf."))
}
