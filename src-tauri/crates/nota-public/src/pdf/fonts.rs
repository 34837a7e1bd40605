//! The fonts of a PDF: how the strings in a page become text.

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::cmap::CMap;
use super::unpack::unpacked;

/// The fonts with one name that are tried for a stream that does not say
/// which of them it means.
const MOST_OF_ONE_NAME: usize = 8;

/// A font.
pub(super) struct Font {
    to_unicode: Option<CMap>,
    /// The text of each byte, in a font that has an encoding of bytes.
    bytes: Option<Vec<String>>,
    /// Whether its strings are UTF-16.
    wide: bool,
}

impl Font {
    /// The readings of a string in this font: by its ToUnicode map, by its
    /// encoding, and byte by byte. A file may say one thing to who copies the
    /// text and show another.
    pub fn readings(&self, bytes: &[u8]) -> [String; 3] {
        let latin = || bytes.iter().copied().map(char::from).collect::<String>();
        let by_encoding = match &self.bytes {
            Some(table) => {
                let texts = bytes
                    .iter()
                    .filter_map(|byte| table.get(usize::from(*byte)));
                texts.map(String::as_str).collect()
            }
            None if self.wide => wide(bytes),
            None => String::new(),
        };
        let by_map = match &self.to_unicode {
            Some(map) => map.decode(bytes),
            None => by_encoding.clone(),
        };
        [by_map, by_encoding, latin()]
    }

    /// Whether its strings can be read in some way.
    pub fn is_readable(&self) -> bool {
        self.to_unicode.is_some() || self.bytes.is_some() || self.wide
    }

    fn read(document: &Document, font: &Dictionary) -> Self {
        let map = font
            .get_deref(b"ToUnicode", document)
            .and_then(Object::as_stream);
        let map = map.ok().and_then(|stream| unpacked(stream).ok());
        let map = map
            .map(|bytes| CMap::read(&bytes))
            .filter(|map| !map.is_empty());
        let subtype = font
            .get(b"Subtype")
            .and_then(Object::as_name)
            .unwrap_or_default();
        let encoding = font.get_deref(b"Encoding", document).ok();
        if subtype == b"Type0" {
            let name = encoding
                .and_then(|own| own.as_name().ok())
                .unwrap_or_default();
            let name = String::from_utf8_lossy(name);
            return Self {
                to_unicode: map,
                bytes: None,
                wide: name.contains("UCS2") || name.contains("UTF16"),
            };
        }
        let says_nothing = is_drawing(document, font, encoding);
        Self {
            bytes: (!says_nothing || map.is_some()).then(|| table(document, font)),
            to_unicode: map,
            wide: false,
        }
    }
}

/// Whether the bytes of a simple font mean nothing without a ToUnicode map:
/// its glyphs have numbers for names, or no names at all.
fn is_drawing(document: &Document, font: &Dictionary, encoding: Option<&Object>) -> bool {
    let name = font
        .get(b"BaseFont")
        .and_then(Object::as_name)
        .unwrap_or_default();
    let name = String::from_utf8_lossy(name);
    if ["Symbol", "Dingbats", "Wingdings"]
        .iter()
        .any(|own| name.contains(own))
    {
        return false;
    }
    match encoding {
        Some(Object::Dictionary(encoding)) => {
            let names = encoding.get_deref(b"Differences", document);
            let names = names.and_then(Object::as_array).map(Vec::as_slice);
            let names = names.unwrap_or_default().iter();
            let mut names = names.filter_map(|own| own.as_name().ok());
            names.any(is_number)
        }
        Some(_) => false,
        None => {
            let descriptor = font.get_deref(b"FontDescriptor", document);
            let flags = descriptor
                .and_then(Object::as_dict)
                .and_then(|own| own.get(b"Flags"))
                .and_then(Object::as_i64);
            // Bit 3: symbolic, so without the standard encoding.
            flags.is_ok_and(|flags| flags & 4 != 0)
        }
    }
}

/// Whether the name of a glyph is a mere number (`g12`, `a7`, `cid:9`).
fn is_number(name: &[u8]) -> bool {
    let letters = name
        .iter()
        .take_while(|byte| !byte.is_ascii_digit())
        .count();
    let digits = name.get(letters..).unwrap_or_default();
    let known = matches!(name, [b'u', b'n', b'i', ..] | [b'u', ..]);
    !digits.is_empty() && digits.iter().all(u8::is_ascii_digit) && !known
}

/// The text of each byte by the font's encoding.
fn table(document: &Document, font: &Dictionary) -> Vec<String> {
    let mut plain = font.clone();
    plain.remove(b"ToUnicode");
    let encoding = plain.get_font_encoding_with_limit(document, super::MOST_UNPACKED);
    let text = |byte: u8| match &encoding {
        Ok(encoding) => Document::decode_text(encoding, &[byte]).unwrap_or_default(),
        Err(_) => char::from(byte).to_string(),
    };
    (0..=u8::MAX).map(text).collect()
}

/// UTF-16 without a mark, as some CJK fonts have it.
fn wide(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes
        .as_chunks::<2>()
        .0
        .iter()
        .map(|pair| u16::from_be_bytes(*pair))
        .collect();
    String::from_utf16_lossy(&units)
}

/// Fonts by the names that a stream calls them.
pub(super) type Names = HashMap<Vec<u8>, Vec<Rc<Font>>>;

/// All fonts of a document, each read once.
#[derive(Default)]
pub(super) struct Fonts {
    read: HashMap<ObjectId, Rc<Font>>,
    /// All fonts by all names that they have somewhere.
    pub anywhere: Names,
}

impl Fonts {
    /// Adds the fonts of a dictionary of resources to those that are known
    /// by name anywhere.
    pub fn gather(&mut self, document: &Document, resources: &Dictionary) {
        for (name, font) in self.of(document, resources) {
            let own = self.anywhere.entry(name).or_default();
            for font in font {
                let known = own.iter().any(|other| Rc::ptr_eq(other, &font));
                if !known && own.len() < MOST_OF_ONE_NAME {
                    own.push(font);
                }
            }
        }
    }

    /// The fonts that a dictionary of resources names.
    pub fn of(&mut self, document: &Document, resources: &Dictionary) -> Names {
        let fonts = resources
            .get_deref(b"Font", document)
            .and_then(Object::as_dict);
        let mut names = Names::new();
        for (name, font) in fonts.into_iter().flat_map(Dictionary::iter) {
            if let Some(font) = self.font(document, font) {
                names.insert(name.clone(), vec![font]);
            }
        }
        names
    }

    /// The fonts that a dictionary of resources names, as far as they were
    /// read before.
    pub fn known(&self, document: &Document, resources: &Dictionary) -> Names {
        let fonts = resources
            .get_deref(b"Font", document)
            .and_then(Object::as_dict);
        let fonts = fonts.into_iter().flat_map(Dictionary::iter);
        let known = fonts.filter_map(|(name, font)| {
            let (id, _) = document.dereference(font).ok()?;
            Some((name.clone(), vec![Rc::clone(self.read.get(&id?)?)]))
        });
        known.collect()
    }

    fn font(&mut self, document: &Document, object: &Object) -> Option<Rc<Font>> {
        let (id, object) = document.dereference(object).ok()?;
        let dict = object.as_dict().ok()?;
        if let Some(known) = id.and_then(|id| self.read.get(&id)) {
            return Some(Rc::clone(known));
        }
        let font = Rc::new(Font::read(document, dict));
        if let Some(id) = id {
            self.read.insert(id, Rc::clone(&font));
        }
        Some(font)
    }
}
