//! How the web view draws its content.

use tauri::{AppHandle, Manager};

use crate::window;

/// Has WebKitGTK draw without the graphics card. A form with pages moves
/// nothing by itself, so that a card only costs: a copy of all layers in its
/// memory (some 100 MB where the card is imitated, as on virtual desktops),
/// twice the time from a key to the screen, and an empty window with drivers
/// that WebKitGTK does not get on with. Other systems' web views do not ask.
#[cfg(target_os = "linux")]
pub fn without_graphics_card(app: &AppHandle) {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

    let Some(window) = app.get_webview_window(window::MAIN) else {
        return;
    };
    let set = window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    });
    if let Err(error) = set {
        eprintln!("drawing stays as the system has it: {error}");
    }
}

/// Has the web view draw as the system does.
#[cfg(not(target_os = "linux"))]
pub fn without_graphics_card(_: &AppHandle) {}
