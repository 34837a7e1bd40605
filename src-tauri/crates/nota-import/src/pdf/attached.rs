//! The source that a PDF of our own carries: an attached file that ends in
//! `.nota.md`.

use lopdf::{Dictionary, Document, Object};

use super::MAX_STREAM;

/// How deep the tree of names is followed.
const MAX_DEPTH: usize = 16;

/// How many nodes of it are looked at.
const MAX_NODES: usize = 1_000;

/// The text of the source; none when the file carries none.
pub(super) fn source(document: &Document) -> Option<String> {
    let names = resolved(document, document.catalog().ok()?.get(b"Names").ok()?)?;
    let tree = resolved(document, names.get(b"EmbeddedFiles").ok()?)?;
    let mut left = MAX_NODES;
    find(document, tree, 0, &mut left)
}

fn find(document: &Document, node: &Dictionary, depth: usize, left: &mut usize) -> Option<String> {
    if depth > MAX_DEPTH || *left == 0 {
        return None;
    }
    *left -= 1;
    if let Ok(names) = node.get(b"Names").and_then(Object::as_array) {
        for own in names.chunks(2).take(MAX_NODES) {
            let spec = own.get(1).and_then(|own| resolved(document, own));
            if let Some(text) = spec.and_then(|spec| text_of(document, spec)) {
                return Some(text);
            }
        }
    }
    let kids = node.get(b"Kids").and_then(Object::as_array).ok()?;
    kids.iter()
        .take(MAX_NODES)
        .filter_map(|kid| resolved(document, kid))
        .find_map(|kid| find(document, kid, depth + 1, left))
}

/// The text of an attached file, when it is a source.
fn text_of(document: &Document, spec: &Dictionary) -> Option<String> {
    let name = spec.get(b"UF").or_else(|_| spec.get(b"F")).ok()?;
    let name = lopdf::decode_text_string(name).ok()?;
    if !name.to_lowercase().ends_with(".nota.md") {
        return None;
    }
    let files = resolved(document, spec.get(b"EF").ok()?)?;
    let stream = files.get(b"F").or_else(|_| files.get(b"UF")).ok()?;
    let (_, stream) = document.dereference(stream).ok()?;
    let stream = stream.as_stream().ok()?;
    let bytes = match stream.dict.has(b"Filter") {
        true => stream.decompressed_content_with_limit(MAX_STREAM).ok()?,
        false => stream.content.clone(),
    };
    String::from_utf8(bytes).ok()
}

fn resolved<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}
