//! The limits of the file format. Each bounds time and memory on any input.

/// The greatest file that is read, in bytes: 10 MB.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;

/// How deep lists, quotations and withheld blocks may stand in each other.
pub const MAX_DEPTH: usize = 16;

/// The number of sections, blocks, list items and table rows. What comes
/// after is kept as plain text.
pub const MAX_BLOCKS: usize = 10_000;

/// The number of columns of a table. One with more is wider than any page, and
/// its rows are kept as paragraphs.
pub const MAX_COLUMNS: usize = 100;

/// The number of line ends and characters with a meaning in Markdown. A text
/// with more is no nota, and is kept as plain text: a hundred pages have some
/// ten thousand.
pub const MAX_SPECIALS: usize = 60_000;

/// The number of values in the front matter.
pub const MAX_FIELD_PARTS: usize = 10_000;

/// The number of findings on unsupported markup; more help nobody.
pub(crate) const MAX_FINDINGS: usize = 200;

/// The version of the file format that is read and written.
pub const VERSION: u64 = 1;
