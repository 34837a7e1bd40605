//! The limits of the file format. Each bounds time and memory on any input.

/// The greatest file that is read, in bytes: 10 MB.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;

/// How deep lists, quotations and withheld blocks may stand in each other.
pub const MAX_DEPTH: usize = 16;

/// The number of sections, blocks, list items and table rows. What comes
/// after is kept as plain text.
pub const MAX_BLOCKS: usize = 10_000;

/// The number of line ends and characters with a meaning in Markdown. A text
/// with more is no nota, and is kept as plain text.
pub const MAX_SPECIALS: usize = 200_000;

/// The number of values in the front matter.
pub const MAX_FIELD_PARTS: usize = 10_000;

/// The number of findings on unsupported markup; more help nobody.
pub(crate) const MAX_FINDINGS: usize = 200;

/// The version of the file format that is read and written.
pub const VERSION: u64 = 1;

/// A number as it is written in Dutch: `10.000`.
pub(crate) fn dutch(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::dutch;

    #[test]
    fn thousands_are_set_apart_with_a_dot() {
        assert_eq!(dutch(16), "16");
        assert_eq!(dutch(10_000), "10.000");
        assert_eq!(dutch(1_048_576), "1.048.576");
    }
}
