//! Text of elsewhere: what is pasted and what is imported.

use nota_model::{Block, Note};
use serde::{Deserialize, Serialize};

/// What was copied elsewhere, as it comes in a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct PasteView {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// The footnotes that they refer to, by the labels that the source has.
    pub notes: Vec<Note>,
    /// What was left out or changed, in a few words each.
    pub zonder: Vec<String>,
    /// Words that did not arrive: a fault of this program.
    pub kwijt: Vec<String>,
}

/// A file that was read, with where each piece of it goes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ImportView {
    /// The name of the file.
    pub naam: String,
    /// What kind of file it is: "Word-document".
    pub soort: String,
    /// The template that it is laid out by.
    pub sjabloon: String,
    /// Whether that is the one that fits best.
    pub voorgesteld: bool,
    /// The template of the open nota, when there is one.
    pub hier: Option<String>,
    /// Whether it is a nota of this program, which comes as it was.
    pub eigen: bool,
    /// What stands in the file, in the order of reading.
    pub stukken: Vec<ImportPiece>,
    /// Where a piece can go.
    pub bestemmingen: Vec<ImportPlace>,
    /// The nota that comes of it: fields first, then the text.
    pub delen: Vec<ImportPart>,
    /// The number of characters of the file; blanks do not count.
    pub tekens: usize,
    /// How many of these stand in a section or field.
    pub geplaatst: usize,
    /// How many stand in "Overige tekst".
    pub overig: usize,
    /// What a nota cannot keep, a line each.
    pub verslag: Vec<String>,
    /// Words that did not arrive: a fault of this program.
    pub kwijt: Vec<String>,
}

/// A paragraph or table of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ImportPiece {
    /// Its number in the file, from 0.
    pub nummer: usize,
    /// Its text.
    pub tekst: String,
    /// What it is in the nota.
    pub soort: ImportKind,
    /// The section or fields that it is; empty for what is neither.
    pub naam: String,
    /// The id of the [`ImportPlace`] that it goes to.
    pub naar: String,
    /// How sure that is.
    pub zeker: ImportCertainty,
    /// By what that was found.
    pub waarom: String,
    /// Whether the drafter chose it.
    pub gekozen: bool,
}

/// What a piece of a file is in the nota.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum ImportKind {
    /// The heading of a section.
    Sectie,
    /// A field, or several.
    Veld,
    /// A free subheading.
    Tussenkop,
    /// Text of the section that it stands in.
    Tekst,
    /// Text that has no place.
    Overig,
    /// Nothing: the nota says it by itself.
    Nergens,
}

/// How sure a find is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum ImportCertainty {
    /// The file says it.
    Zeker,
    /// It looks like it.
    Waarschijnlijk,
    /// The drafter must look.
    Misschien,
}

/// Where a piece of a file can go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ImportPlace {
    /// What it is called by.
    pub id: String,
    /// What the piece is there.
    pub soort: ImportKind,
    /// The section or field; empty for the others.
    pub naam: String,
}

/// A part of the nota that comes of a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ImportPart {
    /// What the reader calls it; empty for what stands before the sections.
    pub naam: String,
    /// The value of a field; none for text.
    pub waarde: Option<String>,
    /// The text.
    pub blocks: Vec<Block>,
    /// The footnotes in it.
    pub notes: Vec<Note>,
    /// Whether the open nota has something there already.
    pub gevuld: bool,
}

/// What a drafter decided about a piece of a file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ImportChoice {
    /// The number of the piece.
    pub stuk: usize,
    /// The id of the place that it goes to.
    pub naar: String,
}
