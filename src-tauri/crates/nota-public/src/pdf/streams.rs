//! The streams of a PDF: what each is, and how it is searched. A stream that
//! gives no text and is not known to have none counts as not read.

use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::content::{has_room, mark};
use super::roles::Role;
use super::tokens::find;
use super::{Pass, Work, machine, written, xmp};
use crate::proof::Spot;
use crate::text;

/// Filters of pictures, which are not unpacked.
const PICTURES: &[&[u8]] = &[
    b"DCTDecode",
    b"JPXDecode",
    b"CCITTFaxDecode",
    b"JBIG2Decode",
];

impl<'d> Work<'_, '_> {
    /// Searches a stream.
    pub(super) fn stream(&mut self, pass: &mut Pass<'d>, id: ObjectId, stream: &'d Stream) {
        let spot = match pass.only {
            Some(_) => Spot::Hidden(id.0),
            None => Spot::Stream(id.0),
        };
        self.search.searched.streams += 1;
        if is_picture(&stream.dict) {
            // A picture may have remarks of its camera or its maker in it.
            self.remains(&stream.content, &spot);
            pass.pictures.push(id);
            return;
        }
        self.search.bytes(&stream.content, &spot);
        let filters = stream.filters().unwrap_or_default();
        if filters.iter().any(|own| PICTURES.contains(own)) {
            self.remains(&stream.content, &spot);
            self.search.unread("een plaatje", &spot);
            return;
        }
        let Some(bytes) = pass.streams.of(Some(id), stream, self.limits) else {
            return;
        };
        if self.search.spend(bytes.len()).is_err() {
            self.limits.reached = true;
            return;
        }
        self.search.bytes(&bytes, &spot);
        self.by_kind(pass, id, stream, &bytes, &spot);
    }

    fn by_kind(
        &mut self,
        pass: &mut Pass<'d>,
        id: ObjectId,
        stream: &'d Stream,
        bytes: &[u8],
        spot: &Spot,
    ) {
        let dict = &stream.dict;
        let role = pass.roles.get(&id).copied();
        if dict.has_type(b"XRef") || dict.has_type(b"ObjStm") {
            return;
        }
        if dict.has_type(b"EmbeddedFile") || role == Some(Role::Attachment) {
            self.attachment(id, bytes, spot);
        } else if dict.has_type(b"Metadata") || subtype(dict) == b"XML" {
            self.metadata(bytes, spot);
        } else if pass.shown.contains(&id) || role == Some(Role::Machine) {
            // It was read where it is shown, or says nothing.
        } else if looks_like_content(dict, bytes) {
            let own = dict
                .get_deref(b"Resources", pass.document)
                .and_then(Object::as_dict);
            let own: Vec<&Dictionary> = own.into_iter().collect();
            self.drawing(pass, bytes, &own, spot);
        } else if !(is_machine(dict, bytes) || pass.is_linear && is_hint(dict)) {
            self.unknown(pass, bytes, role, spot);
        }
    }

    /// A stream that nothing explains: a text, a script, a drawing, or a file
    /// that is not called one.
    fn unknown(&mut self, pass: &mut Pass<'d>, bytes: &[u8], role: Option<Role>, spot: &Spot) {
        let Some(text) = text::decode(bytes) else {
            if role != Some(Role::Glyph) {
                self.file(bytes, spot, 0);
            }
            return;
        };
        if machine::is_cmap(bytes) {
            self.search.code(&machine::of_cmap(bytes), spot);
            return;
        }
        if crate::pdf::is_pdf(bytes) {
            self.file(bytes, spot, 0);
            return;
        }
        self.prose(&text, spot);
        if role != Some(Role::Glyph) && !text.contains('<') {
            self.drawing(pass, bytes, &[], spot);
        }
    }

    /// Searches a text as it is, and as it reads without markup and escapes.
    fn prose(&mut self, text: &str, spot: &Spot) {
        if !self.limits.letters(text.len()) {
            return;
        }
        self.search.text(text, spot);
        for own in written::plainly(text) {
            self.search.again(&own, spot);
        }
        self.packed(text, spot);
    }

    /// Searches the files that a text holds, packed in letters.
    fn packed(&mut self, text: &str, spot: &Spot) {
        for file in written::packed(text) {
            self.file(&file, spot, 1);
        }
    }

    /// The metadata: what they say, without what programs write in them for
    /// one another.
    fn metadata(&mut self, bytes: &[u8], spot: &Spot) {
        let spot = match spot {
            Spot::Hidden(_) => spot,
            _ => &Spot::Metadata,
        };
        let latin = || bytes.iter().copied().map(char::from).collect();
        let text = text::decode(bytes).unwrap_or_else(latin);
        let xmp = xmp::read(&text);
        self.search.text(&xmp.prose, spot);
        self.search.code(&xmp.names, spot);
        self.packed(&text, spot);
    }

    fn attachment(&mut self, id: ObjectId, bytes: &[u8], spot: &Spot) {
        self.search.searched.attachments += 1;
        let outer = self.search.enter(None);
        self.search.enter(outer.or(Some(id.0)));
        self.file(bytes, spot, 0);
        self.search.enter(outer);
    }

    /// The pictures that no page shows.
    pub(super) fn pictures(&mut self, pass: &Pass<'d>) {
        for id in &pass.pictures {
            let Some(Object::Stream(stream)) = pass.document.objects.get(id) else {
                continue;
            };
            let own = mark(&stream.content);
            self.marks.pictures.insert(own);
            let is_shown = pass.shown.contains(id) || pass.roles.get(id) == Some(&Role::Mask);
            if is_shown || pass.known.pictures.contains(&own) || !has_room(&stream.dict) {
                continue;
            }
            self.search.searched.pictures += 1;
            let spot = match pass.only {
                Some(_) => Spot::Hidden(id.0),
                None => Spot::Stream(id.0),
            };
            self.search.unread("een plaatje", &spot);
        }
    }
}

fn subtype(dict: &Dictionary) -> &[u8] {
    let name = dict.get(b"Subtype").and_then(Object::as_name);
    name.unwrap_or_default()
}

fn is_picture(dict: &Dictionary) -> bool {
    subtype(dict) == b"Image"
}

/// Whether a stream is by its own entries or bytes one that says nothing: a
/// function, a shade, a font, a profile of colours.
fn is_machine(dict: &Dictionary, bytes: &[u8]) -> bool {
    let has = |key: &[u8]| dict.has(key);
    let is_profile = bytes.get(36..40) == Some(b"acsp") && has(b"N");
    let is_font =
        has(b"Length1") || matches!(subtype(dict), b"Type1C" | b"CIDFontType0C" | b"OpenType");
    has(b"FunctionType") || has(b"ShadingType") || has(b"HalftoneType") || is_profile || is_font
}

/// Whether a stream is the table of a file that is in the order in which it is
/// sent: numbers only, by letters for keys.
fn is_hint(dict: &Dictionary) -> bool {
    let is_number = |key: &[u8]| dict.get(key).is_ok_and(|own| own.as_i64().is_ok());
    let packing: &[&[u8]] = &[b"Length", b"Filter", b"DecodeParms"];
    let mut keys = dict
        .iter()
        .filter(|(key, _)| !packing.contains(&key.as_slice()));
    is_number(b"S") && keys.all(|(key, _)| key.len() == 1 && is_number(key))
}

/// Whether a stream draws something: a form, a pattern, the look of a field,
/// or a page that is no page any more.
fn looks_like_content(dict: &Dictionary, bytes: &[u8]) -> bool {
    let subtype = subtype(dict);
    if subtype == b"Form" || dict.has(b"PatternType") || dict.has(b"BBox") {
        return !dict.has(b"ShadingType");
    }
    let is_font = dict.has(b"Length1") || !subtype.is_empty();
    let has = |operator: &[u8]| find(bytes, operator, 0).is_some();
    !is_font && has(b"BT") && has(b"ET")
}
