//! Reads PDFs: ours by the source that they carry, others by their text in the
//! order in which it was written. A scan has no text, and is told as such.

mod attached;
mod lines;
mod page;

use lopdf::{Document, LoadOptions, ObjectId};
use nota_template::Registry;

use crate::kind::Kind;
use crate::markdown;
use crate::plain;
use crate::refusal::Refusal;
use crate::source::{Loss, Source};

use lines::{Lines, drop_margins};

/// What one stream may unpack to, in bytes.
pub(super) const MAX_STREAM: usize = 10 * 1024 * 1024;

/// What the text of all pages may unpack to, in bytes.
const MAX_CONTENT: usize = 40 * 1024 * 1024;

/// The number of pages that are read.
const MAX_PAGES: usize = 500;

/// The source that a document carries.
pub(crate) fn own_source(bytes: &[u8]) -> Option<String> {
    attached::source(&load(bytes).ok()?)
}

fn load(bytes: &[u8]) -> lopdf::Result<Document> {
    let options = LoadOptions {
        max_decompressed_size: Some(MAX_STREAM),
        ..LoadOptions::default()
    };
    Document::load_mem_with_options(bytes, options)
}

/// Reads a document.
///
/// # Errors
///
/// When it is damaged, has a password, has no text or is over a limit.
pub(crate) fn read(bytes: &[u8], registry: &Registry) -> Result<Source, Refusal> {
    let document = load(bytes).map_err(|error| match error {
        lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) => Refusal::EncryptedPdf,
        _ => Refusal::Damaged,
    })?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(Refusal::EncryptedPdf);
    }
    if let Some(text) = attached::source(&document) {
        let mut source = markdown::read(&text, registry)?;
        source.kind = Kind::Pdf;
        return Ok(source);
    }
    by_text(&document)
}

fn by_text(document: &Document) -> Result<Source, Refusal> {
    let pages: Vec<ObjectId> = document.page_iter().take(MAX_PAGES + 1).collect();
    if pages.is_empty() {
        return Err(Refusal::Damaged);
    }
    if pages.len() > MAX_PAGES {
        return Err(Refusal::TooMuchInside);
    }
    let mut left = MAX_CONTENT;
    let mut all: Vec<Lines> = Vec::new();
    for page in pages {
        let content = document
            .get_page_content_with_limit(page, left.min(MAX_STREAM))
            .map_err(|_| Refusal::TooMuchInside)?;
        left -= content.len().min(left);
        all.push(page::lines(document, page, &content));
    }
    let dropped = drop_margins(&mut all);
    let text = lines::text(&all);
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Refusal::Scan);
    }
    let mut source = plain::read(&text)?;
    source.kind = Kind::Pdf;
    source.lose(Loss::Order, "");
    for (loss, line) in dropped {
        source.census.push_str(&line);
        source.census.push('\n');
        source.left_out.push_str(&line);
        source.lose(loss, &line);
    }
    Ok(source)
}
