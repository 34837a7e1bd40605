//! A section of the nota, its body and the footnotes that are defined in it.

use serde::{Deserialize, Serialize};

use crate::{Block, Origin};

/// A section: a heading that the template knows (at any level), or an unknown
/// heading of level 2. A flat list: 4.1 follows 4 as a section of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Section {
    /// The template's key (`geadviseerd-besluit`), unique in the template;
    /// none for a heading that the template does not know.
    pub key: Option<String>,
    /// The title as the drafter wrote it, without the number.
    pub title: String,
    /// The number as the drafter wrote it, with its dot ("1.", "4.1").
    pub number: Option<String>,
    /// The level of the heading in the file: 2 or 3, rarely another.
    pub level: u8,
    /// What stands under the heading.
    pub body: Body,
    /// Where the heading stands in the file.
    #[serde(skip)]
    pub heading: Origin,
}

impl Section {
    /// The number and title on one line, as the drafter wrote them.
    pub fn heading_text(&self) -> String {
        match &self.number {
            Some(number) => format!("{number} {}", self.title),
            None => self.title.clone(),
        }
    }
}

/// Blocks with the footnotes that are defined among them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Body {
    /// The blocks in order.
    pub blocks: Vec<Block>,
    /// The footnotes that are defined here, in the order of the file.
    pub notes: Vec<Note>,
    /// The bytes of the file from the heading (itself included) up to the
    /// first footnote of the closing run; none once something was changed.
    #[serde(skip)]
    pub source: Option<String>,
}

impl Body {
    /// Whether a reader would see nothing.
    pub fn is_blank(&self) -> bool {
        self.blocks.iter().all(Block::is_blank)
    }

    /// Forgets the bytes of the file, because the section was changed: it is
    /// printed anew from now on, with the footnotes that stood among them.
    pub fn touch(&mut self) {
        self.source = None;
        for note in &mut self.notes {
            if note.source == NoteSource::Within {
                note.source = NoteSource::Edited;
            }
        }
    }
}

/// A footnote: a label and its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Note {
    /// The label in the file; the number on the page follows the order of the
    /// references.
    pub label: String,
    /// Its text, mostly one paragraph.
    pub blocks: Vec<Block>,
    /// Its bytes in the file.
    #[serde(skip)]
    pub source: NoteSource,
    /// Where it stands in the file.
    #[serde(skip)]
    pub origin: Origin,
}

/// What is known of the bytes of a footnote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum NoteSource {
    /// Its own bytes, trailing blank lines included: it stands in the run of
    /// footnotes at the end of its section.
    Verbatim(String),
    /// Its bytes are part of its section's, because body text follows it.
    Within,
    /// It was made or changed, and is printed anew.
    #[default]
    Edited,
}
