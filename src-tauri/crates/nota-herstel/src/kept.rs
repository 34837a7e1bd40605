//! A text that is kept and in no file: why, and how it is offered.

use nota_editor::Session;
use nota_editor::view::{DraftView, KeptText};
use nota_store::Orphan;
use nota_template::Registry;

use crate::{Herstel, Moment};

/// Why a text is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A program has it open now.
    Open,
    /// It was not saved when the program stopped.
    Stopped,
    /// The user closed it without saving.
    Closed,
    /// Its file is gone.
    FileGone,
    /// It never had a file.
    NeverSaved,
    /// It could not be saved.
    NotSaved,
}

impl Why {
    /// In words for a list.
    pub fn words(self) -> &'static str {
        match self {
            Why::Open => "nu open",
            Why::Stopped => "niet opgeslagen",
            Why::Closed => "gesloten zonder opslaan",
            Why::FileGone => "bestand niet gevonden",
            Why::NeverSaved => "nooit opgeslagen",
            Why::NotSaved => "kon niet worden opgeslagen",
        }
    }
}

/// A text that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which text.
    pub text: KeptText,
    /// What the nota is called.
    pub title: String,
    /// Its file, for reading; none for a nota that has none yet.
    pub path: Option<String>,
    /// When it was begun or kept, in milliseconds since 1970; none when that
    /// is not known.
    pub time: Option<u64>,
    /// Why it is kept.
    pub why: Why,
    /// Whether a part of it could not be read.
    pub damaged: bool,
}

impl Kept {
    /// As the window offers it. That a draft was not saved when the program
    /// stopped stands above its list already.
    pub fn view(self, moment: Moment) -> DraftView {
        DraftView {
            tekst: self.text,
            titel: self.title,
            bestand: self.path,
            moment: self.time.map_or_else(String::new, moment),
            reden: match self.why {
                Why::Stopped => String::new(),
                why => why.words().to_owned(),
            },
            beschadigd: self.damaged,
        }
    }
}

/// What a text is called that is not open.
pub(crate) fn title(text: &str, path: Option<&str>, registry: &Registry) -> String {
    Session::open(0, text, registry, path.map(str::to_owned)).title()
}

impl Herstel {
    /// All that is kept and in no file, except what was not saved when a
    /// program stopped: drafts that were closed without saving, notas whose
    /// file is gone, and copies of what could not be saved. Looks at many
    /// files, which can take a while.
    pub fn left(&self, registry: &Registry) -> Vec<Kept> {
        let drafts = self.vault.journals().drafts().unwrap_or_default();
        let heads = drafts.iter().filter_map(|draft| draft.head.as_ref());
        // What has a draft is offered as that.
        let known: Vec<&str> = heads.map(|head| head.document.as_str()).collect();
        let unsaved = drafts.iter().filter_map(|own| self.unsaved(own, registry));
        let mut kept: Vec<Kept> = unsaved.filter(|own| own.why == Why::Closed).collect();
        let orphans = self.vault.orphans().into_iter();
        kept.extend(
            orphans
                .filter(|orphan| !known.contains(&orphan.document.as_str()))
                .filter_map(|orphan| self.of_orphan(orphan, registry)),
        );
        let copies = self.vault.rescued().into_iter();
        kept.extend(copies.filter_map(|name| self.of_copy(name, registry)));
        kept
    }

    /// None when its text cannot be read any more.
    fn of_orphan(&self, Orphan { document, newest }: Orphan, registry: &Registry) -> Option<Kept> {
        let text = self.vault.orphan(&document).ok()?;
        let path = newest.head.path.as_deref().map(nota_store::shown);
        Some(Kept {
            text: KeptText::Versie { document },
            title: title(&text, path.as_deref(), registry),
            why: match path {
                Some(_) => Why::FileGone,
                None => Why::NeverSaved,
            },
            path,
            time: Some(newest.head.time),
            damaged: newest.damaged,
        })
    }

    /// None for what is no text.
    fn of_copy(&self, naam: String, registry: &Registry) -> Option<Kept> {
        let text = self.vault.rescued_text(&naam).ok()?;
        Some(Kept {
            title: title(&text, Some(&naam), registry),
            path: Some(naam.clone()),
            text: KeptText::Noodkopie { naam },
            time: None,
            why: Why::NotSaved,
            damaged: false,
        })
    }
}
