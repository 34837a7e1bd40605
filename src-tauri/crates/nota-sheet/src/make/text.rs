//! Running text: which stretches it has, and how they look.

use std::borrow::Cow;

use nota_model::{Inline, Mark, Place, Run, TextRange};

use super::Maker;
use crate::address::address;
use crate::{Line, Look, Stretch, What, placeholder};

impl<'n> Maker<'n> {
    /// A running text with its references.
    pub(super) fn line(&mut self, inlines: &'n [Inline], place: Place) -> Line<'n> {
        let mut stretches = Vec::new();
        let (start, inlines) = trim(inlines);
        let mut at = start;
        for inline in inlines {
            let look = look(inline);
            match &inline.run {
                Run::Text { text } => {
                    placeholder::split(Cow::Borrowed(text), &look, Some(at), &mut stretches);
                    at += text.chars().count();
                }
                Run::Break => {
                    stretches.push(stretch(What::Break, look, at..at + 1));
                    at += 1;
                }
                Run::Note { label } => {
                    stretches.push(stretch(self.reference(label), look, at..at));
                }
            }
        }
        trim_ends(&mut stretches);
        Line { place, stretches }
    }

    /// A reference to a footnote. One that leads nowhere is printed as it
    /// stands in the file.
    pub(super) fn reference(&mut self, label: &str) -> What<'n> {
        match self.refer(label) {
            Some((number, is_first)) => What::Reference { number, is_first },
            None => What::Text(Cow::Owned(format!("[^{label}]"))),
        }
    }
}

/// The text of a heading, on one line and without its references; and the
/// labels of these.
pub(super) fn title<'n>(inlines: &'n [Inline], place: Place) -> (Line<'n>, Vec<&'n str>) {
    let mut labels = Vec::new();
    let mut stretches = Vec::new();
    let mut at = 0;
    for inline in inlines {
        match &inline.run {
            Run::Text { text } => {
                let look = look(inline);
                placeholder::split(Cow::Borrowed(text), &look, Some(at), &mut stretches);
                at += text.chars().count();
            }
            Run::Break => {
                let what = What::Text(Cow::Borrowed(" "));
                stretches.push(stretch(what, look(inline), at..at + 1));
                at += 1;
            }
            Run::Note { label } => labels.push(label.as_str()),
        }
    }
    trim_ends(&mut stretches);
    (Line { place, stretches }, labels)
}

/// Takes away the white space at both ends.
fn trim_ends(stretches: &mut Vec<Stretch<'_>>) {
    while let Some(last) = stretches.last_mut() {
        let What::Text(text) = &mut last.what else {
            break;
        };
        let kept = text.trim_end().len();
        let gone = text.get(kept..).map_or(0, |rest| rest.chars().count());
        if let Some(range) = &mut last.range {
            range.end = range.end.saturating_sub(gone);
        }
        cut(text, 0..kept);
        if kept > 0 {
            break;
        }
        stretches.pop();
    }
    while let Some(first) = stretches.first_mut() {
        let What::Text(text) = &mut first.what else {
            break;
        };
        let start = text.len() - text.trim_start().len();
        let gone = text.get(..start).map_or(0, |rest| rest.chars().count());
        if let Some(range) = &mut first.range {
            range.start = (range.start + gone).min(range.end);
        }
        cut(text, start..text.len());
        if !text.is_empty() {
            break;
        }
        stretches.remove(0);
    }
}

/// Keeps these bytes of a text.
fn cut(text: &mut Cow<'_, str>, kept: std::ops::Range<usize>) {
    match text {
        Cow::Borrowed(text) => *text = text.get(kept).unwrap_or_default(),
        Cow::Owned(text) => {
            text.truncate(kept.end);
            text.drain(..kept.start);
        }
    }
}

fn stretch<'n>(what: What<'n>, look: Look<'n>, range: std::ops::Range<usize>) -> Stretch<'n> {
    let range = Some(TextRange {
        start: range.start,
        end: range.end,
    });
    Stretch { what, look, range }
}

fn look(inline: &Inline) -> Look<'_> {
    let mut look = Look::default();
    for mark in &inline.marks {
        match mark {
            Mark::Lak { grond } => look.withheld = Some(Cow::Borrowed(grond.trim())),
            // A reference inside a link would be a link inside a link.
            Mark::Link { .. } if matches!(inline.run, Run::Note { .. }) => {}
            Mark::Link { href } => look.link = address(href).map(Cow::Owned),
            Mark::Sterk => look.is_strong = true,
            Mark::Nadruk => look.is_emphasis = true,
        }
    }
    look
}

/// Without the line ends and blank texts at both ends, and how many characters
/// of plain text stood before.
fn trim(inlines: &[Inline]) -> (usize, &[Inline]) {
    let blank = |inline: &Inline| match &inline.run {
        Run::Text { text } => text.trim().is_empty(),
        Run::Break => true,
        Run::Note { .. } => false,
    };
    let Some(start) = inlines.iter().position(|inline| !blank(inline)) else {
        return (0, &[]);
    };
    let end = inlines
        .iter()
        .rposition(|inline| !blank(inline))
        .map_or(start, |last| last + 1);
    let before = inlines.get(..start).unwrap_or_default();
    let chars = before.iter().map(|inline| match &inline.run {
        Run::Text { text } => text.chars().count(),
        Run::Break => 1,
        Run::Note { .. } => 0,
    });
    (chars.sum(), inlines.get(start..end).unwrap_or_default())
}
