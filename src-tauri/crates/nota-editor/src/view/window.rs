//! What the window shows and keeps apart from a nota.

use nota_metadata::Metagegevens;
use serde::{Deserialize, Serialize};

use super::{LanguageSwitches, Phrase};

/// A template to start a nota from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct TemplateChoice {
    /// The id: `jenv/beslisnota`.
    pub id: String,
    /// Its name: "Beslisnota".
    pub naam: String,
    /// The ministry in words.
    pub ministerie: String,
    /// One sentence on when to use it.
    pub omschrijving: String,
    /// Other names to find it under, such as what the ministry was called before.
    pub voorheen: Vec<String>,
}

/// The templates to start from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct TemplateList {
    /// The templates, by name.
    pub sjablonen: Vec<TemplateChoice>,
    /// What is wrong with templates of folders; mostly nothing. They take part
    /// as far as they can be read.
    pub fouten: Vec<FaultyTemplate>,
}

/// A file or folder of templates that is not in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct FaultyTemplate {
    /// The file or folder, for reading.
    pub bestand: String,
    /// What is wrong and what to do, in Dutch; never empty.
    pub meldingen: Vec<String>,
}

/// A nota that was open before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct RecentFile {
    /// The file.
    pub path: String,
    /// Its name, without folder.
    pub naam: String,
    /// The folder, shortened for reading.
    pub map: String,
    /// When it was last open, for reading: "vandaag, 14:03", "3 maart".
    pub geopend: String,
}

/// How far a nota is, as its file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum NotaState {
    /// Something has still to be done.
    Concept,
    /// Nothing is wrong with it, and it is not decided on.
    Klaar,
    /// What was decided is filled in.
    Besloten,
}

/// What the file of a nota says that is not open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Glance {
    /// Its subject; the name of the file where there is none.
    pub titel: String,
    /// The ministry in words.
    pub ministerie: String,
    /// The template by name.
    pub sjabloon: String,
    /// To whom it goes, one after the other; empty when that is not filled in.
    pub aan: String,
    /// Its number in the archive; empty without.
    pub kenmerk: String,
    /// How far it is.
    pub staat: NotaState,
    /// In how many fields and sections something is wrong.
    pub te_doen: usize,
    /// Its text, as far as one looks in it for words.
    pub tekst: String,
}

/// The event `open-request`: a file was handed to the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct OpenRequest {
    /// The file.
    pub path: String,
}

/// The event `dragging`: a file hangs above the window, or does no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Dragging {
    /// Whether it does.
    pub over: bool,
}

/// What the user chose once. A file that misses a part gives that part's
/// default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(default)]
pub struct Settings {
    /// The template that a new nota starts from; empty asks each time.
    pub sjabloon: String,
    /// The template of the last new nota; empty while there was none.
    pub laatste_sjabloon: String,
    /// The ministry that a new nota starts with, in a template of another one
    /// or of none.
    pub ministerie: String,
    /// The directie that a new nota starts with.
    pub directie: String,
    /// Who drafts.
    pub contact: Contact,
    /// The folder with the organisation's fonts, logo and templates; empty for
    /// that of the platform.
    pub huisstijl_map: String,
    /// A folder with templates beside those of the program and of the house
    /// style; empty for none.
    pub sjablonen_map: String,
    /// What the organisation chose for the metadata of archive and publication.
    pub metagegevens: Metagegevens,
    /// The colours of the window.
    pub thema: Theme,
    /// The size of text in the window, in percent: 80 to 400.
    pub tekstgrootte: u32,
    /// Whether quotation marks and dashes are set right while typing, and a few
    /// words that are always wrong.
    pub slimme_tekens: bool,
    /// Which language checks are on.
    pub taal: LanguageSwitches,
    /// The drafter's own sentences to insert.
    pub zinnen: Vec<Phrase>,
    /// How the window is divided.
    pub panelen: Panes,
    /// What was wrong with the file of settings, in Dutch, for the window to
    /// say once; none when the window sends settings.
    pub melding: Option<String>,
}

/// Who drafts, for the contact fields of a new nota.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(default)]
pub struct Contact {
    /// The name.
    pub naam: String,
    /// The telephone number, as written.
    pub telefoon: String,
    /// The e-mail address.
    pub email: String,
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system.
    #[default]
    Systeem,
    /// Dark on light.
    Licht,
    /// Light on dark.
    Donker,
    /// As much contrast as can be.
    HoogContrast,
}

/// How the window is divided.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(default)]
pub struct Panes {
    /// The width of the list of sections, in CSS pixels.
    pub lijst: u32,
    /// The width of the pages, in CSS pixels.
    pub paginas: u32,
    /// The height of the list of problems, in CSS pixels.
    pub problemen: u32,
    /// Whether the list is shown.
    pub lijst_open: bool,
    /// Whether the pages are shown.
    pub paginas_open: bool,
    /// Whether the list of problems is shown.
    pub problemen_open: bool,
    /// The zoom of the pages in percent; 0 fits the width, -1 the whole page.
    pub zoom: i32,
}

impl Default for Panes {
    fn default() -> Self {
        Self {
            lijst: 248,
            paginas: 452,
            problemen: 196,
            lijst_open: true,
            paginas_open: true,
            problemen_open: false,
            zoom: 0,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            sjabloon: String::new(),
            laatste_sjabloon: String::new(),
            ministerie: String::new(),
            directie: String::new(),
            contact: Contact::default(),
            huisstijl_map: String::new(),
            sjablonen_map: String::new(),
            metagegevens: Metagegevens::default(),
            thema: Theme::default(),
            tekstgrootte: 100,
            slimme_tekens: true,
            taal: LanguageSwitches::default(),
            zinnen: Vec::new(),
            panelen: Panes::default(),
            melding: None,
        }
    }
}
