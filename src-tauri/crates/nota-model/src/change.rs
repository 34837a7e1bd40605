//! Changes to a nota: a closed list, so that every edit can be undone,
//! journalled and offered as a fix.

use serde::{Deserialize, Serialize};

use crate::{Block, Body, Inline, Nota, Note, NoteSource, Origin, Place, Section, Value};

mod lak;
mod text;

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

    fn set_field(&mut self, path: &str, value: &Value) -> Result<(), ChangeError> {
        let nowhere = || ChangeError::NoSuchField(path.to_owned());
        let key = self.key_of(path);
        let rest = path.get(key.len()..).unwrap_or_default();
        if key.is_empty() {
            return Err(nowhere());
        }
        let mut whole = self.field(key).cloned().unwrap_or_default();
        put(&mut whole, rest, value).ok_or_else(nowhere)?;
        self.put_field(key, whole);
        Ok(())
    }

    fn set_note(&mut self, label: &str, blocks: &[Block]) {
        let bodies = std::iter::once(&mut self.preamble)
            .chain(self.sections.iter_mut().map(|section| &mut section.body));
        for body in bodies {
            let Some(index) = body.notes.iter().position(|note| note.label == label) else {
                continue;
            };
            if body.notes[index].blocks == blocks {
                return;
            }
            if body.notes[index].source == NoteSource::Within {
                body.touch();
            }
            body.notes[index].blocks = blocks.to_vec();
            body.notes[index].source = NoteSource::Edited;
            return;
        }
        let body = match self.sections.last_mut() {
            Some(section) => &mut section.body,
            None => &mut self.preamble,
        };
        body.notes.push(Note {
            label: label.to_owned(),
            blocks: blocks.to_vec(),
            source: NoteSource::Edited,
            origin: Origin::none(),
        });
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

    fn remove_note(&mut self, label: &str) -> Result<(), ChangeError> {
        let bodies = std::iter::once(&mut self.preamble)
            .chain(self.sections.iter_mut().map(|section| &mut section.body));
        for body in bodies {
            let Some(index) = body.notes.iter().position(|note| note.label == label) else {
                continue;
            };
            if body.notes.remove(index).source == NoteSource::Within {
                body.touch();
            }
            return Ok(());
        }
        Err(ChangeError::NoSuchNote(label.to_owned()))
    }

    fn replace_text(&mut self, place: &Place, new: &str) -> Result<(), ChangeError> {
        let range = place.range.ok_or(ChangeError::NoSuchText)?;
        if let Some(path) = &place.field {
            let sites = self.field_texts();
            let site = sites
                .iter()
                .find(|site| site.place.field.as_ref() == Some(path))
                .ok_or(ChangeError::NoSuchText)?;
            let text = text::splice(&site.text, range.start, range.end, new)?;
            return self.set_field(path, &Value::Text(text));
        }
        let inlines = self.edit_inlines(place)?;
        text::replace_runs(inlines, range.start, range.end, new)
    }

    /// The running text at a place, to be changed: its body is touched.
    fn edit_inlines(&mut self, place: &Place) -> Result<&mut Vec<Inline>, ChangeError> {
        let body = self.body_mut(place.index).ok_or(ChangeError::NoSuchText)?;
        let within = match &place.note {
            None => true,
            Some(label) => {
                let note = body.notes.iter_mut().find(|note| note.label == *label);
                let note = note.ok_or_else(|| ChangeError::NoSuchNote(label.clone()))?;
                let within = note.source == NoteSource::Within;
                note.source = NoteSource::Edited;
                within
            }
        };
        if within {
            body.touch();
        }
        let blocks = match &place.note {
            None => Some(&mut body.blocks),
            Some(label) => {
                let note = body.notes.iter_mut().find(|note| note.label == *label);
                note.map(|note| &mut note.blocks)
            }
        };
        blocks
            .and_then(|blocks| text::inlines_at(blocks, &place.path))
            .ok_or(ChangeError::NoSuchText)
    }
}

/// Puts `value` at `path` (`""`, `[1]`, `[1].functie`) inside `whole`.
fn put(whole: &mut Value, path: &str, value: &Value) -> Option<()> {
    if path.is_empty() {
        *whole = value.clone();
        return Some(());
    }
    if let Some(rest) = path.strip_prefix('[') {
        let (index, rest) = rest.split_once(']')?;
        let index: usize = index.parse().ok()?;
        if !matches!(whole, Value::List(_)) {
            *whole = Value::List(whole.items().to_vec());
        }
        let Value::List(items) = whole else {
            return None;
        };
        if index == items.len() {
            items.push(Value::Empty);
        }
        return put(items.get_mut(index)?, rest, value);
    }
    let rest = path.strip_prefix('.')?;
    let end = rest.find(['[', '.']).unwrap_or(rest.len());
    let (name, rest) = rest.split_at(end);
    if matches!(whole, Value::Empty) {
        *whole = Value::Record(Vec::new());
    }
    let Value::Record(parts) = whole else {
        return None;
    };
    let index = match parts.iter().position(|(own, _)| own == name) {
        Some(index) => index,
        None => {
            parts.push((name.to_owned(), Value::Empty));
            parts.len() - 1
        }
    };
    put(&mut parts.get_mut(index)?.1, rest, value)
}

#[cfg(test)]
mod tests;
