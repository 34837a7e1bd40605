//! The readings of a text: without markup, with the escapes of programs taken
//! as the characters that they stand for, without the addresses of links.
//! One may stand inside another, so each is taken of what the others gave.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::markup;
use crate::fold::WALL;

/// How deep one way of writing may stand in another.
const DEEPEST: usize = 3;

/// The bytes of all readings of one text.
const MOST_BYTES: usize = 96 << 20;

/// A way of reading, with the signs that it reads otherwise.
struct Reading {
    signs: &'static [&'static str],
    read: fn(&str) -> String,
}

const MARKUP: Reading = Reading {
    signs: &["<", "&"],
    read: |text| {
        let own = markup::read(text);
        own.shown + "\0" + &own.values
    },
};

const PLAIN_MARKUP: Reading = Reading {
    signs: &["<", "&"],
    read: markup::without_markup,
};

const ESCAPES: Reading = Reading {
    signs: &["\\"],
    read: without_escapes,
};

const PERCENTS: Reading = Reading {
    signs: &["%"],
    read: without_percents,
};

const ADDRESSES: Reading = Reading {
    signs: &["](", "][", "[^"],
    read: without_addresses,
};

/// In which order a program may take them.
const ORDERS: &[[Reading; 4]] = &[
    [MARKUP, ESCAPES, PERCENTS, ADDRESSES],
    [ESCAPES, PERCENTS, ADDRESSES, MARKUP],
    [PLAIN_MARKUP, ADDRESSES, ESCAPES, PERCENTS],
];

/// Hands each reading of a text to `look`, other than the text itself and each
/// once. Whether those were all: a large text may have too many.
pub(super) fn each(text: &str, look: &mut dyn FnMut(&str)) -> bool {
    let mut seen = HashSet::from([mark(text)]);
    let mut left = MOST_BYTES;
    for order in ORDERS {
        let mut own = Cow::Borrowed(text);
        for _ in 0..DEEPEST {
            let before = mark(&own);
            for reading in order {
                if !reading.signs.iter().any(|sign| own.contains(sign)) {
                    continue;
                }
                own = Cow::Owned((reading.read)(&own));
                match left.checked_sub(own.len()) {
                    Some(rest) => left = rest,
                    None => return false,
                }
                if seen.insert(mark(&own)) {
                    look(&own);
                }
            }
            if mark(&own) == before {
                break;
            }
        }
    }
    true
}

fn mark(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.trim_end_matches(WALL).hash(&mut hasher);
    hasher.finish()
}

/// Text with the characters that JSON, scripts and style sheets write with a
/// backslash.
fn without_escapes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // The first half of a character that is written in two.
    let mut half: Option<u32> = None;
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, after) = rest.split_at(at);
        if !before.is_empty() {
            half = None;
        }
        out.push_str(before);
        let (code, length) = escape(after);
        rest = after.get(length..).unwrap_or_default();
        match (code, half) {
            (Some(code @ 0xd800..=0xdbff), _) => half = Some(code),
            (Some(code @ 0xdc00..=0xdfff), Some(high)) => {
                let whole = 0x10000 + ((high - 0xd800) << 10) + (code - 0xdc00);
                out.extend(char::from_u32(whole));
                half = None;
            }
            (Some(code), _) => {
                out.extend(char::from_u32(code).filter(|c| *c != WALL));
                half = None;
            }
            (None, _) => half = None,
        }
    }
    out.push_str(rest);
    out
}

/// The code of the character that an escape at the start stands for, with the
/// length of the escape; none for one that stands for a blank or for itself.
fn escape(text: &str) -> (Option<u32>, usize) {
    let bytes = text.as_bytes();
    let digits = |from: usize, most: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        let is_digit = |byte: &&u8| byte.is_ascii_hexdigit();
        let count = rest.iter().take(most).take_while(is_digit).count();
        let code = text.get(from..from + count);
        (
            code.and_then(|own| u32::from_str_radix(own, 16).ok()),
            count,
        )
    };
    let exactly = |from: usize, wanted: usize| match digits(from, wanted) {
        (code, count) if count == wanted => (code, from + count),
        _ => (None, 1),
    };
    match bytes.get(1) {
        Some(b'u') if bytes.get(2) == Some(&b'{') => match digits(3, 6) {
            (Some(code), count) if bytes.get(3 + count) == Some(&b'}') => (Some(code), 4 + count),
            _ => (None, 1),
        },
        Some(b'u') => exactly(2, 4),
        Some(b'U') => exactly(2, 8),
        Some(b'x') => exactly(2, 2),
        Some(b'n' | b'r' | b't') => (Some(u32::from(' ')), 2),
        Some(byte) if byte.is_ascii_hexdigit() => match digits(1, 6) {
            // In a style sheet a blank ends the digits.
            (code, count) if count >= 2 => {
                let blank = bytes.get(1 + count) == Some(&b' ');
                (code, 1 + count + usize::from(blank))
            }
            _ => (None, 1),
        },
        _ => (None, 1),
    }
}

/// Text with the characters that addresses write with a percent sign, in UTF-8
/// or in one byte each.
fn without_percents(text: &str) -> String {
    let bytes: Vec<u8> = percent_encoding::percent_decode_str(text).collect();
    let mut out = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        out.extend(chunk.invalid().iter().copied().map(char::from));
    }
    out
}

/// Text without the addresses of Markdown's links, its references and the
/// signs of its footnotes, which may stand in the middle of a name.
fn without_addresses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // What is looked at in vain, so that many open brackets take no more time
    // than their number.
    let mut left = text.len().saturating_mul(4);
    while let Some(at) = rest.find([']', '[']) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let most = left.min(LONGEST);
        let closed = match after.as_bytes() {
            [b']', b'(', ..] => closed(after, 1, most, b'(', b')'),
            [b']', b'[', ..] => closed(after, 1, most, b'[', b']'),
            [b'[', b'^', ..] => closed(after, 0, most, b'[', b']'),
            _ => Ok(1),
        };
        let length = closed.unwrap_or_else(|looked| {
            left = left.saturating_sub(looked);
            1
        });
        rest = after.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// The longest address that is taken out.
const LONGEST: usize = 2_000;

/// The length up to the bracket that closes the one at `from`; when there is
/// none within `most` bytes, how many were looked at.
fn closed(text: &str, from: usize, most: usize, open: u8, close: u8) -> Result<usize, usize> {
    let mut depth = 0_usize;
    let mut looked = 0;
    for (at, byte) in text.bytes().enumerate().skip(from).take(most) {
        looked += 1;
        if byte == open {
            depth += 1;
        } else if byte == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Ok(at + 1);
            }
        } else if byte == b'\n' && text.as_bytes().get(at + 1) == Some(&b'\n') {
            break;
        }
    }
    Err(looked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        each(text, &mut |reading| all.push(reading.to_owned()));
        all
    }

    #[test]
    fn what_programs_write_otherwise_is_read() {
        for (text, reading) in [
            (
                r#""Ren\u00e9e \ud83d\ude00 M\xfcller""#,
                "\"Renée 😀 Müller\"",
            ),
            (r"Zwar\u{74}jes \/ \5A war\74 jes", "Zwartjes / Zwartjes"),
            ("Zw%61rtjes Ren%C3%A9e M%FCller", "Zwartjes Renée Müller"),
            ("[Zwar](x(y)z)tjes", "Zwartjes"),
            ("[Zwar][1]tj[^2]es", "Zwartjes"),
        ] {
            assert!(
                all(text).iter().any(|own| own == reading),
                "{text}: {:?}",
                all(text)
            );
        }
    }

    #[test]
    fn one_way_of_writing_may_stand_in_another() {
        for text in [
            r"\u003cb\u003eZwar\u003c/b\u003etjes",
            "<a href='x?q=Zw%26%2397%3Brtjes'>",
            "Zw\\u0026#97;rtjes",
            "[Zwar](x)t%6Aes",
        ] {
            let found = all(text).iter().any(|own| own.contains("Zwartjes"));
            assert!(found, "{text}: {:?}", all(text));
        }
    }

    #[test]
    fn a_plain_text_has_no_other_readings() {
        assert_eq!(all("Gewone tekst van 12 regels."), Vec::<String>::new());
    }
}
