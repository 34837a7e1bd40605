//! The commands of the border, served from a real desk. Those that are about
//! the desktop (dialogs, other programs) have no answer here.

use nota_editor::view::{
    Applied, Bericht, Bron, Comparison, Differences, DraftView, Explanation, FormatId, FormatView,
    Glance, HostError, ImportChoice, ImportView, KeptText, MailWay, MetadataKind, OtherText,
    PagePoint, PasteView, Publication, Readability, RecentFile, Report, SaveState, Settings,
    Settlement, Snapshot, SuggestionView, TemplateList, Version, VersionView, WordLists,
};
use nota_export::Format;
use nota_herstel::{Why, failure};
use nota_model::{Change, Place};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::world::{World, moment};

type Answer<T> = Result<T, HostError>;
type Picture = Vec<u8>;

macro_rules! serve {
    ($($(#[doc = $doc:literal])+ fn $name:ident($($argument:ident: $type:ty),*) -> $answer:ty;)*) => {
        /// What a command answers that the world has no method for.
        #[allow(dead_code, reason = "the world has its own for most")]
        trait Elsewhere {
            $(fn $name(&self, $($argument: $type),*) -> Answer<$answer> {
                $(let _ = &$argument;)*
                Err(HostError::new("elsewhere", stringify!($name)))
            })*
        }
        impl Elsewhere for World {}

        impl World {
            /// Asks a command by its name.
            pub fn dispatch(
                &self,
                name: &str,
                arguments: Vec<Value>,
            ) -> Result<Answer<Value>, String> {
                let mut arguments = arguments.into_iter();
                match name {
                    $(stringify!($name) => {
                        $(let $argument: $type = read(arguments.next())?;)*
                        let answer = self.$name($($argument),*);
                        Ok(answer.map(|answer| serde_json::to_value(answer).expect("JSON")))
                    })*
                    _ => Err(format!("there is no command {name}")),
                }
            }
        }
    };
}
nota_editor::commands!(serve);

fn read<T: DeserializeOwned>(argument: Option<Value>) -> Result<T, String> {
    serde_json::from_value(argument.unwrap_or_default()).map_err(|error| error.to_string())
}

/// Starting, settings and help.
impl World {
    fn version(&self) -> Answer<String> {
        Ok("0.1.0".to_owned())
    }

    fn templates(&self) -> Answer<TemplateList> {
        Ok(self.desk.templates())
    }

    fn recent(&self) -> Answer<Vec<RecentFile>> {
        Ok(Vec::new())
    }

    fn start_file(&self) -> Answer<Option<String>> {
        Ok(None)
    }

    fn settings(&self) -> Answer<Settings> {
        Ok(Settings::default())
    }

    fn set_settings(&self, _: Settings) -> Answer<()> {
        Ok(())
    }

    fn explain(&self, code: String) -> Answer<Explanation> {
        nota_editor::explain(&code)
    }

    fn formats(&self) -> Answer<Vec<FormatView>> {
        Ok(nota_editor::formats())
    }
}

/// The open nota.
impl World {
    fn new_nota(&self, template: String) -> Answer<Snapshot> {
        self.desk.start_nota(&template, &Settings::default())
    }

    fn open_path(&self, path: String) -> Answer<Snapshot> {
        self.desk.open_file(&path)
    }

    fn is_foreign(&self, path: String) -> Answer<bool> {
        Ok(self.desk.is_foreign(&path, &self.bytes(&path)?))
    }

    fn snapshot(&self) -> Answer<Option<Snapshot>> {
        Ok(self.desk.snapshot())
    }

    fn apply(&self, change: Change, group: Option<String>) -> Answer<Applied> {
        self.desk.apply(&change, group.as_deref())
    }

    fn undo(&self) -> Answer<Applied> {
        self.desk.undo()
    }

    fn redo(&self) -> Answer<Applied> {
        self.desk.redo()
    }

    fn read_paste(&self, html: Option<String>, text: String) -> Answer<PasteView> {
        nota_editor::read_paste(html.as_deref(), &text)
    }

    fn word_suggestions(&self, word: String) -> Answer<Vec<String>> {
        self.desk.word_suggestions(&word)
    }

    fn replace_everywhere(&self, word: String, by: String) -> Answer<Applied> {
        self.desk.replace_everywhere(&word, &by)
    }

    fn readability(&self) -> Answer<Readability> {
        self.desk.readability()
    }

    fn ignore_word(&self, word: String) -> Answer<Applied> {
        self.desk.ignore_word(&word)
    }

    fn add_word(&self, _: String) -> Answer<()> {
        Ok(())
    }

    fn word_lists(&self) -> Answer<WordLists> {
        Ok(WordLists {
            eigen: vec!["dronevlieger".to_owned()],
            organisatie: Vec::new(),
            bezwaren: Vec::new(),
        })
    }

    fn place_on_page(&self, place: Place) -> Answer<Option<PagePoint>> {
        Ok(self.desk.place_on_page(&place))
    }

    fn click_on_page(&self, page: usize, x: f64, y: f64) -> Answer<Option<Place>> {
        Ok(self.desk.click_on_page(page, x, y))
    }

    fn save(&self) -> Answer<SaveState> {
        let path = self.desk.path();
        self.desk
            .save_to(path.as_deref().unwrap_or("nieuw.nota.md"))
    }

    fn close(&self) -> Answer<()> {
        self.desk.close();
        Ok(())
    }

    fn close_window(&self) -> Answer<()> {
        self.close()
    }
}

/// The public version, and what goes out.
impl World {
    fn show_version(&self, version: Version) -> Answer<()> {
        self.desk.show_version(version);
        Ok(())
    }

    fn suggestions(&self) -> Answer<Vec<SuggestionView>> {
        self.desk.suggestions()
    }

    fn compare(&self) -> Answer<Comparison> {
        let mut comparison = self.desk.compare()?;
        if !comparison.bezwaren.is_empty() {
            comparison.ouder = self.older(Format::public());
        }
        Ok(comparison)
    }

    fn export_public(
        &self,
        FormatId(format): FormatId,
        _: Report,
        metadata: Vec<MetadataKind>,
    ) -> Answer<Publication> {
        self.hand_over_with(format, Version::Openbaar, &metadata)
    }

    fn export_to(
        &self,
        FormatId(format): FormatId,
        metadata: Vec<MetadataKind>,
        _: Bron,
    ) -> Answer<Publication> {
        self.hand_over_with(format, Version::Intern, &metadata)
    }

    fn print(&self, version: Version) -> Answer<Publication> {
        self.hand_over(Format::PDF, version)
    }

    fn message(&self, version: Version) -> Answer<Bericht> {
        self.desk.message(version)
    }

    fn mail(&self, _: MailWay, version: Version) -> Answer<Publication> {
        self.hand_over(Format::EML, version)
    }
}

/// What comes back.
impl World {
    fn drafts(&self) -> Answer<Vec<DraftView>> {
        let stock = self.desk.stock();
        let drafts = self.herstel.drafts(stock.registry());
        let drafts = drafts.map_err(|error| failure(&error))?.into_iter();
        let stopped = drafts.filter(|draft| draft.why == Why::Stopped);
        Ok(stopped.map(|draft| draft.view(moment)).collect())
    }

    fn kept(&self) -> Answer<Vec<DraftView>> {
        let stock = self.desk.stock();
        let left = self.herstel.left(stock.registry()).into_iter();
        Ok(left.map(|kept| kept.view(moment)).collect())
    }

    fn compare_draft(&self, kept: KeptText) -> Answer<Differences> {
        let stock = self.desk.stock();
        let compared = self.herstel.compare(&kept, stock.registry());
        compared.map_err(|error| failure(&error))
    }

    fn recover_draft(&self, kept: KeptText) -> Answer<Snapshot> {
        let snapshot = self.herstel.recover(kept.clone(), &self.desk)?;
        self.until_gone(&kept);
        Ok(snapshot)
    }

    fn forget_draft(&self, kept: KeptText) -> Answer<()> {
        self.herstel.forget(&kept).map_err(|error| failure(&error))
    }

    fn versions(&self) -> Answer<Vec<VersionView>> {
        let stock = self.desk.stock();
        let versions = self.herstel.versions(stock.registry()).into_iter();
        Ok(versions.map(|version| version.view(moment)).collect())
    }

    fn compare_text(&self, other: OtherText) -> Answer<Differences> {
        self.herstel.compare_open(&other, &self.desk)
    }

    fn restore_text(&self, other: OtherText, part: Option<usize>) -> Answer<Applied> {
        self.herstel.restore(&other, part, &self.desk)
    }

    fn settle_conflict(&self, how: Settlement) -> Answer<Option<Snapshot>> {
        self.herstel.settle(how, &self.desk)
    }

    fn forget_all(&self) -> Answer<()> {
        let forgotten = self.herstel.forget_all(self.desk.text());
        forgotten.map_err(|error| failure(&error))
    }
}
