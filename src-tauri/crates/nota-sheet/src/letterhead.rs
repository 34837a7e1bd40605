//! The letterhead: what the fields of a nota become on paper.

use std::borrow::Cow;

use chrono::NaiveDate;
use nota_model::Place;
use nota_template::Opmaak;

use crate::Line;

/// The fields as a reader sees them, and what describes the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead<'n> {
    /// The type word: "nota". Trimmed; may be empty.
    pub document_word: &'n str,
    /// The ministry in words, without "Ministerie van".
    pub ministry: Option<&'n str>,
    /// Who the document is of, for its properties: an organisation, never a
    /// person. Empty when neither ministry nor unit is known.
    pub author: String,
    /// The date of the nota, for the properties of the document; none when it
    /// has none that can be read.
    pub date: Option<NaiveDate>,
    /// The classification (rubricering): stands above and below each page, or
    /// above and below the whole.
    pub classification: Option<Line<'n>>,
    /// The title, never blank: the subject, or else the template's name.
    pub title: Line<'n>,
    /// How the template sets it.
    pub opmaak: &'n Opmaak,
    /// Whom the nota is for.
    pub addressees: Option<Entry<'n>>,
    /// The rows of a label and a value in which the addressees stand, in a
    /// template that has those: then the addressees are among them.
    pub rows: Vec<Entry<'n>>,
    /// What is asked of who decides, in a template that has it beside the
    /// title and not in the column.
    pub action: Option<Entry<'n>>,
    /// The reference column of page 1, from top to bottom. No gap stands at
    /// either end of it or next to another.
    pub column: Vec<ColumnPart<'n>>,
    /// The reference column of the following pages, in the same way.
    pub column_next: Vec<ColumnPart<'n>>,
    /// The table of parafen, in a template that has one.
    pub parafen: Option<Parafen<'n>>,
    /// On whose behalf the nota goes as well: a line under the parafen.
    pub behalf: Option<Entry<'n>>,
}

/// A part of a reference column.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    clippy::large_enum_variant,
    reason = "a column has a dozen parts, and most are entries"
)]
pub enum ColumnPart<'n> {
    /// A field, or the addresses of the organisation.
    Entry(Entry<'n>),
    /// A wider gap.
    Gap,
}

/// The value of a field with its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'n> {
    /// The field; the nota as a whole for what the template gives.
    pub place: Place,
    /// What it is called: "Ons kenmerk".
    pub label: Cow<'n, str>,
    /// Whether the label stands above it in a reference column. A format
    /// without such a column names all.
    pub labelled: Labelled,
    /// What its lines are.
    pub kind: EntryKind,
    /// The lines of the value, none of them blank: dates in words, and
    /// bijlagen numbered when there are several. When the field is withheld,
    /// all of them are. None where the template wants the label on paper
    /// without a value as well.
    pub lines: Vec<Line<'n>>,
    /// So many lines are kept for it in the column at least.
    pub free: usize,
    /// Whether no white follows it in the column.
    pub is_tight: bool,
}

/// What the lines of an entry are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// The items of a field.
    Field,
    /// An address.
    Address,
}

/// How an entry stands in a reference column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Labelled {
    /// Under its label.
    Above,
    /// Without label, in bold: the name of a unit, or the action word.
    Bold,
    /// Without label.
    Plain,
}

/// The table of parafen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parafen<'n> {
    /// The field.
    pub place: Place,
    /// What stands before it: "Algemene leiding".
    pub label: Cow<'n, str>,
    /// The rows; may be none.
    pub rows: Vec<Paraaf<'n>>,
}

/// A row of the table of parafen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paraaf<'n> {
    /// Who: the function and, behind it, the name, which is withheld.
    pub who: Line<'n>,
    /// What is written there: "Datum/eindparaaf" for the one who decides, else
    /// "Datum/paraaf".
    pub caption: &'static str,
    /// Whether it is one beside the line, who only sees the nota.
    pub is_beside: bool,
    /// What came back: the date in words and the agreement. Mostly nothing.
    pub given: Option<Line<'n>>,
}

impl Entry<'_> {
    /// What stands between two lines where they follow one another.
    pub fn separator(&self) -> &'static str {
        match self.kind {
            EntryKind::Field => "; ",
            EntryKind::Address => ", ",
        }
    }
}

impl<'n> Letterhead<'n> {
    /// The addressees and the entries of the reference column of page 1, each
    /// once: for a format without such a column.
    pub fn entries(&self) -> impl Iterator<Item = &Entry<'n>> {
        let column = self.column.iter().filter_map(|part| match part {
            ColumnPart::Entry(entry) => Some(entry),
            ColumnPart::Gap => None,
        });
        let others = self.rows.iter().chain(&self.action).chain(&self.behalf);
        let rest = column.clone().chain(others.clone());
        let is_there = |own: &&Entry| rest.clone().any(|entry| entry.place == own.place);
        let addressees = self.addressees.as_ref();
        let first = addressees.filter(|own| !is_there(own));
        let all = first.into_iter().chain(others).chain(column);
        all.filter(|entry| !entry.lines.is_empty())
    }
}
