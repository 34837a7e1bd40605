//! Running text as elements of a page.

use nota_sheet::{Line, Stretch, What};

use super::body::Page;
use crate::names;
use crate::words;
use crate::xml::Xml;

impl Page<'_, '_> {
    /// A line, with its name when it is a value of a field. `said` is whether
    /// the ground of a withheld passage stands elsewhere.
    pub(super) fn line(&mut self, line: &Line<'_>, said: Said, xml: &mut Xml) {
        match names::field(&line.place) {
            Some(name) => xml.element("span", &[("data-veld", &name)], |xml| {
                self.unnamed(line, said, xml);
            }),
            None => self.unnamed(line, said, xml),
        }
    }

    fn unnamed(&mut self, line: &Line<'_>, said: Said, xml: &mut Xml) {
        for group in line
            .stretches
            .chunk_by(|one, next| one.look.withheld == next.look.withheld)
        {
            let grond = group.first().and_then(|own| own.look.withheld.as_deref());
            let Some(grond) = grond else {
                self.links(group, xml);
                continue;
            };
            xml.element(
                "mark",
                &[("class", &"lak"), ("data-grond", &grond)],
                |xml| {
                    self.links(group, xml);
                },
            );
            if !grond.is_empty() && said == Said::Here {
                let mark = format!(" {}", words::ground_mark(grond));
                xml.line("sup", &[("class", &"nota-grond")], &mark);
            }
        }
    }

    fn links(&mut self, stretches: &[Stretch<'_>], xml: &mut Xml) {
        for part in stretches.chunk_by(|one, next| one.look.link == next.look.link) {
            match part.first().and_then(|own| own.look.link.as_deref()) {
                Some(link) => xml.element("a", &[("href", &link)], |xml| {
                    part.iter().for_each(|own| self.stretch(own, xml));
                }),
                None => part.iter().for_each(|own| self.stretch(own, xml)),
            }
        }
    }

    fn stretch(&mut self, stretch: &Stretch<'_>, xml: &mut Xml) {
        let look = &stretch.look;
        if let Some(language) = look.language.as_deref() {
            return xml.element("span", &[("lang", &language)], |xml| {
                self.looked(stretch, xml)
            });
        }
        self.looked(stretch, xml);
    }

    fn looked(&mut self, stretch: &Stretch<'_>, xml: &mut Xml) {
        let look = &stretch.look;
        match (look.is_strong, look.is_emphasis) {
            (true, true) => xml.element("strong", &[], |xml| {
                xml.element("em", &[], |xml| self.what(&stretch.what, xml));
            }),
            (true, false) => xml.element("strong", &[], |xml| self.what(&stretch.what, xml)),
            (false, true) => xml.element("em", &[], |xml| self.what(&stretch.what, xml)),
            (false, false) => self.what(&stretch.what, xml),
        }
    }

    fn what(&mut self, what: &What<'_>, xml: &mut Xml) {
        match what {
            What::Text(text) => xml.text(text),
            What::Placeholder { text, .. } => {
                xml.line("span", &[("class", &"nota-weglating")], text);
            }
            What::Break => xml.void("br", &[]),
            What::Reference { number, .. } => {
                let id = self.referred(*number);
                let target = format!("#noot-{number}");
                xml.element("sup", &[], |xml| {
                    xml.line(
                        "a",
                        &[("href", &target), ("id", &id), ("role", &"doc-noteref")],
                        &number.to_string(),
                    );
                });
            }
        }
    }
}

/// Where the ground of a withheld passage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// After it.
    Here,
    /// Elsewhere.
    Elsewhere,
}
