//! What the window can ask: a closed list of typed commands, the same as the
//! methods of `Host` in `ui/src/host/host.ts`. Each is thin: the work is in
//! `nota-editor`.

mod edit;
mod files;
mod herstel;
mod openbaar;
mod out;
mod outgoing;
mod start;
mod versions;

use tauri::ipc::Invoke;
use tauri::{Manager, State, Wry};

use crate::state::Shell;

/// The running application, as Tauri hands it to a command.
type App<'a> = State<'a, Shell>;

/// All commands. The list in `permissions/window.toml` must be the same; a
/// test compares them.
pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        start::version,
        start::templates,
        start::recent,
        start::forget_recent,
        start::start_file,
        start::settings,
        start::set_settings,
        start::choose_folder,
        start::explain,
        files::new_nota,
        files::open_dialog,
        files::open_path,
        files::save,
        files::save_as,
        files::close,
        files::close_window,
        files::banner_action,
        herstel::drafts,
        herstel::compare_draft,
        herstel::recover_draft,
        herstel::kept,
        herstel::forget_draft,
        herstel::forget_all,
        versions::versions,
        versions::compare_text,
        versions::restore_text,
        versions::settle_conflict,
        edit::snapshot,
        edit::apply,
        edit::undo,
        edit::redo,
        edit::page_picture,
        edit::place_on_page,
        edit::click_on_page,
        openbaar::show_version,
        openbaar::suggestions,
        openbaar::compare,
        openbaar::export_public,
        out::formats,
        out::export_to,
        out::cancel,
        out::open_exported,
        out::show_folder,
        out::print,
        out::mail,
        out::open_link,
    ]
}

/// The application that a command belongs to, for commands that also need the
/// handle.
fn shell(app: &tauri::AppHandle) -> App<'_> {
    app.state::<Shell>()
}
