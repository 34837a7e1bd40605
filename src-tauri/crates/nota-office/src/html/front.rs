//! The letterhead of a page: what the nota is, of whom and for whom.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use nota_sheet::{Entry, Labelled, Parafen};

use super::body::Page;
use super::runs::Said;
use crate::words;
use crate::xml::Xml;

impl Page<'_, '_> {
    /// The letterhead.
    pub(super) fn header(&mut self, xml: &mut Xml) {
        let sheet = self.sheet;
        let letterhead = &sheet.letterhead;
        xml.newline();
        match &self.dress.logo {
            Some(logo) => {
                let svg = BASE64_STANDARD.encode(&logo.svg);
                let address = format!("data:image/svg+xml;base64,{svg}");
                xml.void(
                    "img",
                    &[("class", &"nota-logo"), ("src", &address), ("alt", &"Logo")],
                );
            }
            None => {
                xml.line("div", &[("class", &"nota-lint")], "");
                if !self.dress.wordmark.is_empty() {
                    xml.element("p", &[("class", &"nota-woordmerk")], |xml| {
                        for (index, line) in self.dress.wordmark.iter().enumerate() {
                            if index > 0 {
                                xml.void("br", &[]);
                            }
                            xml.text(line);
                        }
                    });
                }
            }
        }
        if let Some(line) = &letterhead.classification {
            xml.element("p", &[("class", &"nota-rubricering")], |xml| {
                self.line(line, Said::Here, xml);
            });
        }
        if !letterhead.document_word.is_empty() {
            xml.line("p", &[("class", &"nota-soort")], letterhead.document_word);
        }
        xml.element("h1", &[], |xml| {
            self.line(&letterhead.title, Said::Here, xml)
        });
        xml.newline();
        let mut entries = letterhead.entries().peekable();
        if entries.peek().is_some() {
            xml.element("dl", &[("class", &"nota-kolom")], |xml| {
                for entry in entries {
                    xml.newline();
                    self.entry(entry, xml);
                }
            });
            xml.newline();
        }
        let parafen = letterhead.parafen.as_ref();
        if let Some(parafen) = parafen.filter(|own| !own.rows.is_empty()) {
            self.parafen(parafen, xml);
        }
    }

    fn entry(&mut self, entry: &Entry<'_>, xml: &mut Xml) {
        let (label, value) = match entry.labelled {
            Labelled::Above => ("nota-opschrift", None),
            Labelled::Bold => ("nota-opschrift nota-verborgen", Some("nota-vet")),
            Labelled::Plain => ("nota-opschrift nota-verborgen", None),
        };
        xml.element("div", &[], |xml| {
            xml.line("dt", &[("class", &label)], &entry.label);
            for (index, line) in entry.lines.iter().enumerate() {
                let said = if index + 1 == entry.lines.len() {
                    Said::Here
                } else {
                    Said::Elsewhere
                };
                let class = value.map(|own| ("class", own));
                with(xml, "dd", class.as_slice(), |xml| {
                    self.line(line, said, xml);
                });
            }
        });
    }

    fn parafen(&mut self, parafen: &Parafen<'_>, xml: &mut Xml) {
        xml.element("table", &[("class", &"nota-parafen")], |xml| {
            xml.newline();
            xml.line("caption", &[("class", &"nota-verborgen")], "Parafen");
            xml.element("thead", &[], |xml| {
                xml.element("tr", &[], |xml| {
                    xml.line("th", &[("scope", &"col")], &parafen.label);
                    xml.line("th", &[("scope", &"col")], words::DATE_AND_PARAAF);
                });
            });
            xml.element("tbody", &[], |xml| {
                for row in &parafen.rows {
                    xml.newline();
                    xml.element("tr", &[], |xml| {
                        xml.element("td", &[], |xml| self.line(&row.who, Said::Here, xml));
                        xml.element("td", &[], |xml| {
                            xml.text(row.caption);
                            if let Some(given) = &row.given {
                                xml.void("br", &[]);
                                self.line(given, Said::Here, xml);
                            }
                        });
                    });
                }
            });
        });
        xml.newline();
    }
}

/// An element with attributes that are known beforehand.
fn with(
    xml: &mut Xml,
    name: &str,
    attributes: &[(&str, &'static str)],
    inside: impl FnOnce(&mut Xml),
) {
    let own: Vec<(&str, &dyn std::fmt::Display)> = attributes
        .iter()
        .map(|(name, value)| (*name, value as &dyn std::fmt::Display))
        .collect();
    xml.element(name, &own, inside);
}
