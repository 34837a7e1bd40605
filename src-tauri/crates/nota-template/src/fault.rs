//! What is wrong with a template: a place in its file and a Dutch sentence for
//! the person who writes it.

use std::ops::Range;

/// A fault in the files of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault {
    /// The file, relative to the folder of templates.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in code points, counted from 1.
    pub column: usize,
    /// What is wrong and what to do, in Dutch.
    pub message: String,
}

/// The greatest number of faults that one file reports: whoever has more reads
/// the first ones, and a file of noise stays cheap.
const MAX_FAULTS: usize = 100;

/// Collects the faults of one file.
pub(crate) struct Faults<'a> {
    file: &'a str,
    text: &'a str,
    found: Vec<TemplateFault>,
}

impl<'a> Faults<'a> {
    pub(crate) fn new(file: &'a str, text: &'a str) -> Self {
        Self {
            file,
            text,
            found: Vec::new(),
        }
    }

    /// Notes a fault at the start of these bytes of the file.
    pub(crate) fn add(&mut self, span: &Range<usize>, message: impl Into<String>) {
        if self.found.len() >= MAX_FAULTS {
            return;
        }
        let (line, column) = line_and_column(self.text, span.start);
        self.found.push(TemplateFault {
            file: self.file.to_owned(),
            line,
            column,
            message: message.into(),
        });
    }

    /// The faults in the order of the file.
    pub(crate) fn into_sorted(mut self) -> Vec<TemplateFault> {
        self.found.sort_by_key(|fault| (fault.line, fault.column));
        self.found
    }
}

/// The line and the column of a byte offset, both from 1, the column in code
/// points. An offset past the end is the end.
fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = text.get(..offset).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_code_points_and_lines_count_from_one() {
        let text = "één = 1\ntwee = é#\n";
        assert_eq!(line_and_column(text, 0), (1, 1));
        assert_eq!(line_and_column(text, "één".len()), (1, 4));
        let hash = text.find('#').expect("there is one");
        assert_eq!(line_and_column(text, hash), (2, 9));
        assert_eq!(line_and_column(text, hash - 1), (2, 8), "inside the é");
        assert_eq!(line_and_column(text, 999), (3, 1));
    }

    #[test]
    fn a_file_of_noise_reports_a_bounded_number_of_faults() {
        let mut faults = Faults::new("x", "");
        for _ in 0..1000 {
            faults.add(&(0..0), "mis");
        }
        assert_eq!(faults.into_sorted().len(), MAX_FAULTS);
    }
}
