//! The decision on the nota: what was decided, when, by whom and with which
//! remark. It is filled in afterwards; a nota without it has no such part.

use std::borrow::Cow;

use nota_model::Place;
use nota_template::{BeslissingPlaats, FieldRole};

use super::Maker;
use crate::{Line, Look, Part, Piece, PieceKind, Rank, Stretch, What};

/// The level of the heading above it.
const LEVEL: u8 = 2;

/// What stands between a label and its value.
const COLON: &str = ": ";

impl<'n> Maker<'n> {
    /// The decision under a heading of its own, when it stands here and there is
    /// something of it.
    pub(super) fn beslissing(&mut self, here: BeslissingPlaats) -> Option<Part<'n>> {
        let template = self.template;
        if template.opmaak.beslissing != here {
            return None;
        }
        let key = template.key_for(FieldRole::Beslissing)?;
        let mut pieces = Vec::new();
        for role in FieldRole::DECISION {
            let Some(key) = template.key_for(role) else {
                continue;
            };
            for (index, line) in self.values(key).into_iter().enumerate() {
                let line = match (role, index) {
                    (FieldRole::Beslissing, _) => strong(line),
                    (_, 0) => labelled(self.label(key), line),
                    _ => line,
                };
                pieces.push(Piece {
                    place: line.place.clone(),
                    kind: PieceKind::Paragraph(line),
                });
            }
        }
        if pieces.is_empty() {
            return None;
        }
        let title = Line::made(self.label(key), Place::field(key));
        Some(Part {
            heading: self.heading(None, title, LEVEL, Rank::Section),
            pieces,
            place: Place::field(key),
            cut: None,
            is_internal: false,
        })
    }
}

/// The line in bold.
fn strong(mut line: Line<'_>) -> Line<'_> {
    for stretch in &mut line.stretches {
        stretch.look.is_strong = true;
    }
    line
}

/// The line with its label before it.
fn labelled<'n>(label: Cow<'n, str>, line: Line<'n>) -> Line<'n> {
    let mut stretches = vec![Stretch {
        what: What::Text(label + COLON),
        look: Look::default(),
        range: None,
    }];
    stretches.extend(line.stretches);
    Line {
        place: line.place,
        stretches,
    }
}
