//! From bytes of a file to lines and columns, both from 1, columns in Unicode
//! characters. Quick also for a line of a megabyte.

use nota_model::Span;

/// Between how many bytes the number of characters is remembered.
const STEP: usize = 512;

/// Where the lines of a text start.
#[derive(Debug)]
pub(crate) struct Lines {
    /// The first byte of each line.
    starts: Vec<usize>,
    /// The number of characters before each [`STEP`] bytes.
    chars: Vec<usize>,
}

/// A range in lines and columns, the end one past the last character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Region {
    /// The first line.
    pub(crate) line: usize,
    /// The column of the first character.
    pub(crate) column: usize,
    /// The last line.
    pub(crate) end_line: usize,
    /// The column after the last character.
    pub(crate) end_column: usize,
}

impl Lines {
    /// The lines of a text.
    pub(crate) fn new(text: &str) -> Self {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0)
            .chain(newlines.map(|(at, _)| at + 1))
            .collect();
        let mut chars = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            chars.push(count);
            count += chars_in(chunk);
        }
        chars.push(count);
        Self { starts, chars }
    }

    /// The lines and columns of a range of bytes of the same text.
    pub(crate) fn region(&self, text: &str, span: Span) -> Region {
        let (line, column) = self.place(text, span.start);
        let (end_line, end_column) = self.place(text, span.end);
        Region {
            line,
            column,
            end_line,
            end_column,
        }
    }

    /// The bytes of the line that holds this byte, without its line end and
    /// without a byte order mark.
    pub(crate) fn line_at(&self, text: &str, at: usize) -> Span {
        let line = self.line_index(at.min(text.len()));
        let start = self.starts.get(line).copied().unwrap_or(0);
        let end = self.starts.get(line + 1).copied().unwrap_or(text.len());
        let own = text.get(start..end).unwrap_or_default();
        let content = own.trim_end_matches(['\n', '\r']).len();
        let mark = if own.starts_with('\u{feff}') { 3 } else { 0 };
        Span::new(start + mark, start + content.max(mark))
    }

    fn line_index(&self, at: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= at)
            .saturating_sub(1)
    }

    fn place(&self, text: &str, at: usize) -> (usize, usize) {
        let at = at.min(text.len());
        let index = self.line_index(at);
        let start = self.starts.get(index).copied().unwrap_or(0);
        let mut column = self.chars_before(text, at) - self.chars_before(text, start) + 1;
        if index == 0 && text.starts_with('\u{feff}') && column > 1 {
            column -= 1;
        }
        (index + 1, column)
    }

    fn chars_before(&self, text: &str, at: usize) -> usize {
        let step = at / STEP;
        let rest = text.as_bytes().get(step * STEP..at).unwrap_or_default();
        self.chars.get(step).copied().unwrap_or(0) + chars_in(rest)
    }
}

/// The characters that start in these bytes of UTF-8.
fn chars_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(text: &str, part: &str) -> (usize, usize, usize, usize) {
        let start = text.find(part).expect("is in the text");
        let region = Lines::new(text).region(text, Span::new(start, start + part.len()));
        (
            region.line,
            region.column,
            region.end_line,
            region.end_column,
        )
    }

    #[test]
    fn columns_count_characters_from_one() {
        assert_eq!(region("één twee\n", "twee"), (1, 5, 1, 9));
        assert_eq!(region("a\r\nb 𝄞 c", "c"), (2, 5, 2, 6));
        assert_eq!(region("a\nb\nc", "b\nc"), (2, 1, 3, 2));
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        assert_eq!(region("\u{feff}abc", "abc"), (1, 1, 1, 4));
        assert_eq!(region("\u{feff}abc", "b"), (1, 2, 1, 3));
    }

    #[test]
    fn far_into_a_long_line_the_column_is_exact() {
        let text = format!("é\n{}X", "ë".repeat(100_000));
        assert_eq!(region(&text, "X"), (2, 100_001, 2, 100_002));
    }

    #[test]
    fn a_span_past_the_end_is_the_end() {
        let region = Lines::new("ab\n").region("ab\n", Span::new(3, 99));
        assert_eq!((region.line, region.column), (2, 1));
    }

    #[test]
    fn a_line_is_shown_without_its_end_and_mark() {
        let text = "\u{feff}ab\r\ncd";
        let lines = Lines::new(text);
        let line = |at| &text[lines.line_at(text, at).range()];
        assert_eq!((line(0), line(4), line(8)), ("ab", "ab", "cd"));
    }
}
