//! Writes XML: what is opened is closed, every text is data, and a character
//! that XML does not have becomes one that can be seen.

use std::fmt::{Display, Write as _};

use quick_xml::escape::escape;

/// Stands in the place of a character that XML does not have, such as a bell.
const NO_CHARACTER: char = '\u{fffd}';

/// Attributes in order, names with their prefix.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a dyn Display)];

/// A part of a package while it is written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Xml {
    out: String,
}

impl Xml {
    /// A document of its own, with its declaration.
    pub(crate) fn document() -> Self {
        Self {
            out: r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.to_owned() + "\n",
        }
    }

    /// An element with what is written inside.
    pub(crate) fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes);
        self.out.push('>');
        inside(self);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element without content.
    pub(crate) fn leaf(&mut self, name: &str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.out.push_str("/>");
    }

    /// An element of HTML that never has content and no end.
    pub(crate) fn void(&mut self, name: &str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.out.push('>');
    }

    /// A page of HTML instead of XML.
    pub(crate) fn page() -> Self {
        Self {
            out: "<!DOCTYPE html>\n".to_owned(),
        }
    }

    /// A line end between elements, for who reads the source.
    pub(crate) fn newline(&mut self) {
        self.out.push('\n');
    }

    /// Text of our own that is not escaped: a style sheet.
    pub(crate) fn raw(&mut self, text: &'static str) {
        self.out.push_str(text);
    }

    /// An element with a text only.
    pub(crate) fn line(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.element(name, attributes, |xml| xml.text(text));
    }

    /// A text.
    pub(crate) fn text(&mut self, text: &str) {
        self.out.push_str(&escape(&*known(text)));
    }

    /// What another writer made.
    pub(crate) fn append(&mut self, other: &Xml) {
        self.out.push_str(&other.out);
    }

    /// The bytes of the part.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.out.into_bytes()
    }

    fn start(&mut self, name: &str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            let value = value.to_string();
            // Writing to a text has no way to fail.
            let _ = write!(self.out, " {name}=\"{}\"", escape(&*known(&value)));
        }
    }
}

/// The text with characters only that XML 1.0 has.
pub(crate) fn known(text: &str) -> std::borrow::Cow<'_, str> {
    let is_known = |c: char| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.chars().all(is_known) {
        return text.into();
    }
    let seen = |c: char| if is_known(c) { c } else { NO_CHARACTER };
    text.chars().map(seen).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_data_and_what_xml_has_not_can_be_seen() {
        let mut xml = Xml::default();
        xml.element("w:p", &[("w:val", &"a\"<b>&'\u{7}")], |xml| {
            xml.leaf("w:br", &[]);
            xml.line("w:t", &[("n", &3)], "x</w:t>\u{0}&amp;");
        });
        let text = String::from_utf8(xml.into_bytes()).expect("UTF-8");
        assert_eq!(
            text,
            "<w:p w:val=\"a&quot;&lt;b&gt;&amp;&apos;\u{fffd}\"><w:br/><w:t n=\"3\">x&lt;/w:t&gt;\u{fffd}&amp;amp;</w:t></w:p>"
        );
    }
}
