//! The body of a nota: its sections, each with its blocks, its footnotes and
//! its bytes.

pub(crate) mod attributes;
mod blocks;
mod code;
mod definitions;
mod events;
mod fences;
mod inlines;
mod lak;
mod literal;
mod mask;
mod notes;
mod numbers;
mod table;
mod title;

pub(crate) use inlines::Kind;

use std::ops::Range;

use nota_model::{Body, Code, Finding, Place, Section, Span, dutch};
use pulldown_cmark::{Event, Tag};

use crate::limits::{MAX_BLOCKS, MAX_DEPTH, MAX_SPECIALS};
use crate::lines::line_start;
use blocks::Reader;
use events::Events;
use mask::Masked;
use title::Title;

/// A heading outside lists, quotations and withheld blocks.
pub(crate) struct HeadingSeen<'a> {
    /// Where its line starts.
    pub start: usize,
    /// 1 to 6.
    pub level: u8,
    /// Its text without the number.
    pub title: &'a str,
}

/// What a heading is.
pub(crate) enum Role {
    /// A section, with the template's key when the template knows it.
    Section(Option<String>),
    /// A free subheading.
    Free,
}

/// The body of a nota.
pub(crate) struct Bodies {
    pub preamble: Body,
    pub sections: Vec<Section>,
    pub findings: Vec<Finding>,
    /// Whether a part is kept as plain text because there is too much.
    pub is_cut: bool,
}

/// Says of each heading, in the order of the text, what it is.
pub(crate) type Roles<'r> = Box<dyn FnMut(&HeadingSeen<'_>) -> Role + 'r>;

/// Reads the body of `text`, which starts at `start`; `roles` gives what says
/// of each heading what it is, for one reading.
///
/// A withheld stretch is a scope of its own: emphasis does not begin in it and
/// end behind it, or the other way round, because the public text would then
/// depend on what is withheld. Where it does, the text is read once more with
/// the signs in that stretch as text.
pub(crate) fn bodies<'r>(text: &str, start: usize, roles: &dyn Fn() -> Roles<'r>) -> Bodies {
    let specials = mask::specials(text.get(start..).unwrap_or_default());
    if specials > MAX_SPECIALS {
        return no_nota(text, start, specials);
    }
    let mut masked = mask::mask(text, start);
    let (bodies, crossed) = read_masked(text, start, &masked, &mut *roles());
    if crossed.is_empty() {
        return bodies;
    }
    masked.hide_emphasis(&crossed);
    read_masked(text, start, &masked, &mut *roles()).0
}

/// Reads the body, with the withheld stretches that emphasis crosses the edge
/// of.
fn read_masked(
    text: &str,
    start: usize,
    masked: &Masked,
    role: &mut dyn FnMut(&HeadingSeen<'_>) -> Role,
) -> (Bodies, Vec<Range<usize>>) {
    let events = Events::read(&masked.text, start);
    let mut splitter = Splitter {
        reader: Reader::new(text, masked, &events),
        bodies: Bodies {
            preamble: Body::default(),
            sections: Vec::new(),
            findings: Vec::new(),
            is_cut: false,
        },
        starts: vec![start],
        nodes: Vec::new(),
    };
    splitter.split(role);
    let crossed = std::mem::take(&mut splitter.reader.crossed);
    let mut bodies = splitter.finish();
    if let Some(at) = masked.too_deep {
        let place = Place::nota().at(Some(Span::new(at, at + 1)));
        bodies.findings.push(too_deep(place));
    }
    (bodies, crossed)
}

/// Divides the nodes of the text over the sections.
struct Splitter<'a> {
    reader: Reader<'a>,
    bodies: Bodies,
    /// Where the preamble and each section start.
    starts: Vec<usize>,
    /// The nodes of the section that is being read.
    nodes: Vec<usize>,
}

impl Splitter<'_> {
    fn split(&mut self, role: &mut dyn FnMut(&HeadingSeen<'_>) -> Role) {
        let mut index = 0;
        while index < self.reader.events.len() {
            let end = self.reader.events.end(index);
            match self.section(index, role) {
                Some((section, start)) => {
                    if self.reader.is_full() {
                        self.nodes.push(index);
                        break;
                    }
                    self.flush(start);
                    if self.reader.full_at().is_some() {
                        return;
                    }
                    self.reader.take(1);
                    self.reader
                        .enter(section.key.as_deref(), self.starts.len() - 1);
                    self.bodies.sections.push(section);
                    self.starts.push(start);
                }
                None => self.nodes.push(index),
            }
            index = end + 1;
        }
        self.flush(self.reader.text.len());
    }

    /// The section that starts at a node, with the start of its line.
    fn section(
        &mut self,
        index: usize,
        role: &mut dyn FnMut(&HeadingSeen<'_>) -> Role,
    ) -> Option<(Section, usize)> {
        let events = self.reader.events;
        let (Event::Start(Tag::Heading { level, .. }), range) = events.at(index)? else {
            return None;
        };
        let level = *level as u8;
        let title = Title::read(&mut self.reader, index);
        let start = line_start(self.reader.text, range.start);
        let seen = HeadingSeen {
            start,
            level,
            title: &title.text,
        };
        match role(&seen) {
            Role::Free => None,
            Role::Section(key) => {
                let place = Place {
                    section: key.clone(),
                    index: Some(self.starts.len() - 1),
                    ..Place::default()
                };
                self.reader.report(title.findings, &place);
                let section = Section {
                    key,
                    title: title.text,
                    number: title.number,
                    level,
                    body: Body::default(),
                    heading: title.origin,
                };
                Some((section, start))
            }
        }
    }

    /// Reads the nodes that were gathered as the body of the last section,
    /// which ends at `end`.
    fn flush(&mut self, end: usize) {
        let nodes = std::mem::take(&mut self.nodes);
        let start = self.starts.last().copied().unwrap_or_default();
        let body = self.reader.body(&nodes, start, end);
        match self.bodies.sections.last_mut() {
            Some(section) => section.body = body,
            None => self.bodies.preamble = body,
        }
    }

    fn finish(mut self) -> Bodies {
        if let Some(at) = self.reader.full_at() {
            let place = Place::nota().at(Some(Span::new(at, at)));
            let finding = Finding::new(Code(4), place)
                .arg(
                    "grens",
                    format!("{} alinea’s en lijstpunten", dutch::number(MAX_BLOCKS)),
                )
                .arg("waarde", "er meer");
            self.reader.findings.push(finding);
            self.bodies.is_cut = true;
        }
        let mut findings = self.reader.findings;
        for finding in &mut findings {
            locate(&mut finding.place, &self.starts, &self.bodies.sections);
        }
        self.bodies.findings = findings;
        self.bodies
    }
}

/// Names the section of a place that is known by its bytes only.
fn locate(place: &mut Place, starts: &[usize], sections: &[Section]) {
    let (None, Some(span)) = (place.index, place.span) else {
        return;
    };
    let after = starts.partition_point(|start| *start <= span.start);
    place.index = after.checked_sub(2);
    let section = place.index.and_then(|index| sections.get(index));
    place.section = section.and_then(|section| section.key.clone());
}

fn too_deep(place: Place) -> Finding {
    Finding::new(Code(4), place)
        .arg("grens", format!("{MAX_DEPTH} niveaus in elkaar"))
        .arg("waarde", "er meer")
}

/// A text with so much markup that it is no nota: kept as one text.
fn no_nota(text: &str, start: usize, specials: usize) -> Bodies {
    let place = Place::nota().at(Some(Span::new(start, start)));
    let finding = Finding::new(Code(4), place)
        .arg(
            "grens",
            format!("{} regels en opmaaktekens", dutch::number(MAX_SPECIALS)),
        )
        .arg("waarde", format!("er {}", dutch::number(specials)));
    let block = literal::one_line(text, start..text.len());
    Bodies {
        preamble: Body {
            blocks: crate::normal::blocks(vec![block]),
            source: text.get(start..).map(str::to_owned),
            ..Body::default()
        },
        sections: Vec::new(),
        findings: vec![finding],
        is_cut: true,
    }
}
