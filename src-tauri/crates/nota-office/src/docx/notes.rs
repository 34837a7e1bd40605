//! The footnotes, in the order in which they stand in the text.

use nota_sheet::{Look, PieceKind};

use super::body::{Inside, Rows};
use super::doc::Doc;
use super::paragraph::Paragraph;
use super::runs::{Around, run};
use crate::anchors::Anchor;
use crate::styles;
use crate::xml::Xml;

impl Doc<'_, '_> {
    /// The part with the footnotes. Written after the text, which says where
    /// each has its place.
    pub(crate) fn notes(&mut self) -> Xml {
        let mut xml = Xml::document();
        self.in_note = true;
        let anchors = self.anchors.order.clone();
        xml.element(
            "w:footnotes",
            &[("xmlns:w", &super::W), ("xmlns:r", &super::R)],
            |xml| {
                separator(xml, -1, "separator");
                separator(xml, 0, "continuationSeparator");
                for anchor in anchors {
                    let note = self.note_text(anchor);
                    xml.element("w:footnote", &[("w:id", &anchor.number)], |xml| {
                        note.write(xml);
                    });
                }
            },
        );
        self.in_note = false;
        xml
    }

    /// The rows of a footnote: its first paragraph follows the number.
    fn note_text(&mut self, anchor: Anchor) -> Rows {
        let mut rows = Rows::default();
        let mut runs = number(anchor);
        let sheet = self.sheet;
        let pieces = sheet
            .footnote(anchor.number)
            .map_or(&[][..], |note| &note.pieces);
        let (first, rest) = match pieces.split_first() {
            Some((piece, rest)) => match &piece.kind {
                PieceKind::Paragraph(line) => (Some(line), rest),
                _ => (None, pieces),
            },
            None => (None, pieces),
        };
        if let Some(line) = first {
            run(&mut runs, None, &Look::default(), " ");
            runs.append(&self.runs(line, Around::default()));
        }
        rows.paragraph(Paragraph::new(&styles::NOTE).with(runs));
        self.pieces(rest, Inside::NOTE, &mut None, &mut rows);
        rows
    }
}

/// The number before a footnote.
fn number(anchor: Anchor) -> Xml {
    let mut xml = Xml::default();
    if anchor.counted {
        xml.element("w:r", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                xml.leaf("w:rStyle", &[("w:val", &"Voetnootmarkering")]);
            });
            xml.leaf("w:footnoteRef", &[]);
        });
    } else {
        let number = anchor.number.to_string();
        run(
            &mut xml,
            Some("Voetnootmarkering"),
            &Look::default(),
            &number,
        );
    }
    xml
}

fn separator(xml: &mut Xml, id: i32, kind: &str) {
    xml.element("w:footnote", &[("w:type", &kind), ("w:id", &id)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:r", &[], |xml| xml.leaf(&format!("w:{kind}"), &[]));
        });
    });
}
