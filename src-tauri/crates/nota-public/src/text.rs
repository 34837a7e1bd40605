//! Published texts: Markdown, HTML, XML, JSON, e-mail, plain. A text is searched
//! as it is written, and as the programs read it that show such texts.

mod mail;
mod markup;
mod packed;
mod readings;

use crate::fold::Blanks;
use crate::proof::{NotProven, Search, Spot};

pub(crate) use markup::without_markup;

/// The greatest size of a text, so that all readings of it stay within
/// bounds of time and memory.
const MOST_BYTES: usize = 24 << 20;

/// How texts begin that are written for printers and word processors, in
/// which letters are codes.
const CODED: &[(&str, &str)] = &[
    ("{\\rtf", "een tekst in RTF"),
    ("%!PS", "een tekst in PostScript"),
];

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

/// Searches a text. What of it cannot be read is noted, and the rest searched.
///
/// # Errors
///
/// When it is no text, or larger than can be looked at within bounds.
pub(crate) fn search(bytes: &[u8], search: &mut Search<'_>) -> Result<(), NotProven> {
    if bytes.len() > MOST_BYTES {
        return Err(NotProven::TooLarge);
    }
    search.spend(bytes.len())?;
    let text = decode(bytes)
        .ok_or_else(|| NotProven::Unreadable("het is geen tekst in UTF-8".to_owned()))?;
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    for (_, what) in CODED.iter().filter(|(head, _)| start.starts_with(head)) {
        search.unread(*what, &Spot::File);
    }
    let before = search.with_blanks(Blanks::Written);
    let done = match mail::is_mail(&text) {
        true => mail::search(&text, search),
        false => {
            searched_as_written(&text, search);
            Ok(())
        }
    };
    search.with_blanks(before);
    done
}

/// Searches a text that is no e-mail.
fn searched_as_written(text: &str, search: &mut Search<'_>) {
    packed::note(text, search, None);
    search.lines(text);
    in_other_readings(text, search, &Spot::WithoutMarkup);
}

/// Searches the other readings of a text.
fn in_other_readings(text: &str, search: &mut Search<'_>, spot: &Spot) {
    let all = readings::each(text, &mut |reading| {
        packed::note(reading, search, Some(spot));
        search.again(reading, spot);
    });
    if !all {
        search.unread("een grote tekst met veel opmaak", spot);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_than_text_is_not_read() {
        assert_eq!(decode(b"\xff\xfea\0"), Some("a".to_owned()));
        assert_eq!(decode(b"PK\x03\x04"), None);
        assert_eq!(decode(b"\xe9"), None);
    }
}
