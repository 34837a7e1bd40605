//! The system's web view, set for a program of one page.

use nota_editor::view::HostError;
use tauri::{AppHandle, Manager};

use crate::window;

/// What the web view reads from its environment when it starts, with what we
/// choose. For scripts:
///
/// - It compiles nothing to machine code. Our script waits for keys most of the
///   time: compiling it took 60 MB in an hour's typing and made the start
///   slower. Without it the web view has no memory for code that is made while
///   it runs, so that a fault in it is harder to use.
/// - It collects garbage as on a machine with so many bytes: after a quarter
///   more than is in use (8 MB) in the place of twice as much.
///
/// For drawing:
///
/// - It draws without the graphics card. A form with pages moves nothing by
///   itself, so that a card only costs: a copy of all layers in its memory (some
///   100 MB where the card is imitated, as on virtual desktops), twice the time
///   from a key to the screen, and an empty window with drivers that WebKitGTK
///   does not get on with. This has to be known before a page is there: the same
///   choice for a page that is already loading takes the wheel of the mouse from
///   it.
#[cfg(target_os = "linux")]
pub const CHOICES: [(&str, &str); 3] = [
    ("JSC_useJIT", "0"),
    ("JSC_forceRAMSize", "12000000"),
    ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
];

/// Chooses how the web view runs scripts and draws; who started the program with another
/// choice keeps that.
///
/// Sets the environment, which may only be done as long as there is one thread:
/// the first thing of the program.
#[cfg(target_os = "linux")]
pub fn prepare() {
    for (name, value) in CHOICES {
        if let Err(error) = webkit2gtk::glib::setenv(name, value, false) {
            eprintln!("beslisnota: {name} stays as it is: {error}");
        }
    }
}

/// Leaves the web view as it is.
#[cfg(not(target_os = "linux"))]
pub fn prepare() {}

/// Has WebKitGTK remember nothing: what it keeps for going back to another page
/// is of no use where there is none, and grows with each picture of a page that
/// was shown. The web views of other systems have no such choice.
#[cfg(target_os = "linux")]
pub fn set(app: &AppHandle) {
    use webkit2gtk::{CacheModel, WebContextExt, WebViewExt};

    let Some(window) = app.get_webview_window(window::MAIN) else {
        return;
    };
    let set = window.with_webview(|webview| {
        if let Some(context) = webview.inner().context() {
            context.set_cache_model(CacheModel::DocumentViewer);
        }
    });
    if let Err(error) = set {
        eprintln!("beslisnota: the web view stays as it is: {error}");
    }
}

/// Leaves the web view as it is.
#[cfg(not(target_os = "linux"))]
pub fn set(_: &AppHandle) {}

/// Has WebKitGTK carry out one of its own commands for the text at the caret:
/// scripts may not read the clipboard, the program may.
///
/// # Errors
///
/// When there is no window.
#[cfg(target_os = "linux")]
pub fn edit(app: &AppHandle, command: &'static str) -> Result<(), HostError> {
    use webkit2gtk::WebViewExt;

    let Some(window) = app.get_webview_window(window::MAIN) else {
        return Err(HostError::new("window", "Er is geen venster."));
    };
    let done = window.with_webview(|webview| webview.inner().execute_editing_command(command));
    done.map_err(|error| HostError::new("window", error.to_string()))
}

/// The web views of other systems give what is on the clipboard to the window
/// when its user asks for it.
///
/// # Errors
///
/// Always: the window does it itself.
#[cfg(not(target_os = "linux"))]
pub fn edit(_: &AppHandle, _: &'static str) -> Result<(), HostError> {
    Err(HostError::new("elsewhere", "Het venster plakt zelf."))
}
