//! Reads documents back as another program would: each part as XML, strictly.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;

/// The parts of a package, by name, in their order.
pub(crate) fn parts(package: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).expect("a package");
    let mut out = Vec::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("unpacks");
        out.push((part.name().expect("a name").into_owned(), bytes));
    }
    out
}

/// A part as text.
pub(crate) fn part(package: &[u8], name: &str) -> String {
    let all = parts(package);
    let found = all.into_iter().find(|(own, _)| own == name);
    let (_, bytes) = found.unwrap_or_else(|| panic!("no part {name}"));
    String::from_utf8(bytes).expect("UTF-8")
}

/// The text of all parts, after each was found to be well formed.
pub(crate) fn package_text(package: &[u8]) -> String {
    let mut out = String::new();
    for (name, bytes) in parts(package) {
        if name.ends_with(".xml") || name.ends_with(".rels") {
            let text = String::from_utf8(bytes).expect("UTF-8");
            out.push_str(&text_of(&text).unwrap_or_else(|fault| panic!("{name}: {fault}")));
        }
    }
    out
}

/// The text of a page of the web.
pub(crate) fn markup_text(page: &[u8]) -> String {
    let text = String::from_utf8(page.to_vec()).expect("UTF-8");
    let mut out = String::new();
    for piece in text.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("an element ends");
        assert!(!tag.contains('<'), "{tag}");
        out.push_str(&unescape(text).expect("known entities"));
    }
    out
}

/// The text of an XML document.
fn text_of(xml: &str) -> Result<String, String> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0;
    let mut out = String::new();
    loop {
        match reader.read_event().map_err(|fault| fault.to_string())? {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(text) => out.push_str(&text),
            Event::GeneralRef(name) => {
                let own = format!("&{};", &*name);
                out.push_str(&unescape(&own).map_err(|fault| fault.to_string())?);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if depth == 0 {
        Ok(out)
    } else {
        Err(format!("{depth} elements do not end"))
    }
}

/// The words of a text as they stand in a document: without what only steers,
/// and with a sign for what XML does not have.
pub(crate) fn known_words(text: &str) -> Vec<String> {
    let known = crate::xml::known(text);
    let words = known.split(|c: char| c.is_whitespace());
    let words = words.map(solid).filter(|word| !word.is_empty());
    words.collect()
}

/// A text without white space and without hyphens that are not seen.
pub(crate) fn solid(text: &str) -> String {
    let seen = |c: &char| !c.is_whitespace() && *c != '\u{ad}';
    text.chars().filter(seen).collect()
}
