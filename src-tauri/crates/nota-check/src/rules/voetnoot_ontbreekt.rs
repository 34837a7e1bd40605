//! N310: a reference to a footnote that is not there.

use std::collections::HashSet;
use std::ops::Range;

use nota_model::{Code, Finding, Place, Run, TextSite};

use crate::phrase::quote;
use crate::{Context, Findings, Rule};

/// See `voetnoot_ontbreekt.md`.
pub struct VoetnootOntbreekt;

/// The greatest number of characters of a footnote's name that is written out.
const LABEL: usize = 100;

impl Rule for VoetnootOntbreekt {
    fn code(&self) -> Code {
        Code(310)
    }

    fn page(&self) -> &'static str {
        include_str!("voetnoot_ontbreekt.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let notes = context.nota.notes();
        let known: HashSet<String> = notes.map(|note| note.label.to_lowercase()).collect();
        let is_known = |label: &str| known.contains(&label.to_lowercase());
        for text in &context.texts {
            for (range, label) in written_out(&text.text) {
                // With a backslash before it, it is meant as text; in the
                // title of a section it is reported as markup (N006).
                if !is_known(label) {
                    findings.add(|| self.finding(text.part(range), label));
                }
            }
            for (at, label) in references(text) {
                if !is_known(label) {
                    findings.add(|| self.finding(text.part(at..at), label));
                }
            }
        }
    }
}

impl VoetnootOntbreekt {
    fn finding(&self, place: Place, label: &str) -> Finding {
        Finding::new(self.code(), place).arg("voetnoot", quote(label))
    }
}

/// The references as they stand in the file, `[^bron]`, each with its bytes and
/// its label. The reader of the file leaves one as text when there is no
/// footnote of that name.
fn written_out(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.match_indices("[^").filter_map(|(at, open)| {
        let start = at + open.len();
        let rest = &text[start..];
        let end = rest.find(['[', ']', '\n', '^'])?;
        let label = &rest[..end];
        let is_one =
            rest[end..].starts_with(']') && !label.is_empty() && label.chars().nth(LABEL).is_none();
        is_one.then_some((at..start + end + 1, label))
    })
}

/// The labels that a text refers to, each with the byte before which the
/// reference stands.
fn references<'a>(text: &TextSite<'a>) -> Vec<(usize, &'a str)> {
    let mut out = Vec::new();
    let mut at = 0;
    for inline in text.inlines {
        match &inline.run {
            Run::Text { text } => at += text.len(),
            Run::Break => at += 1,
            Run::Note { label } => out.push((at, label.as_str())),
        }
    }
    out
}
