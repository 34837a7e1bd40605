//! PDFs that cannot be read as a whole. What stands in the part that can be
//! read is found all the same; that nothing is found there proves nothing, so
//! this side only looks and never fails.

use std::collections::HashSet;

use flate2::{Decompress, FlushDecompress, Status};
use lopdf::{Document, LoadOptions, Object, Stream};

use super::fonts::Fonts;
use super::objects::Strings;
use super::{MOST_BYTES, MOST_UNPACKED, Work, gather_fonts, history, page_fonts, unpack};
use crate::proof::{Search, Spot};

/// What is unpacked of one file in all.
const MOST_IN_ALL: usize = 512 << 20;

/// What is unpacked at once.
const PIECE: usize = 1 << 16;

/// Searches what can be read of a PDF: as a viewer that passes over faults
/// opens it, and by its objects, whatever its table says.
pub(crate) fn search(bytes: &[u8], search: &mut Search<'_>) {
    if bytes.len() > MOST_BYTES {
        return;
    }
    search.bytes(bytes, &Spot::Bytes);
    history::gaps(bytes, search);
    let as_it_is = open(bytes);
    let rebuilt = history::rebuilt(bytes, as_it_is.as_ref());
    let rebuilt = rebuilt.and_then(|bytes| open(&bytes));
    let mut left = MOST_IN_ALL;
    for document in as_it_is.iter().chain(&rebuilt) {
        look(document, search, &mut left);
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

fn look(document: &Document, search: &mut Search<'_>, left: &mut usize) {
    let mut fonts = Fonts::default();
    gather_fonts(document, &mut fonts);
    let mut work = Work {
        search,
        depth: 0,
        shown: HashSet::new(),
    };
    for (index, page) in document.page_iter().enumerate() {
        let mut content = Vec::new();
        for id in document.get_page_contents(page) {
            if let Ok(Object::Stream(stream)) = document.get_object(id) {
                content.extend(readable(stream, left));
                content.push(b'\n');
            }
        }
        let own = page_fonts(document, page, &fonts);
        work.search.searched.pages = work.search.searched.pages.max(index + 1);
        // A font that says nothing of its letters leaves the rest readable.
        let _ = work.content(&content, &own, &fonts.anywhere, &Spot::Page(index + 1));
    }
    let mut found = Strings::default();
    for (id, object) in &document.objects {
        super::objects::strings(object, id.0, &Spot::Object(id.0), 0, &mut found);
        if let Object::Stream(stream) = object {
            let spot = Spot::Stream(id.0);
            let bytes = readable(stream, left);
            work.search.bytes(&bytes, &spot);
            let _ = work.content_of(document, &fonts, *id, stream, &bytes, &spot);
        }
    }
    found.search(work.search);
}

/// The content of a stream, as far as it can be unpacked.
fn readable(stream: &Stream, left: &mut usize) -> Vec<u8> {
    let content = unpack::unpacked(stream).unwrap_or_else(|_| start_of(&stream.content));
    match left.checked_sub(content.len()) {
        Some(rest) => {
            *left = rest;
            content
        }
        None => Vec::new(),
    }
}

/// What comes before the fault in packed bytes. The two bytes of the header
/// and the checksum at the end are passed over.
fn start_of(packed: &[u8]) -> Vec<u8> {
    let mut unpacking = Decompress::new(false);
    let mut rest = packed.get(2..).unwrap_or_default();
    let mut out = Vec::new();
    let mut piece = vec![0; PIECE];
    while out.len() < MOST_UNPACKED {
        let (read, made) = (unpacking.total_in(), unpacking.total_out());
        let status = unpacking.decompress(rest, &mut piece, FlushDecompress::None);
        let came = |now: u64, before: u64| usize::try_from(now - before).unwrap_or_default();
        let read = came(unpacking.total_in(), read);
        let made = came(unpacking.total_out(), made);
        out.extend(piece.get(..made).unwrap_or_default());
        rest = rest.get(read..).unwrap_or_default();
        let goes_on = matches!(status, Ok(Status::Ok)) && (read > 0 || made > 0);
        if !goes_on {
            break;
        }
    }
    out
}
