//! The marks of withheld text in the fields that may have them
//! ([`FieldSpec::takes_marks`](nota_template::FieldSpec::takes_marks)). In other
//! fields they are printed as they were written; the public version reads them in
//! all.

use std::borrow::Cow;

use nota_model::{PlainPart, plain_parts};

use crate::{Line, Look, placeholder};

/// A line in which the marks of withheld text are read.
pub(super) fn marked(line: Line<'_>) -> Line<'_> {
    let text = line.text();
    let parts = plain_parts(&text);
    let is_marked = |own: &PlainPart| matches!(own, PlainPart::Withheld { .. });
    if !parts.iter().any(is_marked) {
        return line;
    }
    let mut stretches = Vec::new();
    for part in parts {
        let (text, withheld) = match part {
            PlainPart::Public(text) => (text, None),
            PlainPart::Withheld { grond, text } => (text, Some(Cow::Owned(grond.to_owned()))),
        };
        let look = Look {
            withheld,
            ..Look::default()
        };
        placeholder::split(Cow::Owned(text.to_owned()), &look, None, &mut stretches);
    }
    Line {
        place: line.place,
        stretches,
    }
}
