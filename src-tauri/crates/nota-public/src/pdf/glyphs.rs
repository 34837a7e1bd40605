//! The names of glyphs, and the text that they stand for: by the rules of the
//! Adobe Glyph List (<https://github.com/adobe-type-tools/agl-specification>).

use lopdf::{Dictionary, Document, Encoding, Object};

/// The text of a glyph by its name; none for a name that means nothing, such
/// as a number in the font.
pub(super) fn text(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    if name.starts_with(".notdef") {
        return None;
    }
    // A suffix says how the letter is drawn: `K.sc`, `a.alt`.
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    let mut out = String::new();
    for part in name.split('_') {
        out.push_str(&part_of(part)?);
    }
    Some(out)
}

fn part_of(name: &str) -> Option<String> {
    if let Some(digits) = name.strip_prefix("uni")
        && digits.len() >= 4
        && digits.len().is_multiple_of(4)
        && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    {
        let unit = |own: &[u8]| u16::from_str_radix(std::str::from_utf8(own).ok()?, 16).ok();
        let units: Option<Vec<u16>> = digits.as_bytes().chunks(4).map(unit).collect();
        return String::from_utf16(&units?).ok();
    }
    if let Some(digits) = name.strip_prefix('u')
        && (4..=6).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    {
        return Some(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?.to_string());
    }
    listed(name)
}

/// The text of a name on the list, which lopdf has.
fn listed(name: &str) -> Option<String> {
    let one = |name: &str| {
        let names = vec![Object::Integer(0), Object::Name(name.as_bytes().to_vec())];
        let mut encoding = Dictionary::new();
        encoding.set("Differences", names);
        let mut font = Dictionary::new();
        font.set("Type", "Font");
        font.set("Encoding", encoding);
        let document = Document::new();
        match font.get_font_encoding(&document).ok()? {
            Encoding::Differences(own) => {
                let glyph = own.map.get(&0)?.utf16_code_unit();
                String::from_utf16(&[glyph]).ok()
            }
            _ => None,
        }
    };
    one(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_text() {
        for (name, expected) in [
            ("K", Some("K")),
            ("eacute", Some("é")),
            ("uni004B", Some("K")),
            ("uni004B0061", Some("Ka")),
            ("u004B", Some("K")),
            ("u1F600", Some("😀")),
            ("uniFB00", Some("\u{fb00}")),
            ("K.sc", Some("K")),
            ("one.oldstyle", Some("1")),
            ("f_f_i", Some("ffi")),
            ("T_h.liga", Some("Th")),
            ("space", Some(" ")),
            ("xa", None),
            ("g12", None),
            ("cid:9", None),
            (".notdef", None),
            ("uni00", None),
            ("", None),
        ] {
            assert_eq!(text(name.as_bytes()).as_deref(), expected, "{name}");
        }
    }
}
