//! Running text: stretches of the sheet as runs.

use nota_sheet::{Line, Look, Stretch, What};

use super::doc::Doc;
use super::styles::withheld_id;
use crate::names;
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
    /// The runs of a line, with its name when it is a value of a field.
    pub(crate) fn runs(&mut self, line: &Line<'_>, around: Around<'_>) -> Xml {
        let mut xml = Xml::default();
        let names = self.names.as_mut();
        let name = names.and_then(|names| names.bookmark(&line.place));
        let Some(name) = name else {
            self.unnamed(line, around, &mut xml);
            return xml;
        };
        let id = self.id();
        xml.leaf("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
        self.unnamed(line, around, &mut xml);
        xml.leaf("w:bookmarkEnd", &[("w:id", &id)]);
        xml
    }

    fn unnamed(&mut self, line: &Line<'_>, around: Around<'_>, xml: &mut Xml) {
        let grond = |stretch: &Stretch<'_>| stretch.look.withheld.as_deref().map(str::to_owned);
        for group in line
            .stretches
            .chunk_by(|one, next| one.look.withheld == next.look.withheld)
        {
            for part in group.chunk_by(|one, next| one.look.link == next.look.link) {
                self.linked(part, around, xml);
            }
            let own = group.first().and_then(grond).filter(|own| !own.is_empty());
            if let Some(own) = own.filter(|_| !around.said) {
                let mark = format!(" {}", words::ground_mark(&own));
                run(xml, Some("Notagrond"), &Look::default(), &mark);
            }
        }
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
            What::Break => xml.element("w:r", &[], |xml| {
                if let Some(style) = own.as_deref() {
                    styled(xml, style);
                }
                xml.leaf("w:br", &[]);
            }),
            What::Reference { number, is_first } => {
                let mark = Mark::of(own.as_deref());
                if *is_first && !self.in_note && !self.anchors.has(*number) {
                    self.note(*number, mark, xml);
                } else {
                    again(*number, mark, xml);
                }
            }
        }
    }

    /// A reference to a note, and behind it the places of those that it refers
    /// to.
    fn note(&mut self, number: u32, mark: Mark<'_>, xml: &mut Xml) {
        let here = self.anchors.here(number, self.sheet);
        let (own, within) = here.split_at(here.len().min(1));
        for number in own {
            self.reference(*number, mark, xml);
        }
        within.iter().for_each(|number| self.place(*number, xml));
    }

    /// The place of a note that the text does not refer to here, and of those
    /// that it refers to.
    pub(crate) fn places(&mut self, number: u32, xml: &mut Xml) {
        let here = self.anchors.here(number, self.sheet);
        here.iter().for_each(|number| self.place(*number, xml));
    }

    fn place(&mut self, number: u32, xml: &mut Xml) {
        let id = self.id();
        let name = names::place_of_note(number);
        xml.leaf("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
        run(xml, Some("Voetnootmarkering"), &Look::default(), " ");
        self.reference(number, Mark::Open, xml);
        xml.leaf("w:bookmarkEnd", &[("w:id", &id)]);
    }

    fn reference(&mut self, number: u32, mark: Mark<'_>, xml: &mut Xml) {
        let anchor = self.anchors.add(number);
        let id = self.id();
        let name = format!("_nota_n{number}");
        xml.leaf("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
        xml.element("w:r", &[], |xml| {
            mark.write(xml);
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
fn again(number: u32, mark: Mark<'_>, xml: &mut Xml) {
    let field = format!(" NOTEREF _nota_n{number} \\f \\h ");
    xml.element("w:fldSimple", &[("w:instr", &field)], |xml| {
        xml.element("w:r", &[], |xml| {
            mark.write(xml);
            xml.line("w:t", &[], &number.to_string());
        });
    });
}

fn styled(xml: &mut Xml, style: &str) {
    xml.element("w:rPr", &[], |xml| {
        xml.leaf("w:rStyle", &[("w:val", &style)]);
    });
}

/// How the number of a note looks in the text.
#[derive(Debug, Clone, Copy)]
enum Mark<'a> {
    /// Everyone may read it.
    Open,
    /// In a withheld passage, which has this style.
    Withheld(&'a str),
}

impl<'a> Mark<'a> {
    fn of(withheld: Option<&'a str>) -> Self {
        withheld.map_or(Self::Open, Self::Withheld)
    }

    fn write(self, xml: &mut Xml) {
        match self {
            Self::Open => styled(xml, "Voetnootmarkering"),
            Self::Withheld(style) => xml.element("w:rPr", &[], |xml| {
                xml.leaf("w:rStyle", &[("w:val", &style)]);
                xml.leaf("w:vertAlign", &[("w:val", &"superscript")]);
            }),
        }
    }
}

/// A run of text.
pub(crate) fn run(xml: &mut Xml, style: Option<&str>, look: &Look<'_>, text: &str) {
    let is_link = look.link.is_some() && style != Some("Hyperlink");
    xml.element("w:r", &[], |xml| {
        let language = look.language.as_deref();
        if style.is_some() || look.is_strong || look.is_emphasis || language.is_some() {
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
                if let Some(language) = language {
                    xml.leaf("w:lang", &[("w:val", &language)]);
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
