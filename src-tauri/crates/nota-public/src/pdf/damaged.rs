//! PDFs that cannot be read as a whole. What stands in the part that can be
//! read is found all the same; that nothing is found there proves nothing, so
//! this side only looks and never fails.

use lopdf::{Document, LoadOptions};

use super::content::Drawings;
use super::limits::Limits;
use super::{MOST_BYTES, MOST_UNPACKED, Work, history};
use crate::proof::{Search, Spot};

/// Searches what can be read of a PDF: as a viewer that passes over faults
/// opens it, and by its objects, whatever its table says.
pub(crate) fn search(bytes: &[u8], search: &mut Search<'_>) {
    look_into(bytes, search, &mut Limits::default(), &Drawings::default());
}

/// The same, for a file in another.
pub(super) fn look_into(
    bytes: &[u8],
    search: &mut Search<'_>,
    limits: &mut Limits,
    known: &Drawings,
) {
    if bytes.len() > MOST_BYTES {
        return;
    }
    search.bytes(bytes, &Spot::Bytes);
    history::gaps(bytes, search);
    let as_it_is = open(bytes);
    let rebuilt = history::rebuilt(bytes, as_it_is.as_ref());
    let rebuilt = rebuilt.and_then(|bytes| open(&bytes));
    for document in as_it_is.iter().chain(&rebuilt) {
        let mut work = Work::new(search, 0, limits, known);
        work.document(document, None);
    }
}

fn open(bytes: &[u8]) -> Option<Document> {
    let options = LoadOptions {
        max_decompressed_size: Some(MOST_UNPACKED),
        strict: false,
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(bytes, options).ok()?;
    let is_encrypted = document.is_encrypted() || document.was_encrypted();
    (!is_encrypted).then_some(document)
}
