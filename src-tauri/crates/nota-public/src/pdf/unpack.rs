//! Unpacks streams, in full or not at all. A viewer shows what comes before
//! the damage in a stream; a proof must not pass over what comes after it.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::rc::Rc;

use flate2::read::ZlibDecoder;
use flate2::{Decompress, FlushDecompress, Status};
use lopdf::{DecompressError, Dictionary, Error, Object, ObjectId, Stream};

use super::MOST_UNPACKED;
use super::limits::Limits;

/// The filters of one stream.
const MOST_FILTERS: usize = 8;

/// What is kept of a document after unpacking, so that a stream that many
/// pages share is unpacked once.
const MOST_KEPT: usize = 64 << 20;

/// What is unpacked at once.
const PIECE: usize = 1 << 16;

/// Why a stream cannot be unpacked in full, in Dutch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Its bytes are damaged.
    Damaged,
    /// It is packed in a way that is not known, or wrongly.
    Unknown,
    /// It is larger than may be unpacked.
    TooLarge,
}

impl Fault {
    /// What cannot be read then.
    pub fn what(self) -> &'static str {
        match self {
            Fault::Damaged => "een beschadigde stroom",
            Fault::Unknown => "een stroom die niet uit te pakken is",
            Fault::TooLarge => "een stroom die te groot is om uit te pakken",
        }
    }
}

/// The streams of a document, as far as they were unpacked.
#[derive(Default)]
pub(super) struct Unpacked {
    kept: HashMap<ObjectId, Rc<Vec<u8>>>,
    bytes: usize,
    /// The streams that could not be unpacked in full.
    pub faults: BTreeMap<ObjectId, Fault>,
}

impl Unpacked {
    /// The content of a stream; of a damaged one what comes before the fault.
    pub fn of(
        &mut self,
        id: Option<ObjectId>,
        stream: &Stream,
        limits: &mut Limits,
    ) -> Option<Rc<Vec<u8>>> {
        if let Some(known) = id.and_then(|id| self.kept.get(&id)) {
            return Some(Rc::clone(known));
        }
        let most = MOST_UNPACKED.min(limits.room());
        let content = match within(stream, most) {
            Ok(content) => content,
            Err(fault) => {
                self.faults.insert(id.unwrap_or_default(), fault);
                match fault {
                    Fault::Damaged => start_of(&stream.content, most),
                    Fault::Unknown => Vec::new(),
                    Fault::TooLarge => {
                        limits.unpack(most);
                        Vec::new()
                    }
                }
            }
        };
        limits.unpack(content.len());
        let content = Rc::new(content);
        if let Some(id) = id
            && self.bytes + content.len() <= MOST_KEPT
        {
            self.bytes += content.len();
            self.kept.insert(id, Rc::clone(&content));
        }
        Some(content)
    }
}

/// The content of a stream.
///
/// # Errors
///
/// When it cannot be unpacked to its end, or is too large.
pub(super) fn unpacked(stream: &Stream) -> Result<Vec<u8>, Fault> {
    within(stream, MOST_UNPACKED)
}

fn within(stream: &Stream, most: usize) -> Result<Vec<u8>, Fault> {
    let filters = match stream.dict.get(b"Filter") {
        Ok(_) => stream.filters().map_err(|_| Fault::Unknown)?,
        Err(_) => Vec::new(),
    };
    if filters.len() > MOST_FILTERS {
        return Err(Fault::Unknown);
    }
    if filters.is_empty() && stream.content.len() > most {
        return Err(Fault::TooLarge);
    }
    let mut content = stream.content.clone();
    for (index, filter) in filters.iter().enumerate() {
        let parameters = parameters(stream, index);
        content = match *filter {
            b"FlateDecode" | b"Fl" => flate(content, parameters, most)?,
            _ => step(content, filter, parameters, most)?,
        };
    }
    Ok(content)
}

/// Unpacks what is packed with Flate. Nothing at all is an empty stream.
fn flate(packed: Vec<u8>, parameters: Option<Object>, most: usize) -> Result<Vec<u8>, Fault> {
    if packed.iter().all(u8::is_ascii_whitespace) {
        return Ok(Vec::new());
    }
    let mut out = Vec::new();
    let decoder = ZlibDecoder::new(packed.as_slice());
    let read = decoder.take(most as u64 + 1).read_to_end(&mut out);
    if read.is_err() {
        return Err(Fault::Damaged);
    }
    if out.len() > most {
        return Err(Fault::TooLarge);
    }
    let predicts = |own: &Dictionary| {
        let predictor = own.get(b"Predictor").and_then(Object::as_i64);
        predictor.is_ok_and(|predictor| predictor > 1)
    };
    match parameters {
        Some(Object::Dictionary(own)) if predicts(&own) => {
            step(packed, b"FlateDecode", Some(Object::Dictionary(own)), most)
        }
        Some(own @ Object::Reference(_)) => step(packed, b"FlateDecode", Some(own), most),
        _ => Ok(out),
    }
}

/// Undoes one filter.
fn step(
    content: Vec<u8>,
    filter: &[u8],
    parameters: Option<Object>,
    most: usize,
) -> Result<Vec<u8>, Fault> {
    let mut step = Stream::new(Dictionary::new(), content);
    step.dict.set("Filter", Object::Name(filter.to_vec()));
    if let Some(parameters) = parameters {
        step.dict.set("DecodeParms", parameters);
    }
    step.decompressed_content_with_limit(most)
        .map_err(|error| match error {
            Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => Fault::TooLarge,
            _ => Fault::Unknown,
        })
}

/// The parameters of a filter.
fn parameters(stream: &Stream, index: usize) -> Option<Object> {
    match stream.dict.get(b"DecodeParms").ok()? {
        Object::Array(all) => all.get(index).cloned(),
        one => Some(one.clone()),
    }
}

/// What comes before the fault in packed bytes. The two bytes of the header
/// and the checksum at the end are passed over.
fn start_of(packed: &[u8], most: usize) -> Vec<u8> {
    let mut unpacking = Decompress::new(false);
    let mut rest = packed.get(2..).unwrap_or_default();
    let mut out = Vec::new();
    let mut piece = vec![0; PIECE];
    while out.len() < most {
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
