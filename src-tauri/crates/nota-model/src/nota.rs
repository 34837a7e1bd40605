//! The nota as a whole.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::{Body, Field, FieldPath, Front, Lakking, Note, Section, Value};

/// A nota: fields, sections and how its file is written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Nota {
    /// The front matter.
    pub front: Front,
    /// What stands before the first section. A template has no place for it,
    /// but it is kept, shown and printed.
    pub preamble: Body,
    /// The sections in the order of the file.
    pub sections: Vec<Section>,
    /// How the file is written.
    pub style: FileStyle,
}

/// How the file is written; kept on saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileStyle {
    /// Whether it starts with a byte order mark.
    pub bom: bool,
    /// Its line ends; the most frequent kind when they are mixed.
    pub newline: Newline,
    /// Whether the last line has no line end.
    pub unfinished: bool,
}

/// A line end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Newline {
    /// `\n`
    #[default]
    Lf,
    /// `\r\n`
    CrLf,
}

impl Nota {
    /// The value of a field, when the field is there.
    pub fn field(&self, key: &str) -> Option<&Value> {
        self.front.find(key).map(|field| &field.value)
    }

    /// The key of the field that a path leads into: "bijlagen" for
    /// "bijlagen[0].titel". A key that somebody made up may have a full stop
    /// in it, so a field that is there wins.
    pub fn key_of<'p>(&self, path: &'p str) -> &'p str {
        self.field_path(path).key
    }

    /// What a path says, among the fields of this nota.
    pub fn field_path<'p>(&self, path: &'p str) -> FieldPath<'p> {
        FieldPath::read(path, self.front.fields.iter().map(|own| own.key.as_str()))
    }

    /// The text of a field, trimmed; none when it is absent or blank.
    pub fn field_text(&self, key: &str) -> Option<&str> {
        let text = self.field(key)?.as_text()?.trim();
        (!text.is_empty()).then_some(text)
    }

    /// The template that the nota names (`sjabloon`).
    pub fn sjabloon(&self) -> Option<&str> {
        self.field_text("sjabloon")
    }

    /// The first section with this key.
    pub fn section(&self, key: &str) -> Option<&Section> {
        self.sections
            .iter()
            .find(|section| section.key.as_deref() == Some(key))
    }

    /// The body at a position: the preamble for none, else the section with
    /// this index.
    pub fn body(&self, index: Option<usize>) -> Option<&Body> {
        match index {
            None => Some(&self.preamble),
            Some(index) => self.sections.get(index).map(|section| &section.body),
        }
    }

    /// All bodies with their section's index, the preamble first.
    pub fn bodies(&self) -> impl Iterator<Item = (Option<usize>, &Body)> {
        std::iter::once((None, &self.preamble)).chain(
            self.sections
                .iter()
                .enumerate()
                .map(|(index, section)| (Some(index), &section.body)),
        )
    }

    /// All footnotes, in the order of the file.
    pub fn notes(&self) -> impl Iterator<Item = &Note> {
        self.bodies().flat_map(|(_, body)| &body.notes)
    }

    /// All footnotes by their labels; of two with one label the first counts.
    pub fn notes_by_label(&self) -> HashMap<&str, &Note> {
        let mut by_label = HashMap::new();
        for note in self.notes() {
            by_label.entry(note.label.as_str()).or_insert(note);
        }
        by_label
    }

    /// The footnote with this label; the first when there are several.
    pub fn note(&self, label: &str) -> Option<&Note> {
        self.notes().find(|note| note.label == label)
    }

    /// The fields that the drafter withholds (`lakken:` in the front matter).
    /// Entries without a field name are left out.
    pub fn lakken(&self) -> Vec<Lakking> {
        let Some(lakken) = self.field("lakken") else {
            return Vec::new();
        };
        let part = |value: &Value, name| {
            let text = value.part(name).and_then(Value::as_text);
            text.map(|text| text.trim().to_owned())
        };
        lakken
            .items()
            .iter()
            .filter_map(|entry| {
                Some(Lakking {
                    veld: part(entry, "veld")?,
                    grond: part(entry, "grond").unwrap_or_default(),
                })
            })
            .collect()
    }

    /// Sets a field, at the end when it is new.
    pub(crate) fn put_field(&mut self, key: &str, value: Value) {
        match self.front.fields.iter_mut().find(|field| field.key == key) {
            Some(field) if field.value == value => {}
            Some(field) => {
                field.value = value;
                field.source = None;
            }
            None => self.front.fields.push(Field {
                key: key.to_owned(),
                value,
                ..Field::default()
            }),
        }
    }
}
