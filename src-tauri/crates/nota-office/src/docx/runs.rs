//! Running text: stretches of the sheet as runs.

use nota_sheet::{Line, Look, Stretch, What};

use super::doc::Doc;
use super::styles::withheld_id;
use crate::words;
use crate::xml::Xml;

/// What the text around a line says about it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Around<'a> {
    /// The ground on which all of it is withheld.
    pub(crate) grond: Option<&'a str>,
    /// Whether the ground of a withheld passage stands elsewhere: under it, or
    /// after the last line of a field.
    pub(crate) said: bool,
}

impl Doc<'_, '_> {
    /// The runs of a line.
    pub(crate) fn runs(&mut self, line: &Line<'_>, around: Around<'_>) -> Xml {
        let mut xml = Xml::default();
        let grond = |stretch: &Stretch<'_>| stretch.look.withheld.as_deref().map(str::to_owned);
        for group in line
            .stretches
            .chunk_by(|one, next| one.look.withheld == next.look.withheld)
        {
            for part in group.chunk_by(|one, next| one.look.link == next.look.link) {
                self.linked(part, around, &mut xml);
            }
            let own = group.first().and_then(grond).filter(|own| !own.is_empty());
            if let Some(own) = own.filter(|_| !around.said) {
                let mark = format!(" {}", words::ground_mark(&own));
                run(&mut xml, Some("Notagrond"), &Look::default(), &mark);
            }
        }
        xml
    }

    /// Stretches that lead to one address, or nowhere.
    fn linked(&mut self, stretches: &[Stretch<'_>], around: Around<'_>, xml: &mut Xml) {
        let link = stretches.first().and_then(|own| own.look.link.as_deref());
        let Some(link) = link else {
            stretches
                .iter()
                .for_each(|own| self.stretch(own, around, xml));
            return;
        };
        let id = self.link(link);
        xml.element("w:hyperlink", &[("r:id", &id), ("w:history", &1)], |xml| {
            stretches
                .iter()
                .for_each(|own| self.stretch(own, around, xml));
        });
    }

    fn stretch(&mut self, stretch: &Stretch<'_>, around: Around<'_>, xml: &mut Xml) {
        let grond = stretch.look.withheld.as_deref().or(around.grond);
        let own = grond.map(|grond| withheld_id(self.ground(grond)));
        let style = own
            .as_deref()
            .or(stretch.look.link.as_ref().map(|_| "Hyperlink"));
        match &stretch.what {
            What::Text(text) => run(xml, style, &stretch.look, text),
            What::Placeholder { text, .. } => {
                run(xml, Some("Notaweglating"), &stretch.look, text);
            }
            What::Break => xml.element("w:r", &[], |xml| xml.leaf("w:br", &[])),
            What::Reference { number, is_first } => {
                if *is_first && !self.in_note && !self.anchors.has(*number) {
                    self.note(*number, xml);
                } else {
                    again(*number, xml);
                }
            }
        }
    }

    /// The place of a note, and behind it of those that it refers to.
    pub(crate) fn note(&mut self, number: u32, xml: &mut Xml) {
        for (index, number) in self
            .anchors
            .here(number, self.sheet)
            .into_iter()
            .enumerate()
        {
            if index > 0 {
                run(xml, Some("Voetnootmarkering"), &Look::default(), " ");
            }
            self.reference(number, xml);
        }
    }

    fn reference(&mut self, number: u32, xml: &mut Xml) {
        let anchor = self.anchors.add(number);
        let id = self.id();
        let name = format!("_nota_n{number}");
        xml.leaf("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
        xml.element("w:r", &[], |xml| {
            styled(xml, "Voetnootmarkering");
            if anchor.counted {
                xml.leaf("w:footnoteReference", &[("w:id", &number)]);
            } else {
                let attributes: crate::xml::Attributes<'_> =
                    &[("w:customMarkFollows", &1), ("w:id", &number)];
                xml.leaf("w:footnoteReference", attributes);
                xml.line("w:t", &[], &number.to_string());
            }
        });
        xml.leaf("w:bookmarkEnd", &[("w:id", &id)]);
    }
}

/// A note that has its place elsewhere: its number, which follows it.
fn again(number: u32, xml: &mut Xml) {
    let field = format!(" NOTEREF _nota_n{number} \\f \\h ");
    xml.element("w:fldSimple", &[("w:instr", &field)], |xml| {
        xml.element("w:r", &[], |xml| {
            styled(xml, "Voetnootmarkering");
            xml.line("w:t", &[], &number.to_string());
        });
    });
}

fn styled(xml: &mut Xml, style: &str) {
    xml.element("w:rPr", &[], |xml| {
        xml.leaf("w:rStyle", &[("w:val", &style)]);
    });
}

/// A run of text.
pub(crate) fn run(xml: &mut Xml, style: Option<&str>, look: &Look<'_>, text: &str) {
    let is_link = look.link.is_some() && style != Some("Hyperlink");
    xml.element("w:r", &[], |xml| {
        if style.is_some() || look.is_strong || look.is_emphasis {
            xml.element("w:rPr", &[], |xml| {
                if let Some(style) = style {
                    xml.leaf("w:rStyle", &[("w:val", &style)]);
                }
                if look.is_strong {
                    xml.leaf("w:b", &[]);
                    xml.leaf("w:bCs", &[]);
                }
                if look.is_emphasis {
                    xml.leaf("w:i", &[]);
                    xml.leaf("w:iCs", &[]);
                }
                if is_link {
                    xml.leaf("w:u", &[("w:val", &"single")]);
                }
            });
        }
        characters(xml, text);
    });
}

/// The characters of a run: those that Word has elements for, as elements.
fn characters(xml: &mut Xml, text: &str) {
    let special = |c: char| matches!(c, '\t' | '\u{ad}' | '\u{2028}' | '\n' | '\r');
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(special).unwrap_or(rest.len());
        let (plain, after) = rest.split_at(end);
        if !plain.is_empty() {
            xml.line("w:t", &[("xml:space", &"preserve")], plain);
        }
        let mut left = after.chars();
        match left.next() {
            Some('\t') => xml.leaf("w:tab", &[]),
            Some('\u{ad}') => xml.leaf("w:softHyphen", &[]),
            Some(_) => xml.leaf("w:br", &[]),
            None => {}
        }
        rest = left.as_str();
    }
}
