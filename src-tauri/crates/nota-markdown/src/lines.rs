//! Lines of a text with their line ends, which may be `\n`, `\r\n` or `\r`.

use std::ops::Range;

use nota_model::{FileStyle, Newline};

/// A line: where it starts, where its line end starts and where the next
/// line starts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    pub start: usize,
    pub end: usize,
    pub next: usize,
}

/// The lines of a part of a text, in offsets of the whole text.
pub(crate) fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Line> {
    let bytes = text.as_bytes().get(range.clone()).unwrap_or_default();
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = bytes.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let end = start + length.unwrap_or(rest.len());
        let next = match bytes.get(end..) {
            Some([b'\r', b'\n', ..]) => end + 2,
            Some([_, ..]) => end + 1,
            _ => end,
        };
        let line = Line {
            start: range.start + start,
            end: range.start + end,
            next: range.start + next,
        };
        start = next;
        Some(line)
    })
}

/// The start of the line that an offset stands in, when only spaces, tabs
/// or nothing stand before it there; else the offset itself. The byte order
/// mark of the file is no part of its first line.
pub(crate) fn line_start(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().get(..offset).unwrap_or_default();
    let blank = before
        .iter()
        .rev()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    match before.get(..before.len() - blank) {
        Some([.., b'\n' | b'\r'] | [] | [0xef, 0xbb, 0xbf]) => offset - blank,
        _ => offset,
    }
}

/// How a file is written.
pub(crate) fn style(text: &str) -> FileStyle {
    let crlf = text.matches("\r\n").count();
    let lf = text.bytes().filter(|byte| *byte == b'\n').count() - crlf;
    let after_bom = text.strip_prefix('\u{feff}').unwrap_or(text);
    FileStyle {
        bom: text.starts_with('\u{feff}'),
        newline: if crlf > lf {
            Newline::CrLf
        } else {
            Newline::Lf
        },
        unfinished: !after_bom.is_empty() && !text.ends_with(['\n', '\r']),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        let text = "a\r\nb\n\rc";
        let found: Vec<&str> = lines(text, 0..text.len())
            .map(|line| &text[line.start..line.end])
            .collect();
        assert_eq!(found, ["a", "b", "", "c"]);
    }

    #[test]
    fn the_most_frequent_line_end_is_the_style() {
        assert_eq!(style("a\r\nb\r\nc\n").newline, Newline::CrLf);
        assert_eq!(style("a\r\nb\nc\n").newline, Newline::Lf);
        assert!(style("a\nb").unfinished);
        assert!(!style("").unfinished);
    }
}
