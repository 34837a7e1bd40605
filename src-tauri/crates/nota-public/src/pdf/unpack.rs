//! Unpacks streams, in full or not at all. A viewer shows what comes before
//! the damage in a stream; a proof must not pass over what comes after it.

use std::io::Read;

use flate2::read::ZlibDecoder;
use lopdf::{DecompressError, Error, Object, Stream};

use super::MOST_UNPACKED;
use crate::proof::NotProven;

/// The filters of one stream.
const MOST_FILTERS: usize = 8;

/// The content of a stream.
///
/// # Errors
///
/// When it cannot be unpacked to its end, or is too large.
pub(super) fn unpacked(stream: &Stream) -> Result<Vec<u8>, NotProven> {
    let filters = match stream.dict.get(b"Filter") {
        Ok(_) => stream.filters().map_err(|error| opaque(&error))?,
        Err(_) => Vec::new(),
    };
    if filters.len() > MOST_FILTERS {
        return Err(NotProven::TooLarge);
    }
    let mut content = stream.content.clone();
    for (index, filter) in filters.iter().enumerate() {
        if *filter == b"FlateDecode" {
            whole(&content)?;
        }
        let mut step = Stream::new(lopdf::Dictionary::new(), content);
        step.dict.set("Filter", Object::Name(filter.to_vec()));
        if let Some(parameters) = parameters(stream, index) {
            step.dict.set("DecodeParms", parameters);
        }
        content = step
            .decompressed_content_with_limit(MOST_UNPACKED)
            .map_err(|error| opaque(&error))?;
    }
    Ok(content)
}

/// The parameters of a filter.
fn parameters(stream: &Stream, index: usize) -> Option<Object> {
    match stream.dict.get(b"DecodeParms").ok()? {
        Object::Array(all) => all.get(index).cloned(),
        one => Some(one.clone()),
    }
}

/// Whether packed bytes are whole, up to their checksum.
fn whole(packed: &[u8]) -> Result<(), NotProven> {
    let mut decoder = ZlibDecoder::new(packed).take(MOST_UNPACKED as u64 + 1);
    let read = std::io::copy(&mut decoder, &mut std::io::sink());
    match read {
        Ok(_) => Ok(()),
        Err(_) => Err(NotProven::Opaque("een beschadigde stroom".to_owned())),
    }
}

/// What a stream that cannot be unpacked means for the proof.
pub(super) fn opaque(error: &Error) -> NotProven {
    match error {
        Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => NotProven::TooLarge,
        error => NotProven::Opaque(format!("een stroom die niet uit te pakken is ({error})")),
    }
}
