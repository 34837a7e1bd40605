//! Elements as values, and their way to text. What XML cannot hold is left out.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// An element: its name, its attributes, and its text or its elements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    Text(String),
    Elements(Vec<Element>),
}

/// An element with a text.
pub(crate) fn text(name: &'static str, text: impl Into<String>) -> Element {
    Element {
        name,
        attributes: Vec::new(),
        content: Content::Text(text.into()),
    }
}

/// An element with elements in it, those that there are.
pub(crate) fn group(
    name: &'static str,
    elements: impl IntoIterator<Item = Option<Element>>,
) -> Element {
    Element {
        name,
        attributes: Vec::new(),
        content: Content::Elements(elements.into_iter().flatten().collect()),
    }
}

impl Element {
    /// The element with one more attribute.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// The element with an attribute, when there is a value for it.
    pub(crate) fn with_some(self, name: &'static str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The whole file.
    pub(crate) fn file(&self) -> String {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
        let declaration = BytesDecl::new("1.0", Some("UTF-8"), None);
        let done = writer
            .write_event(Event::Decl(declaration))
            .and_then(|()| self.write(&mut writer));
        debug_assert!(done.is_ok(), "memory takes all");
        let mut text = String::from_utf8_lossy(&writer.into_inner()).into_owned();
        text.push('\n');
        text
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let attributes = self.attributes.iter();
        let attributes: Vec<_> = attributes
            .map(|(name, value)| (*name, allowed(value)))
            .collect();
        let element = writer
            .create_element(self.name)
            .with_attributes(attributes.iter().map(|(name, own)| (*name, own.as_str())));
        match &self.content {
            Content::Text(text) => {
                element.write_text_content(BytesText::new(&allowed(text)))?;
            }
            Content::Elements(elements) => {
                element.write_inner_content(|writer| {
                    elements.iter().try_for_each(|own| own.write(writer))
                })?;
            }
        }
        Ok(())
    }

    /// Every name, text and value in it.
    fn texts(&self, out: &mut Vec<String>) {
        out.push(self.name.to_owned());
        for (name, value) in &self.attributes {
            out.extend([(*name).to_owned(), value.clone()]);
        }
        match &self.content {
            Content::Text(text) => out.push(text.clone()),
            Content::Elements(elements) => elements.iter().for_each(|own| own.texts(out)),
        }
    }
}

/// The names and texts in these files, each by itself.
pub(crate) fn texts_of<'e>(files: impl IntoIterator<Item = &'e Element>) -> Vec<String> {
    let mut out = Vec::new();
    files.into_iter().for_each(|file| file.texts(&mut out));
    out
}

/// A text with the characters that XML 1.0 can hold.
fn allowed(text: &str) -> String {
    let is_allowed = |char: &char| match char {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        other => *other >= ' ',
    };
    text.chars().filter(is_allowed).collect()
}
