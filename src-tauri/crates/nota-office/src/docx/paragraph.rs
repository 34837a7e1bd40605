//! A paragraph: its style, and what differs from it.

use crate::styles::{self, Style};
use crate::xml::Xml;

/// A length in twentieths of a point, as Word counts.
pub(crate) fn twips(points: f64) -> i64 {
    (points * 20.0).round() as i64
}

/// Where a framed paragraph stands on the page, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Frame {
    /// From the left edge of the page.
    pub(crate) left: f64,
    /// From its top.
    pub(crate) top: f64,
    /// Its width; the height follows the text.
    pub(crate) width: f64,
}

/// How a paragraph stands in its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Side {
    /// Left.
    #[default]
    Left,
    /// Centred.
    Center,
    /// Right.
    Right,
}

/// The place of a paragraph in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numbered {
    /// The list.
    pub(crate) list: usize,
    /// How many lists it stands in.
    pub(crate) level: usize,
}

/// A paragraph while the document is made.
#[derive(Debug)]
pub(crate) struct Paragraph {
    pub(crate) style: &'static Style,
    pub(crate) frame: Option<Frame>,
    pub(crate) numbered: Option<Numbered>,
    /// White above it; none is what the style says.
    pub(crate) before: Option<f64>,
    /// White below it; none is what the style says.
    pub(crate) after: Option<f64>,
    /// Left indent and how far the first line hangs, when the style or the
    /// list says otherwise.
    pub(crate) indent: Option<(f64, f64)>,
    /// A place where the text after a tab begins.
    pub(crate) tab: Option<f64>,
    pub(crate) side: Side,
    /// Whether it stays with the next one.
    pub(crate) keeps: bool,
    /// Its runs.
    pub(crate) runs: Xml,
}

impl Paragraph {
    /// An empty paragraph in a style.
    pub(crate) fn new(style: &'static Style) -> Self {
        Self {
            style,
            frame: None,
            numbered: None,
            before: None,
            after: None,
            indent: None,
            tab: None,
            side: Side::Left,
            keeps: false,
            runs: Xml::default(),
        }
    }

    /// The paragraph with these runs.
    pub(crate) fn with(mut self, runs: Xml) -> Self {
        self.runs = runs;
        self
    }

    /// Writes the paragraph.
    pub(crate) fn write(&self, xml: &mut Xml) {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| self.properties(xml));
            xml.append(&self.runs);
        });
    }

    /// What differs from the style, in the order of the schema.
    fn properties(&self, xml: &mut Xml) {
        if self.style.id != styles::NORMAL.id {
            xml.leaf("w:pStyle", &[("w:val", &self.style.id)]);
        }
        if self.keeps {
            xml.leaf("w:keepNext", &[]);
        }
        if let Some(frame) = self.frame {
            xml.leaf(
                "w:framePr",
                &[
                    ("w:w", &twips(frame.width)),
                    ("w:wrap", &"around"),
                    ("w:vAnchor", &"page"),
                    ("w:hAnchor", &"page"),
                    ("w:x", &twips(frame.left)),
                    ("w:y", &twips(frame.top)),
                ],
            );
        }
        if let Some(numbered) = self.numbered {
            xml.element("w:numPr", &[], |xml| {
                xml.leaf("w:ilvl", &[("w:val", &numbered.level)]);
                xml.leaf("w:numId", &[("w:val", &numbered.list)]);
            });
        }
        if let Some(tab) = self.tab {
            xml.element("w:tabs", &[], |xml| {
                xml.leaf("w:tab", &[("w:val", &"left"), ("w:pos", &twips(tab))]);
            });
        }
        self.spacing(xml);
        if let Some((left, hanging)) = self.indent {
            let hanging = twips(hanging);
            xml.leaf(
                "w:ind",
                &[("w:left", &twips(left)), ("w:hanging", &hanging)],
            );
        }
        match self.side {
            Side::Left => {}
            Side::Center => xml.leaf("w:jc", &[("w:val", &"center")]),
            Side::Right => xml.leaf("w:jc", &[("w:val", &"right")]),
        }
    }

    fn spacing(&self, xml: &mut Xml) {
        let differs = |own: Option<f64>, style: f64| own.filter(|own| (own - style).abs() > 0.01);
        let before = differs(self.before, self.style.before);
        let after = differs(self.after, self.style.after);
        match (before.map(twips), after.map(twips)) {
            (None, None) => {}
            (Some(before), None) => xml.leaf("w:spacing", &[("w:before", &before)]),
            (None, Some(after)) => xml.leaf("w:spacing", &[("w:after", &after)]),
            (Some(before), Some(after)) => {
                xml.leaf("w:spacing", &[("w:before", &before), ("w:after", &after)]);
            }
        }
    }
}

/// A paragraph that only holds a place, this high.
pub(crate) fn spacer(height: f64) -> Paragraph {
    let mut paragraph = Paragraph::new(&styles::SPACER);
    paragraph.after = Some((height - styles::SPACER_LINE).max(0.0));
    paragraph
}
