//! What a rule finds, bounded: a nota full of faults must not fill the memory
//! or the screen.

use nota_model::Finding;

/// The greatest number of findings of one rule in one nota that is kept.
pub const MOST_PER_RULE: usize = 200;

/// The findings of one rule, in the order in which they were found.
#[derive(Debug, Default)]
pub struct Findings {
    kept: Vec<Finding>,
    more: usize,
}

impl Findings {
    /// Adds a finding. It is made only when it is kept, because to work out a
    /// place takes time.
    pub fn add(&mut self, make: impl FnOnce() -> Finding) {
        if self.kept.len() < MOST_PER_RULE {
            self.kept.push(make());
        } else {
            self.more += 1;
        }
    }

    /// The findings that were kept.
    pub fn kept(&self) -> &[Finding] {
        &self.kept
    }

    /// How many there are beyond those that were kept.
    pub fn more(&self) -> usize {
        self.more
    }

    /// The findings that were kept, and how many there are more.
    pub(crate) fn into_parts(self) -> (Vec<Finding>, usize) {
        (self.kept, self.more)
    }
}
