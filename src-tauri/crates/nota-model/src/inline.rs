//! Running text: a flat list of runs, each with its marks. Flat, because the
//! editor's documents are, and because a nested tree has many spellings for
//! the same text.

use serde::{Deserialize, Serialize};

use crate::Origin;

/// A property of a run of text. The order of the variants is the order from
/// the outside in, and a run keeps its marks in that order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Mark {
    /// Withheld in the public version on this ground of the Woo, as written
    /// (empty when the drafter named none).
    Lak {
        /// The ground's code, e.g. `5.1.2e`.
        grond: String,
    },
    /// In another language than Dutch.
    Taal {
        /// The language as documents name it (BCP 47): `en`, `fy-NL`.
        code: String,
    },
    /// A link to an address.
    Link {
        /// The address as written.
        href: String,
    },
    /// Bold.
    Sterk,
    /// Italic.
    Nadruk,
}

/// What stands in a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Run {
    /// Text without line ends.
    Text {
        /// The characters.
        text: String,
    },
    /// A reference to a footnote.
    Note {
        /// The footnote's label.
        label: String,
    },
    /// A line end that the drafter asked for.
    Break,
}

/// A run with its marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Inline {
    /// What stands there.
    #[serde(flatten)]
    pub run: Run,
    /// Its marks, in the order of [`Mark`], each kind at most once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// Where it stands in the file.
    #[serde(skip)]
    pub origin: Origin,
}

impl Inline {
    /// Text without marks.
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(Run::Text { text: text.into() })
    }

    /// A reference to a footnote.
    pub fn note(label: impl Into<String>) -> Self {
        Self::new(Run::Note {
            label: label.into(),
        })
    }

    /// A run without marks.
    pub fn new(run: Run) -> Self {
        Self {
            run,
            marks: Vec::new(),
            origin: Origin::none(),
        }
    }

    /// The same run with one mark more, in its place in the order. A mark of
    /// a kind that is there already replaces it.
    #[must_use]
    pub fn with(mut self, mark: Mark) -> Self {
        self.marks
            .retain(|own| std::mem::discriminant(own) != std::mem::discriminant(&mark));
        self.marks.push(mark);
        self.marks.sort();
        self
    }

    /// The ground on which the run is withheld, when it is.
    pub fn grond(&self) -> Option<&str> {
        self.marks.iter().find_map(|mark| match mark {
            Mark::Lak { grond } => Some(grond.as_str()),
            _ => None,
        })
    }

    /// The language that the run is in, when the drafter marked one.
    pub fn taal(&self) -> Option<&str> {
        self.marks.iter().find_map(|mark| match mark {
            Mark::Taal { code } => Some(code.as_str()),
            _ => None,
        })
    }

    /// The address of the link that the run is in, when it is in one.
    pub fn href(&self) -> Option<&str> {
        self.marks.iter().find_map(|mark| match mark {
            Mark::Link { href } => Some(href.as_str()),
            _ => None,
        })
    }

    /// The characters of a text run, nothing for the others.
    pub fn as_text(&self) -> Option<&str> {
        match &self.run {
            Run::Text { text } => Some(text),
            _ => None,
        }
    }

    /// Brings a list of runs into its one normal form: no empty text, no two
    /// neighbouring texts with the same marks, marks in order.
    pub fn normalize(runs: Vec<Inline>) -> Vec<Inline> {
        let mut out: Vec<Inline> = Vec::with_capacity(runs.len());
        for mut next in runs {
            next.marks.sort();
            if next.as_text() == Some("") {
                continue;
            }
            if let Some(last) = out.last_mut()
                && last.marks == next.marks
                && let (Run::Text { text }, Run::Text { text: more }) = (&mut last.run, &next.run)
            {
                last.origin.append(text.len(), &next.origin);
                text.push_str(more);
                continue;
            }
            out.push(next);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_with_the_same_marks_become_one() {
        let runs = vec![
            Inline::text("a").with(Mark::Sterk),
            Inline::text(""),
            Inline::text("b").with(Mark::Sterk),
            Inline::text("c"),
        ];
        assert_eq!(
            Inline::normalize(runs),
            [Inline::text("ab").with(Mark::Sterk), Inline::text("c")]
        );
    }
}
