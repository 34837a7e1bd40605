//! The world for the desk: events to the window, files by `nota-store`, the
//! clock of the system.

use std::path::Path;
use std::sync::Arc;

use chrono::{Local, NaiveDate};
use nota_editor::view::HostError;
use nota_editor::{Event, Host, Keep};
use nota_herstel::{Herstel, failure};
use tauri::AppHandle;

use crate::window;

/// The world of the desktop application.
pub struct WindowHost {
    app: AppHandle,
    herstel: Arc<Herstel>,
}

impl WindowHost {
    /// The world around this application.
    pub fn new(app: AppHandle, herstel: Arc<Herstel>) -> Self {
        Self { app, herstel }
    }
}

impl Host for WindowHost {
    fn tell(&self, event: Event) {
        #[cfg(debug_assertions)]
        let mishap = crate::mishap::ordered(&event);
        window::tell(&self.app, &event);
        #[cfg(debug_assertions)]
        if let Some(mishap) = mishap {
            mishap.strike();
        }
    }

    fn today(&self) -> NaiveDate {
        Local::now().date_naive()
    }

    fn time(&self) -> String {
        Local::now().format("%H:%M").to_string()
    }

    fn read(&self, path: &str) -> Result<String, HostError> {
        nota_store::read(Path::new(path))
            .map(|file| file.text)
            .map_err(|error| failure(&error))
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), HostError> {
        self.herstel.save(path, bytes)
    }

    fn keep(&self, kept: Keep) {
        self.herstel.keep(kept);
    }

    fn is_version_due(&self) -> bool {
        self.herstel.is_version_due()
    }

    fn log(&self, cause: &str) {
        eprintln!("beslisnota: {cause}");
    }
}
