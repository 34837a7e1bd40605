//! The world for the desk: events to the window, files by `nota-store`, the
//! clock of the system.

use std::path::Path;
use std::sync::Arc;

use chrono::{Local, NaiveDate};
use nota_editor::view::HostError;
use nota_editor::{Event, Host, Keep};
use nota_store::{ErrorCode, StoreError, Vault};
use tauri::{AppHandle, Emitter};

use crate::keeping;

/// The world of the desktop application.
pub struct WindowHost {
    app: AppHandle,
    vault: Arc<Vault>,
}

impl WindowHost {
    /// The world around this application.
    pub fn new(app: AppHandle, vault: Arc<Vault>) -> Self {
        Self { app, vault }
    }
}

impl Host for WindowHost {
    fn tell(&self, event: Event) {
        let name = event.name();
        #[cfg(debug_assertions)]
        let mishap = crate::mishap::ordered(&event);
        let sent = match event {
            Event::Problems(payload) => self.app.emit(name, payload),
            Event::Pages(payload) => self.app.emit(name, payload),
            Event::Saved(payload) => self.app.emit(name, payload),
            Event::Snapshot(payload) => self.app.emit(name, payload),
            Event::Progress(payload) => self.app.emit(name, payload),
            Event::EngineStopped(payload) => self.app.emit(name, payload),
        };
        if let Err(error) = sent {
            self.log(&format!("event {name}: {error}"));
        }
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
        let saved = self.vault.save(Path::new(path), bytes);
        saved.map_err(|error| failure(&error))
    }

    fn keep(&self, kept: Keep) {
        keeping::keep(&self.app, &self.vault, kept);
    }

    fn is_version_due(&self) -> bool {
        keeping::is_version_due(&self.vault)
    }

    fn log(&self, cause: &str) {
        eprintln!("beslisnota: {cause}");
    }
}

/// A failure of the disk as the window acts on it.
pub fn failure(error: &StoreError) -> HostError {
    let code = match error.code() {
        ErrorCode::NotFound => "not-found",
        ErrorCode::DiskFull => "disk-full",
        ErrorCode::NoPermission | ErrorCode::ReadOnly => "no-permission",
        ErrorCode::NotText | ErrorCode::TooLarge | ErrorCode::NotRegular => "not-a-nota",
        ErrorCode::Changed => "changed",
        _ => "disk",
    };
    HostError::new(code, error.to_string())
}
