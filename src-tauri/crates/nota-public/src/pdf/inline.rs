//! Pictures that stand in a content stream itself. Where one ends follows from
//! its size or its packing: the word that ends it may also stand inside.

use flate2::{Decompress, FlushDecompress, Status};

use super::tokens::{Token, find, is_blank};

/// The entries that come before a picture, names and values; one that has
/// more is none.
pub(super) const MOST_ENTRIES: usize = 64;

/// How much more a packed picture may unpack to than it takes.
const MOST_TIMES: u64 = 2_000;

/// What is looked at after a word that may end a picture.
const AFTER: usize = 16;

/// An inline picture.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Inline {
    /// In pixels.
    pub width: u64,
    /// In pixels.
    pub height: u64,
}

impl Inline {
    /// The picture with these entries, and the number of bytes of it, the word
    /// that ends it included. `ahead` counts what may be looked at to find it.
    pub fn read(entries: &[Token<'_>], rest: &[u8], ahead: &mut usize) -> (Self, usize) {
        let picture = Self {
            width: number(entries, b"W", b"Width"),
            height: number(entries, b"H", b"Height"),
        };
        let blank = usize::from(rest.first().is_some_and(|byte| is_blank(*byte)));
        let inside = rest.get(blank..).unwrap_or_default();
        let inside = inside.get(..inside.len().min(*ahead)).unwrap_or_default();
        let length = picture.length(entries, inside);
        let end = length
            .and_then(|length| Some(length + closes(inside.get(length..)?)?))
            .unwrap_or_else(|| searched(inside));
        *ahead -= match end {
            0 => inside.len(),
            end => end.min(inside.len()),
        };
        (picture, blank + end)
    }

    /// The bytes of its pixels.
    fn length(self, entries: &[Token<'_>], inside: &[u8]) -> Option<usize> {
        match name(entries, b"F", b"Filter").as_deref() {
            None => {
                let is_mask = entries.contains(&Token::Operator(b"true"));
                let colours = match name(entries, b"CS", b"ColorSpace").as_deref() {
                    Some(b"RGB" | b"DeviceRGB") => 3,
                    Some(b"CMYK" | b"DeviceCMYK") => 4,
                    _ => 1,
                };
                let bits = match is_mask {
                    true => 1,
                    false => number(entries, b"BPC", b"BitsPerComponent").max(1),
                };
                let row = self.width.checked_mul(colours * bits.min(16))?.div_ceil(8);
                usize::try_from(row.checked_mul(self.height)?).ok()
            }
            Some(b"AHx" | b"ASCIIHexDecode") => Some(find(inside, b">", 0)? + 1),
            Some(b"A85" | b"ASCII85Decode") => Some(find(inside, b"~>", 0)? + 2),
            Some(b"Fl" | b"FlateDecode") => deflated(inside),
            Some(b"RL" | b"RunLengthDecode") => run_length(inside),
            Some(b"DCT" | b"DCTDecode") => Some(find(inside, b"\xff\xd9", 0)? + 2),
            Some(_) => None,
        }
    }
}

fn value<'t, 'a>(entries: &'t [Token<'a>], short: &[u8], long: &[u8]) -> Option<&'t Token<'a>> {
    let is_key =
        |own: &Token<'_>| matches!(own, Token::Name(name) if **name == *short || **name == *long);
    let at = entries.iter().position(is_key)?;
    let after = entries.get(at + 1..)?;
    // The first filter of several is the outer one.
    after.iter().find(|own| **own != Token::Bracket)
}

fn number(entries: &[Token<'_>], short: &[u8], long: &[u8]) -> u64 {
    match value(entries, short, long) {
        // Sizes are small whole numbers; a negative one becomes nothing.
        Some(Token::Number(own)) => *own as u64,
        _ => 0,
    }
}

fn name(entries: &[Token<'_>], short: &[u8], long: &[u8]) -> Option<Vec<u8>> {
    match value(entries, short, long)? {
        Token::Name(own) => Some(own.to_vec()),
        _ => None,
    }
}

/// The length of the word that ends a picture, with the blanks before it, when
/// it stands at the start.
fn closes(rest: &[u8]) -> Option<usize> {
    let blanks = rest.iter().take_while(|byte| is_blank(**byte)).count();
    let word = rest.get(blanks..)?;
    let alone = |byte: Option<&u8>| byte.is_none_or(|byte| is_blank(*byte));
    (word.starts_with(b"EI") && alone(word.get(2))).then_some(blanks + 2)
}

/// The end by the look of it: the word by itself, with text after it.
fn searched(inside: &[u8]) -> usize {
    let mut at = 0;
    while let Some(found) = find(inside, b"EI", at) {
        let before = found.checked_sub(1).and_then(|at| inside.get(at));
        let after = inside.get(found + 2..).unwrap_or_default();
        let after = after.get(..after.len().min(AFTER)).unwrap_or_default();
        let alone = |byte: Option<&u8>| byte.is_none_or(|byte| is_blank(*byte));
        let is_text = |byte: &u8| is_blank(*byte) || byte.is_ascii_graphic();
        if alone(before) && alone(after.first()) && after.iter().all(is_text) {
            return found + 2;
        }
        at = found + 1;
    }
    // Without an end it is no picture: what follows is read as usual.
    0
}

fn deflated(inside: &[u8]) -> Option<usize> {
    let mut unpacking = Decompress::new(true);
    let mut piece = vec![0; 1 << 14];
    loop {
        let read = usize::try_from(unpacking.total_in()).ok()?;
        let made = unpacking.total_out();
        let rest = inside.get(read..)?;
        let status = unpacking.decompress(rest, &mut piece, FlushDecompress::None);
        match status.ok()? {
            Status::StreamEnd => return usize::try_from(unpacking.total_in()).ok(),
            _ if unpacking.total_out() == made => return None,
            _ if made > (inside.len() as u64 + 1) * MOST_TIMES => return None,
            _ => {}
        }
    }
}

fn run_length(inside: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += match *inside.get(at)? {
            128 => return Some(at + 1),
            count @ 0..=127 => usize::from(count) + 2,
            _ => 2,
        };
    }
}
