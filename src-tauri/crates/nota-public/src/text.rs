//! Published texts: Markdown, HTML, XML, plain.

use crate::proof::{NotProven, Search, Spot};

/// The text in bytes: UTF-8, or UTF-16 with a byte order mark. None for bytes
/// that are no text.
pub(crate) fn decode(bytes: &[u8]) -> Option<String> {
    let wide = |from: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes
            .get(2..)?
            .as_chunks::<2>()
            .0
            .iter()
            .map(|pair| from(*pair))
            .collect();
        String::from_utf16(&units).ok()
    };
    match bytes {
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        _ => {
            let text = std::str::from_utf8(bytes).ok()?;
            let binary = text.chars().any(|c| matches!(c, '\0'..='\u{8}'));
            (!binary).then(|| text.to_owned())
        }
    }
}

/// What a text has in it when a part of it is packed, with what that is
/// called; in small letters.
const PACKED: &[(&str, &str)] = &[
    (
        "content-transfer-encoding: base64",
        "een gecodeerd deel van een e-mail",
    ),
    (
        "content-transfer-encoding: quoted-printable",
        "een gecodeerd deel van een e-mail",
    ),
    (";base64,", "een ingebed bestand in base64"),
    ("<office:binary-data", "een ingebed bestand"),
];

/// How texts begin that are written for printers and word processors, in
/// which letters are codes.
const CODED: &[(&str, &str)] = &[("{\\rtf", "RTF"), ("%!PS", "PostScript")];

/// What of a text cannot be read as letters.
fn packed(text: &str) -> Option<&'static str> {
    let coded = CODED
        .iter()
        .find(|(head, _)| text.trim_start().starts_with(head));
    let lower = text.to_lowercase();
    let packed = || PACKED.iter().find(|(mark, _)| lower.contains(mark));
    coded.or_else(packed).map(|(_, name)| *name)
}

/// Searches a text as it is, and without its markup.
///
/// # Errors
///
/// When it is no text, or a part of it is packed.
pub(crate) fn search(bytes: &[u8], search: &mut Search<'_>) -> Result<(), NotProven> {
    search.spend(bytes.len())?;
    let text = decode(bytes)
        .ok_or_else(|| NotProven::Unreadable("het is geen tekst in UTF-8".to_owned()))?;
    if let Some(name) = packed(&text) {
        return Err(NotProven::Opaque(name.to_owned()));
    }
    for (index, line) in text.lines().enumerate() {
        search.text(line, &Spot::Line(index + 1));
    }
    // What stands on several lines, or is cut up by markup.
    search.again(&text, &Spot::WithoutMarkup);
    search.again(&without_markup(&text), &Spot::WithoutMarkup);
    Ok(())
}

/// The text without tags, and with characters for their entities. Nothing
/// comes in the place of a tag: a word may be cut up by tags, and where it
/// was two words their letters are found all the same.
pub(crate) fn without_markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let last = text.rfind('>').unwrap_or_default();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let (replaced, length) = match after.as_bytes().first() {
            // Past the last `>` there are no tags, and no need to look ahead.
            Some(b'<') if text.len() - after.len() < last => (None, tag(after)),
            Some(b'<') => (None, 0),
            _ => entity(after),
        };
        out.extend(replaced);
        match length {
            0 => {
                out.extend(after.chars().next());
                rest = after.get(1..).unwrap_or_default();
            }
            length => rest = after.get(length..).unwrap_or_default(),
        }
    }
    out.push_str(rest);
    out
}

/// The length of a tag at the start of a text; 0 when there is none.
fn tag(text: &str) -> usize {
    let named = text
        .as_bytes()
        .get(1)
        .is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!' | b'?'));
    match text.find('>') {
        Some(end) if named => end + 1,
        _ => 0,
    }
}

/// The character of an entity at the start of a text, with its length.
fn entity(text: &str) -> (Option<char>, usize) {
    let head = text.get(..text.len().min(12)).unwrap_or_default();
    let head = match head.is_empty() {
        // A character of several bytes stands across the cut.
        true => text,
        false => head,
    };
    let Some(end) = head.find(';') else {
        return (None, 0);
    };
    let name = head.get(1..end).unwrap_or_default();
    let number = match name.strip_prefix('#') {
        Some(hex) if hex.starts_with(['x', 'X']) => {
            u32::from_str_radix(hex.get(1..).unwrap_or_default(), 16).ok()
        }
        Some(decimal) => decimal.parse().ok(),
        None => None,
    };
    let c = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        "shy" => Some('\u{ad}'),
        _ => number.and_then(char::from_u32),
    };
    match c {
        Some(c) => (Some(c), end + 1),
        None => (None, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_taken_out() {
        for (text, bare) in [
            ("<w:t>Jan</w:t><w:t>sen</w:t>", "Jansen"),
            ("Jan&shy;sen &amp; Co", "Jan\u{ad}sen & Co"),
            ("J&#97;ns&#x65;n", "Jansen"),
            ("a < b && c <d", "a < b && c <d"),
            ("&onbekend; é&é", "&onbekend; é&é"),
        ] {
            assert_eq!(without_markup(text), bare);
        }
    }

    #[test]
    fn what_is_packed_is_noticed() {
        for text in [
            "To: a\nContent-Transfer-Encoding: BASE64\n\nSi4gSmFuc2Vu\n",
            "<img src=\"data:image/png;base64,AAAA\">",
            "{\\rtf1 J. Jan\\'73en}",
        ] {
            assert!(packed(text).is_some(), "{text}");
        }
        assert_eq!(packed("over base64, RTF en PostScript"), None);
    }

    #[test]
    fn other_than_text_is_not_read() {
        assert_eq!(decode(b"\xff\xfea\0"), Some("a".to_owned()));
        assert_eq!(decode(b"PK\x03\x04"), None);
        assert_eq!(decode(b"\xe9"), None);
    }
}
