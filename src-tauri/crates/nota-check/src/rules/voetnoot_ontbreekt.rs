//! N310: a reference to a footnote that is not there.

use std::collections::HashSet;

use nota_model::{Code, Finding, Place, Run, TextSite};

use crate::phrase::{Pattern, pattern, quote};
use crate::{Context, Findings, Rule};

/// See `voetnoot_ontbreekt.md`.
pub struct VoetnootOntbreekt;

/// A reference as it stands in the file. The reader of the file leaves it as
/// text when there is no footnote of that name.
static REFERENCE: Pattern = Pattern::new(|| pattern(r"\[\^(?P<label>[^\[\]\n^]{1,100})\]"));

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
            for found in REFERENCE.captures_iter(&text.text) {
                let Some(whole) = found.get(0) else { continue };
                // With a backslash before it, it is meant as text; in the
                // title of a section it is reported as markup (N006).
                if is_known(&found["label"]) {
                    continue;
                }
                findings.add(|| self.finding(text.part(whole.range()), &found["label"]));
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
