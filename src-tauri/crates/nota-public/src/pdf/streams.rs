//! The streams of a PDF: what each is, and how it is searched.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::Work;
use super::fonts::{Fonts, Names};
use super::unpack::unpacked;
use super::{machine, xmp};
use crate::proof::{Kind, NotProven, Spot};
use crate::text;

/// Filters of pictures, which are not unpacked.
const PICTURES: &[&[u8]] = &[
    b"DCTDecode",
    b"JPXDecode",
    b"CCITTFaxDecode",
    b"JBIG2Decode",
];

/// How the files begin that hold others, packed.
const PACKED: &[&[u8]] = &[
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"BZh",
    b"\xfd7zXZ",
    b"\xd0\xcf\x11\xe0",
];

impl Work<'_, '_> {
    /// Searches a stream.
    pub(super) fn stream(
        &mut self,
        document: &Document,
        fonts: &Fonts,
        id: ObjectId,
        stream: &Stream,
        is_hidden: bool,
    ) -> Result<(), NotProven> {
        let spot = match is_hidden {
            true => Spot::Hidden(id.0),
            false => Spot::Stream(id.0),
        };
        self.search.searched.streams += 1;
        if is_picture(&stream.dict) {
            self.search.searched.pictures += 1;
        }
        // A picture may have remarks of its camera or its maker in it.
        self.search.bytes(&stream.content, &spot);
        let filters = stream.filters().unwrap_or_default();
        if filters.iter().any(|own| PICTURES.contains(own)) {
            return Ok(());
        }
        let bytes = unpacked(stream)?;
        self.search.spend(bytes.len())?;
        self.search.bytes(&bytes, &spot);
        self.content_of(document, fonts, id, stream, &bytes, &spot)
    }

    pub(super) fn content_of(
        &mut self,
        document: &Document,
        fonts: &Fonts,
        id: ObjectId,
        stream: &Stream,
        bytes: &[u8],
        spot: &Spot,
    ) -> Result<(), NotProven> {
        let dict = &stream.dict;
        if is_picture(dict) || dict.has_type(b"XRef") || dict.has_type(b"ObjStm") {
            return Ok(());
        }
        if dict.has_type(b"EmbeddedFile") {
            return self.attachment(id, bytes);
        }
        if dict.has_type(b"Metadata") || subtype(dict) == b"XML" {
            self.metadata(bytes, spot);
            return Ok(());
        }
        if self.shown.contains(&id) && matches!(spot, Spot::Stream(_)) {
            return Ok(());
        }
        if looks_like_content(dict, bytes) {
            let own = own_fonts(document, dict, fonts);
            return self.content(bytes, &own, &fonts.anywhere, spot);
        }
        if let Some(text) = text::decode(bytes) {
            match machine::is_cmap(bytes) {
                true => self.search.code(&machine::of_cmap(bytes), spot),
                false => self.search.text(&text, spot),
            }
        }
        Ok(())
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
    }

    fn attachment(&mut self, id: ObjectId, bytes: &[u8]) -> Result<(), NotProven> {
        self.search.searched.attachments += 1;
        if PACKED.iter().any(|head| bytes.starts_with(head)) {
            return Err(NotProven::Opaque(format!(
                "een ingepakte bijlage in de PDF (object {})",
                id.0
            )));
        }
        let outer = self.search.enter(Some(id.0));
        let outer_or_own = outer.or(Some(id.0));
        self.search.enter(outer_or_own);
        let done = match Kind::of(bytes) {
            Some(Kind::Pdf) => super::search(bytes, self.search, self.depth + 1),
            Some(Kind::Text) => text::search(bytes, self.search),
            None => Ok(()),
        };
        self.search.enter(outer);
        done
    }
}

fn subtype(dict: &Dictionary) -> &[u8] {
    let name = dict.get(b"Subtype").and_then(Object::as_name);
    name.unwrap_or_default()
}

fn is_picture(dict: &Dictionary) -> bool {
    subtype(dict) == b"Image"
}

/// The fonts that a stream names itself.
fn own_fonts(document: &Document, dict: &Dictionary, fonts: &Fonts) -> Names {
    let resources = dict
        .get_deref(b"Resources", document)
        .and_then(Object::as_dict);
    match resources {
        Ok(resources) => fonts.known(document, resources),
        Err(_) => Names::new(),
    }
}

/// Whether a stream draws something: a form, a pattern, the look of a field,
/// or a page that is no page any more.
fn looks_like_content(dict: &Dictionary, bytes: &[u8]) -> bool {
    let subtype = subtype(dict);
    if subtype == b"Form" || dict.has(b"PatternType") || dict.has(b"BBox") {
        return true;
    }
    let is_font = dict.has(b"Length1") || !subtype.is_empty();
    let has = |operator: &[u8]| super::tokens::find(bytes, operator, 0).is_some();
    !is_font && has(b"BT") && has(b"ET")
}
