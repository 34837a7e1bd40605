//! A copy of the text for the Markdown reader, of the same length, in which
//! it meets only what it knows and can bear. The fences of withheld blocks,
//! which it does not know, become horizontal rules: those end a paragraph, a
//! list and a quotation, as a fence does. The colon of a link definition
//! becomes a comma, so that it is text. Of list and quotation marks on one
//! line the ones past the greatest depth become text: the reader's time is
//! the product of depth and lines.

use std::ops::Range;

use super::attributes::{self, Attributes};
use super::definitions::{Definition, definitions};
use crate::limits::MAX_DEPTH;
use crate::lines::{Line, lines};

/// The masked text.
pub(super) struct Masked {
    /// The copy, of the same length as the text.
    pub text: String,
    /// The fences, in the order of the text.
    pub fences: Vec<Fence>,
    /// The link definitions, in the order of the text.
    pub definitions: Vec<Definition>,
    /// The first mark past the greatest depth.
    pub too_deep: Option<usize>,
}

/// A line that opens or closes withheld blocks.
pub(super) struct Fence {
    /// Its line, from the first colon to the line end.
    pub range: Range<usize>,
    /// What it opens; none for a closing fence.
    pub opens: Option<Attributes>,
}

impl Masked {
    /// Makes the signs of emphasis in some ranges letters.
    pub fn hide_emphasis(&mut self, ranges: &[Range<usize>]) {
        let mut bytes = std::mem::take(&mut self.text).into_bytes();
        for range in ranges {
            let mut escaped = false;
            for byte in bytes.get_mut(range.clone()).unwrap_or_default() {
                if matches!(byte, b'*' | b'_') && !escaped {
                    *byte = b'x';
                }
                escaped = *byte == b'\\' && !escaped;
            }
        }
        // Single ASCII bytes were replaced, so this is always UTF-8.
        self.text = String::from_utf8(bytes).unwrap_or_default();
    }
}

/// The number of line ends and characters with a meaning in Markdown.
pub(super) fn specials(text: &str) -> usize {
    let special = |byte: &u8| b"[]*_`<>&!\\|~\n\r".contains(byte);
    text.as_bytes().iter().filter(|byte| special(byte)).count()
}

/// Masks the text from `start` on.
pub(super) fn mask(text: &str, start: usize) -> Masked {
    let mut bytes = text.as_bytes().to_vec();
    let mut masked = Masked {
        text: String::new(),
        fences: Vec::new(),
        definitions: definitions(text, start),
        too_deep: None,
    };
    for own in &masked.definitions {
        if let Some(byte) = bytes.get_mut(own.colon) {
            *byte = b',';
        }
    }
    for line in lines(text, start..text.len()) {
        let own = text.get(line.start..line.end).unwrap_or_default();
        if let Some(fence) = fence(own, &line) {
            let mut rule = b"***".iter();
            for byte in bytes.get_mut(fence.range.clone()).unwrap_or_default() {
                *byte = rule.next().copied().unwrap_or(b' ');
            }
            masked.fences.push(fence);
        } else if let Some(offset) = first_too_deep(own) {
            let at = line.start + offset;
            if let Some(byte) = bytes.get_mut(at) {
                *byte = b'x';
            }
            masked.too_deep = masked.too_deep.or(Some(at));
        }
    }
    // Only whole lines of a fence and single ASCII bytes were replaced, so
    // this is always UTF-8.
    masked.text = String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned());
    masked
}

fn fence(own: &str, line: &Line) -> Option<Fence> {
    let inner = own.trim_start_matches(' ');
    let indent = own.len() - inner.len();
    let after = inner.trim_start_matches(':');
    if indent > 3 || inner.len() - after.len() < 3 {
        return None;
    }
    let after = after.trim();
    let opens = if after.is_empty() {
        None
    } else {
        let (attributes, length) = attributes::read(after)?;
        let rest = after.get(length..).unwrap_or_default();
        if !rest.trim_matches([' ', '\t', ':']).is_empty() {
            return None;
        }
        Some(attributes)
    };
    Some(Fence {
        range: line.start + indent..line.end,
        opens,
    })
}

/// Where on a line the first list or quotation mark past the greatest depth
/// stands. A horizontal rule has no marks.
fn first_too_deep(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut at = 0;
    for _ in 0..=MAX_DEPTH {
        at += blanks(bytes, at);
        let length = mark_length(bytes, at)?;
        at += length;
    }
    // The last mark that was found is one too many: step back to its start.
    let last = bytes.get(..at)?;
    let length = match last {
        [.., b'>' | b'-' | b'+' | b'*'] => 1,
        _ => {
            1 + last
                .iter()
                .rev()
                .skip(1)
                .take_while(|byte| byte.is_ascii_digit())
                .count()
        }
    };
    (!is_rule(line)).then_some(at - length)
}

/// The number of spaces and tabs at a byte.
pub(super) fn blanks(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count()
}

/// The length of the mark of a quotation or list at a byte.
pub(super) fn mark_length(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    let ends = |after: usize| matches!(rest.get(after), None | Some(b' ' | b'\t'));
    match rest.first()? {
        b'>' => Some(1),
        b'-' | b'+' | b'*' if ends(1) => Some(1),
        byte if byte.is_ascii_digit() => {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let mark = matches!(rest.get(digits), Some(b'.' | b')'));
            (digits <= 9 && mark && ends(digits + 1)).then_some(digits + 1)
        }
        _ => None,
    }
}

fn is_rule(line: &str) -> bool {
    let mut marks = line.bytes().filter(|byte| !matches!(byte, b' ' | b'\t'));
    marks
        .next()
        .is_some_and(|first| matches!(first, b'-' | b'*') && marks.all(|byte| byte == first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_becomes_a_rule_of_the_same_length() {
        let text = "a\n::: {.lak grond=\"5.2\"}\nb\n:::\n::: let op\n";
        let masked = mask(text, 0);
        assert_eq!(masked.text.len(), text.len());
        assert_eq!(masked.fences.len(), 2);
        assert!(masked.text.contains("***"));
        assert!(masked.text.contains("::: let op"));
    }

    #[test]
    fn the_seventeenth_mark_on_a_line_is_text() {
        let masked = mask(&format!("{}a", "> ".repeat(17)), 0);
        assert_eq!(masked.too_deep, Some(32));
        assert_eq!(mask(&"> ".repeat(16), 0).too_deep, None);
        assert_eq!(mask(&"- ".repeat(40), 0).too_deep, None);
        assert_eq!(mask(&"1. ".repeat(17), 0).too_deep, Some(48));
    }
}
