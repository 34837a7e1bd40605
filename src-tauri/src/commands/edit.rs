//! Commands that change the nota and show its pages.

use nota_editor::view::{Applied, HostError, PagePoint, Snapshot};
use nota_model::{Change, Place};
use tauri::ipc::Response;

use super::App;

/// The open nota, none at the start.
#[tauri::command(async)]
pub fn snapshot(shell: App<'_>) -> Option<Snapshot> {
    shell.desk.snapshot()
}

/// Carries out a change.
#[tauri::command(async)]
pub fn apply(shell: App<'_>, change: Change, group: Option<String>) -> Result<Applied, HostError> {
    shell.desk.apply(&change, group.as_deref())
}

/// Takes the last step back.
#[tauri::command(async)]
pub fn undo(shell: App<'_>) -> Result<Applied, HostError> {
    shell.desk.undo()
}

/// Does the last step that was taken back again.
#[tauri::command(async)]
pub fn redo(shell: App<'_>) -> Result<Applied, HostError> {
    shell.desk.redo()
}

/// The picture of a page, as bytes and not as JSON.
#[tauri::command(async)]
pub fn page_picture(
    shell: App<'_>,
    index: usize,
    hash: String,
    width: u32,
) -> Result<Response, HostError> {
    let png = shell.desk.page_png(index, &hash, width)?;
    Ok(Response::new(png))
}

/// Where a place stands on the pages.
#[tauri::command(async)]
pub fn place_on_page(shell: App<'_>, place: Place) -> Option<PagePoint> {
    shell.desk.place_on_page(&place)
}

/// What stands at a point of a page.
#[tauri::command(async)]
pub fn click_on_page(shell: App<'_>, page: usize, x: f64, y: f64) -> Option<Place> {
    shell.desk.click_on_page(page, x, y)
}
