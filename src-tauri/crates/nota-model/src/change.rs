//! Changes to a nota: a closed list, so that every edit can be undone,
//! journalled and offered as a fix.

use serde::{Deserialize, Serialize};

use crate::{Block, Body, Nota, Place, Section, Value};

mod field;
mod lak;
mod note;
mod taal;
mod text;

pub use lak::LAKKEN;
pub use taal::is_language;

/// Which section a change is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum SectionRef {
    /// By its position, also for one that the template does not know.
    Index(usize),
    /// By the template's key; the first with that key.
    Key(String),
}

/// A change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Change {
    /// Gives a field a value. The path leads into lists and records
    /// (`parafen[1].functie`); an index one past the end adds an item.
    SetField {
        /// The path.
        path: String,
        /// The new value.
        value: Value,
    },
    /// Takes a field away, by its key.
    RemoveField {
        /// The key.
        key: String,
    },
    /// Replaces the body of a section.
    SetBody {
        /// Which.
        section: SectionRef,
        /// The new body.
        blocks: Vec<Block>,
    },
    /// Gives a section another heading.
    SetHeading {
        /// Which.
        section: SectionRef,
        /// The number as it is to be written ("4.1"), or none.
        number: Option<String>,
        /// The title.
        title: String,
    },
    /// Adds a section without body.
    AddSection {
        /// The template's key.
        key: Option<String>,
        /// The number as it is to be written.
        number: Option<String>,
        /// The title.
        title: String,
        /// The level of the heading.
        level: u8,
        /// Its position among the sections; past the end means last.
        index: usize,
    },
    /// Takes a section away, with its body and the footnotes in it.
    RemoveSection {
        /// Which.
        section: SectionRef,
    },
    /// Moves a section to a position among the others.
    MoveSection {
        /// Which.
        section: SectionRef,
        /// Its position after the move.
        index: usize,
    },
    /// Replaces the text of a footnote, or adds the footnote to the last
    /// section when there is none with that label.
    SetNote {
        /// The label.
        label: String,
        /// The new text.
        blocks: Vec<Block>,
    },
    /// Takes a footnote away; references to it stay.
    RemoveNote {
        /// The label.
        label: String,
    },
    /// Replaces the characters at a place (with a range) by other ones.
    ReplaceText {
        /// Where.
        place: Place,
        /// What comes there, with the marks of the first replaced character.
        text: String,
    },
    /// Withholds what is at a place in the public version, or makes it public
    /// again. In a text that is the range of characters; a place in a field
    /// is the whole field.
    SetLak {
        /// Where.
        place: Place,
        /// The code of the ground; none makes it public.
        grond: Option<String>,
    },
    /// Says in which language the characters of a range in a text are.
    SetTaal {
        /// Where.
        place: Place,
        /// The language, as [`crate::Mark::Taal`] has it; none is Dutch.
        taal: Option<String>,
    },
    /// Moves what stands before the first section to the start of a section,
    /// with its footnotes.
    MovePreamble {
        /// Which.
        section: SectionRef,
    },
    /// Several changes as one step.
    All {
        /// In this order.
        changes: Vec<Change>,
    },
}

/// Why a change could not be carried out. The nota is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// The section is not there.
    #[error("the nota has no such section")]
    NoSuchSection,
    /// The path does not lead to a place in a field.
    #[error("the path {0:?} leads nowhere")]
    NoSuchField(String),
    /// The place has no text, or not that much.
    #[error("there is no text at that place")]
    NoSuchText,
    /// There is no footnote with that label.
    #[error("the nota has no footnote {0:?}")]
    NoSuchNote(String),
}

impl Nota {
    /// The nota after a change; the nota itself stays as it is.
    ///
    /// # Errors
    ///
    /// When the change speaks of something that is not there.
    pub fn apply(&self, change: &Change) -> Result<Nota, ChangeError> {
        let mut nota = self.clone();
        nota.carry_out(change)?;
        Ok(nota)
    }

    fn carry_out(&mut self, change: &Change) -> Result<(), ChangeError> {
        match change {
            Change::SetField { path, value } => return self.set_field(path, value),
            Change::RemoveField { key } => {
                let before = self.front.fields.len();
                self.front.fields.retain(|field| field.key != *key);
                if before == self.front.fields.len() {
                    return Err(ChangeError::NoSuchField(key.clone()));
                }
            }
            Change::SetBody { section, blocks } => {
                let body = &mut self.section_mut(section)?.body;
                if body.blocks != *blocks {
                    body.blocks.clone_from(blocks);
                    body.touch();
                }
            }
            Change::SetHeading {
                section,
                number,
                title,
            } => {
                let section = self.section_mut(section)?;
                section.number.clone_from(number);
                section.title.clone_from(title);
                section.body.touch();
            }
            Change::AddSection {
                key,
                number,
                title,
                level,
                index,
            } => {
                let index = (*index).min(self.sections.len());
                let section = Section {
                    key: key.clone(),
                    number: number.clone(),
                    title: title.clone(),
                    level: *level,
                    ..Section::default()
                };
                self.sections.insert(index, section);
            }
            Change::RemoveSection { section } => {
                let index = self.position(section)?;
                self.sections.remove(index);
            }
            Change::MoveSection { section, index } => {
                let from = self.position(section)?;
                let section = self.sections.remove(from);
                let to = (*index).min(self.sections.len());
                self.sections.insert(to, section);
            }
            Change::SetNote { label, blocks } => self.set_note(label, blocks),
            Change::RemoveNote { label } => self.remove_note(label)?,
            Change::ReplaceText { place, text } => self.replace_text(place, text)?,
            Change::SetLak { place, grond } => self.set_lak(place, grond.as_deref())?,
            Change::SetTaal { place, taal } => self.set_taal(place, taal.as_deref())?,
            Change::MovePreamble { section } => self.move_preamble(section)?,
            Change::All { changes } => {
                for change in changes {
                    self.carry_out(change)?;
                }
            }
        }
        Ok(())
    }

    fn position(&self, section: &SectionRef) -> Result<usize, ChangeError> {
        match section {
            SectionRef::Index(index) => Some(*index).filter(|index| *index < self.sections.len()),
            SectionRef::Key(key) => self
                .sections
                .iter()
                .position(|section| section.key.as_deref() == Some(key)),
        }
        .ok_or(ChangeError::NoSuchSection)
    }

    fn section_mut(&mut self, section: &SectionRef) -> Result<&mut Section, ChangeError> {
        let index = self.position(section)?;
        self.sections
            .get_mut(index)
            .ok_or(ChangeError::NoSuchSection)
    }

    fn body_mut(&mut self, index: Option<usize>) -> Option<&mut Body> {
        match index {
            None => Some(&mut self.preamble),
            Some(index) => self
                .sections
                .get_mut(index)
                .map(|section| &mut section.body),
        }
    }

    fn move_preamble(&mut self, section: &SectionRef) -> Result<(), ChangeError> {
        let index = self.position(section)?;
        let mut preamble = std::mem::take(&mut self.preamble);
        preamble.touch();
        if let Some(body) = self.body_mut(Some(index)) {
            body.touch();
            body.blocks.splice(0..0, preamble.blocks);
            body.notes.splice(0..0, preamble.notes);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
