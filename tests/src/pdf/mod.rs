//! Reading PDFs back, independently of what made them: their tags, their
//! text, their pictures, and what the validator says.

mod content;
mod facts;
mod letters;
mod pixels;
mod readers;
mod tags;
mod verapdf;

pub use facts::{bookmarks, faults};
pub use letters::{Letters, letters};
pub use pixels::{Picture, difference};
pub use readers::{mupdf_text, page_picture, qpdf_check, text};
pub use tags::{Node, structure, yaml};
pub use verapdf::validate;

use lopdf::{Dictionary, Document, Object};

/// Opens a PDF.
///
/// # Errors
///
/// When it is none.
pub fn open(bytes: &[u8]) -> Result<Document, String> {
    Document::load_mem(bytes).map_err(|error| format!("lopdf cannot open the PDF: {error}"))
}

/// The object behind a reference, or the object itself.
fn follow<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Object> {
    document.dereference(object).ok().map(|(_, object)| object)
}

/// An entry of a dictionary, references followed.
fn entry<'a>(document: &'a Document, dict: &'a Dictionary, key: &str) -> Option<&'a Object> {
    follow(document, dict.get(key.as_bytes()).ok()?)
}

/// A dictionary in an entry of a dictionary.
fn dict_in<'a>(document: &'a Document, dict: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
    entry(document, dict, key)?.as_dict().ok()
}

/// A name in an entry of a dictionary.
fn name_in(document: &Document, dict: &Dictionary, key: &str) -> Option<String> {
    let name = entry(document, dict, key)?.as_name().ok()?;
    Some(String::from_utf8_lossy(name).into_owned())
}

/// A text string in an entry of a dictionary.
pub fn text_in(document: &Document, dict: &Dictionary, key: &str) -> Option<String> {
    lopdf::decode_text_string(entry(document, dict, key)?).ok()
}
