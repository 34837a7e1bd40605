//! Counts what was said about all files, for the exit status and the line at
//! the end.

use nota_model::{Diagnostic, Severity};

use crate::outcome::Outcome;

/// From which severity the exit status is 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Strictness {
    /// A `fout`.
    #[default]
    Usual,
    /// A `let-op` too (`--strict`).
    Strict,
}

/// How many diagnostics and files there were.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    fouten: usize,
    let_op: usize,
    tips: usize,
    done: usize,
    /// The files that failed, as the user named them.
    failed: Vec<String>,
}

/// How many failed files the summary names.
const NAMED: usize = 20;

impl Tally {
    /// Counts a file with what was said about it.
    pub(crate) fn add(&mut self, diagnostics: &[Diagnostic]) {
        self.done += 1;
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Fout => self.fouten += 1,
                Severity::LetOp => self.let_op += 1,
                Severity::Tip => self.tips += 1,
            }
        }
    }

    /// Counts a file that could not be worked on.
    pub(crate) fn add_failed(&mut self, file: String) {
        self.failed.push(file);
    }

    /// How it ended.
    pub(crate) fn outcome(&self, strictness: Strictness) -> Outcome {
        if !self.failed.is_empty() {
            Outcome::Failed
        } else if self.fouten > 0 || strictness == Strictness::Strict && self.let_op > 0 {
            Outcome::Faulty
        } else {
            Outcome::Fine
        }
    }

    /// "1 fout, 2 let-op, 0 tips in 1 bestand".
    pub(crate) fn summary(&self) -> String {
        format!(
            "{}, {} let-op, {} in {}",
            count(self.fouten, "fout", "fouten"),
            self.let_op,
            count(self.tips, "tip", "tips"),
            count(self.done, "bestand", "bestanden"),
        )
    }

    /// How many of many files failed and which; none when all went well or
    /// there was only one, which has had its message.
    pub(crate) fn failures(&self) -> Option<String> {
        let all = self.done + self.failed.len();
        if self.failed.is_empty() || all == 1 {
            return None;
        }
        let named: Vec<_> = self.failed.iter().take(NAMED).map(String::as_str).collect();
        let more = match self.failed.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" en nog {more}"),
        };
        let verb = if self.failed.len() == 1 { "is" } else { "zijn" };
        Some(format!(
            "{} van de {all} bestanden {verb} niet gelukt: {}{more}",
            self.failed.len(),
            named.join(", "),
        ))
    }

    /// How many files were worked on.
    pub(crate) fn done(&self) -> usize {
        self.done
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_is_a_dutch_sentence() {
        let mut tally = Tally {
            fouten: 1,
            let_op: 2,
            ..Tally::default()
        };
        tally.add(&[]);
        assert_eq!(tally.summary(), "1 fout, 2 let-op, 0 tips in 1 bestand");
        assert_eq!(tally.failures(), None);
        tally.add_failed("a.md".to_owned());
        assert_eq!(
            tally.failures().as_deref(),
            Some("1 van de 2 bestanden is niet gelukt: a.md")
        );
    }

    #[test]
    fn the_worst_decides_the_exit_status() {
        let mut tally = Tally {
            let_op: 1,
            ..Tally::default()
        };
        assert_eq!(tally.outcome(Strictness::Usual), Outcome::Fine);
        assert_eq!(tally.outcome(Strictness::Strict), Outcome::Faulty);
        tally.fouten = 1;
        assert_eq!(tally.outcome(Strictness::Usual), Outcome::Faulty);
        tally.add_failed("a.md".to_owned());
        assert_eq!(tally.outcome(Strictness::Usual), Outcome::Failed);
    }
}
