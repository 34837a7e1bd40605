//! What the window can ask, served: for each command of
//! [`nota_editor::commands`] a method of the same name. Each is thin: the work
//! is in `nota-editor` and `nota-herstel`.

mod bundle;
mod edit;
mod files;
mod herstel;
mod import;
mod language;
mod metadata;
mod openbaar;
mod out;
mod outgoing;
mod start;
mod versions;

use nota_editor::Desk;
use nota_editor::view::{
    Applied, Bericht, Bron, Comparison, Differences, DraftView, Explanation, FormatId, FormatView,
    Glance, HostError, ImportChoice, ImportView, KeptText, MailWay, MetadataKind, OtherText,
    PagePoint, PasteView, Publication, Readability, RecentFile, Report, SaveState, Settings,
    Settlement, Snapshot, SuggestionView, TemplateList, Version, VersionView, WordLists,
};
use nota_model::{Change, Place};
use tauri::ipc::{Invoke, Response as Picture};
use tauri::{AppHandle, Manager, Wry};

use crate::host::WindowHost;
use crate::state::Shell;

/// The answer to a command.
type Answer<T> = Result<T, HostError>;

/// A command that came in, with the application that it came to.
struct Asked {
    app: AppHandle,
}

impl Asked {
    fn shell(&self) -> &Shell {
        self.app.state::<Shell>().inner()
    }

    fn desk(&self) -> &Desk<WindowHost> {
        &self.shell().desk
    }
}

/// Makes a handler of each command, on a thread beside that of the window.
macro_rules! serve {
    ($($(#[doc = $doc:literal])+ fn $name:ident($($argument:ident: $type:ty),*) -> $answer:ty;)*) => {
        $(
            $(#[doc = $doc])+
            #[tauri::command(async, rename_all = "snake_case")]
            fn $name(app: AppHandle, $($argument: $type),*) -> Answer<$answer> {
                Asked { app }.$name($($argument),*)
            }
        )*

        /// All commands.
        pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }
    };
}
nota_editor::commands!(serve);
