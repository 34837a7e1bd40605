//! The open nota as the form shows it.

use nota_model::{Block, Place, Value};
use serde::{Deserialize, Serialize};

use super::Phrase;

/// The whole of the open nota: what the window needs to draw the form anew.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Snapshot {
    /// Which opening of a nota this is, counted from 1. Answers and events of
    /// an earlier one are void.
    pub document: u64,
    /// Counts the changes; problems and pages name the one they are about.
    pub revision: u64,
    /// What the title bar calls the nota: its subject, else its file's name,
    /// else "Nieuwe nota".
    pub titel: String,
    /// The file, none when it was never saved.
    pub path: Option<String>,
    /// The template's id: `jenv/beslisnota`.
    pub sjabloon: String,
    /// The template in words: "Beslisnota".
    pub sjabloon_naam: String,
    /// The ministry of the template in words.
    pub ministerie: String,
    /// The template's fields in the order of the form.
    pub fields: Vec<FieldView>,
    /// The sections in the order of the nota, those that it has not (`index`
    /// is none) in their place by the template's order.
    pub sections: Vec<SectionView>,
    /// The sentences of the template that can be inserted.
    pub standaardzinnen: Vec<Phrase>,
    /// What stands before the first section; mostly nothing.
    pub preamble: Vec<Block>,
    /// The footnotes, in the order of the file.
    pub notes: Vec<NoteView>,
    /// Whether there is a step to undo.
    pub can_undo: bool,
    /// Whether there is a step to do again.
    pub can_redo: bool,
    /// Where the saving stands.
    pub saved: SaveState,
    /// Whether nothing may be changed (a newer version of the format).
    pub read_only: bool,
    /// What to say above the form, when something is the matter.
    pub banner: Option<Banner>,
}

/// A field of the form, with its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct FieldView {
    /// The key in the front matter.
    pub sleutel: String,
    /// The label.
    pub naam: String,
    /// Whether it is the title of the nota.
    pub titel: bool,
    /// Whether it is part of the decision on the nota, which is filled in
    /// afterwards.
    pub beslissing: bool,
    /// What kind of value it holds, and so which control is shown.
    pub soort: FieldSort,
    /// The choices of a `keuze`, empty for the other kinds.
    pub keuzes: Vec<String>,
    /// Whether a nota cannot go out without it.
    pub verplicht: bool,
    /// What belongs in it; may be empty.
    pub hulp: String,
    /// An example of a good value; may be empty.
    pub voorbeeld: String,
    /// The greatest number of characters.
    pub max_tekens: Option<u32>,
    /// The ground on which the field is withheld in the public version, by
    /// the template or by the drafter.
    pub lak: Option<String>,
    /// Whether the template withholds it, so that the drafter cannot make it
    /// public.
    pub lak_vast: bool,
    /// The value; `null` when the field is absent or empty.
    pub value: Value,
    /// Whether no rule reports a `fout` about it.
    pub geldig: bool,
}

/// The kinds of field, by the words that templates write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum FieldSort {
    /// One line of text.
    Tekst,
    /// A date, `JJJJ-MM-DD`.
    Datum,
    /// One of `keuzes`.
    Keuze,
    /// Lines of text.
    Lijst,
    /// Addressees, one a line.
    Adressaten,
    /// Rows with `functie`.
    Parafen,
    /// Names, or records with `naam` and `informatie`.
    Bijlagen,
}

/// A section of the nota, or one that the template offers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct SectionView {
    /// The template's key; none for a heading that the template does not know.
    pub sleutel: Option<String>,
    /// Its position among the nota's sections; none when it is not used.
    pub index: Option<u32>,
    /// The fixed number as printed: "1.", "4.1"; none when not numbered.
    pub nummer: Option<String>,
    /// The title, as the drafter wrote it when the section is used.
    pub titel: String,
    /// Whether a nota cannot go out without it.
    pub verplicht: bool,
    /// The key of the section that it is a part of.
    pub onderdeel_van: Option<String>,
    /// What a good section contains; never in an export.
    pub hulp: String,
    /// What to write, shown where an empty section has no text yet; may be
    /// empty.
    pub hint: String,
    /// Whether it never goes out in the public version.
    pub alleen_intern: bool,
    /// The kinds of block that it may hold, by the template's words (`alinea`,
    /// `tussenkop`, `opsomming`, `tabel`, `citaat`); all when empty.
    pub blokken: Vec<String>,
    /// The greatest number of characters.
    pub max_tekens: Option<u32>,
    /// The body.
    pub blocks: Vec<Block>,
    /// Its state, apart from problems.
    pub staat: SectionStatus,
}

/// The state of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum SectionStatus {
    /// It is there and says nothing.
    Leeg,
    /// It is there and says something (also in its parts).
    Gevuld,
    /// The template offers it, the nota does not have it.
    Ongebruikt,
    /// The nota has it, the template does not know it.
    Onbekend,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct NoteView {
    /// Its label in the file; the number follows the order of the references.
    pub label: String,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// Where the saving stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct SaveState {
    /// What the state is.
    pub state: SaveStatus,
    /// The time of day of the last saving, "14:03".
    pub at: Option<String>,
    /// Why saving failed, in Dutch, with what to do.
    pub message: Option<String>,
}

/// The states of saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SaveStatus {
    /// The file holds what the window shows.
    Opgeslagen,
    /// Something was changed since.
    NietOpgeslagen,
    /// It is being written.
    Bezig,
    /// It could not be written.
    Mislukt,
}

/// A sentence above the form, with the one or two things one can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Banner {
    /// How serious it is.
    pub toon: Tone,
    /// The sentence, in Dutch.
    pub tekst: String,
    /// What one can do, the first one preferred.
    pub acties: Vec<BannerAction>,
}

/// How a message is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Good to know.
    Melding,
    /// Someone should look at it.
    LetOp,
    /// Something does not work.
    Fout,
}

/// A button of a banner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct BannerAction {
    /// What the window does.
    pub id: BannerChoice,
    /// The words on the button, a verb.
    pub label: String,
}

/// What one can do about what a banner says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum BannerChoice {
    /// Save.
    Save,
    /// Save under another name.
    SaveAs,
    /// Compare with what is in the file, and choose.
    Conflict,
}

/// The answer to a change, an undo or a redo.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Applied {
    /// The revision after it.
    pub revision: u64,
    /// Whether there is a step to undo.
    pub can_undo: bool,
    /// Whether there is a step to do again.
    pub can_redo: bool,
    /// Where the saving stands.
    pub saved: SaveState,
    /// The whole nota after undo and redo, after a change of structure,
    /// after one that the window did not make itself (a fix, `replaceText`)
    /// and when section 5.1 was kept in step with what is withheld; none after
    /// a plain edit (`setBody`, `setField`, `setNote`).
    pub snapshot: Option<Snapshot>,
    /// What changed, for undo and redo: the view goes there.
    pub focus: Option<Place>,
}
