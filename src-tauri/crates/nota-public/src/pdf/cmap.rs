//! What the codes of a font mean: its ToUnicode map. Read here and not by
//! lopdf, which works out every code of a range, also when a hostile file
//! names a range of four billion.

use super::tokens::{Token, Tokens};

/// The mappings of one map.
const MOST: usize = 200_000;

/// A ToUnicode map.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// Ranges of codes, sorted by their length in bytes and first code.
    ranges: Vec<Range>,
    /// The lengths that codes have, in bytes.
    lengths: Vec<usize>,
}

#[derive(Debug)]
struct Range {
    length: usize,
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
        let mut list: Option<usize> = None;
        for token in Tokens::new(bytes) {
            match token {
                Token::Operator(
                    word @ (b"begincodespacerange" | b"beginbfchar" | b"beginbfrange"),
                ) => {
                    section = word;
                    open.clear();
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
            if map.ranges.len() >= MOST {
                break;
            }
        }
        if map.lengths.is_empty() {
            map.lengths = map.ranges.iter().map(|range| range.length).collect();
        }
        map.lengths.sort_unstable();
        map.lengths.dedup();
        map.ranges.sort_by_key(|range| (range.length, range.first));
        map
    }

    fn codespace(&mut self, open: &mut Vec<Vec<u8>>, bytes: Vec<u8>) {
        if open.pop().is_some() {
            self.lengths.push(bytes.len().clamp(1, 4));
        } else {
            open.push(bytes);
        }
    }

    fn char(&mut self, open: &mut Vec<Vec<u8>>, bytes: Vec<u8>) {
        match open.pop() {
            Some(code) => self.push(&code, &code, &bytes, 0),
            None => open.push(bytes),
        }
    }

    fn range(&mut self, open: &mut Vec<Vec<u8>>, bytes: Vec<u8>, list: &mut Option<usize>) {
        match (&open[..], list) {
            ([first, last], Some(index)) => {
                let (first, last) = (first.clone(), last.clone());
                let step = u32::try_from(*index).unwrap_or(u32::MAX);
                *index += 1;
                if number(&first).saturating_add(step) <= number(&last) {
                    self.push(&first, &first, &bytes, step);
                }
            }
            ([first, last], None) => {
                let (first, last) = (first.clone(), last.clone());
                open.clear();
                self.push(&first, &last, &bytes, 0);
            }
            _ => open.push(bytes),
        }
    }

    fn push(&mut self, first: &[u8], last: &[u8], text: &[u8], step: u32) {
        let units = text.chunks(2).map(|pair| match pair {
            [high, low] => u16::from_be_bytes([*high, *low]),
            one => one.first().copied().map(u16::from).unwrap_or_default(),
        });
        self.ranges.push(Range {
            length: first.len().clamp(1, 4),
            first: number(first).saturating_add(step),
            last: number(last).saturating_add(step),
            text: units.collect(),
        });
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// The text of a string in this font. A code without a meaning is the
    /// replacement character.
    pub fn decode(&self, mut bytes: &[u8]) -> String {
        let mut units = Vec::with_capacity(bytes.len());
        while !bytes.is_empty() {
            let mut taken = self.lengths.first().copied().unwrap_or(1);
            let mut found = None;
            for length in &self.lengths {
                if let Some(code) = bytes.get(..*length)
                    && let Some(text) = self.text(*length, number(code))
                {
                    taken = *length;
                    found = Some(text);
                    break;
                }
            }
            match found {
                Some(text) => units.extend(text),
                None => units.push(0xfffd),
            }
            bytes = bytes.get(taken..).unwrap_or_default();
        }
        String::from_utf16_lossy(&units)
    }

    fn text(&self, length: usize, code: u32) -> Option<Vec<u16>> {
        let after = self
            .ranges
            .partition_point(|range| (range.length, range.first) <= (length, code));
        let range = self.ranges.get(after.checked_sub(1)?)?;
        if range.length != length || code > range.last {
            return None;
        }
        let mut text = range.text.clone();
        let last = text.last_mut()?;
        *last = last.wrapping_add(u16::try_from((code - range.first) & 0xffff).ok()?);
        Some(text)
    }
}

fn number(code: &[u8]) -> u32 {
    let last = code.iter().take(4);
    last.fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_text() {
        let map = CMap::read(
            b"1 begincodespacerange <0000> <ffff> endcodespacerange
              2 beginbfchar <0003> <0020> <0004> <00660069> endbfchar
              2 beginbfrange <0041> <0043> <0061> <0050> <0052> [<0078> <0079> <007A>] endbfrange",
        );
        assert_eq!(
            map.decode(&[0, 0x41, 0, 0x43, 0, 3, 0, 4, 0, 0x51, 0, 0x52, 9, 9]),
            "ac fiyz\u{fffd}"
        );
    }

    #[test]
    fn a_range_of_billions_takes_no_time() {
        let map = CMap::read(b"beginbfrange <00000000> <ffffffff> <0041> endbfrange");
        assert_eq!(map.decode(&[0, 0, 0, 1]), "B");
        assert!(CMap::read(b"").is_empty());
    }
}
