//! Parts of a text that are packed or encoded, so that their letters say
//! nothing: they are noted as unread.

use crate::proof::{Search, Spot};

/// From this many signs without a blank on a stretch looks encoded.
const LONG: usize = 256;

/// Lines that look encoded, one after another.
const LINES: usize = 4;

/// Shorter lines are words.
const LONG_LINE: usize = 56;

/// How lines begin that open a packed part, with what that is called; in small
/// letters.
const OPENINGS: &[(&str, &str)] = &[
    ("begin-base64 ", "een bestand in base64"),
    ("=ybegin ", "een bestand in yEnc"),
    ("-----begin ", "een versleuteld of ondertekend deel"),
    (
        "(this file must be converted with binhex",
        "een bestand in BinHex",
    ),
];

/// What a text has in it, without its blanks, when a part of it is packed; in
/// small letters.
const SIGNS: &[(&str, &str)] = &[
    (";base64,", "een ingebed bestand in base64"),
    ("<office:binary-data", "een ingebed bestand"),
    (
        "content-transfer-encoding:base64",
        "een gecodeerd deel van een e-mail",
    ),
    (
        "content-transfer-encoding:quoted-printable",
        "een gecodeerd deel van een e-mail",
    ),
];

/// Notes what of a text cannot be read as letters, at its line or at `spot`.
pub(super) fn note(text: &str, search: &mut Search<'_>, spot: Option<&Spot>) {
    for (what, line) in all(text) {
        let own = Spot::Line(line);
        search.unread(what, spot.unwrap_or(&own));
    }
}

/// The packed parts, each kind once, with the line.
fn all(text: &str) -> Vec<(&'static str, usize)> {
    let mut found: Vec<(&'static str, usize)> = Vec::new();
    let mut add = |what, line| {
        if !found.iter().any(|(own, _)| *own == what) {
            found.push((what, line));
        }
    };
    let mut encoded = 0;
    let mut number = 0;
    for line in text.lines() {
        number += 1;
        let opening = OPENINGS.iter().find(|(head, _)| begins(line, head));
        if let Some((_, what)) = opening {
            add(*what, number);
        }
        if is_uuencode(line) {
            add("een bestand in uuencode", number);
        }
        let is_encoded = line.len() >= LONG_LINE && stretches(line).any(|own| own == line.trim());
        encoded = if is_encoded && has_all_kinds(line) {
            encoded + 1
        } else {
            0
        };
        let long = line.len() >= LONG
            && stretches(line).any(|own| own.len() >= LONG && has_all_kinds(own));
        if encoded >= LINES || long {
            add("een gecodeerde reeks tekens", number);
        }
    }
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = bare.to_ascii_lowercase();
    for (sign, what) in SIGNS {
        if bare.contains(sign) {
            add(*what, line_of(text, sign));
        }
    }
    found
}

/// The line on which a sign stands, by its first word.
fn line_of(text: &str, sign: &str) -> usize {
    let word = sign.trim_matches(|c: char| !c.is_alphanumeric());
    let word = word.split([':', '-']).next().unwrap_or_default();
    let has = |line: &str| line.to_ascii_lowercase().contains(word);
    text.lines().position(has).unwrap_or_default() + 1
}

fn begins(line: &str, head: &str) -> bool {
    let own = line.trim_start().get(..head.len());
    own.is_some_and(|own| own.eq_ignore_ascii_case(head))
}

/// `begin 644 naam.doc`
fn is_uuencode(line: &str) -> bool {
    let mut words = line.trim().splitn(3, ' ');
    let rights =
        |own: &str| matches!(own.len(), 3 | 4) && own.bytes().all(|b| b"01234567".contains(&b));
    words.next() == Some("begin") && words.next().is_some_and(rights) && words.next().is_some()
}

/// The stretches of signs of which base64 is made.
fn stretches(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !(c.is_ascii_alphanumeric() || "+/=_-".contains(c)))
}

fn has_all_kinds(own: &str) -> bool {
    let has = |kind: fn(&u8) -> bool| own.as_bytes().iter().any(kind);
    has(u8::is_ascii_digit) && has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_noticed() {
        let base64 = "Si4gSmFuc2VuIDEyMzQ1Njc4OTAgYWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4";
        for text in [
            "To: a\nContent-Transfer-Encoding:  BASE64\n\nSi4gSmFuc2Vu\n",
            "<img src=\"data:image/png;base64,AAAA\">",
            "<img src=\"data:image/png; base64 ,AAAA\">",
            "a\nbegin 644 nota.doc\nM1234\n",
            "=ybegin line=128 size=1 name=x",
            "-----BEGIN PGP MESSAGE-----",
            &base64.repeat(5),
            &format!("{base64}\n").repeat(4),
        ] {
            assert!(!all(text).is_empty(), "{text}");
        }
        for text in [
            "over base64, RTF en PostScript",
            "begin 644",
            "wij begin 644 x",
            &"a".repeat(300),
            &format!("{base64}\nen\n").repeat(4),
        ] {
            assert_eq!(all(text), [], "{text}");
        }
    }
}
