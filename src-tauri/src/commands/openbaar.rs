//! Commands of the public version.

use std::path::Path;

use nota_editor::Publishing;
use nota_editor::view::{Comparison, HostError, Publication, Report, SuggestionView, Version};
use nota_export::{Format, Published};
use tauri::AppHandle;

use super::out::put;
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

/// Both versions beside each other.
#[tauri::command(async)]
pub fn compare(shell: App<'_>) -> Result<Comparison, HostError> {
    shell.desk.compare()
}

/// Makes the public file, proves it, asks for a name and writes it; with the
/// report beside it when that is asked for. Nothing is asked or written before it is
/// proven.
#[tauri::command(async)]
pub fn export_public(
    app: AppHandle,
    format: String,
    report: Report,
) -> Result<Publication, HostError> {
    let format = Format::parse(&format)
        .ok_or_else(|| HostError::new("no-format", "Deze vorm van exporteren is er niet."))?;
    let published = match shell(&app).desk.publish(format)? {
        Publishing::Proven(published) => published,
        Publishing::Barred(bezwaren) => {
            return Ok(Publication {
                gemaakt: None,
                bezwaren,
                bewijs: Vec::new(),
            });
        }
    };
    let extension = format.extension();
    let path = dialogs::save(
        &app,
        "Openbare versie exporteren",
        &published.name,
        &extension.to_uppercase(),
        extension,
    )?;
    let mut made = put(&app, &path, &published.bytes)?;
    if report == Report::Ernaast {
        made.meldingen.push(keep_report(&app, &path, &published)?);
    }
    let bewijs = published.proof.to_string();
    Ok(Publication {
        gemaakt: Some(made),
        bezwaren: Vec::new(),
        bewijs: bewijs.lines().map(str::to_owned).collect(),
    })
}

/// Writes the report beside the file, for people and for programs.
fn keep_report(app: &AppHandle, path: &Path, published: &Published) -> Result<String, HostError> {
    let text = path.with_extension("bewijs.txt");
    put(app, &text, published.proof.to_string().as_bytes())?;
    let json = serde_json::to_string_pretty(&published.proof)
        .map_err(|error| HostError::new("report", error.to_string()))?;
    put(app, &path.with_extension("bewijs.json"), json.as_bytes())?;
    let name = text.file_name().unwrap_or_default().to_string_lossy();
    Ok(format!(
        "Het verslag van het bewijs staat ernaast, als {name} en als .json. Bewaar het in uw dossier; publiceer het niet."
    ))
}
