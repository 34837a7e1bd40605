//! The letterhead on page 1: frames that the first ordinary paragraph carries,
//! in reading order.

use nota_sheet::{ColumnPart, Line};

use super::automatic::Difference;
use super::doc::Doc;
use super::node::{Node, Nodes};
use super::points;
use super::runs::{Around, characters};
use super::style_names::of;
use crate::dress::Aan;
use crate::front::{Front, Small, SmallText, column, front, small};
use crate::paper;
use crate::styles::{self, KIND_BEARING, KIND_LINE, Style};
use crate::words;
use crate::xml::Xml;

/// Where a frame stands on the page, in points.
#[derive(Debug, Clone, Copy)]
struct Frame {
    left: f64,
    top: f64,
    width: f64,
}

/// The frame of a reference column.
const COLUMN: Frame = Frame {
    left: paper::COLUMN_LEFT,
    top: paper::COLUMN_TOP,
    width: paper::COLUMN,
};

impl<'s> Doc<'s, '_> {
    /// The letterhead.
    pub(super) fn letterhead(&mut self, nodes: &mut Nodes) {
        let sheet = self.sheet;
        let letterhead = &sheet.letterhead;
        let front = front(letterhead, self.dress, self.ruler);
        let mut frames = Xml::default();
        self.wordmark(&mut frames);
        if let Some(line) = &letterhead.classification {
            let runs = self.runs(line, Around::default());
            let text = line.text().to_uppercase();
            let lines = self.ruler.lines(&text, true, paper::BODY / paper::SMALL);
            let frame = Frame {
                left: paper::LEFT,
                top: paper::TOP - (lines + 1) as f64 * paper::SMALL_LINE,
                width: paper::BODY,
            };
            self.framed(&mut frames, frame, &[(&styles::CLASSIFICATION, 0.0, runs)]);
        }
        self.subject(&front, &mut frames);
        if !front.column.is_empty() {
            let lines: Vec<_> = front.column.iter().map(|line| self.small(line)).collect();
            self.framed(&mut frames, COLUMN, &lines);
        }
        self.addressees(&front, &frames, nodes);
        for entry in &front.rest {
            nodes.white(paper::LINE);
            for line in small(entry) {
                let (style, after, runs) = self.small(&line);
                nodes.add(Node::paragraph(style, runs));
                nodes.white(after);
            }
        }
        let parafen = letterhead.parafen.as_ref();
        if let Some(parafen) = parafen.filter(|own| !own.rows.is_empty()) {
            let table = self.parafen(parafen);
            nodes.add(Node::Table { before: 0.0, table });
            nodes.white(front.after_parafen);
        } else if !front.rest.is_empty() {
            nodes.white(paper::LINE);
        }
    }

    fn wordmark(&mut self, frames: &mut Xml) {
        if self.dress.wordmark.is_empty() || self.dress.logo.is_some() {
            return;
        }
        let mut runs = Xml::default();
        for (index, line) in self.dress.wordmark.iter().enumerate() {
            if index > 0 {
                runs.leaf("text:line-break", &[]);
            }
            characters(&mut runs, line);
        }
        let (left, baseline, width) = paper::WORDMARK;
        let frame = Frame {
            left,
            top: baseline - paper::baseline(paper::WORDMARK_TEXT.1),
            width,
        };
        self.framed(frames, frame, &[(&styles::WORDMARK, 0.0, runs)]);
    }

    /// The type word and the subject.
    fn subject(&mut self, front: &Front<'_, '_>, frames: &mut Xml) {
        let sheet = self.sheet;
        let letterhead = &sheet.letterhead;
        let top = paper::TOP + front.subject;
        if !letterhead.document_word.is_empty() {
            let (left, baseline, width) = paper::KIND;
            let below = baseline - paper::SUBJECT.2 + paper::baseline(paper::LINE);
            let mut runs = Xml::default();
            characters(&mut runs, letterhead.document_word);
            let frame = Frame {
                left: left - KIND_BEARING,
                top: top + below - paper::baseline(KIND_LINE),
                width,
            };
            self.framed(frames, frame, &[(&styles::KIND, 0.0, runs)]);
        }
        let runs = self.runs(&letterhead.title, Around::default());
        let frame = Frame {
            left: paper::SUBJECT.0,
            top,
            width: paper::SUBJECT.1 - paper::SUBJECT.0,
        };
        self.framed(frames, frame, &[(&styles::TITLE, 0.0, runs)]);
    }

    /// The addressees, or an empty line, with the frames.
    fn addressees(&mut self, front: &Front<'_, '_>, frames: &Xml, nodes: &mut Nodes) {
        let none: &[Line<'_>] = &[];
        let sheet = self.sheet;
        let entry = sheet.letterhead.addressees.as_ref();
        let lines = entry.map_or(none, |entry| &entry.lines);
        let labelled = self.dress.aan == Aan::Labelled;
        let count = lines.len().max(1);
        for index in 0..count {
            let is_last = index + 1 == count;
            let mut runs = Xml::default();
            if index == 0 {
                runs.append(frames);
            }
            if labelled {
                characters(&mut runs, if index == 0 { words::AAN } else { "" });
                runs.leaf("text:tab", &[]);
            }
            if let Some(line) = lines.get(index) {
                runs.append(&self.runs(line, said(!is_last)));
            }
            let hang = paper::AAN_VALUE - paper::LEFT;
            nodes.add(Node::Paragraph {
                style: &styles::AAN,
                own: Difference {
                    before: (index == 0).then_some(front.aan),
                    page: (index == 0).then_some("Eerste"),
                    indent: labelled.then_some((hang, hang)),
                    tab: labelled.then_some(hang),
                    ..Difference::default()
                },
                level: None,
                runs,
            });
        }
        if front.rest.is_empty() {
            nodes.white(front.after_aan.max(0.0));
        }
    }

    /// A line of a reference column: its style, the white under it, its text.
    fn small(&mut self, line: &Small<'s, '_>) -> (&'static Style, f64, Xml) {
        let mut runs = Xml::default();
        let style: &'static Style = match line.what {
            SmallText::Label(label) => {
                characters(&mut runs, label);
                &styles::LABEL
            }
            SmallText::Value(own) => {
                runs.append(&self.runs(own, said(!line.ends)));
                &styles::VALUE
            }
            SmallText::Bold(own) => {
                runs.append(&self.runs(own, said(!line.ends)));
                &styles::UNIT
            }
            SmallText::Plain(own) => {
                runs.append(&self.runs(own, said(!line.ends)));
                &styles::LINES
            }
        };
        (style, line.after, runs)
    }

    /// The reference column of the following pages, for their header: it only
    /// repeats, so its lines have no names.
    pub(super) fn column_next(&mut self, parts: &'s [ColumnPart<'_>], xml: &mut Xml) {
        let (lines, _) = column(parts, self.ruler);
        let names = self.names.take();
        let own: Vec<_> = lines.iter().map(|line| self.small(line)).collect();
        self.names = names;
        if !own.is_empty() {
            self.framed(xml, COLUMN, &own);
        }
    }

    /// Paragraphs in a frame.
    fn framed(&mut self, xml: &mut Xml, frame: Frame, lines: &[(&'static Style, f64, Xml)]) {
        let style = self.automatic.other("kader".to_owned(), |xml, name| {
            let attributes: crate::xml::Attributes<'_> = &[
                ("style:name", &name),
                ("style:family", &"graphic"),
                // Without it LibreOffice makes a drawing of the frame.
                ("style:parent-style-name", &"Frame"),
            ];
            xml.element("style:style", attributes, |xml| {
                xml.leaf(
                    "style:graphic-properties",
                    &[
                        ("draw:fill", &"none"),
                        ("fo:background-color", &"transparent"),
                        ("style:wrap", &"parallel"),
                        ("style:number-wrapped-paragraphs", &"no-limit"),
                        ("style:vertical-pos", &"from-top"),
                        ("style:vertical-rel", &"page"),
                        ("style:horizontal-pos", &"from-left"),
                        ("style:horizontal-rel", &"page"),
                        ("fo:padding", &"0pt"),
                        ("fo:border", &"none"),
                        ("fo:margin", &"0pt"),
                        ("style:flow-with-text", &"false"),
                    ],
                );
            });
        });
        let name = format!("Kader{}", self.id());
        let attributes: crate::xml::Attributes<'_> = &[
            ("draw:style-name", &style),
            ("draw:name", &name),
            ("text:anchor-type", &"paragraph"),
            ("svg:x", &points(frame.left)),
            ("svg:y", &points(frame.top)),
            ("svg:width", &points(frame.width)),
            ("draw:z-index", &0),
        ];
        xml.element("draw:frame", attributes, |xml| {
            xml.element("draw:text-box", &[("fo:min-height", &"1pt")], |xml| {
                for (style, after, runs) in lines {
                    let own = Difference {
                        after: (*after > 0.0).then_some(*after),
                        ..Difference::default()
                    };
                    let name = self.automatic.paragraph(&of(style.name), &own);
                    xml.element("text:p", &[("text:style-name", &name)], |xml| {
                        xml.append(runs);
                    });
                }
            });
        });
    }
}

/// Whether the ground of a line stands after another one of its field.
fn said(said: bool) -> Around<'static> {
    Around { grond: None, said }
}
