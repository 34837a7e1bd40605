//! Running text as spans, and the notes in it.

use nota_sheet::{Line, Look, PieceKind, Stretch, What};

use super::body::Inside;
use super::doc::Doc;
use super::node::{Node, Nodes};
use super::style_names::name;
use super::table::family;
use crate::anchors::Anchor;
use crate::names;
use crate::styles::{self, withheld_name};
use crate::words;
use crate::xml::Xml;

/// What the text around a line says about it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around<'a> {
    /// The ground on which all of it is withheld.
    pub(super) grond: Option<&'a str>,
    /// Whether the ground of a withheld passage stands elsewhere.
    pub(super) said: bool,
}

impl Doc<'_, '_> {
    /// The spans of a line, with its name when it is a value of a field.
    pub(super) fn runs(&mut self, line: &Line<'_>, around: Around<'_>) -> Xml {
        let mut xml = Xml::default();
        let names = self.names.as_mut();
        let name = names.and_then(|names| names.bookmark(&line.place));
        let Some(name) = name else {
            self.unnamed(line, around, &mut xml);
            return xml;
        };
        xml.leaf("text:bookmark-start", &[("text:name", &name)]);
        self.unnamed(line, around, &mut xml);
        xml.leaf("text:bookmark-end", &[("text:name", &name)]);
        xml
    }

    fn unnamed(&mut self, line: &Line<'_>, around: Around<'_>, xml: &mut Xml) {
        for group in line
            .stretches
            .chunk_by(|one, next| one.look.withheld == next.look.withheld)
        {
            let own = group.first().and_then(|own| own.look.withheld.as_deref());
            let mut inside = Xml::default();
            let grond = own.or(around.grond);
            self.links(group, grond, &mut inside);
            match grond {
                Some(grond) => {
                    self.ground(grond);
                    span(xml, &withheld_name(grond), |xml| xml.append(&inside));
                }
                None => xml.append(&inside),
            }
            if let Some(grond) = own.filter(|own| !own.is_empty() && !around.said) {
                let mark = format!(" {}", words::ground_mark(grond));
                span(xml, "Nota grond", |xml| characters(xml, &mark));
            }
        }
    }

    fn links(&mut self, stretches: &[Stretch<'_>], grond: Option<&str>, xml: &mut Xml) {
        for part in stretches.chunk_by(|one, next| one.look.link == next.look.link) {
            let link = part.first().and_then(|own| own.look.link.as_deref());
            let Some(link) = link else {
                part.iter().for_each(|own| self.stretch(own, grond, xml));
                continue;
            };
            let style = name("Internet link");
            xml.element(
                "text:a",
                &[
                    ("xlink:type", &"simple"),
                    ("xlink:href", &link),
                    ("text:style-name", &style),
                    ("text:visited-style-name", &style),
                ],
                |xml| part.iter().for_each(|own| self.stretch(own, grond, xml)),
            );
        }
    }

    fn stretch(&mut self, stretch: &Stretch<'_>, grond: Option<&str>, xml: &mut Xml) {
        match &stretch.what {
            What::Text(text) => {
                let mut inside = Xml::default();
                characters(&mut inside, text);
                self.looked(&stretch.look, grond, &inside, xml);
            }
            What::Placeholder { text, .. } => {
                let mut inside = Xml::default();
                span(&mut inside, "Nota weglating", |xml| characters(xml, text));
                self.looked(&stretch.look, grond, &inside, xml);
            }
            What::Break => xml.leaf("text:line-break", &[]),
            What::Reference { number, is_first } => {
                if *is_first && !self.in_note && !self.anchors.has(*number) {
                    self.note(*number, xml);
                } else {
                    again(*number, xml);
                }
            }
        }
    }

    /// Text with its look. A program that saves the document keeps one named style
    /// for it: beside that of a withheld passage or a link, and for more than bold or
    /// italics alone, the look is said by itself.
    fn looked(&mut self, look: &Look<'_>, grond: Option<&str>, inside: &Xml, xml: &mut Xml) {
        let is_plain = grond.is_none() && look.link.is_none() && look.language.is_none();
        match (look.is_strong, look.is_emphasis) {
            (false, false) if look.language.is_none() => xml.append(inside),
            (true, false) if is_plain => {
                span(xml, "Strong Emphasis", |xml| xml.append(inside));
            }
            (false, true) if is_plain => span(xml, "Emphasis", |xml| xml.append(inside)),
            _ => {
                let style = self.look_style(look);
                xml.element("text:span", &[("text:style-name", &style)], |xml| {
                    xml.append(inside);
                });
            }
        }
    }

    /// A style without a name that says a look by itself.
    fn look_style(&mut self, look: &Look<'_>) -> String {
        let mut said: Vec<(&str, &str)> = Vec::new();
        if let Some(code) = look.language.as_deref() {
            let (language, country) = code.split_once('-').unwrap_or((code, "none"));
            said.extend([("fo:language", language), ("fo:country", country)]);
        }
        if look.is_strong {
            said.push(("fo:font-weight", "bold"));
        }
        if look.is_emphasis {
            said.push(("fo:font-style", "italic"));
        }
        self.automatic.other(format!("{said:?}"), |xml, name| {
            family(xml, name, "text", |xml| {
                let said: Vec<(&str, &dyn std::fmt::Display)> = said
                    .iter()
                    .map(|(name, own)| (*name, own as &dyn std::fmt::Display))
                    .collect();
                xml.leaf("style:text-properties", &said);
            });
        })
    }

    /// A reference to a note, and behind it the places of those that it refers
    /// to.
    fn note(&mut self, number: u32, xml: &mut Xml) {
        let here = self.anchors.here(number, self.sheet);
        let (own, within) = here.split_at(here.len().min(1));
        for number in own {
            let anchor = self.anchors.add(*number);
            self.note_here(anchor, xml);
        }
        within.iter().for_each(|number| self.place(*number, xml));
    }

    /// The place of a note that the text does not refer to here, and of those
    /// that it refers to.
    pub(super) fn places(&mut self, number: u32, xml: &mut Xml) {
        let here = self.anchors.here(number, self.sheet);
        here.iter().for_each(|number| self.place(*number, xml));
    }

    fn place(&mut self, number: u32, xml: &mut Xml) {
        let name = names::place_of_note(number);
        xml.leaf("text:bookmark-start", &[("text:name", &name)]);
        span(xml, "Footnote anchor", |xml| characters(xml, " "));
        let anchor = self.anchors.add(number);
        self.note_here(anchor, xml);
        xml.leaf("text:bookmark-end", &[("text:name", &name)]);
    }

    fn note_here(&mut self, anchor: Anchor, xml: &mut Xml) {
        let id = format!("ftn{}", anchor.number);
        let before = std::mem::replace(&mut self.in_note, true);
        let nodes = self.note_text(anchor.number);
        let mut body = Xml::default();
        nodes.write(self, &mut body);
        self.in_note = before;
        let number = anchor.number.to_string();
        xml.element(
            "text:note",
            &[("text:id", &id), ("text:note-class", &"footnote")],
            |xml| {
                if anchor.counted {
                    xml.line("text:note-citation", &[], &number);
                } else {
                    xml.line("text:note-citation", &[("text:label", &number)], &number);
                }
                xml.element("text:note-body", &[], |xml| xml.append(&body));
            },
        );
    }

    fn note_text(&mut self, number: u32) -> Nodes {
        let sheet = self.sheet;
        let mut nodes = Nodes::default();
        let pieces = sheet.footnote(number).map_or(&[][..], |note| &note.pieces);
        // A note begins with a paragraph, which has its number.
        let has_first = matches!(
            pieces.first().map(|piece| &piece.kind),
            Some(PieceKind::Paragraph(_))
        );
        let (first, rest) = pieces.split_at(usize::from(has_first));
        if !has_first {
            nodes.add(Node::paragraph(&styles::NOTE, Xml::default()));
        }
        self.pieces(first, Inside::NOTE, &mut None, &mut nodes);
        nodes.white(0.0);
        self.pieces(rest, Inside::NOTE, &mut None, &mut nodes);
        nodes
    }
}

/// A note that has its place elsewhere: its number, which follows it.
fn again(number: u32, xml: &mut Xml) {
    let id = format!("ftn{number}");
    span(xml, "Footnote anchor", |xml| {
        xml.line(
            "text:note-ref",
            &[
                ("text:note-class", &"footnote"),
                ("text:reference-format", &"text"),
                ("text:ref-name", &id),
            ],
            &number.to_string(),
        );
    });
}

/// A span in a style.
pub(super) fn span(xml: &mut Xml, style: &str, inside: impl FnOnce(&mut Xml)) {
    xml.element("text:span", &[("text:style-name", &name(style))], inside);
}

/// The characters of a text. ODF reads several spaces as one, so that each
/// but one between two words is an element.
pub(super) fn characters(xml: &mut Xml, text: &str) {
    let mut plain = String::new();
    let mut chars = text.chars().peekable();
    let mut is_start = true;
    while let Some(c) = chars.next() {
        match c {
            ' ' => {
                let mut count = 1;
                while chars.next_if_eq(&' ').is_some() {
                    count += 1;
                }
                if !is_start && chars.peek().is_some() {
                    plain.push(' ');
                    count -= 1;
                }
                if count > 0 {
                    xml.text(&std::mem::take(&mut plain));
                    xml.leaf("text:s", &[("text:c", &count)]);
                }
            }
            '\t' => {
                xml.text(&std::mem::take(&mut plain));
                xml.leaf("text:tab", &[]);
            }
            '\n' | '\r' | '\u{2028}' => {
                xml.text(&std::mem::take(&mut plain));
                xml.leaf("text:line-break", &[]);
            }
            c => plain.push(c),
        }
        is_start = false;
    }
    xml.text(&plain);
}
