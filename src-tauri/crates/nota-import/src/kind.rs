//! What kind of file it is, by its content: a name can lie.

use std::borrow::Cow;

use crate::limits::MAX_FILE;
use crate::package::Package;
use crate::refusal::Refusal;

/// A kind of file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Word.
    Docx,
    /// LibreOffice.
    Odt,
    /// A web page.
    Html,
    /// Markdown, a nota of this program among them.
    Markdown,
    /// Text without marks.
    #[default]
    Text,
    /// PDF.
    Pdf,
}

impl Kind {
    /// What a drafter calls it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Docx => "Word-document",
            Kind::Odt => "ODT-document",
            Kind::Html => "webpagina",
            Kind::Markdown => "Markdown",
            Kind::Text => "tekst",
            Kind::Pdf => "PDF",
        }
    }
}

/// A file that was recognised.
pub(crate) enum File<'b> {
    /// A package, open.
    Package(Kind, Package<'b>),
    /// A text.
    Text(Kind, Cow<'b, str>),
    /// A PDF.
    Pdf(&'b [u8]),
}

/// The first bytes of an old Word file, and of a file with a password.
const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Recognises a file.
///
/// # Errors
///
/// When no text can be read from it.
pub(crate) fn recognise(bytes: &[u8]) -> Result<File<'_>, Refusal> {
    if bytes.len() > MAX_FILE {
        return Err(Refusal::TooLarge);
    }
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return package(bytes);
    }
    if bytes.starts_with(OLE) {
        return Err(match contains(bytes, &utf16("EncryptedPackage")) {
            true => Refusal::Encrypted,
            false => Refusal::OldWord,
        });
    }
    let start = bytes.get(..1024).unwrap_or(bytes);
    if contains(start, b"%PDF-") {
        return Ok(File::Pdf(bytes));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(Refusal::Rtf);
    }
    let text = decode(bytes)?;
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(File::Text(kind_of_text(&text), text))
}

fn package(bytes: &[u8]) -> Result<File<'_>, Refusal> {
    let mut package = Package::open(bytes)?;
    if let Some(kind) = package.read("mimetype")? {
        let kind = String::from_utf8_lossy(&kind);
        let kind = kind.trim().trim_end_matches("-template");
        return match kind.strip_prefix("application/vnd.oasis.opendocument.") {
            Some("text" | "text-master" | "text-web") => Ok(File::Package(Kind::Odt, package)),
            Some("spreadsheet") => Err(Refusal::OtherOffice("rekenblad (Calc)")),
            Some("presentation") => Err(Refusal::OtherOffice("presentatie (Impress)")),
            Some(_) => Err(Refusal::OtherOffice("tekening of ander document")),
            None => Err(Refusal::NoDocument),
        };
    }
    let names = package.names();
    if names.iter().any(|name| name == "[Content_Types].xml") {
        return Ok(File::Package(Kind::Docx, package));
    }
    if names.iter().any(|name| name == "content.xml") {
        return Ok(File::Package(Kind::Odt, package));
    }
    Err(Refusal::NoDocument)
}

/// The characters of a text: Unicode when it is, else those of Windows.
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => Cow::Owned(wide(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(wide(rest, u16::from_be_bytes)),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => match std::str::from_utf8(rest) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(rest.iter().map(|byte| windows(*byte)).collect()),
        },
    };
    let is_odd = |c: char| c.is_control() && !c.is_whitespace();
    let odd = text.chars().take(4_096).filter(|c| is_odd(*c)).count();
    match odd > 4 || text.contains('\0') {
        true => Err(Refusal::NotText),
        false => Ok(text),
    }
}

fn wide(bytes: &[u8], read: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// A byte of Windows-1252, as the Encoding Standard reads it.
fn windows(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH.get(usize::from(byte) - 0x80).copied().unwrap_or(' '),
        _ => char::from(byte),
    }
}

/// Whether a text is a web page, Markdown or neither.
fn kind_of_text(text: &str) -> Kind {
    let start: String = text.trim_start().chars().take(2_000).collect();
    let lower = start.to_ascii_lowercase();
    let is_page = lower.starts_with('<')
        && [
            "<!doctype html",
            "<html",
            "<body",
            "<head",
            "<meta",
            "<p",
            "<div",
            "<!--startfragment",
            "<table",
            "<h1",
            "<ul",
            "<ol",
            "<span",
            "<article",
            "<section",
        ]
        .iter()
        .any(|tag| lower.contains(tag));
    if is_page {
        return Kind::Html;
    }
    let is_marked = |line: &str| {
        let hashes = line.len() - line.trim_start_matches('#').len();
        let is_heading = (1..=6).contains(&hashes)
            && line
                .get(hashes..)
                .is_some_and(|rest| rest.starts_with([' ', '\t']));
        let is_table = line.starts_with('|') && line.contains("---");
        is_heading || is_table || line.starts_with("[^")
    };
    let is_front = text.starts_with("---\n") || text.starts_with("---\r\n");
    match is_front || text.lines().any(is_marked) {
        true => Kind::Markdown,
        false => Kind::Text,
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|own| own == wanted)
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_by_what_it_says() {
        for (text, kind) in [
            ("## Aanleiding\n\nTekst", Kind::Markdown),
            ("---\nsjabloon: x\n---\n", Kind::Markdown),
            ("<!DOCTYPE html><p>x", Kind::Html),
            ("<p>x</p>", Kind::Html),
            ("< 5 procent", Kind::Text),
            ("#hashtag\nAanleiding", Kind::Text),
        ] {
            assert_eq!(kind_of_text(text), kind, "{text}");
        }
    }

    #[test]
    fn letters_of_windows_are_read() {
        let text = decode(b"\x80 5 \x96 caf\xe9").expect("text");
        assert_eq!(text, "€ 5 – café");
        assert_eq!(
            decode(&[0x89, 0, 1, 2, 3, 4, 5, 6, 7]),
            Err(Refusal::NotText)
        );
    }
}
