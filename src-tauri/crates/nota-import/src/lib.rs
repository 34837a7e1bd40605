//! Texts of elsewhere as a nota: Word, ODT, web pages, Markdown, text and PDF
//! become one row of pieces, and these are assigned to the sections and fields
//! of a template. No disk, no clock; every character is counted.

mod assign;
mod balance;
mod blocks;
mod docx;
mod html;
mod kind;
pub mod limits;
mod markdown;
mod odt;
mod own;
mod package;
mod paste;
mod pdf;
mod plain;
mod raised;
mod refusal;
mod report;
mod runs;
mod source;
mod symbols;
mod tables;
mod words;
mod xml;

use std::sync::Arc;

use nota_template::{Registry, Template};

pub use assign::{Choices, Imported};
pub use balance::REST;
pub use kind::Kind;
pub use paste::{Pasted, paste_html, paste_plain};
pub use refusal::Refusal;
pub use report::{Certainty, Characters, Dropped, Landing, Reason, Report, Target};
pub use source::{Comment, Loss};

use kind::File;
use source::{Piece, Source};

/// A file that was read, before it is assigned to a template.
#[derive(Debug)]
pub struct Document {
    source: Source,
    proposed: Arc<Template>,
}

/// Whether a file is read as a nota by this crate only: a nota of ours, and any
/// text that is called one, is opened as it is.
pub fn is_foreign(name: &str, bytes: &[u8]) -> bool {
    let is_named_so = name.to_lowercase().ends_with(".md");
    match kind::recognise(bytes) {
        Ok(File::Text(Kind::Markdown, _)) | Err(Refusal::Empty) => false,
        Ok(File::Text(Kind::Text, _)) => !is_named_so,
        Ok(_) => true,
        // Whoever opens it says what is wrong with a nota.
        Err(Refusal::NotText | Refusal::TooLarge) => !is_named_so,
        Err(_) => true,
    }
}

/// The text of the nota that a PDF of ours carries; none for other files.
pub fn own_source(bytes: &[u8]) -> Option<String> {
    match kind::recognise(bytes) {
        Ok(File::Pdf(bytes)) => pdf::own_source(bytes),
        _ => None,
    }
}

/// Reads a file, whatever its name.
///
/// # Errors
///
/// When no text can be read from it, or it is over a limit.
pub fn read(bytes: &[u8], registry: &Registry) -> Result<Document, Refusal> {
    let mut source = match kind::recognise(bytes)? {
        File::Package(Kind::Docx, mut package) => docx::read(&mut package)?,
        File::Package(_, mut package) => odt::read(&mut package)?,
        File::Text(Kind::Markdown, text) => markdown::read(&text, registry)?,
        File::Text(Kind::Html, text) => html::read(&text, html::Use::File)?,
        File::Text(_, text) => plain::read(&text)?,
        File::Pdf(bytes) => pdf::read(bytes, registry)?,
    };
    source.settle_notes();
    if matches!(source.kind, Kind::Docx | Kind::Odt | Kind::Html) {
        source.list_typed_items();
    }
    let named = source.template.as_deref();
    let named = named.and_then(|id| registry.find(id));
    let proposed = named.unwrap_or_else(|| assign::propose(&source, registry));
    Ok(Document { source, proposed })
}

impl Document {
    /// What kind of file it was.
    pub fn kind(&self) -> Kind {
        self.source.kind
    }

    /// The template that fits it best.
    pub fn proposed(&self) -> Arc<Template> {
        Arc::clone(&self.proposed)
    }

    /// The texts of its pieces, in order, to show beside the nota.
    pub fn pieces(&self) -> impl Iterator<Item = String> {
        self.source.pieces.iter().map(Piece::plain)
    }

    /// The nota that it makes under a template, with what the drafter decided.
    pub fn assign(&self, template: &Arc<Template>, choices: &Choices) -> Imported {
        let mut imported = assign::assign(&self.source, template, choices);
        imported.report.proposed = template.id == self.proposed.id;
        imported
    }
}
