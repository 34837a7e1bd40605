//! The limits on work for one file, with all that is attached to it. They are
//! on what is done, since a small file can ask for very much of it. What comes
//! after a limit is not read, and that is said.

/// In tests the limits are as many times smaller, so that small files reach
/// them.
const SMALLER: usize = if cfg!(test) { 40 } else { 1 };

/// The parts of content streams.
const MOST_TOKENS: usize = 12_000_000 / SMALLER;

/// The letters that pages and other streams show, in all their readings.
const MOST_LETTERS: usize = (32 << 20) / SMALLER;

/// The bytes that are unpacked.
const MOST_UNPACKED: usize = (192 << 20) / SMALLER;

/// The mappings of codes to letters.
const MOST_MAPPINGS: usize = 2_000_000 / SMALLER;

/// The objects of earlier versions, and the bytes that finding them takes.
const MOST_OLD_BYTES: usize = 1 << 30;

/// What may still be done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    tokens: usize,
    letters: usize,
    unpacked: usize,
    mappings: usize,
    old: usize,
    /// Whether a limit was reached.
    pub reached: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            tokens: MOST_TOKENS,
            letters: MOST_LETTERS,
            unpacked: MOST_UNPACKED,
            mappings: MOST_MAPPINGS,
            old: MOST_OLD_BYTES,
            reached: false,
        }
    }
}

impl Limits {
    /// Counts a part of a content stream; false when there may be no more.
    pub fn token(&mut self) -> bool {
        take(&mut self.tokens, 1, &mut self.reached)
    }

    /// Counts letters that are searched.
    pub fn letters(&mut self, count: usize) -> bool {
        take(&mut self.letters, count, &mut self.reached)
    }

    /// Counts bytes that were unpacked.
    pub fn unpack(&mut self, count: usize) -> bool {
        take(&mut self.unpacked, count, &mut self.reached)
    }

    /// Counts the mappings of a font.
    pub fn map(&mut self, count: usize) -> bool {
        take(&mut self.mappings, count, &mut self.reached)
    }

    /// Counts the bytes of a file that is opened once more for an earlier
    /// version of it.
    pub fn old(&mut self, count: usize) -> bool {
        take(&mut self.old, count, &mut self.reached)
    }

    /// What may still be unpacked.
    pub fn room(&self) -> usize {
        self.unpacked
    }
}

fn take(left: &mut usize, count: usize, reached: &mut bool) -> bool {
    match left.checked_sub(count) {
        Some(rest) => {
            *left = rest;
            true
        }
        None => {
            *left = 0;
            *reached = true;
            false
        }
    }
}
