//! The strings and names in the objects of a PDF.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{MOST_UNPACKED, Pass, Work, machine, written};
use crate::fold::WALL;
use crate::proof::{Search, Spot};

/// How deep arrays and dictionaries may stand in one another; lopdf reads no
/// deeper.
pub(super) const DEEPEST: usize = 120;

/// Strings and names, gathered by where they stand so that they are searched
/// together, with a wall between each and the next.
#[derive(Default)]
pub(super) struct Strings {
    prose: BTreeMap<Spot, String>,
    code: BTreeMap<Spot, String>,
    pub count: usize,
}

impl Strings {
    /// Adds a string in every encoding that it may be in.
    pub fn string(&mut self, bytes: &[u8], spot: &Spot) {
        self.count += 1;
        let out = self.prose.entry(spot.clone()).or_default();
        let object = Object::string_literal(bytes);
        let latin = || bytes.iter().copied().map(char::from).collect::<String>();
        let text = lopdf::decode_text_string(&object).unwrap_or_else(|_| latin());
        out.push(WALL);
        out.push_str(&text);
        for plain in written::plainly(&text) {
            out.push(WALL);
            out.push_str(&plain);
        }
        if bytes.is_ascii() && !bytes.contains(&0) {
            return;
        }
        if let Ok(text) = std::str::from_utf8(bytes) {
            out.push(WALL);
            out.push_str(text);
        }
        if bytes.len().is_multiple_of(2) && bytes.contains(&0) {
            for from in [u16::from_be_bytes, u16::from_le_bytes] {
                let units = bytes.as_chunks::<2>().0.iter().map(|pair| from(*pair));
                out.push(WALL);
                out.extend(char::decode_utf16(units).map(|c| c.unwrap_or(' ')));
            }
        }
    }

    /// Adds a name.
    pub fn name(&mut self, name: &[u8], spot: &Spot) {
        self.count += 1;
        if machine::is_name(name) {
            return;
        }
        let out = self.code.entry(spot.clone()).or_default();
        out.push(WALL);
        match std::str::from_utf8(name) {
            Ok(name) => out.push_str(name),
            Err(_) => out.extend(name.iter().copied().map(char::from)),
        }
    }

    /// Searches them.
    pub fn search(self, search: &mut Search<'_>) {
        search.searched.strings += self.count;
        for (spot, text) in &self.prose {
            search.text(text, spot);
        }
        for (spot, text) in &self.code {
            search.code(text, spot);
        }
    }
}

/// Hands each dictionary in an object to `look`, that of a stream included.
pub(super) fn each_dictionary<'o>(object: &'o Object, look: &mut dyn FnMut(&'o Dictionary)) {
    fn walk<'o>(object: &'o Object, depth: usize, look: &mut dyn FnMut(&'o Dictionary)) {
        if depth > DEEPEST {
            return;
        }
        match object {
            Object::Array(items) => items.iter().for_each(|item| walk(item, depth + 1, look)),
            Object::Dictionary(dict) => inside(dict, depth, look),
            Object::Stream(stream) => inside(&stream.dict, depth, look),
            _ => {}
        }
    }
    fn inside<'o>(dict: &'o Dictionary, depth: usize, look: &mut dyn FnMut(&'o Dictionary)) {
        look(dict);
        dict.iter()
            .for_each(|(_, value)| walk(value, depth + 1, look));
    }
    walk(object, 0, look);
}

/// Adds the strings and names of an object. A string belongs to the last key
/// above it.
pub(super) fn strings(object: &Object, id: u32, spot: &Spot, depth: usize, out: &mut Strings) {
    if depth > DEEPEST {
        return;
    }
    match object {
        Object::String(bytes, _) => out.string(bytes, spot),
        Object::Name(name) => out.name(name, spot),
        Object::Array(items) => {
            for item in items {
                strings(item, id, spot, depth + 1, out);
            }
        }
        Object::Dictionary(dict) => entries(dict, id, spot, depth, out),
        Object::Stream(stream) => entries(&stream.dict, id, spot, depth, out),
        _ => {}
    }
}

fn entries(dict: &Dictionary, id: u32, spot: &Spot, depth: usize, out: &mut Strings) {
    for (key, value) in dict.iter() {
        out.name(key, spot);
        // The marks of font subsets and names of fonts say nothing.
        if matches!(key.as_slice(), b"BaseFont" | b"FontName" | b"FontFamily") {
            continue;
        }
        let own = match spot {
            Spot::Hidden(_) => spot.clone(),
            _ => Spot::keyed(id, key),
        };
        if is_machine(key, value) {
            out.count += 1;
            continue;
        }
        strings(value, id, &own, depth + 1, out);
    }
}

/// Whether a value is a moment, or the two marks of identity of the file.
fn is_machine(key: &[u8], value: &Object) -> bool {
    let is_identity = |own: &Object| own.as_str().is_ok_and(machine::is_identity);
    match value {
        Object::String(bytes, _) => {
            let of_letters = matches!(key, b"Registry" | b"Ordering");
            machine::is_moment(key, bytes) || of_letters && machine::is_name(bytes)
        }
        Object::Array(both) if key == b"ID" => both.len() == 2 && both.iter().all(is_identity),
        _ => false,
    }
}

impl<'d> Work<'_, '_> {
    /// Reads all objects of a document; of an earlier version those that are
    /// not the same in the last.
    pub(super) fn objects(&mut self, pass: &mut Pass<'d>) {
        let document = pass.document;
        let mut found = Strings::default();
        strings(
            &Object::Dictionary(document.trailer.clone()),
            0,
            &Spot::Object(0),
            0,
            &mut found,
        );
        let mut aloud = String::new();
        for (id, object) in &document.objects {
            if pass.only.as_ref().is_some_and(|only| !only.contains(id)) {
                continue;
            }
            let searched = &mut self.search.searched;
            searched.objects += 1;
            searched.hidden_objects += usize::from(pass.only.is_some());
            let spot = match pass.only {
                Some(_) => Spot::Hidden(id.0),
                None => Spot::Object(id.0),
            };
            strings(object, id.0, &spot, 0, &mut found);
            each_dictionary(object, &mut |dict| spoken(dict, &mut aloud));
            if let Object::Stream(stream) = object {
                self.stream(pass, *id, stream);
                self.pack(document, stream, &spot);
            }
        }
        self.pictures(pass);
        found.search(self.search);
        self.search.again(&aloud, &Spot::Keyed(0, "ActualText"));
    }

    /// Sets apart the objects in a stream of objects that the file does not
    /// use any more.
    fn pack(&mut self, document: &Document, stream: &lopdf::Stream, spot: &Spot) {
        if !stream.dict.has_type(b"ObjStm") {
            return;
        }
        let most = MOST_UNPACKED.min(self.limits.room());
        let Ok(packed) = lopdf::ObjectStream::new_with_limit(stream, Some(most)) else {
            self.search.unread("een beschadigd deel", spot);
            return;
        };
        let count = stream.dict.get(b"N").and_then(Object::as_i64);
        if count.ok() != i64::try_from(packed.objects.len()).ok() {
            self.search.unread("een beschadigd deel", spot);
        }
        let objects = packed.objects.into_iter();
        self.packs
            .extend(objects.filter(|(id, object)| !is_same(document, *id, object)));
    }
}

/// Adds the text that replaces what an element shows: a word may be cut into
/// its syllables.
fn spoken(dict: &Dictionary, out: &mut String) {
    if let Ok(own @ Object::String(..)) = dict.get(b"ActualText") {
        out.push_str(&lopdf::decode_text_string(own).unwrap_or_default());
        out.push(' ');
    }
}

/// Whether a document has the same object under this number.
pub(super) fn is_same(document: &Document, id: ObjectId, object: &Object) -> bool {
    match (document.objects.get(&id), object) {
        (Some(Object::Stream(own)), Object::Stream(other)) => {
            own.dict == other.dict && own.content == other.content
        }
        (Some(own), other) => own == other,
        (None, _) => false,
    }
}
