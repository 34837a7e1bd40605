//! The letterhead: what the fields of a nota become on paper.

use std::borrow::Cow;

use chrono::NaiveDate;
use nota_model::Place;

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
    /// Whom the nota is for.
    pub addressees: Option<Entry<'n>>,
    /// The reference column of page 1, from top to bottom. No gap stands at
    /// either end of it or next to another.
    pub column: Vec<ColumnPart<'n>>,
    /// The reference column of the following pages, in the same way.
    pub column_next: Vec<ColumnPart<'n>>,
    /// The table of parafen, in a template that has one.
    pub parafen: Option<Parafen<'n>>,
}

/// A part of a reference column.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// The lines of the value, never none and none of them blank: dates in
    /// words, and bijlagen numbered when there are several. When the field is
    /// withheld, all of them are.
    pub lines: Vec<Line<'n>>,
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
}

impl<'n> Letterhead<'n> {
    /// The addressees and the entries of the reference column of page 1, each
    /// once: for a format without such a column.
    pub fn entries(&self) -> impl Iterator<Item = &Entry<'n>> {
        let column = self.column.iter().filter_map(|part| match part {
            ColumnPart::Entry(entry) => Some(entry),
            ColumnPart::Gap => None,
        });
        let addressees = self.addressees.as_ref();
        let is_there = |own: &&Entry| column.clone().any(|entry| entry.place == own.place);
        let first = addressees.filter(|own| !is_there(own));
        first.into_iter().chain(column)
    }
}
