//! Commands of the start screen, the settings and the help.

use nota_editor::view::{Explanation, HostError, RecentFile, Settings, TemplateChoice};
use tauri::AppHandle;

use super::App;
use crate::{dialogs, recent, settings as kept};

/// The version of the program.
#[tauri::command]
pub fn version(app: AppHandle) -> String {
    app.package_info().version.to_string()
}

/// The templates, that of the settings first.
#[tauri::command]
pub fn templates(shell: App<'_>) -> Vec<TemplateChoice> {
    let preferred = shell.settings().sjabloon;
    let mut choices = shell.desk.templates();
    choices.sort_by_key(|choice| choice.id != preferred);
    choices
}

/// The notas that were open before.
#[tauri::command(async)]
pub fn recent() -> Vec<RecentFile> {
    recent::list()
}

/// Takes a nota from the list.
#[tauri::command(async)]
pub fn forget_recent(path: String) -> Vec<RecentFile> {
    recent::forget(&path)
}

/// The file that the program was started with; asked for once.
#[tauri::command]
pub fn start_file(shell: App<'_>) -> Option<String> {
    shell.take_start_file()
}

/// The settings.
#[tauri::command]
pub fn settings(shell: App<'_>) -> Settings {
    shell.settings()
}

/// Other settings.
#[tauri::command(async)]
pub fn set_settings(shell: App<'_>, settings: Settings) -> Result<(), HostError> {
    shell.set_settings(settings.clone());
    kept::store(&settings)
}

/// Asks for a folder.
#[tauri::command(async)]
pub fn choose_folder(app: AppHandle) -> Option<String> {
    dialogs::folder(&app).map(|path| path.to_string_lossy().into_owned())
}

/// The page of a rule.
#[tauri::command(async)]
pub fn explain(code: String) -> Result<Explanation, HostError> {
    nota_editor::explain(&code)
}
