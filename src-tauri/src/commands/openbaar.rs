//! Commands of the public version.

use nota_editor::view::{Comparison, HostError, Publication, Report, SuggestionView, Version};
use nota_export::Format;
use tauri::AppHandle;

use super::out::put;
use super::outgoing::{Asked, kept_apart, make, older, proven, reports};
use super::{App, shell};
use crate::dialogs;

/// Shows the pages of a version from now on.
#[tauri::command(async)]
pub fn show_version(shell: App<'_>, version: Version) {
    shell.desk.show_version(version);
}

/// What might have to be withheld.
#[tauri::command(async)]
pub fn suggestions(shell: App<'_>) -> Result<Vec<SuggestionView>, HostError> {
    shell.desk.suggestions()
}

/// Both versions beside each other, and the older public files that are there
/// when there cannot be a new one.
#[tauri::command(async)]
pub fn compare(app: AppHandle) -> Result<Comparison, HostError> {
    let mut comparison = shell(&app).desk.compare()?;
    if !comparison.bezwaren.is_empty() {
        comparison.ouder = older(&app, Format::public());
    }
    Ok(comparison)
}

/// Makes the public file, proves it, asks for a name and writes it, with the
/// report in a folder of its own when that is asked for: all of it or nothing.
/// Nothing is asked or written before it is proven.
#[tauri::command(async)]
pub fn export_public(
    app: AppHandle,
    format: String,
    report: Report,
) -> Result<Publication, HostError> {
    let format = Format::parse(&format)
        .ok_or_else(|| HostError::new("no-format", "Deze vorm van exporteren is er niet."))?;
    let outgoing = match make(&app, format, Version::Openbaar)? {
        Asked::Made(outgoing) => outgoing,
        Asked::Barred(barred) => return Ok(barred),
    };
    let extension = format.extension();
    let path = dialogs::save(
        &app,
        "Openbare versie exporteren",
        &outgoing.name,
        &extension.to_uppercase(),
        extension,
    )?;
    let reports = match (report, &outgoing.published) {
        (Report::Apart, Some(published)) => reports(&app, &path, published)?,
        _ => Vec::new(),
    };
    let mut gemaakt = put(&app, &path, &outgoing.bytes, &reports)?;
    gemaakt.meldingen.extend(kept_apart(&reports));
    Ok(Publication {
        gemaakt: Some(gemaakt),
        bezwaren: Vec::new(),
        bewijs: proven(&outgoing),
        ouder: Vec::new(),
    })
}
