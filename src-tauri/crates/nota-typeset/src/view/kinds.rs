//! The shapes of the data that the layouts get, as JSON. Names are Dutch,
//! because the layouts of ministries are written with them; `VIEW_VERSION`
//! guards their meaning.

use std::collections::BTreeMap;

use nota_template::Measures;
use serde::Serialize;

/// A part of the body: some blocks that follow one another.
pub type Part = Vec<Blok>;

/// A line of a field.
pub type Regel = Vec<Run>;

/// Everything but the body.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Voorblad {
    /// [`crate::VIEW_VERSION`].
    pub versie: u32,
    /// The title for the PDF's metadata, never empty.
    pub titel: String,
    /// The author for the PDF's metadata: an organisation, never a person.
    pub auteur: String,
    /// The date for the PDF's metadata.
    pub datum: Datum,
    /// The families of the text, the first choice first.
    pub lettertypen: Vec<String>,
    /// The family of the word "nota" and the wordmark.
    pub koplettertype: String,
    /// Whether `/huisstijl/logo.svg` takes the place of the ribbon.
    pub logo: bool,
    /// The lines beside the ribbon.
    pub woordmerk: Vec<String>,
    /// The type word: "nota".
    pub documentwoord: String,
    /// The white before the ink of its first letter, in ems: large letters
    /// line up by what is seen.
    pub documentwoord_wit: f64,
    /// The title on the page, never empty.
    pub onderwerp: Regel,
    /// How the template sets it.
    pub opmaak: Opmaak,
    /// The addressees, one a line.
    pub aan: Vec<Regel>,
    /// The rows of label and value in which the addressees stand.
    pub rijen: Vec<Adresrij>,
    /// The action word, where it does not stand in the column.
    pub actie: Vec<Regel>,
    /// On whose behalf the nota goes as well.
    pub mede_namens: Vec<Regel>,
    /// The classification in capitals, when there is one; cut when it is
    /// wider than a line.
    pub rubricering: Option<String>,
    /// The classification in full, when it was cut.
    pub rubricering_voluit: Regel,
    /// The reference column of page 1.
    pub kolom: Vec<ColumnPart>,
    /// The reference column of the following pages.
    pub kolom_volgende: Vec<ColumnPart>,
    /// What stands before the table of parafen: "Algemene leiding".
    pub paraaflabel: Regel,
    /// The rows of the table of parafen; empty in a template without it.
    pub parafen: Vec<Paraaf>,
    /// Whether the nota itself goes along as `/bron.nota.md`.
    pub bron: bool,
    /// The number of parts of the body.
    pub delen: usize,
}

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Datum {
    /// The year, four digits.
    pub jaar: i32,
    /// 1 to 12.
    pub maand: u32,
    /// 1 to 31.
    pub dag: u32,
}

/// The words of `[opmaak]` that the layout needs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Opmaak {
    /// How the addressees stand.
    pub aan: &'static str,
    /// Where the action word stands.
    pub actie: &'static str,
    /// The shape of the parafen.
    pub parafen: &'static str,
    /// The face of the document word.
    pub documentwoord: &'static str,
    /// The face of the headings of sections.
    pub koppen: &'static str,
    /// The face of the headings of parts.
    pub onderdelen: &'static str,
    /// The colour of the ribbon.
    pub lint: &'static str,
    /// The face of the lines of the wordmark after the first.
    pub woordmerk_rest: &'static str,
    /// The sign of a list.
    pub opsomming: &'static str,
}

impl From<&nota_template::Opmaak> for Opmaak {
    fn from(own: &nota_template::Opmaak) -> Self {
        Self {
            aan: own.aan.word(),
            actie: own.actie.word(),
            parafen: own.parafen.word(),
            documentwoord: own.documentwoord.word(),
            koppen: own.koppen.word(),
            onderdelen: own.onderdelen.word(),
            lint: own.lint.word(),
            woordmerk_rest: own.woordmerk_rest.word(),
            opsomming: own.opsomming.word(),
        }
    }
}

/// A row of a label and a value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Adresrij {
    /// The label.
    pub label: Regel,
    /// The lines of the value; perhaps none.
    pub regels: Vec<Regel>,
}

/// A row of the table of parafen.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Paraaf {
    /// Who.
    pub functie: Regel,
    /// What is written there: "Datum/eindparaaf" or "Datum/paraaf".
    pub opschrift: &'static str,
    /// Whether it is one beside the line.
    pub mede: bool,
    /// Date and agreement, as they came back.
    pub gegeven: Regel,
}

/// A part of the reference column.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "soort", rename_all = "kebab-case")]
pub enum ColumnPart {
    /// A label with its value below.
    Veld {
        /// The label.
        label: Regel,
        /// The lines of the value; none where the label stands alone.
        regels: Vec<Regel>,
        /// So many lines are kept for it at least.
        vrij: usize,
        /// Whether no white follows.
        aaneen: bool,
    },
    /// Lines in bold, without label.
    Vet {
        /// The lines.
        regels: Vec<Regel>,
        /// Whether no white follows.
        aaneen: bool,
    },
    /// Lines without label.
    Gewoon {
        /// The lines.
        regels: Vec<Regel>,
    },
    /// A wider gap.
    Ruimte,
}

/// A block of the body.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "soort", rename_all = "kebab-case")]
pub enum Blok {
    /// A heading; never empty, never deeper than one below the one before.
    Kop {
        /// The level in the structure: the title is 1, a section 2.
        niveau: u8,
        /// How it is set.
        rang: Rang,
        /// Number and title.
        tekst: Vec<Run>,
        /// So many lines of what follows must stand on the same page.
        regels: usize,
        /// So many lines of footnotes come with them.
        noten: usize,
    },
    /// A paragraph; never empty.
    Alinea {
        /// Its text.
        tekst: Vec<Run>,
        /// Whether it stands on one page as a whole.
        #[serde(skip_serializing_if = "is_false")]
        heel: bool,
    },
    /// A list; never without items.
    Lijst {
        /// The first number; none for bullets.
        #[serde(skip_serializing_if = "Option::is_none")]
        begin: Option<u64>,
        /// The items.
        items: Vec<Vec<Blok>>,
    },
    /// A table; never without columns.
    Tabel {
        /// The shares of the columns in the width; together 1.
        breedtes: Vec<f64>,
        /// `left`, `center` or `right` per column.
        uitlijning: Vec<&'static str>,
        /// The size of the text in points.
        corps: f64,
        /// White at both sides of a cell together, in ems of its text.
        wit: f64,
        /// The header row.
        kop: Vec<Vec<Run>>,
        /// Whether the header row comes back on each page.
        herhaal: bool,
        /// The other rows.
        rijen: Vec<Rij>,
    },
    /// A quotation; never empty.
    Citaat {
        /// What is quoted.
        blokken: Vec<Blok>,
    },
    /// Blocks that the public version withholds; never empty.
    Lak {
        /// The ground as written, perhaps empty.
        grond: String,
        /// What is withheld.
        blokken: Vec<Blok>,
    },
    /// An invisible mark: what follows belongs to this section of the nota.
    Merk {
        /// The index of the section.
        sectie: usize,
    },
    /// The dashed line. Below it stands what never goes into the public
    /// version, or (`intern: false`) where that ends.
    Knip {
        /// Whether the internal part begins here.
        intern: bool,
    },
}

/// The rank of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rang {
    /// A section.
    Sectie,
    /// A part of a section that the template knows.
    Onderdeel,
    /// A free subheading.
    Tussenkop,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rij {
    /// As many as the header row has.
    pub cellen: Vec<Vec<Run>>,
    /// Whether it is so high that it has to continue on the next page.
    pub splitsbaar: bool,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Run {
    /// Text.
    Tekst(String),
    /// Runs with a property in common.
    Gemerkt {
        /// The runs.
        runs: Vec<Run>,
        /// Bold.
        #[serde(skip_serializing_if = "is_false")]
        sterk: bool,
        /// Italic.
        #[serde(skip_serializing_if = "is_false")]
        nadruk: bool,
        /// The address, when it is a link.
        #[serde(skip_serializing_if = "Option::is_none")]
        link: Option<String>,
        /// The ground, when the public version withholds it.
        #[serde(skip_serializing_if = "Option::is_none")]
        lak: Option<String>,
        /// The language, when it is not Dutch.
        #[serde(skip_serializing_if = "Option::is_none")]
        taal: Option<String>,
    },
    /// A word that may be wider than its column, or that has a hyphen at which
    /// no line is broken.
    Woord {
        /// The pieces between which a line may be broken when it is too wide.
        woord: Vec<Stuk>,
        /// Its width in ems.
        breedte: f64,
        /// Whether a word that fits must be kept on one line.
        #[serde(skip_serializing_if = "is_false")]
        vast: bool,
    },
    /// A reference to a footnote.
    Noot {
        /// The number of the footnote.
        noot: u32,
        /// Its text, at the first reference.
        #[serde(skip_serializing_if = "Option::is_none")]
        inhoud: Option<Vec<Blok>>,
    },
    /// What stands in the place of what the public version withholds.
    Weglating {
        /// The text: "[niet openbaar: art. 5.1, lid 2, onder e, Woo]".
        weglating: String,
    },
    /// A line end that the drafter asked for.
    Regeleinde {
        /// Always true.
        regeleinde: bool,
    },
}

/// A piece of a long word.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stuk {
    /// The characters.
    pub tekst: String,
    /// The width in ems.
    pub breedte: f64,
    /// The width of its widest syllable with a hyphen, when it may be broken
    /// at syllables; otherwise that of the piece.
    pub lettergreep: f64,
}

/// What the layouts and the view both reckon with, in points unless it says
/// otherwise; the names are those of `maten.toml`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Maten {
    /// The left edge of the body column.
    pub tekst_links: f64,
    /// Its width.
    pub tekst_breedte: f64,
    /// The size of the body text.
    pub corps: f64,
    /// The height of a line of it.
    pub regel: f64,
    /// What only the layouts need.
    #[serde(flatten)]
    pub blad: BTreeMap<&'static str, f64>,
}

impl From<Measures> for Maten {
    fn from(own: Measures) -> Self {
        Self {
            tekst_links: own.left,
            tekst_breedte: own.width,
            corps: own.size,
            regel: own.line,
            blad: own.page().collect(),
        }
    }
}

impl Blok {
    /// A paragraph that may be spread over pages.
    pub(crate) fn paragraph(tekst: Vec<Run>) -> Self {
        Self::Alinea { tekst, heel: false }
    }
}

impl Run {
    /// The line end.
    pub(crate) const BREAK: Run = Run::Regeleinde { regeleinde: true };

    /// These runs in another language.
    pub(crate) fn foreign(runs: Vec<Run>, taal: &str) -> Run {
        Run::Gemerkt {
            runs,
            sterk: false,
            nadruk: false,
            link: None,
            lak: None,
            taal: Some(taal.to_owned()),
        }
    }

    /// These runs as withheld ones.
    pub(crate) fn withheld(runs: Vec<Run>, grond: &str) -> Run {
        Run::Gemerkt {
            runs,
            sterk: false,
            nadruk: false,
            link: None,
            lak: Some(grond.to_owned()),
            taal: None,
        }
    }
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}
