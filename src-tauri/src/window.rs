//! The window's own events: closing, a file dropped on it, a second start.

use std::path::Path;
use std::process::{Command, Stdio};

use nota_editor::Event;
use nota_editor::view::{Dragging, HostError, OpenRequest};
use tauri::{
    AppHandle, DragDropEvent, Emitter, Manager, PhysicalPosition, PhysicalSize, WebviewWindow,
    WebviewWindowBuilder, Window, WindowEvent,
};

use crate::aloud;
use crate::state::Shell;

/// The one window of a run of the program.
pub const MAIN: &str = "main";

/// The argument of a run that stands beside another: it is no second start of that
/// one, and its window takes the right half of the screen.
const BESIDE: &str = "--ernaast";

/// Whether this run stands beside another.
pub fn is_beside() -> bool {
    std::env::args().any(|arg| arg == BESIDE)
}

/// A half of the screen.
#[derive(Clone, Copy)]
enum Half {
    Left,
    Right,
}

/// Tells the window something.
pub fn tell(app: &AppHandle, event: &Event) {
    if let Err(error) = app.emit(event.name(), event) {
        eprintln!("beslisnota: event {}: {error}", event.name());
    }
}

/// The first argument that is no option, as an absolute path when the folder
/// that it is relative to is known.
pub fn file_argument(args: impl Iterator<Item = String>, cwd: Option<&str>) -> Option<String> {
    let path = args.skip(1).find(|arg| !arg.starts_with('-'))?;
    let whole = match cwd {
        Some(cwd) => Path::new(cwd).join(&path),
        None => std::path::absolute(&path).ok()?,
    };
    Some(whole.to_string_lossy().into_owned())
}

/// Opens the window as the configuration says. It is called as the page in it: by
/// the nota, so that it is known among other windows.
///
/// # Errors
///
/// When the system has no window for us.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    for config in &app.config().app.windows {
        WebviewWindowBuilder::from_config(app, config)?
            .on_document_title_changed(|window, title| {
                let _ = window.set_title(&title);
            })
            .build()?;
    }
    if is_beside()
        && let Some(window) = app.get_webview_window(MAIN)
    {
        let _ = place(&window, Half::Right);
    }
    Ok(())
}

/// Opens another window beside this one: a run of the program of its own, so that
/// a fault in the one leaves the nota in the other alone.
///
/// # Errors
///
/// When the system does not start it.
pub fn open_another(app: &AppHandle, path: Option<&str>) -> Result<(), HostError> {
    let program = std::env::current_exe();
    let started = program.and_then(|program| {
        let mut another = Command::new(program);
        another.arg(BESIDE).args(path).stdin(Stdio::null());
        another.spawn()
    });
    let mut child = started.map_err(|_| {
        HostError::new(
            "window",
            "Er kon geen tweede venster worden geopend. Sluit een ander programma en probeer het opnieuw.",
        )
    })?;
    // Who ends is taken note of, so that the system forgets it too.
    std::thread::spawn(move || child.wait());
    if let Some(window) = app.get_webview_window(MAIN) {
        // Where the system places windows itself, they stay where it puts them.
        let _ = place(&window, Half::Left);
    }
    Ok(())
}

/// Gives a window a half of its screen.
fn place(window: &WebviewWindow, half: Half) -> tauri::Result<()> {
    let Some(screen) = window.current_monitor()?.or(window.primary_monitor()?) else {
        return Ok(());
    };
    let area = screen.work_area();
    let width = area.size.width / 2;
    let left = match half {
        Half::Left => 0,
        Half::Right => i32::try_from(width).unwrap_or(0),
    };
    if window.is_maximized()? {
        window.unmaximize()?;
    }
    // The frame around the window counts too.
    let (inner, outer) = (window.inner_size()?, window.outer_size()?);
    let frame = (
        outer.width.saturating_sub(inner.width),
        outer.height.saturating_sub(inner.height),
    );
    window.set_size(PhysicalSize::new(
        width.saturating_sub(frame.0),
        area.size.height.saturating_sub(frame.1),
    ))?;
    window.set_position(PhysicalPosition::new(
        area.position.x + left,
        area.position.y,
    ))
}

/// A second start of the program: its file opens here, and it ends.
pub fn second_start(app: &AppHandle, args: &[String], cwd: &str) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
    if let Some(path) = file_argument(args.iter().cloned(), Some(cwd)) {
        request_open(app, path);
    }
}

fn request_open(app: &AppHandle, path: String) {
    tell(app, &Event::OpenRequest(OpenRequest { path }));
}

/// What happens to the window.
pub fn on_event(window: &Window, event: &WindowEvent) {
    match event {
        // The window asks the user what to do with unsaved text, and may have
        // typed text that the desk does not know of yet: it always decides.
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            tell(window.app_handle(), &Event::CloseRequest(()));
        }
        WindowEvent::DragDrop(drag) => on_drag(window, drag),
        WindowEvent::Focused(false) => aloud::call_by_title(window.app_handle()),
        WindowEvent::Focused(true) => window.state::<Shell>().look_at_templates(),
        _ => {}
    }
}

fn on_drag(window: &Window, drag: &DragDropEvent) {
    let over = match drag {
        // Text that is dragged within the nota is no file.
        DragDropEvent::Enter { paths, .. } if !paths.is_empty() => true,
        DragDropEvent::Drop { .. } | DragDropEvent::Leave => false,
        _ => return,
    };
    tell(window.app_handle(), &Event::Dragging(Dragging { over }));
    if let DragDropEvent::Drop { paths, .. } = drag
        && let Some(path) = paths.first()
    {
        let path = path.to_string_lossy().into_owned();
        request_open(window.app_handle(), path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_a_second_start_is_relative_to_its_own_folder() {
        let args = |list: &[&str]| list.iter().map(|arg| (*arg).to_owned()).collect::<Vec<_>>();
        let found = |list: &[&str]| file_argument(args(list).into_iter(), Some("/stukken"));
        assert_eq!(
            found(&["beslisnota", "--flag", "nota.md"]).as_deref(),
            Some("/stukken/nota.md")
        );
        assert_eq!(found(&["beslisnota"]), None);
    }
}
