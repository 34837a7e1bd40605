//! What the codes of a font mean: its ToUnicode map. Read here and not by
//! lopdf, which works out every code of a range, also when a hostile file
//! names a range of four billion.

use std::collections::HashMap;

use super::tokens::{Token, Tokens};

/// The mappings of one map.
const MOST: usize = 200_000;

/// The ranges before a code that are looked at, since they may overlap.
const MOST_OVERLAPPING: usize = 8;

/// A map of codes: a ToUnicode map, or the encoding of a font in a stream. A
/// code counts by its value: some programs write the sources of a map with
/// another number of bytes than the codes have.
#[derive(Debug, Default)]
pub(super) struct CMap {
    single: HashMap<u32, Vec<u16>>,
    /// Ranges of codes, sorted by their first code.
    ranges: Vec<Range>,
    /// The ranges that codes are in, by the number of their bytes.
    space: Vec<(usize, u32, u32)>,
    /// Whether the map holds more than is kept of it.
    pub cut: bool,
}

#[derive(Debug)]
struct Range {
    first: u32,
    last: u32,
    /// The text of the first code; the last unit of it counts up.
    text: Vec<u16>,
}

impl CMap {
    /// Reads a map; what is not understood is passed over.
    pub fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut open: Vec<Vec<u8>> = Vec::new();
        // Where the list of texts of a range began, and how many brackets.
        let mut section: &[u8] = b"";
        let mut list: Option<u32> = None;
        for token in Tokens::new(bytes) {
            match token {
                Token::Operator(
                    word @ (b"begincodespacerange" | b"beginbfchar" | b"beginbfrange"),
                ) => {
                    section = word;
                    open.clear();
                    list = None;
                }
                Token::Operator(b"endcodespacerange" | b"endbfchar" | b"endbfrange") => {
                    section = b"";
                }
                Token::Bracket if section == b"beginbfrange" => match list.take() {
                    None if open.len() == 2 => list = Some(0),
                    None => {}
                    Some(_) => open.clear(),
                },
                Token::String(bytes) => match section {
                    b"begincodespacerange" => map.codespace(&mut open, bytes),
                    b"beginbfchar" => map.char(&mut open, bytes),
                    b"beginbfrange" => map.range(&mut open, bytes, &mut list),
                    _ => {}
                },
                _ => {}
            }
            if map.size() >= MOST {
                map.cut = true;
                break;
            }
        }
        map.ranges.sort_by_key(|range| range.first);
        map
    }

    /// How many mappings it has.
    pub fn size(&self) -> usize {
        self.ranges.len() + self.single.len() + self.space.len()
    }

    fn codespace(&mut self, open: &mut Vec<Vec<u8>>, bytes: Vec<u8>) {
        match open.pop() {
            Some(first) => {
                let length = bytes.len().clamp(1, 4);
                self.space.push((length, number(&first), number(&bytes)));
            }
            None => open.push(bytes),
        }
    }

    fn char(&mut self, open: &mut Vec<Vec<u8>>, bytes: Vec<u8>) {
        match open.pop() {
            Some(code) => {
                self.single.insert(number(&code), units(&bytes));
            }
            None => open.push(bytes),
        }
    }

    fn range(&mut self, open: &mut Vec<Vec<u8>>, bytes: Vec<u8>, list: &mut Option<u32>) {
        match (&open[..], list) {
            ([first, last], Some(index)) => {
                let code = number(first).saturating_add(*index);
                *index = index.saturating_add(1);
                if code <= number(last) {
                    self.single.insert(code, units(&bytes));
                }
            }
            ([first, last], None) => {
                self.ranges.push(Range {
                    first: number(first),
                    last: number(last),
                    text: units(&bytes),
                });
                open.clear();
            }
            _ => open.push(bytes),
        }
    }

    /// Whether it gives no code a text.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty() && self.single.is_empty()
    }

    /// The number of bytes of the code at the start of a string, by the ranges
    /// that codes are in.
    pub fn length(&self, bytes: &[u8]) -> Option<usize> {
        let fits = |(length, first, last): &&(usize, u32, u32)| {
            let code = bytes.get(..*length).map(number);
            code.is_some_and(|code| (*first..=*last).contains(&code))
        };
        let fitting = self.space.iter().filter(fits).map(|(length, ..)| *length);
        fitting.min()
    }

    /// Whether it says which ranges its codes are in.
    pub fn has_lengths(&self) -> bool {
        !self.space.is_empty()
    }

    /// The text of a code.
    pub fn text(&self, code: u32) -> Option<String> {
        if let Some(units) = self.single.get(&code) {
            return Some(String::from_utf16_lossy(units));
        }
        let after = self.ranges.partition_point(|range| range.first <= code);
        let before = self.ranges.get(..after)?.iter().rev();
        let mut near = before.take(MOST_OVERLAPPING);
        let range = near.find(|range| code <= range.last)?;
        let mut text = range.text.clone();
        if let Some(last) = text.last_mut() {
            let step = u16::try_from((code - range.first) & 0xffff).ok()?;
            *last = last.wrapping_add(step);
        }
        Some(String::from_utf16_lossy(&text))
    }
}

fn units(text: &[u8]) -> Vec<u16> {
    let units = text.chunks(2).map(|pair| match pair {
        [high, low] => u16::from_be_bytes([*high, *low]),
        one => one.first().copied().map(u16::from).unwrap_or_default(),
    });
    units.collect()
}

/// The value of a code.
pub(super) fn number(code: &[u8]) -> u32 {
    let last = code.iter().take(4);
    last.fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(map: &CMap, codes: &[u32]) -> Vec<Option<String>> {
        codes.iter().map(|code| map.text(*code)).collect()
    }

    #[test]
    fn codes_become_text() {
        let map = CMap::read(
            b"1 begincodespacerange <0000> <ffff> endcodespacerange
              2 beginbfchar <0003> <0020> <04> <00660069> endbfchar
              2 beginbfrange <0041> <0043> <0061> <0050> <0052> [<0078> <0079> <007A>] endbfrange",
        );
        let own = texts(&map, &[0x41, 0x43, 3, 4, 0x51, 0x52, 0x53, 0x909]);
        let text = |own: &str| Some(own.to_owned());
        assert_eq!(
            own,
            [
                text("a"),
                text("c"),
                text(" "),
                text("fi"),
                text("y"),
                text("z"),
                None,
                None
            ]
        );
        assert_eq!(map.length(b"\0\x41"), Some(2));
        assert_eq!(map.length(b"\0"), None);
    }

    #[test]
    fn ranges_may_overlap_and_be_of_billions() {
        let map =
            CMap::read(b"beginbfrange <00000000> <ffffffff> <0041> <02> <03> <0061> endbfrange");
        let text = |own: &str| Some(own.to_owned());
        assert_eq!(texts(&map, &[1, 2, 4]), [text("B"), text("a"), text("E")]);
        assert!(CMap::read(b"").is_empty());
    }
}
