//! The shell: the only Rust that knows Tauri. It opens the window, serves the
//! window's commands from the desk of `nota-editor`, and lets the world in:
//! dialogs, files, the system's programs.

#![allow(
    clippy::disallowed_methods,
    reason = "the shell is an edge: it knows the clock, the arguments and the system"
)]

mod aloud;
mod commands;
mod dialogs;
mod host;
mod keeping;
#[cfg(debug_assertions)]
mod mishap;
mod opener;
mod recent;
mod settings;
mod state;
mod web_view;
mod window;

use tauri::Manager;

use state::Shell;

/// The program with what only a first run has: it takes the files of later starts,
/// and its window comes back where it was.
fn builder() -> tauri::Builder<tauri::Wry> {
    let builder = tauri::Builder::default();
    if window::is_beside() {
        return builder;
    }
    builder
        // Registered first, so that a second start ends before it does
        // anything else.
        .plugin(tauri_plugin_single_instance::init(|app, args, cwd| {
            window::second_start(app, &args, &cwd);
        }))
        .plugin(tauri_plugin_window_state::Builder::default().build())
}

/// Runs the application until its window is closed.
pub fn run() {
    web_view::prepare();
    // The words of a panic may quote the nota: only its place is told.
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => eprintln!("beslisnota: fault at {}:{}", place.file(), place.line()),
        None => eprintln!("beslisnota: fault"),
    }));
    let result = builder()
        .plugin(tauri_plugin_dialog::init())
        .setup(|app| {
            app.manage(Shell::new(app.handle()));
            window::open(app.handle())?;
            web_view::set(app.handle());
            aloud::call_by_title(app.handle());
            Ok(())
        })
        .on_window_event(window::on_event)
        .invoke_handler(commands::handler())
        .run(tauri::generate_context!());
    if let Err(error) = result {
        eprintln!("Het programma kan niet starten: {error}");
        std::process::exit(2);
    }
}
