//! What a document of Word, of LibreOffice or of the web says, read without the
//! code that wrote it.

use std::io::{Cursor, Read, Write};

use quick_xml::Reader;
use quick_xml::events::Event;

/// The parts of a package that a reader sees.
fn is_seen(name: &str) -> bool {
    let word = name.starts_with("word/")
        && ["document", "footnotes", "header", "footer"]
            .iter()
            .any(|part| name.starts_with(&format!("word/{part}")));
    let odt = ["content.xml", "styles.xml"].contains(&name);
    (word || odt) && name.ends_with(".xml")
}

/// The package with some text in one of its parts replaced, as a person changes a
/// document.
///
/// # Panics
///
/// When it is no package, or the text is not in that part.
pub fn edited(bytes: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a part");
        let name = file.name().expect("a name").into_owned();
        let mut own = Vec::new();
        file.read_to_end(&mut own).expect("is read");
        if name == part {
            let text = String::from_utf8(own).expect("text");
            assert!(text.contains(from), "{from} in {part}");
            own = text.replacen(from, to, 1).into_bytes();
        }
        let options = zip::write::SimpleFileOptions::default();
        out.start_file(name, options).expect("a part");
        out.write_all(&own).expect("is written");
    }
    out.finish().expect("a package").into_inner()
}

/// The words of a DOCX or ODT: its text, notes, headers and footers. Titles of
/// tables and drawings are left out: they say again what the page shows.
///
/// # Errors
///
/// When it is no package or a part is no XML.
pub fn of_package(bytes: &[u8]) -> Result<String, String> {
    let failed = |error: zip::result::ZipError| error.to_string();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(failed)?;
    let mut out = String::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(failed)?;
        if !is_seen(&file.name().map_err(failed)?) {
            continue;
        }
        let mut xml = String::new();
        file.read_to_string(&mut xml)
            .map_err(|error| error.to_string())?;
        out.push_str(&of_xml(
            &xml,
            &["w:instrText", "svg:desc", "svg:title", "table:title"],
        )?);
        out.push('\n');
    }
    Ok(out)
}

/// The words of a page of the web: what stands in its body, captions of tables
/// left out as above.
///
/// # Errors
///
/// When it is not well-formed.
pub fn of_html(bytes: &[u8]) -> Result<String, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let body = text.find("<body").and_then(|at| text.get(at..));
    of_xml(body.ok_or("no body")?, &["script", "style", "caption"])
}

/// The text of XML or HTML, an element's end as white space only where the text
/// has some.
fn of_xml(xml: &str, without: &[&str]) -> Result<String, String> {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let (mut out, mut hidden) = (String::new(), 0_usize);
    let is_hidden = |name: &str| without.contains(&name);
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) if is_hidden(tag.name().as_ref()) => hidden += 1,
            Event::End(tag) if is_hidden(tag.name().as_ref()) => hidden -= 1,
            Event::Text(text) if hidden == 0 => {
                out.push_str(&text);
            }
            Event::GeneralRef(name) if hidden == 0 => {
                let entity = format!("&{};", &*name);
                let sign = quick_xml::escape::unescape(&entity);
                out.push_str(sign.as_deref().unwrap_or(&entity));
            }
            Event::Eof => return Ok(out),
            _ => {}
        }
    }
}
