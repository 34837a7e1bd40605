//! What the programs that make PDFs write for one another: the table of
//! objects, dates, marks of identity, words of the format. Such a unit is known
//! as a whole, by its form or by what it must say; only then it is no text. A
//! part of it is never a reason to pass over the rest.

use crate::fold::WALL;
use crate::secrets::is_format_word;

use super::tokens::{find, is_blank};

/// The length of an entry in the table of objects.
const ENTRY: usize = 20;

/// The number of a free object is below this; a greater one may be somebody's.
const MOST_FREE: usize = 100_000;

/// The keys whose strings are dates.
const DATES: &[&[u8]] = &[
    b"CreationDate",
    b"ModDate",
    b"M",
    b"LastModified",
    b"SourceModified",
];

/// Whether a name is one of the format's own, perhaps with a number: `Page`,
/// `F12`. Names of one or two letters say nothing.
pub(super) fn is_name(name: &[u8]) -> bool {
    let Ok(name) = std::str::from_utf8(name) else {
        return false;
    };
    let word = name.trim_end_matches(|c: char| c.is_ascii_digit());
    // A long number after a word may be somebody's.
    let is_short = name.len() - word.len() < 6;
    is_short && (is_format_word(word) || word.len() <= 2 && word.is_ascii())
}

/// Whether a string under a key is a moment: `D:20261120093000+01'00'`. A date
/// alone, without a time, may be one from the text.
pub(super) fn is_moment(key: &[u8], string: &[u8]) -> bool {
    if !DATES.contains(&key) {
        return false;
    }
    let digits = string.strip_prefix(b"D:").unwrap_or(string);
    let count = digits
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let (digits, zone) = digits.split_at(count);
    let two = |at: usize| {
        let pair = digits.get(at..at + 2)?;
        std::str::from_utf8(pair).ok()?.parse::<u8>().ok()
    };
    let within = |at: usize, most: u8| two(at).is_none_or(|own| own <= most);
    let form = matches!(count, 10 | 12 | 14)
        && matches!(two(0), Some(19 | 20))
        && within(4, 12)
        && within(6, 31)
        && within(8, 23)
        && within(10, 59)
        && within(12, 59);
    let rest = zone.iter().filter(|byte| byte.is_ascii_digit()).count();
    let is_zone = |byte: &u8| byte.is_ascii_digit() || b"Z+-'".contains(byte);
    form && rest <= 4 && zone.len() <= 7 && zone.iter().all(is_zone)
}

/// Whether a string is a mark of identity: sixteen bytes as they are, in
/// hexadecimal digits, or in base64.
pub(super) fn is_identity(string: &[u8]) -> bool {
    let is_printable = |byte: &u8| byte.is_ascii_graphic() || is_blank(*byte);
    match string.len() {
        16 => !string.iter().all(is_printable),
        24 => string.strip_suffix(b"==").is_some_and(|own| {
            let base64 = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/".contains(byte);
            let has = |kind: fn(&u8) -> bool| own.iter().any(kind);
            // One in forty has no digit; no words have capitals all through.
            let capitals = own
                .windows(2)
                .filter(|own| own.iter().all(u8::is_ascii_uppercase));
            own.iter().all(base64)
                && (has(u8::is_ascii_digit) || capitals.count() >= 2)
                && has(u8::is_ascii_uppercase)
                && has(u8::is_ascii_lowercase)
        }),
        32 | 36 => is_hexadecimal(string),
        _ => false,
    }
}

/// Digits of a number as long as an MD5 sum, perhaps in groups.
fn is_hexadecimal(string: &[u8]) -> bool {
    let digits = string
        .iter()
        .filter(|byte| byte.is_ascii_hexdigit())
        .count();
    // A number of 32 digits is a number; in groups it is none.
    let is_mark = string.len() == 36 || string.iter().any(u8::is_ascii_alphabetic);
    let form = |byte: &u8| byte.is_ascii_hexdigit() || *byte == b'-';
    digits == 32 && is_mark && string.iter().all(form)
}

/// Adds what stands between two objects, from `from` up to `to` in the file,
/// without what the file says there of itself.
pub(super) fn between(file: &[u8], from: usize, to: usize, out: &mut String) {
    let mut gap = Gap { file, at: from, to };
    while gap.at < gap.to {
        let blanks = gap.take(is_blank);
        if !blanks.is_empty() {
            out.push(if blanks.contains(&b'\n') { '\n' } else { ' ' });
        }
        let start = gap.at;
        let word = gap.take(|byte| !is_blank(byte));
        let is_known = match word {
            b"xref" => gap.table(),
            b"startxref" => gap.offset(),
            b"%%EOF" | b"trailer" => true,
            word if word.starts_with(b"trailer<<") => {
                gap.at = start + b"trailer".len();
                true
            }
            word if word.starts_with(b"<<") => {
                gap.at = start;
                gap.dictionary(out)
            }
            word => is_header(word),
        };
        match is_known {
            true => out.push(WALL),
            false => text(word, out),
        }
    }
}

fn is_header(word: &[u8]) -> bool {
    matches!(word, [b'%', b'P', b'D', b'F', b'-', major, b'.', minor]
        if major.is_ascii_digit() && minor.is_ascii_digit())
}

/// Adds bytes as text.
fn text(bytes: &[u8], out: &mut String) {
    match std::str::from_utf8(bytes) {
        Ok(own) => out.push_str(own),
        Err(_) => out.extend(bytes.iter().copied().map(char::from)),
    }
}

/// The bytes between two objects.
struct Gap<'a> {
    file: &'a [u8],
    at: usize,
    to: usize,
}

impl<'a> Gap<'a> {
    fn rest(&self) -> &'a [u8] {
        self.file.get(self.at..self.to).unwrap_or_default()
    }

    fn take(&mut self, of_kind: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.rest();
        let count = rest.iter().take_while(|byte| of_kind(**byte)).count();
        self.at += count;
        rest.get(..count).unwrap_or_default()
    }

    /// A number and the blanks before it; stays where it is without one.
    fn number(&mut self) -> Option<usize> {
        let before = self.at;
        self.take(is_blank);
        let number = number(self.take(|byte| byte.is_ascii_digit()));
        if number.is_none() {
            self.at = before;
        }
        number
    }

    /// Passes over a number that says where in the file the table of objects
    /// stands. A number that says nothing true stays.
    fn offset(&mut self) -> bool {
        let before = self.at;
        let is_true = self
            .number()
            .is_some_and(|own| own == 0 || is_table(self.file, own));
        if !is_true {
            self.at = before;
        }
        is_true
    }

    /// Passes over a table of objects, up to the first entry that does not say
    /// where an object stands.
    fn table(&mut self) -> bool {
        loop {
            let before = self.at;
            let (Some(_), Some(count)) = (self.number(), self.number()) else {
                self.at = before;
                return true;
            };
            self.take(is_blank);
            for _ in 0..count {
                let entry = self.rest().get(..ENTRY).unwrap_or_default();
                if !self.is_entry(entry) {
                    return true;
                }
                self.at += ENTRY;
            }
        }
    }

    fn is_entry(&self, entry: &[u8]) -> bool {
        let [offset @ .., _, _] = entry else {
            return false;
        };
        let (Some(offset), Some(version), Some(kind)) =
            (offset.get(..10), offset.get(11..16), offset.get(17))
        else {
            return false;
        };
        match (number(offset), number(version), kind) {
            // The number of the next free object.
            (Some(next), Some(_), b'f') => next < MOST_FREE,
            (Some(at), Some(_), b'n') => is_object(self.file, at),
            _ => false,
        }
    }

    /// Adds what a dictionary says, each thing apart, up to its end.
    fn dictionary(&mut self, out: &mut String) -> bool {
        let rest = self.rest();
        let (length, mut key) = (end_of(rest), &b""[..]);
        let inner = rest.get(..length).unwrap_or_default();
        let mut lexer = Lexer::new(inner);
        while let Some(unit) = lexer.next() {
            out.push(WALL);
            match unit {
                Unit::Name(own) => {
                    key = own;
                    if !is_name(own) {
                        text(own, out);
                    }
                }
                Unit::Word(own) => {
                    let says = number(own).filter(|_| matches!(key, b"Prev" | b"XRefStm"));
                    if !says.is_some_and(|at| is_table(self.file, at)) {
                        text(own, out);
                    }
                }
                Unit::String(own) if key == b"ID" && is_identity(&own) => {}
                Unit::String(own) => text(&own, out),
                Unit::Remark(own) => text(own, out),
            }
        }
        self.at += length;
        true
    }
}

/// Where the dictionary at the start ends.
fn end_of(bytes: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(pair) = bytes.get(at..at + 2) {
        match pair {
            b"<<" => depth += 1,
            b">>" => depth = depth.saturating_sub(1),
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    bytes.len()
}

fn number(digits: &[u8]) -> Option<usize> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// Whether an object begins at this byte.
fn is_object(file: &[u8], at: usize) -> bool {
    let head = file.get(at..(at + 32).min(file.len())).unwrap_or_default();
    let mut words = head
        .split(|byte| is_blank(*byte))
        .filter(|own| !own.is_empty());
    words.next().and_then(number).is_some()
        && words.next().and_then(number).is_some()
        && words.next().is_some_and(|own| own.starts_with(b"obj"))
}

/// Whether a table of objects begins at this byte, be it in a stream.
fn is_table(file: &[u8], at: usize) -> bool {
    let rest = file.get(at..).unwrap_or_default();
    let blanks = rest
        .iter()
        .take(8)
        .take_while(|byte| is_blank(**byte))
        .count();
    rest.get(blanks..)
        .is_some_and(|own| own.starts_with(b"xref"))
        || is_object(file, at + blanks)
}

/// The text in a table of letters (CMap): its remarks, strings, names and
/// words, each apart. The codes of letters are none.
pub(super) fn of_cmap(bytes: &[u8]) -> String {
    let mut out = String::new();
    let mut lexer = Lexer::new(bytes);
    while let Some(unit) = lexer.next() {
        out.push(WALL);
        match unit {
            Unit::Name(own) if is_name(own) => {}
            Unit::String(own) if is_name(&own) => {}
            Unit::Word(own) if std::str::from_utf8(own).is_ok_and(is_format_word) => {}
            Unit::Remark(own) if is_structure(own) => {}
            Unit::Name(own) | Unit::Word(own) | Unit::Remark(own) => text(own, &mut out),
            Unit::String(own) => match wide(&own) {
                Some(letters) => out.push_str(&letters),
                None => text(&own, &mut out),
            },
        }
    }
    out
}

/// Whether a remark is one for printers, such as `%%EndComments`.
fn is_structure(remark: &[u8]) -> bool {
    let text = remark
        .strip_prefix(b"%%")
        .or_else(|| remark.strip_prefix(b"%!"))
        .and_then(|own| std::str::from_utf8(own).ok());
    text.is_some_and(|own| {
        let mut words = own.split(|c: char| !c.is_alphanumeric());
        words.all(|word| word.len() <= 2 || is_format_word(word))
    })
}

/// Letters in two bytes each.
fn wide(bytes: &[u8]) -> Option<String> {
    let units = bytes
        .as_chunks::<2>()
        .0
        .iter()
        .map(|pair| u16::from_be_bytes(*pair));
    bytes.contains(&0).then(|| {
        let letters = char::decode_utf16(units);
        letters
            .map(|c| c.unwrap_or(' '))
            .filter(|c| *c != WALL)
            .collect()
    })
}

/// What stands apart in the language that PDF and PostScript share.
enum Unit<'a> {
    Name(&'a [u8]),
    Word(&'a [u8]),
    String(Vec<u8>),
    Remark(&'a [u8]),
}

/// Gives the units one by one.
struct Lexer<'a> {
    rest: &'a [u8],
}

impl<'a> Lexer<'a> {
    fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    fn take(&mut self, of_kind: impl Fn(u8) -> bool) -> &'a [u8] {
        let count = self.rest.iter().take_while(|byte| of_kind(**byte)).count();
        let (taken, rest) = self.rest.split_at(count);
        self.rest = rest;
        taken
    }

    fn skip(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_default();
    }

    fn next(&mut self) -> Option<Unit<'a>> {
        let is_mark = |byte: u8| b"()<>[]{}/%".contains(&byte);
        loop {
            self.take(is_blank);
            let first = *self.rest.first()?;
            match first {
                b'%' => return Some(Unit::Remark(self.take(|byte| !b"\r\n".contains(&byte)))),
                b'/' => {
                    self.skip();
                    return Some(Unit::Name(
                        self.take(|byte| !is_blank(byte) && !is_mark(byte)),
                    ));
                }
                b'(' => return Some(Unit::String(self.literal())),
                b'<' if self.rest.get(1) != Some(&b'<') => {
                    self.skip();
                    let digits = self.take(|byte| byte != b'>');
                    return Some(Unit::String(super::tokens::hexadecimal(digits)));
                }
                b'<' => {
                    self.skip();
                    self.skip();
                }
                own if is_mark(own) => self.skip(),
                _ => {
                    return Some(Unit::Word(
                        self.take(|byte| !is_blank(byte) && !is_mark(byte)),
                    ));
                }
            }
        }
    }

    /// A string in parentheses, its escapes left as they are.
    fn literal(&mut self) -> Vec<u8> {
        let mut depth = 0_usize;
        let mut escaped = false;
        let mut length = 0;
        for byte in self.rest {
            length += 1;
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'(' => depth += 1,
                b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        let (own, rest) = self.rest.split_at(length);
        self.rest = rest;
        own.get(1..length.saturating_sub(1))
            .unwrap_or_default()
            .to_vec()
    }
}

/// Whether bytes are a table of letters.
pub(super) fn is_cmap(bytes: &[u8]) -> bool {
    find(bytes, b"begincmap", 0).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_of_identity_is_no_words() {
        for mark in ["q1XyZabcDefghiJklmnoPq==", "qDXyZabcDEFghiJklmnoPq=="] {
            assert!(is_identity(mark.as_bytes()), "{mark}");
        }
        for words in [
            "JanJansenEnKeesPieters==",
            "janjansenenkeespieters==",
            "JANJANSENENKEESPIETERS==",
        ] {
            assert!(!is_identity(words.as_bytes()), "{words}");
        }
    }
}
