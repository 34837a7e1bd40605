//! What crosses to the window: plain values, made from the session for the
//! window to draw, without behaviour. The keys that a civil servant would point
//! at are Dutch, as in the template. The TypeScript types in `ui/src/wire` are
//! made from these (feature `wire`), so a field is described here, once.

mod import;
mod language;
mod nota;
mod openbaar;
mod out;
mod pages;
mod versions;
mod window;
#[cfg(feature = "wire")]
pub mod wire;

pub use import::{
    ImportCertainty, ImportChoice, ImportKind, ImportPart, ImportPiece, ImportPlace, ImportView,
    PasteView,
};
pub use language::{
    LanguageSwitches, LanguageView, Phrase, Readability, ReadabilityBand, ReadabilitySpot,
    TaalMelding, TaalSoort, WordLists,
};
pub use nota::{
    Applied, Banner, BannerAction, BannerChoice, FieldSort, FieldView, NoteView, SaveState,
    SaveStatus, SectionStatus, SectionView, Snapshot, Tone,
};
pub use nota_metadata::{Metagegevens, Soort as MetadataKind, Waardering, WooCategorie};
pub use openbaar::{
    Barrier, Comparison, Publication, Report, SuggestionSpot, SuggestionView, Version,
    WithheldGroup, WithheldView,
};
pub use out::{
    Bron, Explanation, Exported, FormatId, FormatView, HostError, MailWay, Progress, Stopped,
};
pub use pages::{PagePoint, PageView, PagesView, Problems};
pub use versions::{
    Differences, DraftView, KeptText, OtherText, PartDifference, PartState, PieceState, Settlement,
    TextPiece, VersionView,
};
pub use window::{
    Contact, Dragging, FaultyTemplate, Glance, NotaState, OpenRequest, Panes, RecentFile, Settings,
    TemplateChoice, TemplateList, Theme,
};
