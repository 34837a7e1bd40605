//! The marks of withheld text in the fields that may have them: the remark with
//! the decision, of which a sentence can be withheld, and the bijlagen, of which
//! one can.

use std::borrow::Cow;

use nota_model::{PlainPart, placed_parts};
use nota_template::{FieldKind, FieldRole, FieldSpec};

use super::Maker;
use crate::{Line, Look, placeholder};

/// Whether marks are read in the values of a field. In other fields they are
/// printed as they were written; the public version reads them in all.
fn has_marks(spec: &FieldSpec) -> bool {
    spec.rol == Some(FieldRole::BeslissingOpmerking) || spec.soort == FieldKind::Bijlagen
}

impl<'n> Maker<'n> {
    /// A line in which the marks of withheld text are read. In a field that is
    /// withheld as a whole, so is what stands around them.
    pub(super) fn marked(&self, line: Line<'n>, key: &str) -> Line<'n> {
        let spec = self.template.veld(key);
        let text = line.text();
        let parts = placed_parts(&text);
        let is_marked = parts
            .iter()
            .any(|(_, own)| matches!(own, PlainPart::Withheld { .. }));
        if !is_marked || !spec.is_some_and(has_marks) {
            return line;
        }
        let mut stretches = Vec::new();
        for (_, part) in parts {
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
        let line = Line {
            place: line.place,
            stretches,
        };
        match self.withholding.field(key) {
            Some(grond) => line.withhold(grond),
            None => line,
        }
    }
}
