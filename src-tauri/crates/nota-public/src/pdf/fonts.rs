//! The fonts of a PDF: how the strings in a page become text.

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

use super::cmap::{CMap, number};
use super::glyphs;
use super::limits::Limits;
use super::tokens::{Token, Tokens, find};
use super::unpack::unpacked;

/// How wide a glyph is of which the font does not say it, in thousandths of
/// its size.
const USUAL_WIDTH: f32 = 500.0;

/// What is looked at of a font program for its encoding.
const LONGEST_ENCODING: usize = 16 << 10;

/// The fonts whose glyphs are signs and no letters.
const SIGNS: &[&str] = &["Symbol", "Dingbats", "Wingdings", "Webdings"];

/// A font.
#[derive(Default)]
pub(super) struct Font {
    to_unicode: Option<Rc<CMap>>,
    /// The text of each byte, in a font that has an encoding of bytes.
    bytes: Option<Vec<Option<String>>>,
    /// How its strings are cut into codes.
    cut: Cut,
    widths: HashMap<u32, f32>,
    width: f32,
    /// Whether its glyphs are signs, such as the points of a list.
    signs: bool,
}

#[derive(Default)]
enum Cut {
    #[default]
    Bytes,
    Pairs,
    /// Pairs that are UTF-16.
    Utf16,
    /// By the map that is its encoding.
    Map(CMap),
    /// By a rule that is not known here.
    Unknown,
}

/// A code in a string.
pub(super) struct Code {
    /// Its value.
    pub number: u32,
    /// Its text by the ToUnicode map.
    pub by_map: Option<String>,
    /// Its text by the encoding.
    pub by_encoding: Option<String>,
    /// How wide its glyph is, in thousandths of the size of the font.
    pub width: f32,
}

impl Code {
    /// Whether it stands for letters, signs or a blank.
    pub fn is_read(&self) -> bool {
        let texts = [&self.by_map, &self.by_encoding].into_iter().flatten();
        let mut texts = texts.peekable();
        texts.peek().is_some() && texts.all(|own| is_sayable(own))
    }

    /// Whether nothing is to be seen of it, as far as its text goes.
    pub fn is_blank(&self) -> bool {
        let texts = [&self.by_map, &self.by_encoding].into_iter().flatten();
        let mut texts = texts.peekable();
        let blank = |c: char| {
            c.is_whitespace()
                || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{2800}')
        };
        texts.peek().is_some() && texts.all(|own| own.chars().all(blank))
    }
}

/// Whether a text means something to who reads it.
fn is_sayable(text: &str) -> bool {
    let means_nothing = |c: char| {
        let code = u32::from(c);
        let is_control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
        is_control
            || matches!(code, 0xe000..=0xf8ff | 0xfff0..=0xfffb | 0xfffd | 0xf_0000..)
            || code & 0xfffe == 0xfffe
    };
    !text.is_empty() && !text.chars().any(means_nothing)
}

impl Font {
    /// Hands each code of a string to `look`.
    pub fn codes(&self, bytes: &[u8], look: &mut dyn FnMut(Code)) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let length = match &self.cut {
                Cut::Bytes => 1,
                Cut::Pairs | Cut::Utf16 => 2,
                Cut::Map(map) => map.length(rest).unwrap_or(1),
                Cut::Unknown => {
                    let map = self.to_unicode.as_ref();
                    map.and_then(|map| map.length(rest)).unwrap_or(2)
                }
            };
            let (own, after) = rest.split_at(length.min(rest.len()));
            rest = after;
            look(self.code(own));
        }
    }

    fn code(&self, own: &[u8]) -> Code {
        let number = number(own);
        let by_map = self.to_unicode.as_ref().and_then(|map| map.text(number));
        let by_encoding = match (&self.bytes, &self.cut) {
            (Some(table), _) => {
                let byte = usize::try_from(number).ok();
                byte.and_then(|byte| table.get(byte)).cloned().flatten()
            }
            (None, Cut::Utf16) => {
                let unit = u16::try_from(number).ok();
                unit.map(|unit| String::from_utf16_lossy(&[unit]))
            }
            (None, _) => None,
        };
        let private = |text: &String| text.chars().all(|c| matches!(c, '\u{f000}'..='\u{f0ff}'));
        // The points of a list are often in such a font, with codes of its own.
        let sign = || self.signs.then(|| "\u{2022}".to_owned());
        let by_map = match by_map {
            Some(text) if self.signs && private(&text) => sign(),
            text => text,
        };
        Code {
            number,
            by_encoding: match (&by_map, by_encoding) {
                (None, None) => sign(),
                (_, text) => text,
            },
            by_map,
            width: self.widths.get(&number).copied().unwrap_or(self.width),
        }
    }

    fn read(document: &Document, font: &Dictionary, maps: &mut Maps, limits: &mut Limits) -> Self {
        let map = maps.of(document, font, b"ToUnicode", limits);
        let name = font.get(b"BaseFont").and_then(Object::as_name);
        let name = String::from_utf8_lossy(name.unwrap_or_default()).into_owned();
        let signs = SIGNS.iter().any(|own| name.contains(own));
        let encoding = font.get_deref(b"Encoding", document).ok();
        let subtype = font.get(b"Subtype").and_then(Object::as_name);
        if subtype.unwrap_or_default() == b"Type0" {
            return Self {
                to_unicode: map,
                bytes: None,
                cut: cut(encoding, limits),
                widths: wide_widths(document, font),
                width: 1000.0,
                signs,
            };
        }
        Self {
            to_unicode: map,
            bytes: table(document, font, encoding),
            cut: Cut::Bytes,
            widths: widths(document, font),
            width: USUAL_WIDTH,
            signs,
        }
    }
}

/// How the strings of a composite font are cut.
fn cut(encoding: Option<&Object>, limits: &mut Limits) -> Cut {
    match encoding {
        Some(Object::Name(name)) => {
            let name = String::from_utf8_lossy(name);
            match name {
                own if own.contains("UCS2") || own.contains("UTF16") => Cut::Utf16,
                own if own.starts_with("Identity") => Cut::Pairs,
                _ => Cut::Unknown,
            }
        }
        Some(Object::Stream(stream)) => {
            let map = unpacked(stream).ok().filter(|own| limits.unpack(own.len()));
            let map = map.map(|bytes| CMap::read(&bytes));
            match map {
                Some(map) if limits.map(map.size()) && map.has_lengths() => Cut::Map(map),
                _ => Cut::Unknown,
            }
        }
        _ => Cut::Pairs,
    }
}

/// The text of each byte by the encoding of a simple font; none where its
/// bytes mean nothing by themselves.
fn table(
    document: &Document,
    font: &Dictionary,
    encoding: Option<&Object>,
) -> Option<Vec<Option<String>>> {
    let base = match encoding {
        Some(Object::Name(name)) => Some(name.as_slice()),
        Some(Object::Dictionary(own)) => own.get(b"BaseEncoding").and_then(Object::as_name).ok(),
        _ => None,
    };
    let differences = match encoding {
        Some(Object::Dictionary(own)) => own.get_deref(b"Differences", document).ok(),
        _ => None,
    };
    let differences = differences.and_then(|own| own.as_array().ok());
    let subtype = font.get(b"Subtype").and_then(Object::as_name);
    let says_nothing =
        base.is_none() && (is_symbolic(document, font) || subtype.unwrap_or_default() == b"Type3");
    let mut table = match says_nothing {
        true => built_in(document, font),
        false => standard(base),
    };
    if says_nothing && differences.is_none() && table.iter().all(Option::is_none) {
        return None;
    }
    let mut code = 0_usize;
    for own in differences.into_iter().flatten() {
        match document.dereference(own).map_or(own, |(_, own)| own) {
            Object::Integer(own) => code = usize::try_from(*own).unwrap_or(256),
            Object::Name(name) => {
                if let Some(own) = table.get_mut(code) {
                    *own = glyphs::text(name);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    Some(table)
}

/// The texts of the encoding that stands in the font program itself, which a
/// Type 1 font has in plain letters: `dup 75 /K put`.
fn built_in(document: &Document, font: &Dictionary) -> Vec<Option<String>> {
    let mut table = vec![None; 256];
    let program = font
        .get_deref(b"FontDescriptor", document)
        .and_then(Object::as_dict)
        .and_then(|own| own.get_deref(b"FontFile", document))
        .and_then(Object::as_stream);
    let program = program.ok().and_then(|own| unpacked(own).ok());
    let program = program.unwrap_or_default();
    let start = find(&program, b"/Encoding", 0).unwrap_or(program.len());
    let inside = program.get(start..).unwrap_or_default();
    let inside = inside.get(..inside.len().min(LONGEST_ENCODING));
    let mut code = None;
    for token in Tokens::new(inside.unwrap_or_default()) {
        match token {
            Token::Number(own) => code = Some(own as usize),
            Token::Name(name) => {
                let own = code.take().and_then(|code| table.get_mut(code));
                if let Some(own) = own {
                    *own = glyphs::text(&name);
                }
            }
            Token::Operator(b"StandardEncoding") => return standard(None),
            Token::Operator(b"def" | b"readonly") => break,
            _ => {}
        }
    }
    table
}

/// The texts of a base encoding; without one that of the standard.
fn standard(name: Option<&[u8]>) -> Vec<Option<String>> {
    let name = match name {
        Some(
            own @ (b"WinAnsiEncoding" | b"MacRomanEncoding" | b"MacExpertEncoding"
            | b"PDFDocEncoding"),
        ) => own,
        _ => b"StandardEncoding",
    };
    let mut font = Dictionary::new();
    font.set("Type", "Font");
    font.set("Encoding", Object::Name(name.to_vec()));
    let document = Document::new();
    let encoding = font.get_font_encoding(&document);
    let text = |byte: u8| match (byte, &encoding) {
        // Programs write these where a line ends; no font has glyphs for them.
        (b'\t' | b'\n' | b'\r', _) => Some(" ".to_owned()),
        (_, Ok(Encoding::OneByteEncoding(table))) => {
            let unit = table.get(usize::from(byte))?.as_ref()?.utf16_code_unit();
            String::from_utf16(&[unit]).ok()
        }
        _ => None,
    };
    (0..=u8::MAX).map(text).collect()
}

/// Whether a font says that it has other glyphs than those of the standard
/// encoding.
fn is_symbolic(document: &Document, font: &Dictionary) -> bool {
    let descriptor = font.get_deref(b"FontDescriptor", document);
    let flags = descriptor
        .and_then(Object::as_dict)
        .and_then(|own| own.get(b"Flags"))
        .and_then(Object::as_i64);
    // Bit 3.
    flags.is_ok_and(|flags| flags & 4 != 0)
}

fn real(object: &Object) -> Option<f32> {
    object.as_float().ok()
}

/// The widths of a simple font.
fn widths(document: &Document, font: &Dictionary) -> HashMap<u32, f32> {
    let first = font
        .get_deref(b"FirstChar", document)
        .and_then(Object::as_i64);
    let first = first.ok().and_then(|own| u32::try_from(own).ok());
    let all = font
        .get_deref(b"Widths", document)
        .and_then(Object::as_array);
    let all = all
        .into_iter()
        .flatten()
        .take(256)
        .map(|own| real(own).unwrap_or(USUAL_WIDTH));
    (first.unwrap_or_default().min(256)..).zip(all).collect()
}

/// The widths of a composite font, by the numbers of its glyphs, which are
/// mostly its codes.
fn wide_widths(document: &Document, font: &Dictionary) -> HashMap<u32, f32> {
    let mut out = HashMap::new();
    let inner = font
        .get_deref(b"DescendantFonts", document)
        .and_then(Object::as_array);
    let inner = inner.ok().and_then(|own| own.first());
    let inner = inner.and_then(|own| document.dereference(own).ok()?.1.as_dict().ok());
    let all = inner.and_then(|own| own.get_deref(b"W", document).ok()?.as_array().ok());
    let mut first: Option<u32> = None;
    for object in all.into_iter().flatten() {
        let object = document.dereference(object).map_or(object, |(_, own)| own);
        match (first, object) {
            (Some(code), Object::Array(own)) => {
                out.extend((code..).zip(own.iter().filter_map(real)).take(1 << 16));
                first = None;
            }
            (None, own) => first = own.as_i64().ok().and_then(|own| u32::try_from(own).ok()),
            // `first last width`: the width is usual.
            (Some(_), _) if out.len() < 1 << 16 => {}
            _ => break,
        }
    }
    out
}

/// The maps of codes that were read.
#[derive(Default)]
struct Maps {
    read: HashMap<ObjectId, Rc<CMap>>,
}

impl Maps {
    /// The map that a font has under a key, read once for all fonts that share
    /// it.
    fn of(
        &mut self,
        document: &Document,
        font: &Dictionary,
        key: &[u8],
        limits: &mut Limits,
    ) -> Option<Rc<CMap>> {
        let object = font.get(key).ok()?;
        let (id, object) = document.dereference(object).ok()?;
        if let Some(known) = id.and_then(|id| self.read.get(&id)) {
            return Some(Rc::clone(known)).filter(|own| !own.is_empty());
        }
        let bytes = unpacked(object.as_stream().ok()?).ok()?;
        let map = match limits.unpack(bytes.len()) {
            true => CMap::read(&bytes),
            false => CMap::default(),
        };
        if !limits.map(map.size()) {
            return None;
        }
        let map = Rc::new(map);
        if let Some(id) = id {
            self.read.insert(id, Rc::clone(&map));
        }
        Some(map).filter(|own| !own.is_empty())
    }
}

/// What a font is known by: the number of its object, or where its dictionary
/// stands in the document.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Id(ObjectId),
    At(usize),
}

/// All fonts of a document, each read once, when it is asked for.
#[derive(Default)]
pub(super) struct Fonts<'d> {
    read: HashMap<Key, Rc<Font>>,
    maps: Maps,
    /// The fonts by the names that they have somewhere.
    anywhere: HashMap<&'d [u8], Vec<&'d Object>>,
}

impl<'d> Fonts<'d> {
    /// Adds the fonts of a dictionary of resources to those that are known by
    /// name anywhere.
    pub fn gather(&mut self, document: &'d Document, resources: &'d Dictionary) {
        let fonts = resources
            .get_deref(b"Font", document)
            .and_then(Object::as_dict);
        for (name, font) in fonts.into_iter().flat_map(Dictionary::iter) {
            let own = self.anywhere.entry(name).or_default();
            if !matches!(font, Object::Reference(_)) || !own.contains(&font) {
                own.push(font);
            }
        }
    }

    /// The fonts that go by a name somewhere in the document.
    pub fn named(&self, name: &[u8]) -> &[&'d Object] {
        self.anywhere.get(name).map_or(&[], Vec::as_slice)
    }

    /// Reads a font, or gives it as it was read before.
    pub fn font(
        &mut self,
        document: &'d Document,
        object: &'d Object,
        limits: &mut Limits,
    ) -> Option<Rc<Font>> {
        let (id, object) = document.dereference(object).ok()?;
        let dict = object.as_dict().ok()?;
        let key = id.map_or_else(|| Key::At(std::ptr::from_ref(dict).addr()), Key::Id);
        if let Some(known) = self.read.get(&key) {
            return Some(Rc::clone(known));
        }
        let font = Rc::new(Font::read(document, dict, &mut self.maps, limits));
        self.read.insert(key, Rc::clone(&font));
        Some(font)
    }
}
