//! The parts of the body: what stands before the first section, the sections in
//! the order of the nota, and the list of bijlagen as the last that everyone
//! reads.

use std::borrow::Cow;

use nota_model::{Place, Section};
use nota_template::{BeslissingPlaats, FieldRole, SectionRole};

use super::Maker;
use super::bijlagen::without_empty_column;
use super::front::on_one_line;
use super::pieces::Within;
use crate::{Cut, Line, Part, Piece, PieceKind, Rank};

impl<'n> Maker<'n> {
    /// The body in order.
    pub(super) fn parts(&mut self) -> Vec<Part<'n>> {
        let nota = self.nota;
        let mut out = Vec::new();
        out.extend(self.beslissing(BeslissingPlaats::Vooraan));
        let preamble = self.pieces(&nota.preamble.blocks, &Place::nota(), Within::Body);
        if !preamble.is_empty() {
            out.push(Part {
                place: Place::nota(),
                cut: None,
                is_internal: false,
                heading: None,
                pieces: preamble,
            });
        }
        let is_open = |section: &Section| !self.withholding.is_internal(section);
        let last = nota.sections.iter().rposition(is_open);
        let closing = last.map_or(0, |last| last + 1);
        let mut internal = false;
        for (index, section) in nota.sections.iter().enumerate() {
            if index == closing {
                self.close(&mut out);
            }
            let is_internal = self.withholding.is_internal(section);
            let cut = match (internal, is_internal) {
                (false, true) => Some(Cut::InternalBegins),
                (true, false) => Some(Cut::InternalEnds),
                _ => None,
            };
            internal = is_internal;
            out.push(Part {
                cut,
                is_internal,
                ..self.section(index, section)
            });
        }
        if closing == nota.sections.len() {
            self.close(&mut out);
        }
        out
    }

    /// What stands behind the text that everyone may read.
    fn close(&mut self, out: &mut Vec<Part<'n>>) {
        out.extend(self.signing());
        out.extend(self.beslissing(BeslissingPlaats::Achteraan));
        out.extend(self.bijlagen());
    }

    /// The closing line: who signs, by function and in capitals.
    fn signing(&self) -> Option<Part<'n>> {
        let key = self.template.key_for(FieldRole::Ondertekenaar)?;
        let text = on_one_line(self.nota.field(key)).to_uppercase();
        let place = Place::field(key);
        let line = self.field_line(text.into(), place.clone(), key);
        (!line.is_blank()).then(|| Part {
            pieces: vec![Piece {
                place: place.clone(),
                kind: PieceKind::Paragraph(line),
            }],
            place,
            cut: None,
            is_internal: false,
            heading: None,
        })
    }

    fn section(&mut self, index: usize, section: &'n Section) -> Part<'n> {
        let place = Place {
            section: section.key.clone(),
            index: Some(index),
            ..Place::default()
        };
        let key = section.key.as_deref();
        let spec = key.and_then(|key| self.template.sectie(key));
        let level = spec.map_or(section.level.max(2), |spec| self.template.level(spec));
        let number = match spec {
            Some(spec) => spec.printed_number().map(Cow::Owned),
            None => section.number.as_deref().map(Cow::Borrowed),
        };
        let rank = if level <= 2 {
            Rank::Section
        } else {
            Rank::Subsection
        };
        let own = place.clone().at(section.heading.span());
        let title = Line::plain(section.title.trim(), own);
        let heading = self.heading(number, title, level, rank);
        let mut pieces = self.pieces(&section.body.blocks, &place, Within::Body);
        if spec.is_some_and(|spec| spec.rol == Some(SectionRole::Bijlagen)) {
            pieces.iter_mut().for_each(without_empty_column);
        }
        Part {
            place,
            cut: None,
            is_internal: false,
            heading,
            pieces,
        }
    }
}
