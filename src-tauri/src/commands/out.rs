//! Commands that bring the nota out: files, the printer, the mail program.

use std::path::{Path, PathBuf};

use nota_editor::view::{Exported, FormatView, HostError, Publication, Version};
use nota_export::Format;
use nota_store::Kept;
use tauri::AppHandle;

use super::outgoing::{Asked, Outgoing, ReportFile, make, proven};
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
    put(&app, &path, &bytes, &[])
}

/// Writes a file that this run may open and show from then on, with its reports:
/// all of them or none.
pub(super) fn put(
    app: &AppHandle,
    path: &Path,
    bytes: &[u8],
    reports: &[ReportFile],
) -> Result<Exported, HostError> {
    // The file comes last: it is never there without the report on it.
    let mut files: Vec<(&Path, &[u8])> = reports
        .iter()
        .map(|own| (own.path.as_path(), own.bytes.as_slice()))
        .collect();
    files.push((path, bytes));
    nota_store::write_together(&files).map_err(|error| failure(&error))?;
    shell(app).made(path);
    Ok(exported(path))
}

fn exported(path: &Path) -> Exported {
    let name = path.file_name().unwrap_or_default();
    Exported {
        path: path.to_string_lossy().into_owned(),
        naam: name.to_string_lossy().into_owned(),
        map: nota_store::shown(path.parent().unwrap_or(path)),
        meldingen: Vec::new(),
    }
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

/// Prints our own PDF of a version through the system's viewer.
#[tauri::command(async)]
pub fn print(app: AppHandle, version: Version) -> Result<Publication, HostError> {
    let what_to_do = "Kies Exporteren en druk de pdf zelf af.";
    hand_over(&app, Format::Pdf, version, what_to_do)
}

/// A draft e-mail with the PDF of a version: opened in the mail program, or kept
/// as a file.
#[tauri::command(async)]
pub fn mail(app: AppHandle, how: String, version: Version) -> Result<Publication, HostError> {
    if how == "keep" {
        return keep_mail(&app, version);
    }
    let what_to_do = "Kies ‘E-mail opslaan als…’ en open dat bestand in uw mailprogramma.";
    hand_over(&app, Format::Eml, version, what_to_do)
}

/// Makes a file for another program, in a folder that only the user can enter,
/// and opens it there.
fn hand_over(
    app: &AppHandle,
    format: Format,
    version: Version,
    what_to_do: &str,
) -> Result<Publication, HostError> {
    let outgoing = match make(app, format, version)? {
        Asked::Made(outgoing) => outgoing,
        Asked::Barred(barred) => return Ok(barred),
    };
    let kept = Kept::handed_over(&outgoing.name).ok_or_else(|| {
        HostError::new(
            "no-folder",
            "Er is geen map voor tijdelijke bestanden. Kies Exporteren.",
        )
    })?;
    kept.write_bytes(&outgoing.bytes)
        .map_err(|error| failure(&error))?;
    let path = kept.path();
    shell(app).made(path);
    opener::file(path).map_err(|cause| no_viewer(&cause, what_to_do))?;
    Ok(handed(exported(path), &outgoing))
}

/// Asks where a draft e-mail is to be kept.
fn keep_mail(app: &AppHandle, version: Version) -> Result<Publication, HostError> {
    let outgoing = match make(app, Format::Eml, version)? {
        Asked::Made(outgoing) => outgoing,
        Asked::Barred(barred) => return Ok(barred),
    };
    let title = match version {
        Version::Intern => "E-mail met interne versie opslaan",
        Version::Openbaar => "E-mail met openbare versie opslaan",
    };
    let path = dialogs::save(app, title, &outgoing.name, "EML", "eml")?;
    Ok(handed(put(app, &path, &outgoing.bytes, &[])?, &outgoing))
}

fn handed(file: Exported, outgoing: &Outgoing) -> Publication {
    Publication {
        gemaakt: Some(file),
        bezwaren: Vec::new(),
        bewijs: proven(outgoing),
        ouder: Vec::new(),
    }
}

/// Opens an address of the nota, asked for by the user.
#[tauri::command(async)]
pub fn open_link(href: String) -> Result<(), HostError> {
    nota_editor::may_open(&href)?;
    opener::address(&href).map_err(|cause| no_viewer(&cause, "Kopieer het adres en open het zelf."))
}
