//! What is said to who hears the window in the place of seeing it.
//!
//! WebKitGTK tells a screen reader where the focus is and what is typed, and
//! nothing of a text that changes elsewhere on the page (`role="status"`). What
//! it does not tell is said here: a screen reader reads out how the window is
//! called when that changes. This is the name for assistive technology; what
//! stands in its title bar is the title, as ever.

use tauri::AppHandle;
#[cfg(target_os = "linux")]
use tauri::Manager;

#[cfg(target_os = "linux")]
use crate::window;

/// Whether a screen reader or another aid listens: whether any program asked the
/// session's register of accessibility to tell it what happens. False when there
/// is no register.
#[cfg(target_os = "linux")]
pub fn is_heard() -> bool {
    listeners().is_some_and(|count| count > 0)
}

/// The web views of other systems tell aids of all that they need.
#[cfg(not(target_os = "linux"))]
pub fn is_heard() -> bool {
    false
}

/// How many events other programs asked to be told of.
#[cfg(target_os = "linux")]
fn listeners() -> Option<usize> {
    use webkit2gtk::gio::{
        BusType, Cancellable, DBusCallFlags, DBusConnection, DBusConnectionFlags, bus_get_sync,
    };

    /// How long an answer may take, in milliseconds.
    const PATIENCE: i32 = 500;

    let ask = |bus: &DBusConnection, name: &str, path: &str, question: &str| {
        let answer = bus.call_sync(
            Some(name),
            path,
            name,
            question,
            None,
            None,
            // What does not run is not started for this.
            DBusCallFlags::NO_AUTO_START,
            PATIENCE,
            None::<&Cancellable>,
        );
        Some(answer.ok()?.child_value(0))
    };
    let session = bus_get_sync(BusType::Session, None::<&Cancellable>).ok()?;
    let address = ask(&session, "org.a11y.Bus", "/org/a11y/bus", "GetAddress")?;
    let register = DBusConnection::for_address_sync(
        &address.get::<String>()?,
        DBusConnectionFlags::AUTHENTICATION_CLIENT | DBusConnectionFlags::MESSAGE_BUS_CONNECTION,
        None,
        None::<&Cancellable>,
    );
    let listening = ask(
        &register.ok()?,
        "org.a11y.atspi.Registry",
        "/org/a11y/atspi/registry",
        "GetRegisteredEvents",
    )?;
    Some(listening.n_children())
}

/// Says something, after what is being said. Saying the same again is heard again.
#[cfg(target_os = "linux")]
pub fn say(app: &AppHandle, text: String) {
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// How often something was said.
    static COUNT: AtomicUsize = AtomicUsize::new(0);

    /// The longest that is said at once, in characters: some paragraphs.
    const MOST: usize = 2_000;

    // The same name as the last one is not read out: white space tells them apart.
    let white = " ".repeat(COUNT.fetch_add(1, Ordering::Relaxed) % 4);
    let text: String = text.chars().take(MOST).collect();
    name_window(app, format!("{text}{white}"));
}

/// The web views of other systems say it themselves.
#[cfg(not(target_os = "linux"))]
pub fn say(_: &AppHandle, _: String) {}

/// The window is called by its title again, for who comes back to it.
#[cfg(target_os = "linux")]
pub fn call_by_title(app: &AppHandle) {
    let title = app.get_webview_window(window::MAIN);
    if let Some(title) = title.and_then(|window| window.title().ok()) {
        name_window(app, title);
    }
}

/// The windows of other systems are called by their title.
#[cfg(not(target_os = "linux"))]
pub fn call_by_title(_: &AppHandle) {}

/// Gives the window another name for assistive technology.
#[cfg(target_os = "linux")]
fn name_window(app: &AppHandle, name: String) {
    use gtk::atk::prelude::AtkObjectExt;
    use gtk::prelude::WidgetExt;

    let Some(window) = app.get_webview_window(window::MAIN) else {
        return;
    };
    let named = window.with_webview(move |webview| {
        let window = webview.inner().toplevel();
        if let Some(object) = window.and_then(|window| window.accessible()) {
            object.set_name(&name);
        }
    });
    if let Err(error) = named {
        eprintln!("beslisnota: nothing is said: {error}");
    }
}
