//! What a template says: its fields, its sections, its limits and what stands
//! in the reference column. The keys of `template.toml` are these names with
//! hyphens; this page is the reference for who writes one.

use std::collections::BTreeMap;
use std::sync::Arc;

use nota_model::{Code, Severity};

use crate::{FieldRole, Measures, SectionRole};

/// The fields of every nota, which are no template's: the template, the
/// version of the format, the fields that the drafter withholds, the texts
/// that may be read although they are withheld elsewhere, and the words that
/// are right in this nota.
pub const RESERVED_FIELDS: [&str; 5] = ["sjabloon", "versie", "lakken", MAG_OPENBAAR, WOORDEN];

/// The field of the front matter that lists words that are spelled right,
/// though no list has them.
pub const WOORDEN: &str = "woorden";

/// The field of the front matter that lists the texts that are withheld at one
/// place and may be read at another. It withholds nothing and makes nothing
/// public: a mark stays a mark.
pub const MAG_OPENBAAR: &str = "mag-openbaar";

/// The default of a date that a new nota sets to the day it is made.
pub(crate) const TODAY: &str = "vandaag";

/// A template, read and checked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Template {
    /// The name in `sjabloon:`, folder and template: `jenv/beslisnota`.
    pub id: String,
    /// What it is called in a list: "Beslisnota".
    pub naam: String,
    /// The ministry in words: "Justitie en Veiligheid". Empty in a template
    /// that asks the drafter for it; see [`Template::ministry`].
    pub ministerie: String,
    /// One sentence on when to use it.
    pub omschrijving: String,
    /// The type word on page 1: "nota".
    pub documentwoord: String,
    /// The fields, in the order of the form.
    pub velden: Vec<FieldSpec>,
    /// The sections, in the order of the nota; a part follows its parent.
    pub secties: Vec<SectionSpec>,
    /// The reference column of page 1, from top to bottom.
    pub kolom_eerste: Vec<ColumnItem>,
    /// The reference column of the following pages.
    pub kolom_volgende: Vec<ColumnItem>,
    /// The addresses in the reference column.
    pub adres: Adres,
    /// The number of pages above which N306 warns.
    pub max_paginas: usize,
    /// Severities that differ from the rules' own, and rules that are off.
    pub regels: BTreeMap<Code, SeverityRule>,
    /// The layout in Typst, with the files that it needs.
    pub layout: Layout,
    /// The example nota (`voorbeeld.nota.md`), as it stands in the folder.
    pub voorbeeld: Arc<str>,
}

/// The severity of a rule under a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeverityRule {
    /// Another severity than the rule's own.
    Is(Severity),
    /// The rule does not apply.
    Off,
}

/// The addresses of the organisation, in the reference column of page 1.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Adres {
    /// The lines of the visiting and postal address.
    pub regels: Vec<String>,
    /// The web address as printed: "www.rijksoverheid.nl/jenv".
    pub web: String,
}

/// The Typst files of a template by virtual path; `layout.typ` is the entry.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// Path relative to the template's folder, and text.
    pub files: Vec<(String, Arc<str>)>,
    /// Its measures: those that all share, with the template's own over them.
    pub measures: Measures,
}

/// A field of the front matter.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldSpec {
    /// The key in the front matter: `opgesteld-door`.
    pub sleutel: String,
    /// The label on the form: "Opgesteld door".
    pub naam: String,
    /// The label on the page, when it differs: "Ons kenmerk".
    pub opschrift: String,
    /// What it is for, when the program does more with it than print it.
    pub rol: Option<FieldRole>,
    /// What kind of value it holds.
    pub soort: FieldKind,
    /// Whether a nota cannot go out without it.
    pub verplicht: bool,
    /// What belongs in it, in one or two sentences.
    pub hulp: String,
    /// An example of a good value.
    pub voorbeeld: String,
    /// A pattern that the whole value must match (syntax of the crate
    /// `regex`), with a sentence that says what is expected.
    pub patroon: Option<Patroon>,
    /// The functions in the table of parafen when the nota gives none; without
    /// any there is no table then. Only at [`FieldKind::Parafen`].
    pub rijen: Vec<String>,
    /// The greatest number of characters.
    pub max_tekens: Option<usize>,
    /// The ground on which the field is withheld in the public version.
    pub lak: Option<String>,
    /// What the public version says in the place of a withheld value; without
    /// it, the ground.
    pub weglating: Option<String>,
    /// The value that a new nota starts with; `vandaag` at a date is the day
    /// on which the nota is made.
    pub standaard: Option<String>,
}

/// A pattern that a whole value must match.
#[derive(Debug, Clone)]
pub struct Patroon {
    /// The pattern, anchored at both ends.
    pub regex: regex::Regex,
    /// What is expected, in Dutch: "zeven cijfers".
    pub uitleg: String,
}

impl PartialEq for Patroon {
    fn eq(&self, other: &Self) -> bool {
        self.regex.as_str() == other.regex.as_str() && self.uitleg == other.uitleg
    }
}

/// The kinds of value that a field can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of text (`tekst`).
    Tekst,
    /// A date, `JJJJ-MM-DD` (`datum`).
    Datum,
    /// One of a list (`keuze`), in this order.
    Keuze(Vec<String>),
    /// Lines of text (`lijst`).
    Lijst,
    /// Addressees, one a line (`adressaten`).
    Adressaten,
    /// Rows of the table of parafen (`parafen`): functions, or records with
    /// `functie` and `naam`. The name is withheld in the public version.
    Parafen,
    /// Bijlagen (`bijlagen`): names, or records with `naam` and `informatie`.
    Bijlagen,
}

impl FieldKind {
    /// The parts that a record in such a field may have. Others are kept, and
    /// printed nowhere.
    pub fn parts(&self) -> &'static [&'static str] {
        match self {
            FieldKind::Parafen => &["functie", "naam"],
            FieldKind::Bijlagen => &["naam", "informatie"],
            _ => &[],
        }
    }
}

/// The kinds of block that a section may allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockName {
    /// `alinea`
    Alinea,
    /// `tussenkop`
    Tussenkop,
    /// `opsomming`
    Opsomming,
    /// `tabel`
    Tabel,
    /// `citaat`
    Citaat,
}

impl BlockName {
    /// All kinds, in the order in which they are explained.
    pub const ALL: [BlockName; 5] = [
        BlockName::Alinea,
        BlockName::Tussenkop,
        BlockName::Opsomming,
        BlockName::Tabel,
        BlockName::Citaat,
    ];

    /// The word that templates write.
    pub fn word(self) -> &'static str {
        match self {
            BlockName::Alinea => "alinea",
            BlockName::Tussenkop => "tussenkop",
            BlockName::Opsomming => "opsomming",
            BlockName::Tabel => "tabel",
            BlockName::Citaat => "citaat",
        }
    }

    /// The kind with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|block| block.word() == word)
    }
}

/// A section of the nota.
#[derive(Debug, Clone, PartialEq)]
pub struct SectionSpec {
    /// The key, unique in the template: `geadviseerd-besluit`.
    pub sleutel: String,
    /// What it is for, when the program does more with it than print it.
    pub rol: Option<SectionRole>,
    /// The title: "Geadviseerd besluit".
    pub titel: String,
    /// The fixed number without the last dot ("2", "4.1"); none in a template
    /// that does not number.
    pub nummer: Option<String>,
    /// The key of the section that it is a part of.
    pub onderdeel_van: Option<String>,
    /// Whether a nota cannot go out without it.
    pub verplicht: bool,
    /// Other titles by which it is recognised, and that are printed as the
    /// drafter wrote them.
    pub synoniemen: Vec<String>,
    /// What a good section contains; never in an export.
    pub hulp: String,
    /// The text that a new nota starts with in this section. Left standing,
    /// it is a placeholder (N301).
    pub hint: Option<String>,
    /// Whether a new nota has it from the start.
    pub in_nieuwe_nota: bool,
    /// The greatest number of characters.
    pub max_tekens: Option<usize>,
    /// The kinds of block that it may hold; all when empty.
    pub blokken: Vec<BlockName>,
    /// Internal only: below the dashed line, never in the public version.
    pub alleen_intern: bool,
}

/// An item of the reference column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnItem {
    /// A field with its label above it (`datum`).
    Field(String),
    /// A field without label, in bold (`onderdeel!`): the name of a unit, or
    /// the action word.
    Bold(String),
    /// A field without label (`directie.`).
    Plain(String),
    /// The addresses of the organisation (`@adres`).
    Adres,
    /// A wider gap (`@ruimte`).
    Gap,
}

impl Template {
    /// The field with this key.
    pub fn veld(&self, key: &str) -> Option<&FieldSpec> {
        self.velden.iter().find(|veld| veld.sleutel == key)
    }

    /// The section with this key.
    pub fn sectie(&self, key: &str) -> Option<&SectionSpec> {
        self.secties.iter().find(|sectie| sectie.sleutel == key)
    }

    /// Whether the section with this key is internal only. One that the template
    /// does not know is for everyone.
    pub fn is_internal(&self, key: Option<&str>) -> bool {
        let spec = key.and_then(|key| self.sectie(key));
        spec.is_some_and(|spec| spec.alleen_intern)
    }

    /// The level of a section's heading in the file: 2, or 3 for a part.
    pub fn level(&self, sectie: &SectionSpec) -> u8 {
        if sectie.onderdeel_van.is_some() { 3 } else { 2 }
    }

    /// The position of a section in the order of the template.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.secties.iter().position(|sectie| sectie.sleutel == key)
    }
}

impl SectionSpec {
    /// The number as it is printed: "2." for a section, "4.1" for a part.
    pub fn printed_number(&self) -> Option<String> {
        let number = self.nummer.as_ref()?;
        Some(if number.contains('.') {
            number.clone()
        } else {
            format!("{number}.")
        })
    }
}
