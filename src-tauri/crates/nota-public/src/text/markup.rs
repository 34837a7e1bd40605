//! Text without the tags of HTML and XML, read in two ways: as a browser does,
//! and by a few simple rules for what is no proper markup.

use html5gum::{Token, Tokenizer};

use crate::fold::WALL;

/// What a text with markup says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Markup {
    /// What is shown, without anything in the place of tags and remarks.
    pub shown: String,
    /// What is not shown: attributes and remarks, each apart.
    pub values: String,
}

/// Reads a text as a browser does: the names of characters, tags in the middle
/// of words, remarks, attributes, and sections of literal text.
pub(super) fn read(text: &str) -> Markup {
    let mut markup = Markup {
        shown: String::with_capacity(text.len()),
        values: String::new(),
    };
    let mut value = |bytes: &[u8]| {
        markup.values.push(WALL);
        markup.values.push_str(&String::from_utf8_lossy(bytes));
    };
    for Ok(token) in Tokenizer::new(text) {
        match token {
            Token::StartTag(tag) => {
                for (name, own) in &tag.attributes {
                    value(name);
                    value(own);
                }
            }
            Token::String(own) => markup.shown.push_str(&String::from_utf8_lossy(&own)),
            Token::Comment(own) => match own.strip_prefix(b"[CDATA[") {
                Some(literal) => {
                    let literal = literal.strip_suffix(b"]]").unwrap_or(literal);
                    markup.shown.push_str(&String::from_utf8_lossy(literal));
                }
                None => value(&own),
            },
            Token::Doctype(own) => value(&own.name),
            Token::EndTag(_) | Token::Error(_) => {}
        }
    }
    markup
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
    // What is no tag is not looked at to its end: there may be many.
    match named {
        true => text.find('>').map_or(0, |end| end + 1),
        false => 0,
    }
}

/// The character of an entity at the start of a text, with its length.
fn entity(text: &str) -> (Option<char>, usize) {
    // Past so many characters there is no end to look for.
    let length = text.char_indices().nth(12).map_or(text.len(), |(at, _)| at);
    let head = text.get(..length).unwrap_or_default();
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
    fn a_browser_reads_more() {
        let shown = |text: &str| read(text).shown;
        assert_eq!(shown("Ren&eacute;e M&uuml;ller"), "Renée Müller");
        assert_eq!(
            shown("K.&ensp;Zwar&zwnj;tjes"),
            "K.\u{2002}Zwar\u{200c}tjes"
        );
        assert_eq!(shown("Zwar<!-- x -->t<![CDATA[je]]>s"), "Zwartjes");
        assert_eq!(shown("<p title='a>b'>c"), "c");
        let values = |text: &str| read(text).values.replace(WALL, "|");
        assert_eq!(values("<p title='Zwar&#116;jes'>"), "|title|Zwartjes");
        assert_eq!(values("<!-- K. Zwartjes -->"), "| K. Zwartjes ");
    }
}
