//! Expectations that stand in a file of their own beside the input.

use std::path::Path;

use similar::{ChangeTag, TextDiff};

use crate::files;
use crate::report;
use crate::runner::{Mode, Verdict};

/// Compares a text with the file that holds what is expected, or writes it
/// there.
///
/// # Errors
///
/// The difference, when there is one; it goes into the report too.
pub fn compare(name: &str, path: &Path, actual: &str, mode: Mode) -> Verdict {
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return Ok(());
    }
    if mode == Mode::Accept {
        return write(path, actual.as_bytes());
    }
    report::text(name, &expected, actual);
    Err(format!(
        "{} says otherwise (- expected, + came out):\n{}",
        files::shown(path),
        difference(&expected, actual)
    ))
}

/// Writes a file, making its folder when needed.
///
/// # Errors
///
/// When the disk refuses.
pub fn write(path: &Path, bytes: &[u8]) -> Verdict {
    let failed = |error: std::io::Error| format!("{}: {error}", files::shown(path));
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    std::fs::write(path, bytes).map_err(failed)
}

/// The lines that differ, with two lines around them.
pub fn difference(expected: &str, actual: &str) -> String {
    let diff = TextDiff::from_lines(expected, actual);
    let mut out = String::new();
    for (index, group) in diff.grouped_ops(2).iter().enumerate() {
        if index > 0 {
            out.push_str("  ...\n");
        }
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            out.push_str(match change.tag() {
                ChangeTag::Delete => "- ",
                ChangeTag::Insert => "+ ",
                ChangeTag::Equal => "  ",
            });
            out.push_str(change.value().trim_end_matches(['\n', '\r']));
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_shows_what_goes_and_what_comes() {
        assert_eq!(difference("a\nb\nc\n", "a\nB\nc\n"), "  a\n- b\n+ B\n  c\n");
        assert_eq!(difference("a\n", "a\n"), "");
    }
}
