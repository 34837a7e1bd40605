//! Counting tests: reads the closing lines of test programs.

use std::fmt;

/// How many passed and how many failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// That passed.
    pub passed: usize,
    /// That failed.
    pub failed: usize,
}

impl Tally {
    /// Counts a line of a test program's output, when it is a closing line
    /// (`test result: ok. 12 passed; 0 failed; ...`).
    pub fn see(&mut self, line: &str) {
        let Some((_, counts)) = line
            .strip_prefix("test result: ")
            .and_then(|rest| rest.split_once(". "))
        else {
            return;
        };
        for part in counts.split(';') {
            match part.trim().split_once(' ') {
                Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                Some((number, "failed")) => self.failed += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }

    /// Counts a line of vitest's output, when it is the one about the tests
    /// (`Tests  1 failed | 86 passed (87)`).
    pub fn see_vitest(&mut self, line: &str) {
        let Some(counts) = line.trim().strip_prefix("Tests ") else {
            return;
        };
        let counts = counts.split('(').next().unwrap_or_default();
        for part in counts.split('|') {
            match part.trim().split_once(' ') {
                Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                Some((number, "failed")) => self.failed += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }

    /// Counts one check.
    pub fn add(&mut self, ok: bool) {
        if ok {
            self.passed += 1;
        } else {
            self.failed += 1;
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_added_up_and_other_lines_are_not() {
        let mut tally = Tally::default();
        for line in [
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; finished in 0.1s",
            "test een_test ... ok",
            "de uitslag: 99 passed; 1 failed",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; finished in 1s",
        ] {
            tally.see(line);
        }
        tally.add(true);
        assert_eq!(tally.to_string(), "16 passed, 2 failed");
        tally.see_vitest(" Test Files  3 passed (3)");
        tally.see_vitest("      Tests  1 failed | 86 passed (87)");
        assert_eq!(tally.to_string(), "102 passed, 3 failed");
    }
}
