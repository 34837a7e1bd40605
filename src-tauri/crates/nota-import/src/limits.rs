//! The limits of what is read. Each bounds time and memory on any input; what
//! is over one is refused with a sentence that says so.

/// The greatest file that is read, in bytes: 20 MB.
pub const MAX_FILE: usize = 20 * 1024 * 1024;

/// The number of parts in a package.
pub const MAX_PARTS: usize = 2_000;

/// The greatest part, unpacked, in bytes: 50 MB.
pub const MAX_PART: usize = 50 * 1024 * 1024;

/// All parts that are read, unpacked, in bytes: 100 MB.
pub const MAX_UNPACKED: usize = 100 * 1024 * 1024;

/// How deep elements may stand in each other. Word itself writes some thirty.
pub const MAX_DEPTH: usize = 256;

/// The number of elements, attributes and texts in one part.
pub const MAX_NODES: usize = 3_000_000;

/// The number of paragraphs, items and rows, as the file format of the nota
/// allows.
pub const MAX_BLOCKS: usize = nota_markdown::MAX_BLOCKS;

/// How many columns one cell of a table can take.
pub const MAX_SPAN: usize = 100;

/// How many remarks are kept of one kind; more help nobody.
pub const MAX_REMARKS: usize = 200;
