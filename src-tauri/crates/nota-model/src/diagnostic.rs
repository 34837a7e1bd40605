//! What is said about the content of a nota. A [`Finding`] is the fact, found
//! by a parser or a rule; a [`Diagnostic`] is that fact in words for a person.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::{Change, Place};

/// The code of a rule: `N` and three digits, the first of which is its group
/// (0 file, 1 structure, 2 fields, 3 text and references, 4 language,
/// 5 openness, 6 accessibility). A code never gets a second meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub u16);

impl Code {
    /// Reads "N101", in either case; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(['N', 'n'])?;
        let three = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
        three.then(|| digits.parse().ok().map(Code)).flatten()
    }

    /// The group: the first of the three digits.
    pub fn group(self) -> u16 {
        self.0 / 100
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "N{:03}", self.0)
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How serious it is. Ordered: the most serious is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// It could be better.
    Tip,
    /// Someone should look at it.
    LetOp,
    /// The nota cannot go out like this.
    Fout,
}

impl Severity {
    /// The word that the user reads and that templates write: `fout`,
    /// `let-op` or `tip`.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Tip => "tip",
            Severity::LetOp => "let-op",
            Severity::Fout => "fout",
        }
    }

    /// The severity with this word.
    pub fn parse(word: &str) -> Option<Self> {
        [Severity::Tip, Severity::LetOp, Severity::Fout]
            .into_iter()
            .find(|severity| severity.word() == word)
    }
}

/// A fact about the nota, without words.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Which rule it belongs to.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// What fills the `{placeholders}` of the rule's message and help.
    pub args: Vec<(&'static str, String)>,
    /// Other places that belong to it.
    pub related: Vec<Place>,
    /// How it can be mended.
    pub fix: Option<Fix>,
    /// Other ways to mend it, when there is a choice.
    pub other_fixes: Vec<Fix>,
}

impl Finding {
    /// A fact at a place.
    pub fn new(code: Code, place: Place) -> Self {
        Self {
            code,
            place,
            args: Vec::new(),
            related: Vec::new(),
            fix: None,
            other_fixes: Vec::new(),
        }
    }

    /// The same fact with a value for a placeholder.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The same fact with a way to mend it. When there is one already this is
    /// another, for the drafter to choose from.
    #[must_use]
    pub fn fix(mut self, label: impl Into<String>, change: Change) -> Self {
        let fix = Fix {
            label: label.into(),
            change,
        };
        match self.fix {
            None => self.fix = Some(fix),
            Some(_) => self.other_fixes.push(fix),
        }
        self
    }

    /// The same fact with another place that belongs to it.
    #[must_use]
    pub fn related(mut self, place: Place) -> Self {
        self.related.push(place);
        self
    }
}

/// A way to mend a finding: a change like any other, so that undo works.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Fix {
    /// What it does, in Dutch ("Sectie toevoegen").
    pub label: String,
    /// The change.
    pub change: Change,
}

/// A place that belongs to a diagnostic, with what it has to do with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What stands there, in Dutch.
    pub message: String,
}

/// What is said about the content, in words for the drafter. Data, never an
/// error: a draft with diagnostics always saves and prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Diagnostic {
    /// The code, for the helpdesk.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub code: Code,
    /// The name of the fault (`sectie-ontbreekt`).
    pub name: String,
    /// How serious it is, under this template.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What is the matter, in one Dutch sentence.
    pub message: String,
    /// What to do, in Dutch.
    pub help: String,
    /// What to do besides for who works on the file itself, in Dutch; mostly
    /// empty. The window has a form in its place, so it does not go there.
    #[serde(skip)]
    pub help_in_file: String,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// How it can be mended with one click.
    pub fix: Option<Fix>,
    /// Other ways to mend it with one click, when there is a choice.
    pub other_fixes: Vec<Fix>,
}

impl Diagnostic {
    /// All ways to mend it, the usual one first.
    pub fn fixes(&self) -> impl Iterator<Item = &Fix> {
        self.fix.iter().chain(&self.other_fixes)
    }

    /// What to do, for who works on the file itself.
    pub fn whole_help(&self) -> String {
        format!("{} {}", self.help, self.help_in_file)
            .trim()
            .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_as_it_was_written() {
        assert_eq!(Code::parse("n101"), Some(Code(101)));
        assert_eq!(Code(7).to_string(), "N007");
        for wrong in ["N1", "101", "N1001", "Nabc", "N+12", ""] {
            assert_eq!(Code::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_fault_is_worse_than_a_tip() {
        assert!(Severity::Fout > Severity::LetOp && Severity::LetOp > Severity::Tip);
        assert_eq!(Severity::parse("let-op"), Some(Severity::LetOp));
    }
}
