//! The border to the window: all that the window can ask and all that it is
//! told, each once. From this page come the handlers of the shell, the rights
//! in `src-tauri/permissions/window.toml`, and the TypeScript in
//! `ui/src/wire/border.ts` (feature `wire`).
//!
//! What crosses is written as Rust writes it: names of commands, arguments and
//! fields with underscores, and what can be chosen in kebab-case.

use serde::Serialize;

use crate::view::{
    Dragging, LanguageView, OpenRequest, PagesView, Problems, Progress, Snapshot, Stopped,
};

/// Hands all commands to the macro `$with`, which makes of each what its place
/// needs. A command is a line here and a method of the same name in
/// `src-tauri/src/commands`; each can refuse with a `HostError`. The names of
/// the types are those of [`crate::view`] and of `nota-model`, and `Picture` is
/// what the place has for bytes.
#[macro_export]
macro_rules! commands {
    ($with:ident) => {
        $with! {
            // Starting.

            /// The version of the program.
            fn version() -> String;
            /// The templates, that of the settings first.
            fn templates() -> TemplateList;
            /// Files that were open before, the last one first.
            fn recent() -> Vec<RecentFile>;
            /// Takes a file from the list of recent ones.
            fn forget_recent(path: String) -> Vec<RecentFile>;
            /// What the file of a recent nota says, without opening it.
            fn glance(path: String) -> Glance;
            /// The first page of a recent nota, so many pixels wide, as PNG.
            fn first_page(path: String, width: u32) -> Picture;
            /// Opens another window beside this one, with a file in it or at the
            /// start; each window has a nota of its own.
            fn new_window(path: Option<String>) -> ();
            /// Whether a screen reader or another aid listens to the window.
            fn reads_aloud() -> bool;
            /// Has what listens to the window say something that the web view does
            /// not tell it of; whether anything listens.
            fn say_aloud(text: String) -> bool;
            /// The file that the program was started with; asked for once.
            fn start_file() -> Option<String>;
            /// A new nota.
            fn new_nota(template: String) -> Snapshot;
            /// A new nota with the template, the sender and the route of a file.
            fn new_from(path: String) -> Snapshot;
            /// Asks for a file to open or to import.
            fn choose_file() -> String;
            /// Opens a file.
            fn open_path(path: String) -> Snapshot;
            /// The open nota, none at the start.
            fn snapshot() -> Option<Snapshot>;

            // In.

            /// Whether a file is to be imported, and no nota to be opened.
            fn is_foreign(path: String) -> bool;
            /// Reads a file of elsewhere; it waits until the drafter has looked
            /// at what was found in it. The file itself stays as it is.
            fn import_path(path: String) -> ImportView;
            /// Lays it out by a template, with what the drafter chose.
            fn import_again(sjabloon: String, keuzes: Vec<ImportChoice>) -> ImportView;
            /// Makes a new nota of it, in no file yet.
            fn import_as_new() -> Snapshot;
            /// Puts parts of it, by their places, in the open nota; one step of
            /// undo.
            fn import_into(delen: Vec<usize>) -> Applied;
            /// Lays it away.
            fn stop_import() -> ();

            // Editing.

            /// Carries out a change. Changes with the same `group` one after
            /// another are one step of undo; without a group a change is a step
            /// of its own.
            fn apply(change: Change, group: Option<String>) -> Applied;
            /// Takes the last step back.
            fn undo() -> Applied;
            /// Does the last step that was taken back again.
            fn redo() -> Applied;
            /// Pastes what is on the clipboard where the caret is; refused with the
            /// code `elsewhere` on systems where the window does that itself.
            fn paste() -> ();
            /// Pastes the text of what is on the clipboard, without its form; as
            /// `paste` does.
            fn paste_text() -> ();
            /// Reads what was copied elsewhere, its HTML or else its text, for a
            /// text that it is put in.
            fn read_paste(html: Option<String>, text: String) -> PasteView;

            // Language.

            /// What was probably meant by a word, the most likely first; within
            /// half a second.
            fn word_suggestions(word: String) -> Vec<String>;
            /// Puts another word wherever a word stands; one step of undo.
            fn replace_everywhere(word: String, by: String) -> Applied;
            /// Has a word be right in this nota; one step of undo.
            fn ignore_word(word: String) -> Applied;
            /// Has a word be right in all notas of this drafter.
            fn add_word(word: String) -> ();
            /// Takes a word from the drafter's own list.
            fn remove_word(word: String) -> ();
            /// How hard the open nota is to read, and what moves that.
            fn readability() -> Readability;
            /// The lists of words that are right.
            fn word_lists() -> WordLists;

            // Pages.

            /// The picture of a page, so many pixels wide, by the index and hash
            /// of a `PageView`; refused with the code `stale` when that page is
            /// no more.
            fn page_picture(index: usize, hash: String, width: u32) -> Picture;
            /// Where a place stands on the pages.
            fn place_on_page(place: Place) -> Option<PagePoint>;
            /// What stands at a point of a page, in points from its top left
            /// corner.
            fn click_on_page(page: usize, x: f64, y: f64) -> Option<Place>;

            // Saving.

            /// Saves; asks for a name when there is none.
            fn save() -> SaveState;
            /// Asks for a name and saves under it.
            fn save_as() -> SaveState;
            /// Closes the nota without saving.
            fn close() -> ();
            /// Closes the window without asking.
            fn close_window() -> ();

            // The public version.

            /// Shows the pages of a version from now on; `pages` tells of them.
            fn show_version(version: Version) -> ();
            /// What might have to be withheld.
            fn suggestions() -> Vec<SuggestionView>;
            /// Both versions, as they would go out now; their pages are fetched
            /// by `page_picture` until the next comparison.
            fn compare() -> Comparison;
            /// Makes the public version and searches it for all that is
            /// withheld, with the metadata that goes along; asks for a name only
            /// when it is proven, and says else what bars it.
            fn export_public(format: FormatId, report: Report, metadata: Vec<MetadataKind>) -> Publication;

            // What comes back.

            /// Drafts that were not saved when the program stopped, the last one
            /// first.
            fn drafts() -> Vec<DraftView>;
            /// What else is kept and in no file: closed without saving, its file
            /// gone, or not saved because that failed.
            fn kept() -> Vec<DraftView>;
            /// What a text that is kept has that its file has not.
            fn compare_draft(kept: KeptText) -> Differences;
            /// Opens a text that is kept; its file stays as it is until one
            /// saves.
            fn recover_draft(kept: KeptText) -> Snapshot;
            /// Throws a text that is kept away.
            fn forget_draft(kept: KeptText) -> ();
            /// The versions of the open nota, the newest first.
            fn versions() -> Vec<VersionView>;
            /// What came and went in the open nota since another text.
            fn compare_text(other: OtherText) -> Differences;
            /// Brings one part of another text back (its place in the
            /// differences), or all of it; one step of undo.
            fn restore_text(other: OtherText, part: Option<usize>) -> Applied;
            /// Chooses between the nota here and what another wrote in its file.
            fn settle_conflict(how: Settlement) -> Option<Snapshot>;
            /// Takes away all drafts, versions and rescue copies.
            fn forget_all() -> ();

            // Out.

            /// The formats to export to, the usual one first.
            fn formats() -> Vec<FormatView>;
            /// Asks for a name and exports the internal version, with the
            /// metadata that goes along; without a name when that lacks
            /// something, which is then said.
            fn export_to(format: FormatId, metadata: Vec<MetadataKind>, bron: Bron) -> Publication;
            /// Asks for notas and for a name, and makes one PDF of them in a
            /// version; what bars a public one is said, with the nota.
            fn make_bundle(version: Version) -> Publication;
            /// Ends the operation that `progress` tells of.
            fn cancel() -> ();
            /// Opens a file that was exported in its own program.
            fn open_exported(path: String) -> ();
            /// Shows a file that was exported in its folder.
            fn show_folder(path: String) -> ();
            /// Prints our own PDF of a version through the system. A public one
            /// goes out only when it is proven; else it is said what bars it.
            fn print(version: Version) -> Publication;
            /// A draft e-mail with the PDF of a version; a public one as for
            /// `print`.
            fn mail(how: MailWay, version: Version) -> Publication;
            /// What goes with the PDF of a version, for who writes the message
            /// himself.
            fn message(version: Version) -> Bericht;
            /// Opens an address of the nota (http, https, mailto), asked for by
            /// the user.
            fn open_link(href: String) -> ();

            // Settings and help.

            /// The settings.
            fn settings() -> Settings;
            /// Keeps other settings.
            fn set_settings(settings: Settings) -> ();
            /// Asks for a folder; none when the user changed their mind.
            fn choose_folder() -> Option<String>;
            /// The page of a rule.
            fn explain(code: String) -> Explanation;
        }
    };
}

/// Makes the type of what is told, and the list of it for the window.
macro_rules! events {
    ($($(#[doc = $doc:literal])+ $name:literal => $variant:ident($payload:ty),)*) => {
        /// What the window is told of the engine's own accord. It crosses as
        /// its payload, under its name.
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[serde(untagged)]
        pub enum Event {
            $($(#[doc = $doc])+ $variant($payload),)*
        }

        impl Event {
            /// The name that the window listens to.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $name,)*
                }
            }
        }

        /// Name, words and TypeScript of each event.
        #[cfg(feature = "wire")]
        pub(crate) fn events(config: &ts_rs::Config) -> Vec<(&'static str, &'static [&'static str], String)> {
            vec![$(($name, &[$($doc),+], <$payload as ts_rs::TS>::name(config))),*]
        }
    };
}

events! {
    /// A revision was checked.
    "problems" => Problems(Problems),
    /// The pages of a revision were set.
    "pages" => Pages(PagesView),
    /// The language of a revision was looked at.
    "language" => Language(LanguageView),
    /// The open nota is another one than the window shows, or its banner is.
    "snapshot" => Snapshot(Box<Snapshot>),
    /// There are other templates, or one became another.
    "templates" => Templates(()),
    /// How far an operation is.
    "progress" => Progress(Progress),
    /// A background thread stopped; the text is safe.
    "engine-stopped" => EngineStopped(Stopped),
    /// A file was handed to the program: dropped, second start.
    "open-request" => OpenRequest(OpenRequest),
    /// Files are dragged over the window, or no longer.
    "dragging" => Dragging(Dragging),
    /// The user closes the window; the window asks and then calls
    /// `close_window`.
    "close-request" => CloseRequest(()),
}
