//! What the streams of a PDF are for. A stream does not always say so itself:
//! the entry that refers to it does. What nothing explains is not known, and
//! then it is looked at as a file of its own.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::objects::DEEPEST;

/// What a stream is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// An attached file.
    Attachment,
    /// A program of a font, a profile of colours, a table: it draws or counts
    /// and says nothing.
    Machine,
    /// The drawing of a letter.
    Glyph,
    /// A mask of a picture, which goes with it.
    Mask,
}

/// The roles of the streams in a document, as far as an entry gives them.
pub(super) fn roles(document: &Document) -> HashMap<ObjectId, Role> {
    let mut out = HashMap::new();
    for object in document.objects.values() {
        walk(object, None, 0, &mut out);
    }
    out
}

fn walk(object: &Object, role: Option<Role>, depth: usize, out: &mut HashMap<ObjectId, Role>) {
    if depth > DEEPEST {
        return;
    }
    match object {
        Object::Reference(id) => {
            // That it is attached counts for more than what else it may be.
            if let Some(role) = role
                && (role == Role::Attachment || !out.contains_key(id))
            {
                out.insert(*id, role);
            }
        }
        Object::Array(items) => {
            let is_palette = matches!(items.first(), Some(Object::Name(name)) if matches!(name.as_slice(), b"Indexed" | b"I"));
            let role = match is_palette {
                true => Some(Role::Machine),
                false => role,
            };
            for item in items {
                walk(item, role, depth + 1, out);
            }
        }
        Object::Dictionary(dict) => entries(dict, role, depth, out),
        Object::Stream(stream) => entries(&stream.dict, None, depth, out),
        _ => {}
    }
}

fn entries(dict: &Dictionary, role: Option<Role>, depth: usize, out: &mut HashMap<ObjectId, Role>) {
    for (key, value) in dict.iter() {
        let own = match key.as_slice() {
            b"EF" | b"RF" => Some(Role::Attachment),
            b"FontFile" | b"FontFile2" | b"FontFile3" | b"CIDToGIDMap" | b"CIDSet"
            | b"JBIG2Globals" | b"DestOutputProfile" => Some(Role::Machine),
            b"CharProcs" => Some(Role::Glyph),
            b"SMask" | b"Mask" => Some(Role::Mask),
            // What stands in an entry for files is a file by any key.
            _ => role.filter(|own| matches!(own, Role::Attachment | Role::Glyph)),
        };
        walk(value, own, depth + 1, out);
    }
}
