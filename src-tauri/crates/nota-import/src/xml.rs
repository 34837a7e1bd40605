//! XML of a package as a tree in one piece of memory: names by namespace, no
//! entities but the five of XML, no definitions. Bounded in depth and number.

use std::collections::HashMap;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use crate::limits::{MAX_DEPTH, MAX_NODES};
use crate::refusal::Refusal;

/// A namespace that readers know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Ns {
    /// WordprocessingML, in both its namespaces.
    W,
    /// References to other parts.
    R,
    /// Formulas.
    M,
    /// Drawings.
    A,
    /// Where a drawing stands.
    Wp,
    /// Alternatives for older programs.
    Mc,
    /// Old drawings.
    V,
    /// What Word added later (14, 15).
    W14,
    /// Relations of a package.
    Rel,
    /// OpenDocument: the document.
    Office,
    /// OpenDocument: text.
    Text,
    /// OpenDocument: tables.
    Table,
    /// OpenDocument: styles.
    Style,
    /// OpenDocument: drawings.
    Draw,
    /// OpenDocument: properties as in XSL.
    Fo,
    /// OpenDocument: the package.
    Manifest,
    /// OpenDocument: properties of the document.
    Meta,
    /// Links.
    Xlink,
    /// Titles and descriptions.
    Svg,
    /// Titles, names and dates.
    Dc,
    /// Any other.
    #[default]
    Other,
    /// None.
    None,
}

impl Ns {
    fn of(uri: &str) -> Self {
        const WORD: [&str; 2] = [
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ];
        if WORD.contains(&uri) {
            return Ns::W;
        }
        match uri {
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            | "http://purl.oclc.org/ooxml/officeDocument/relationships" => Ns::R,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Ns::M,
            "http://schemas.openxmlformats.org/drawingml/2006/main"
            | "http://purl.oclc.org/ooxml/drawingml/main" => Ns::A,
            "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
            | "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing" => Ns::Wp,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Ns::Mc,
            "urn:schemas-microsoft-com:vml" => Ns::V,
            "http://schemas.openxmlformats.org/package/2006/relationships" => Ns::Rel,
            "http://www.w3.org/1999/xlink" => Ns::Xlink,
            "http://purl.org/dc/elements/1.1/" => Ns::Dc,
            // 2010, 2012, and one of a Word that was never sold.
            _ if uri.starts_with("http://schemas.microsoft.com/office/word/")
                && uri.ends_with("/wordml") =>
            {
                Ns::W14
            }
            _ => Self::of_opendocument(uri),
        }
    }

    fn of_opendocument(uri: &str) -> Self {
        let own = uri
            .strip_prefix("urn:oasis:names:tc:opendocument:xmlns:")
            .and_then(|rest| rest.strip_suffix(":1.0"));
        match own {
            Some("office") => Ns::Office,
            Some("text") => Ns::Text,
            Some("table") => Ns::Table,
            Some("style") => Ns::Style,
            Some("drawing") => Ns::Draw,
            Some("xsl-fo-compatible") => Ns::Fo,
            Some("manifest") => Ns::Manifest,
            Some("meta") => Ns::Meta,
            Some("svg-compatible") => Ns::Svg,
            _ => Ns::Other,
        }
    }
}

/// The number of a node in its tree.
pub(crate) type Id = u32;

const NIL: Id = Id::MAX;

#[derive(Debug, Clone, Copy)]
struct Node {
    name: u32,
    /// Of a text: its bytes. Of an element: its attributes.
    from: u32,
    to: u32,
    first: Id,
    last: Id,
    next: Id,
}

/// The name that marks a text.
const TEXT: u32 = u32::MAX;

/// A part as a tree. Node 0 is the root element.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    attributes: Vec<(u32, u32, u32)>,
    text: String,
    names: Vec<(Ns, String)>,
}

impl Tree {
    /// Reads a part.
    ///
    /// # Errors
    ///
    /// When it is cut off, not XML, over a limit, or has definitions.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Tree, Refusal> {
        let text = decoded(bytes)?;
        Parser::new(&text).run(&text)
    }

    /// The root element.
    pub(crate) fn root(&self) -> Element<'_> {
        Element { tree: self, id: 0 }
    }

    fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id as usize)
    }
}

/// The characters of a part; UTF-8, or UTF-16 when it says so.
fn decoded(bytes: &[u8]) -> Result<String, Refusal> {
    let utf16 = |bytes: &[u8], read: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes
            .chunks_exact(2)
            .map(|pair| read([pair[0], pair[1]]))
            .collect();
        String::from_utf16(&units).map_err(|_| Refusal::Damaged)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => std::str::from_utf8(rest)
            .map(str::to_owned)
            .map_err(|_| Refusal::Damaged),
    }
}

/// An element of a tree.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Element<'t> {
    tree: &'t Tree,
    /// Its number.
    pub(crate) id: Id,
}

/// What stands in an element.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Child<'t> {
    /// An element.
    Element(Element<'t>),
    /// A text.
    Text(&'t str),
}

impl<'t> Element<'t> {
    /// Its namespace and local name.
    pub(crate) fn name(self) -> (Ns, &'t str) {
        let node = self.tree.node(self.id);
        let name = node.and_then(|node| self.tree.names.get(node.name as usize));
        name.map_or((Ns::None, ""), |(ns, local)| (*ns, local))
    }

    /// Whether it has this name.
    pub(crate) fn is(self, ns: Ns, local: &str) -> bool {
        self.name() == (ns, local)
    }

    /// The value of an attribute.
    pub(crate) fn attr(self, ns: Ns, local: &str) -> Option<&'t str> {
        let node = self.tree.node(self.id)?;
        let own = self
            .tree
            .attributes
            .get(node.from as usize..node.to as usize)?;
        own.iter().find_map(|(name, from, to)| {
            let (own_ns, own_local) = self.tree.names.get(*name as usize)?;
            (*own_ns == ns && own_local == local)
                .then(|| self.tree.text.get(*from as usize..*to as usize))?
        })
    }

    /// The value of an attribute in Word's namespace; some programs leave the
    /// namespace out.
    pub(crate) fn w(self, local: &str) -> Option<&'t str> {
        self.attr(Ns::W, local)
            .or_else(|| self.attr(Ns::None, local))
    }

    /// `w:val`.
    pub(crate) fn val(self) -> Option<&'t str> {
        self.w("val")
    }

    /// What stands in it, in order.
    pub(crate) fn children(self) -> impl Iterator<Item = Child<'t>> {
        let tree = self.tree;
        let mut next = tree.node(self.id).map_or(NIL, |node| node.first);
        std::iter::from_fn(move || {
            let id = next;
            let node = tree.node(id)?;
            next = node.next;
            Some(match node.name {
                TEXT => Child::Text(
                    tree.text
                        .get(node.from as usize..node.to as usize)
                        .unwrap_or_default(),
                ),
                _ => Child::Element(Element { tree, id }),
            })
        })
    }

    /// The elements in it.
    pub(crate) fn elements(self) -> impl Iterator<Item = Element<'t>> {
        self.children().filter_map(|child| match child {
            Child::Element(own) => Some(own),
            Child::Text(_) => None,
        })
    }

    /// The first element in it with this name.
    pub(crate) fn child(self, ns: Ns, local: &str) -> Option<Element<'t>> {
        self.elements().find(|own| own.is(ns, local))
    }

    /// The element that a row of names leads to, all of one namespace.
    pub(crate) fn path(self, ns: Ns, locals: &[&str]) -> Option<Element<'t>> {
        locals
            .iter()
            .try_fold(self, |own, local| own.child(ns, local))
    }

    /// All text in it, without what lies between.
    pub(crate) fn all_text(self) -> String {
        let mut out = String::new();
        self.each_text(&mut |text| out.push_str(text));
        out
    }

    fn each_text(self, say: &mut dyn FnMut(&str)) {
        for child in self.children() {
            match child {
                Child::Text(text) => say(text),
                Child::Element(own) => own.each_text(say),
            }
        }
    }

    /// Itself and every element in it, in order, to `see`, which answers
    /// whether to go into it.
    pub(crate) fn walk(self, see: &mut dyn FnMut(Element<'t>) -> bool) {
        if see(self) {
            for own in self.elements() {
                own.walk(see);
            }
        }
    }
}

/// The making of a tree.
struct Parser {
    tree: Tree,
    open: Vec<Id>,
    known: HashMap<(Ns, String), u32>,
    declared: usize,
}

impl Parser {
    fn new(text: &str) -> Self {
        let tree = Tree {
            text: String::with_capacity(text.len() / 3),
            ..Tree::default()
        };
        Self {
            tree,
            open: Vec::new(),
            known: HashMap::new(),
            declared: 0,
        }
    }

    fn run(mut self, text: &str) -> Result<Tree, Refusal> {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().check_end_names = true;
        loop {
            let event = reader.read_event().map_err(|_| Refusal::Damaged)?;
            match event {
                Event::Start(start) => self.element(&reader, &start, false)?,
                Event::Empty(start) => self.element(&reader, &start, true)?,
                Event::End(_) => {
                    self.open.pop();
                }
                Event::Text(own) => self.text(&own.xml_content(XmlVersion::default()))?,
                Event::CData(own) => self.text(&own.xml_content(XmlVersion::default()))?,
                Event::GeneralRef(own) => {
                    let known = own.resolve_char_ref().map_err(|_| Refusal::Damaged)?;
                    let name = own.into_inner();
                    let mut buffer = [0; 4];
                    let text = match (known, name.as_ref()) {
                        (Some(c), _) => &*c.encode_utf8(&mut buffer),
                        (None, "amp") => "&",
                        (None, "lt") => "<",
                        (None, "gt") => ">",
                        (None, "quot") => "\"",
                        (None, "apos") => "'",
                        (None, _) => return Err(Refusal::OwnDefinitions),
                    };
                    self.text(text)?;
                }
                Event::DocType(_) => return Err(Refusal::OwnDefinitions),
                Event::Eof => break,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
        if !self.open.is_empty() || self.tree.nodes.is_empty() {
            return Err(Refusal::Damaged);
        }
        Ok(self.tree)
    }

    fn name(&mut self, ns: Ns, local: &str) -> u32 {
        // Nearly all names are among the first few that were seen.
        let seen = self.tree.names.iter().take(24);
        let mut seen = seen.enumerate();
        if let Some((at, _)) = seen.find(|(_, own)| own.0 == ns && own.1 == local) {
            return at as u32;
        }
        if let Some(known) = self.known.get(&(ns, local.to_owned())) {
            return *known;
        }
        let id = self.tree.names.len() as u32;
        self.tree.names.push((ns, local.to_owned()));
        self.known.insert((ns, local.to_owned()), id);
        id
    }

    fn element(
        &mut self,
        reader: &NsReader<&[u8]>,
        start: &BytesStart<'_>,
        is_empty: bool,
    ) -> Result<(), Refusal> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Refusal::TooDeep);
        }
        if self.open.is_empty() && !self.tree.nodes.is_empty() {
            return Err(Refusal::Damaged);
        }
        let (ns, local) = reader.resolver().resolve_element(start.name());
        let name = self.name(namespace(&ns), local.as_ref());
        let from = self.tree.attributes.len() as u32;
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Refusal::Damaged)?;
            if attribute.key.as_ref().starts_with("xmlns") {
                self.declared += 1;
                continue;
            }
            let (ns, local) = reader.resolver().resolve_attribute(attribute.key);
            let name = self.name(namespace(&ns), local.as_ref());
            let value = attribute
                .normalized_value(XmlVersion::default())
                .map_err(|_| Refusal::OwnDefinitions)?;
            let at = self.tree.text.len() as u32;
            self.tree.text.push_str(&value);
            let to = self.tree.text.len() as u32;
            self.tree.attributes.push((name, at, to));
        }
        let to = self.tree.attributes.len() as u32;
        let id = self.add(Node {
            name,
            from,
            to,
            first: NIL,
            last: NIL,
            next: NIL,
        })?;
        if !is_empty {
            self.open.push(id);
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        let Some(&parent) = self.open.last() else {
            // Only blanks stand outside the root.
            return match text.trim().is_empty() {
                true => Ok(()),
                false => Err(Refusal::Damaged),
            };
        };
        let from = self.tree.text.len() as u32;
        self.tree.text.push_str(text);
        let to = self.tree.text.len() as u32;
        let last = self.tree.node(parent).map_or(NIL, |node| node.last);
        if let Some(last) = self.tree.nodes.get_mut(last as usize)
            && last.name == TEXT
            && last.to == from
        {
            last.to = to;
            return Ok(());
        }
        self.add(Node {
            name: TEXT,
            from,
            to,
            first: NIL,
            last: NIL,
            next: NIL,
        })?;
        Ok(())
    }

    fn add(&mut self, node: Node) -> Result<Id, Refusal> {
        let id = self.tree.nodes.len() as Id;
        if id as usize + self.tree.attributes.len() + 50 * self.declared > MAX_NODES {
            return Err(Refusal::TooMuchInside);
        }
        self.tree.nodes.push(node);
        let Some(&parent) = self.open.last() else {
            return Ok(id);
        };
        let before = self.tree.node(parent).map_or(NIL, |node| node.last);
        if let Some(before) = self.tree.nodes.get_mut(before as usize) {
            before.next = id;
        }
        if let Some(parent) = self.tree.nodes.get_mut(parent as usize) {
            if parent.first == NIL {
                parent.first = id;
            }
            parent.last = id;
        }
        Ok(id)
    }
}

fn namespace(found: &ResolveResult<'_>) -> Ns {
    match found {
        ResolveResult::Bound(uri) => Ns::of(uri.as_ref()),
        ResolveResult::Unbound => Ns::None,
        ResolveResult::Unknown(_) => Ns::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_and_namespaces_are_read() {
        let xml = br#"<x:a xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main" x:val="&lt;1"><x:b>R&amp;D &#233;n</x:b> t</x:a>"#;
        let tree = Tree::parse(xml).expect("well formed");
        let root = tree.root();
        assert!(root.is(Ns::W, "a"));
        assert_eq!(root.val(), Some("<1"));
        assert_eq!(root.all_text(), "R&D én t");
        assert_eq!(
            root.child(Ns::W, "b").map(Element::all_text).as_deref(),
            Some("R&D én")
        );
    }

    #[test]
    fn what_is_no_whole_xml_is_refused() {
        for (xml, why) in [
            ("<a><b></a>", Refusal::Damaged),
            ("<a>", Refusal::Damaged),
            ("", Refusal::Damaged),
            ("<a/><b/>", Refusal::Damaged),
            (
                "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
                Refusal::OwnDefinitions,
            ),
            ("<a>&b;</a>", Refusal::OwnDefinitions),
        ] {
            assert_eq!(Tree::parse(xml.as_bytes()).err(), Some(why), "{xml}");
        }
        let deep = format!("{}{}", "<a>".repeat(40_000), "</a>".repeat(40_000));
        assert_eq!(Tree::parse(deep.as_bytes()).err(), Some(Refusal::TooDeep));
    }
}
