//! The letterhead on page 1, in the body and in reading order: what stands in
//! a header is not read aloud. Its parts are framed paragraphs, and an
//! ordinary one follows: LibreOffice reads frames as a part of the next
//! paragraph, which must not be a heading.

use nota_sheet::{ColumnPart, Line};

use super::body::Rows;
use super::doc::Doc;
use super::paragraph::{Frame, Paragraph};
use super::runs::{Around, run};
use super::table::plain;
use crate::dress::Aan;
use crate::flow::Kind;
use crate::front::{Front, Small, SmallText, column, front, small};
use crate::paper;
use crate::styles::{self, KIND_BEARING, KIND_LINE, Style};
use crate::words;
use crate::xml::Xml;

/// The frame of a reference column.
const COLUMN: Frame = Frame {
    left: paper::COLUMN_LEFT,
    top: paper::COLUMN_TOP,
    width: paper::COLUMN,
};

impl<'s> Doc<'s, '_> {
    /// The letterhead, and what stands last in it.
    pub(crate) fn letterhead(&mut self, rows: &mut Rows) -> Option<Kind> {
        let sheet = self.sheet;
        let letterhead = &sheet.letterhead;
        let front = front(letterhead, self.dress, self.ruler);
        self.wordmark(rows);
        if let Some(line) = &letterhead.classification {
            let runs = self.runs(line, Around::default());
            let lines = self.ruler.lines(
                &line.text().to_uppercase(),
                true,
                paper::BODY / paper::SMALL,
            );
            let mut paragraph = Paragraph::new(&styles::CLASSIFICATION).with(runs);
            paragraph.frame = Some(Frame {
                left: paper::LEFT,
                top: paper::TOP - (lines + 1) as f64 * paper::SMALL_LINE,
                width: paper::BODY,
            });
            rows.paragraph(paragraph);
        }
        self.subject(&front, rows);
        for line in &front.column {
            let mut paragraph = self.small(line);
            paragraph.frame = Some(COLUMN);
            rows.paragraph(paragraph);
        }
        self.addressees(&front, rows);
        for entry in &front.rest {
            rows.white(paper::LINE);
            for line in small(entry) {
                let paragraph = self.small(&line);
                rows.paragraph(paragraph);
            }
        }
        if let Some(parafen) = letterhead
            .parafen
            .as_ref()
            .filter(|own| !own.rows.is_empty())
        {
            let table = self.parafen(parafen);
            rows.table(table);
            rows.white(front.after_parafen);
        } else if !front.rest.is_empty() {
            rows.white(paper::LINE);
        }
        None
    }

    fn wordmark(&mut self, rows: &mut Rows) {
        if self.dress.wordmark.is_empty() || self.dress.logo.is_some() {
            return;
        }
        let mut runs = Xml::default();
        for (index, line) in self.dress.wordmark.iter().enumerate() {
            if index > 0 {
                runs.element("w:r", &[], |xml| xml.leaf("w:br", &[]));
            }
            run(&mut runs, None, &nota_sheet::Look::default(), line);
        }
        let (left, baseline, width) = paper::WORDMARK;
        let mut paragraph = Paragraph::new(&styles::WORDMARK).with(runs);
        paragraph.frame = Some(Frame {
            left,
            top: baseline - paper::baseline(paper::WORDMARK_TEXT.1),
            width,
        });
        rows.paragraph(paragraph);
    }

    /// The type word and the subject.
    fn subject(&mut self, front: &Front<'_, '_>, rows: &mut Rows) {
        let letterhead = &self.sheet.letterhead;
        let top = paper::TOP + front.subject;
        if !letterhead.document_word.is_empty() {
            let (left, baseline, width) = paper::KIND;
            let below = baseline - paper::SUBJECT.2 + paper::baseline(paper::LINE);
            let mut kind = plain(&styles::KIND, letterhead.document_word);
            kind.frame = Some(Frame {
                left: left - KIND_BEARING,
                top: top + below - paper::baseline(KIND_LINE),
                width,
            });
            rows.paragraph(kind);
        }
        let runs = self.runs(&letterhead.title, Around::default());
        let mut subject = Paragraph::new(&styles::TITLE).with(runs);
        subject.frame = Some(Frame {
            left: paper::SUBJECT.0,
            top,
            width: paper::SUBJECT.1 - paper::SUBJECT.0,
        });
        rows.paragraph(subject);
    }

    /// The addressees, or an empty line that carries the frames.
    fn addressees(&mut self, front: &Front<'_, '_>, rows: &mut Rows) {
        let none: &[Line<'_>] = &[];
        let sheet = self.sheet;
        let entry = sheet.letterhead.addressees.as_ref();
        let lines = entry.map_or(none, |entry| &entry.lines);
        let mut own: Vec<Paragraph> = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let is_last = index + 1 == lines.len();
            let mut runs = Xml::default();
            if self.dress.aan == Aan::Labelled {
                let label = if index == 0 { words::AAN } else { "" };
                run(
                    &mut runs,
                    None,
                    &nota_sheet::Look::default(),
                    &format!("{label}\t"),
                );
            }
            runs.append(&self.runs(line, said(!is_last)));
            own.push(Paragraph::new(&styles::AAN).with(runs));
        }
        if own.is_empty() {
            own.push(Paragraph::new(&styles::AAN));
        }
        if self.dress.aan == Aan::Labelled {
            let hang = paper::AAN_VALUE - paper::LEFT;
            for paragraph in &mut own {
                paragraph.indent = Some((hang, hang));
                paragraph.tab = Some(hang);
            }
        }
        if let Some(first) = own.first_mut() {
            first.before = Some(front.aan);
        }
        let count = own.len();
        for (index, mut paragraph) in own.into_iter().enumerate() {
            if index + 1 == count && front.rest.is_empty() {
                paragraph.after = Some(front.after_aan.max(0.0));
            }
            rows.paragraph(paragraph);
        }
    }

    /// A line of a reference column.
    fn small(&mut self, line: &Small<'s, '_>) -> Paragraph {
        let (style, own): (&'static Style, _) = match line.what {
            SmallText::Label(label) => {
                let mut paragraph = plain(&styles::LABEL, label);
                paragraph.after = Some(line.after);
                return paragraph;
            }
            SmallText::Value(own) => (&styles::VALUE, own),
            SmallText::Bold(own) => (&styles::UNIT, own),
            SmallText::Plain(own) => (&styles::LINES, own),
        };
        let runs = self.runs(own, said(!line.ends));
        let mut paragraph = Paragraph::new(style).with(runs);
        paragraph.after = Some(line.after);
        paragraph
    }

    /// The reference column of the following pages, for their header: it only
    /// repeats, so its lines have no names.
    pub(crate) fn column_next(&mut self, parts: &'s [ColumnPart<'_>]) -> Vec<Paragraph> {
        let (lines, _) = column(parts, self.ruler);
        let mut out = Vec::new();
        let names = self.names.take();
        for line in lines {
            let mut paragraph = self.small(&line);
            paragraph.frame = Some(COLUMN);
            out.push(paragraph);
        }
        self.names = names;
        out
    }
}

/// Whether the ground of a line stands after another one of its field.
fn said(said: bool) -> Around<'static> {
    Around { grond: None, said }
}
