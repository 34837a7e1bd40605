//! Documents of Word and LibreOffice (DOCX, ODT, and what is made like them):
//! a package of parts. Every part is searched: the text, what stands around
//! it, notes, remarks, texts that were deleted with changes on, what is
//! hidden, properties, custom data, and documents in the document.

mod package;
mod story;
mod vocabulary;

use crate::pdf;
use crate::proof::{Kind, NotProven, Search, Spot};
use crate::text;

use package::{Found, Package};

/// Whether bytes are such a package.
pub(crate) fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Searches a package.
///
/// # Errors
///
/// When it is damaged, encrypted, or larger than can be looked at within
/// bounds.
pub(crate) fn search(bytes: &[u8], search: &mut Search<'_>) -> Result<(), NotProven> {
    if !search.goes_deeper() {
        search.unread("een document dat te diep in andere zit", &Spot::File);
        return Ok(());
    }
    let done = opened(bytes, search);
    search.comes_back();
    done
}

fn opened(bytes: &[u8], search: &mut Search<'_>) -> Result<(), NotProven> {
    search.spend(bytes.len())?;
    let mut package = Package::open(bytes)?;
    if package.has_more {
        search.unread("bytes buiten de onderdelen van het document", &Spot::Bytes);
    }
    search.text(&package.remark(), &Spot::File);
    for index in 0..package.len() {
        let Some(Found { name, bytes }) = package.part(index)? else {
            continue;
        };
        search.spend(bytes.len())?;
        if !vocabulary::is_own(&name) {
            search.text(&name, &Spot::Name);
        }
        part(&name, &bytes, search)?;
    }
    Ok(())
}

/// Searches a part.
fn part(name: &str, bytes: &[u8], search: &mut Search<'_>) -> Result<(), NotProven> {
    let spot = Spot::Section(called(name));
    let is_own = |own: &str| vocabulary::is_own(own.trim());
    if bytes.is_empty() || std::str::from_utf8(bytes).is_ok_and(is_own) {
        return Ok(());
    }
    if is_package(bytes) {
        return self::search(bytes, search);
    }
    match Kind::of(bytes) {
        Some(Kind::Pdf) => pdf::search(bytes, search, 1),
        Some(Kind::Package) => self::search(bytes, search),
        Some(Kind::Text) => match text::decode(bytes).filter(|own| is_xml(own)) {
            Some(own) => {
                story::search(&own, &spot, search);
                Ok(())
            }
            None => text::search(bytes, search),
        },
        None => {
            search.bytes(bytes, &spot);
            search.unread(kind_of_bytes(name), &spot);
            Ok(())
        }
    }
}

fn is_xml(text: &str) -> bool {
    text.trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('<')
}

/// What a part is that cannot be read, by the end of its name.
fn kind_of_bytes(name: &str) -> &'static str {
    let end = name.rsplit('.').next().unwrap_or_default();
    let is_thumbnail = name.to_ascii_lowercase().contains("thumbnail");
    match &*end.to_ascii_lowercase() {
        _ if is_thumbnail => "een verkleinde afbeelding van de eerste bladzijde",
        "png" | "jpg" | "jpeg" | "gif" | "bmp" | "tif" | "tiff" | "emf" | "wmf" | "webp" => {
            "een plaatje"
        }
        "doc" | "xls" | "ppt" | "bin" | "msg" => "een ingesloten bestand of gegevens van Office",
        "odttf" | "ttf" | "otf" => "een ingesloten lettertype",
        _ => "een onderdeel dat geen PDF of tekst is",
    }
}

/// What a person would call a part, by its name; never the name itself, in
/// which anything may stand.
fn called(name: &str) -> &'static str {
    let name = name.to_ascii_lowercase();
    let has = |own: &str| name.contains(own);
    if has("comment") || has("people") {
        "de opmerkingen"
    } else if has("footnote") || has("endnote") {
        "de noten"
    } else if has("header") || has("footer") {
        "een kop- of voettekst"
    } else if has("docprops") || name == "meta.xml" {
        "de eigenschappen"
    } else if has("customxml") {
        "gegevens van andere programma's (customXml)"
    } else if has("styles") {
        "de stijlen"
    } else if has(".rels") {
        "de verwijzingen"
    } else if has("settings") {
        "de instellingen"
    } else if has("numbering") {
        "de lijsten"
    } else if has("embeddings") || has("object") {
        "een ingesloten document"
    } else if has("version") {
        "een eerdere versie"
    } else if has("media") || has("pictures") || has("thumbnail") {
        "een afbeelding"
    } else if name == "word/document.xml" || name == "content.xml" {
        "de tekst"
    } else {
        "een ander onderdeel"
    }
}

#[cfg(test)]
mod tests;
