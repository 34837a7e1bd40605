//! A part of a text in other words, as a change.

use std::ops::Range;

use nota_model::{Carrier, Change, Run, TextSite};

/// The change that puts other words in the place of a part of a text. None
/// when a reference to a footnote stands inside it and would go with it, and
/// for a title, which the template has.
pub(crate) fn replace(text: &TextSite, range: Range<usize>, new: &str) -> Option<Change> {
    if holds_note(text, &range) {
        return None;
    }
    match (&text.carrier, &text.place.field) {
        (Carrier::Title, _) => None,
        (_, Some(path)) => {
            let mut whole = text.text.clone();
            whole.get(range.clone())?;
            whole.replace_range(range, new);
            let value = nota_model::Value::text(whole);
            let path = path.clone();
            Some(Change::SetField { path, value })
        }
        (_, None) => Some(Change::ReplaceText {
            place: text.part(range),
            text: new.to_owned(),
        }),
    }
}

/// Whether a reference to a footnote stands inside a range.
pub(crate) fn holds_note(text: &TextSite, range: &Range<usize>) -> bool {
    let mut at = 0;
    for inline in text.inlines {
        match &inline.run {
            Run::Text { text } => at += text.len(),
            Run::Break => at += 1,
            Run::Note { .. } if range.start < at && at < range.end => return true,
            Run::Note { .. } => {}
        }
    }
    false
}
