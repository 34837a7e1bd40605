//! What a PDF keeps of its earlier versions: objects that a later one has
//! replaced, objects that nothing refers to, and bytes between the objects.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::{Document, Object, ObjectId};

use super::machine;
use super::objects::is_same;
use super::tokens::{find, is_blank};
use crate::proof::{NotProven, Search, Spot};

/// How often an object may be replaced.
pub(super) const MOST_VERSIONS: usize = 100;

/// What looking at an object once more for another version of the file takes,
/// in bytes that are read.
pub(super) const COST_OF_OBJECT: usize = 500;

/// What is looked at of an object to see whether it is a number.
const LONGEST_NUMBER: usize = 24;

/// The number of objects in a file, those that were replaced included.
const MOST_OBJECTS: usize = 400_000;

/// More bytes between two objects than this are searched as bytes only.
const LONGEST_GAP: usize = 1 << 20;

/// Where an object begins in the file.
struct Header {
    id: ObjectId,
    start: usize,
    /// After the word `obj`.
    end: usize,
}

/// The objects of a file that opening it does not give, one version of each
/// at a time: where they begin, for every version that the file has of them.
pub(super) struct Hidden {
    versions: BTreeMap<ObjectId, Vec<usize>>,
    /// Whole numbers: the lengths of streams may be among them.
    numbers: Vec<(ObjectId, usize)>,
    root: ObjectId,
    /// How many versions there are to be looked at.
    pub most: usize,
}

impl Hidden {
    /// Looks for them. `current` is what opening the file gives.
    ///
    /// # Errors
    ///
    /// When there are more than can be looked at within bounds.
    pub fn of(bytes: &[u8], current: &Document) -> Result<Self, NotProven> {
        let bytes = from_start(bytes);
        let mut versions: BTreeMap<ObjectId, Vec<usize>> = BTreeMap::new();
        let mut numbers = Vec::new();
        let mut count = 0;
        for header in headers(bytes) {
            versions.entry(header.id).or_default().push(header.start);
            count += 1;
            if count > MOST_OBJECTS {
                return Err(NotProven::TooLarge);
            }
            let body = bytes.get(header.end..).unwrap_or_default();
            let body = body
                .get(..body.len().min(LONGEST_NUMBER))
                .unwrap_or_default();
            let mut inside = body.iter().skip_while(|byte| is_blank(**byte));
            if inside.next().is_some_and(u8::is_ascii_digit) {
                numbers.push((header.id, header.start));
            }
        }
        // One version of an object, and that the one that the file uses, is
        // read with the rest.
        versions.retain(|id, starts| starts.len() > 1 || !current.objects.contains_key(id));
        let most = versions.values().map(Vec::len).max().unwrap_or_default();
        Ok(Self {
            versions,
            numbers,
            root: root(current).unwrap_or_default(),
            most,
        })
    }

    /// The objects of a version, as far as they are not the same in a
    /// document. None when they cannot be read.
    pub fn version(
        &self,
        bytes: &[u8],
        version: usize,
        document: &Document,
    ) -> Option<Vec<(ObjectId, Object)>> {
        let bytes = from_start(bytes);
        let wanted: BTreeMap<ObjectId, usize> = self
            .versions
            .iter()
            .filter_map(|(id, starts)| Some((*id, *starts.get(version)?)))
            .collect();
        let mut all: BTreeMap<ObjectId, usize> = self.numbers.iter().copied().collect();
        all.extend(&wanted);
        let rewritten = with_table(bytes, all.into_iter(), self.root);
        let opened = super::open(&rewritten).ok()?;
        drop(rewritten);
        let mut objects = opened.objects;
        let mut out = Vec::new();
        for id in wanted.keys() {
            let object = objects.remove(id)?;
            if !is_same(document, *id, &object) {
                out.push((*id, object));
            }
        }
        Some(out)
    }
}

/// Whether a file has more objects than can be looked at within bounds. It is
/// asked before the file is opened: each takes a kilobyte then.
pub(super) fn has_too_many(bytes: &[u8]) -> bool {
    headers(bytes).nth(MOST_OBJECTS).is_some()
}

/// The file from where the PDF begins: lopdf counts from there.
fn from_start(bytes: &[u8]) -> &[u8] {
    let first = find(bytes, b"%PDF-", 0).unwrap_or_default();
    bytes.get(first..).unwrap_or_default()
}

/// The file with a table of its own objects, the last version of each, for
/// one whose table is wrong. `opened` is what a forgiving reader made of it.
pub(super) fn rebuilt(bytes: &[u8], opened: Option<&Document>) -> Option<Vec<u8>> {
    let bytes = from_start(bytes);
    let mut objects: BTreeMap<ObjectId, usize> = BTreeMap::new();
    let mut catalog = opened.and_then(root);
    let mut last: Option<Header> = None;
    let mut is_catalog = |header: &Header, end: usize| {
        let own = bytes.get(header.end..end).unwrap_or_default();
        if find(
            own.get(..own.len().min(4096)).unwrap_or_default(),
            b"/Catalog",
            0,
        )
        .is_some()
        {
            catalog = Some(header.id);
        }
    };
    for header in headers(bytes).take(MOST_OBJECTS) {
        objects.insert(header.id, header.start);
        if let Some(last) = &last {
            is_catalog(last, header.start);
        }
        last = Some(header);
    }
    if let Some(last) = &last {
        is_catalog(last, bytes.len());
    }
    Some(with_table(bytes, objects.into_iter(), catalog?))
}

/// The object at the root of a document.
fn root(document: &Document) -> Option<ObjectId> {
    let root = document.trailer.get(b"Root");
    root.and_then(lopdf::Object::as_reference).ok()
}

/// The file with a table at its end that names these objects.
fn with_table(
    bytes: &[u8],
    objects: impl Iterator<Item = (ObjectId, usize)>,
    (number, generation): ObjectId,
) -> Vec<u8> {
    let mut table = String::from("\nxref\n0 1\n0000000000 65535 f \n");
    let mut size = 1;
    for ((own, version), start) in objects {
        size = size.max(own.saturating_add(1));
        // Writing to a string does not fail.
        let _ = write!(table, "{own} 1\n{start:010} {version:05} n \n");
    }
    let _ = write!(
        table,
        "trailer\n<</Size {size}/Root {number} {generation} R>>\nstartxref\n{}\n%%EOF\n",
        bytes.len() + 1
    );
    let mut out = Vec::with_capacity(bytes.len() + table.len());
    out.extend_from_slice(bytes);
    out.extend_from_slice(table.as_bytes());
    out
}

/// Every place where an object begins: `12 0 obj`.
fn headers(bytes: &[u8]) -> impl Iterator<Item = Header> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let found = find(bytes, b"obj", at)?;
            at = found + b"obj".len();
            if let Some(header) = header(bytes, found) {
                return Some(header);
            }
        }
    })
}

/// The header whose word `obj` stands at a byte.
fn header(bytes: &[u8], at: usize) -> Option<Header> {
    let before = bytes.get(..at)?;
    let (generation, before) = number_before(before)?;
    let (number, rest) = number_before(before)?;
    Some(Header {
        id: (u32::try_from(number).ok()?, u16::try_from(generation).ok()?),
        start: rest.len(),
        end: at + b"obj".len(),
    })
}

/// The number at the end of bytes, blanks left out, and what stands before.
fn number_before(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let blanks = bytes
        .iter()
        .rev()
        .take(20)
        .take_while(|byte| is_blank(**byte))
        .count();
    let (bytes, _) = bytes.split_at_checked(bytes.len() - blanks)?;
    let digits = bytes
        .iter()
        .rev()
        .take(10)
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let (before, number) = bytes.split_at_checked(bytes.len() - digits)?;
    let number = std::str::from_utf8(number).ok()?.parse().ok()?;
    Some((number, before))
}

/// Searches what stands between the objects, such as remarks.
pub(super) fn gaps(bytes: &[u8], search: &mut Search<'_>) {
    let first = find(bytes, b"%PDF-", 0).unwrap_or_default();
    let mut text = String::new();
    gap(bytes, 0, first, &mut text);
    // Places in a PDF are counted from where it begins.
    let bytes = bytes.get(first..).unwrap_or_default();
    let mut from = 0;
    for header in headers(bytes) {
        if header.start >= from {
            gap(bytes, from, header.start, &mut text);
            let end = find(bytes, b"endobj", header.end);
            from = end.map_or(bytes.len(), |end| end + b"endobj".len());
        }
    }
    gap(bytes, from, bytes.len(), &mut text);
    search.code(&text, &Spot::Bytes);
}

fn gap(file: &[u8], from: usize, to: usize, text: &mut String) {
    let bytes = file.get(from..to).unwrap_or_default();
    let printable = |byte: &u8| !byte.is_ascii_control() || is_blank(*byte);
    // A few bytes of a remark are not text, so that programs send the file
    // as it is.
    let odd = bytes.iter().filter(|byte| !printable(byte)).count();
    if bytes.len() > LONGEST_GAP || odd > bytes.len() / 10 {
        return;
    }
    text.push(crate::fold::WALL);
    machine::between(file, from, to, text);
}
