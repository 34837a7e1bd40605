//! A nota that was read and checked, with the way from a place to a line and
//! column in its file.

use std::path::Path;

use nota_model::{Diagnostic, Nota, Place, Span};
use nota_store::shown;

use crate::lines::{Lines, Region};

/// A nota that was read and checked.
#[derive(Debug)]
pub(crate) struct Checked {
    /// The file, as the user named it, fit to print.
    pub(crate) file: String,
    /// The same for programs, with every character as it is.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
    /// What is said about it, in the order of the file.
    pub(crate) diagnostics: Vec<Diagnostic>,
    nota: Nota,
    lines: Lines,
}

impl Checked {
    /// A nota with what is said about it.
    pub(crate) fn new(path: &Path, text: String, nota: Nota, diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            file: shown(path),
            path: path.to_string_lossy().into_owned(),
            lines: Lines::new(&text),
            text,
            diagnostics,
            nota,
        }
    }

    /// The bytes of a place: its own, else those of the field or the heading
    /// of the section that it is in. None for the nota as a whole and for
    /// what is missing.
    pub(crate) fn span(&self, place: &Place) -> Option<Span> {
        place
            .span
            .or_else(|| self.field_span(place))
            .or_else(|| self.section_span(place))
    }

    /// The lines and columns of a place; the start of the file for a place
    /// without bytes.
    pub(crate) fn region(&self, place: &Place) -> Region {
        let span = self.span(place).unwrap_or(Span::new(0, 0));
        self.lines.region(&self.text, span)
    }

    /// The bytes of the line that holds this byte.
    pub(crate) fn line_at(&self, at: usize) -> Span {
        self.lines.line_at(&self.text, at)
    }

    fn field_span(&self, place: &Place) -> Option<Span> {
        let path = place.field.as_deref()?;
        let key = self.nota.key_of(path);
        self.nota.front.find(key)?.origin.span()
    }

    fn section_span(&self, place: &Place) -> Option<Span> {
        let section = match place.index {
            Some(index) => self.nota.sections.get(index),
            None => self.nota.section(place.section.as_deref()?),
        };
        section?.heading.span()
    }
}
