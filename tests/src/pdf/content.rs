//! The text of the marked parts of pages: what a tag points at.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// The texts of a page, by the number with which tags point at them.
pub type PageTexts = BTreeMap<i64, String>;

/// The texts of all pages.
pub fn texts(document: &Document) -> BTreeMap<ObjectId, PageTexts> {
    document
        .page_iter()
        .map(|page| (page, page_texts(document, page).unwrap_or_default()))
        .collect()
}

fn page_texts(document: &Document, page: ObjectId) -> Option<PageTexts> {
    let fonts = document.get_page_fonts(page).ok()?;
    let encodings: BTreeMap<&[u8], Encoding> = fonts
        .iter()
        .filter_map(|(name, font)| Some((name.as_slice(), font.get_font_encoding(document).ok()?)))
        .collect();
    let content = Content::decode(&document.get_page_content(page)).ok()?;
    let mut texts = PageTexts::new();
    let mut open: Vec<Mark> = Vec::new();
    let mut font: &[u8] = b"";
    for operation in &content.operations {
        match operation.operator.as_str() {
            "BDC" => open.push(Mark::of(document, page, operation.operands.get(1))),
            "BMC" => open.push(Mark::default()),
            "EMC" => {
                open.pop();
            }
            "Tf" => {
                font = match operation.operands.first() {
                    Some(Object::Name(name)) => name,
                    _ => font,
                };
            }
            "Tj" | "TJ" | "'" | "\"" => {
                let Some(number) = open.iter().rev().find_map(|mark| mark.number) else {
                    continue;
                };
                let text = texts.entry(number).or_default();
                let replaced = open.iter_mut().rev().find(|mark| mark.actual.is_some());
                match (replaced, encodings.get(font)) {
                    // The replacement stands for the whole part: only once.
                    (Some(mark), _) => text.push_str(&mark.actual.replace(String::new())?),
                    (None, Some(encoding)) => {
                        for operand in &operation.operands {
                            push_text(operand, encoding, text);
                        }
                    }
                    (None, None) => {}
                }
            }
            _ => {}
        }
    }
    Some(texts)
}

/// A marked part that is open.
#[derive(Default)]
struct Mark {
    number: Option<i64>,
    /// The text that stands for the glyphs.
    actual: Option<String>,
}

impl Mark {
    fn of(document: &Document, page: ObjectId, properties: Option<&Object>) -> Self {
        let dict = match properties {
            Some(Object::Dictionary(dict)) => Some(dict),
            Some(Object::Name(name)) => named(document, page, name),
            _ => None,
        };
        dict.map_or_else(Mark::default, |dict| Self {
            number: dict.get(b"MCID").and_then(Object::as_i64).ok(),
            actual: super::text_in(document, dict, "ActualText"),
        })
    }
}

fn named<'a>(document: &'a Document, page: ObjectId, name: &[u8]) -> Option<&'a Dictionary> {
    let (resources, _) = document.get_page_resources(page).ok()?;
    let properties = super::dict_in(document, resources?, "Properties")?;
    super::follow(document, properties.get(name).ok()?)?
        .as_dict()
        .ok()
}

fn push_text(operand: &Object, encoding: &Encoding, text: &mut String) {
    match operand {
        Object::String(bytes, _) => {
            if let Ok(part) = Document::decode_text(encoding, bytes) {
                text.push_str(&part);
            }
        }
        Object::Array(parts) => {
            for part in parts {
                push_text(part, encoding, text);
            }
        }
        _ => {}
    }
}
