//! A web page as a tree: what a browser closes by itself is closed here too,
//! as far as it matters for text. Linear in the page, and bounded in depth.

use html5gum::{DefaultEmitter, Token, Tokenizer};

use crate::limits::{MAX_DEPTH, MAX_NODES};
use crate::refusal::Refusal;

/// A node: an element with its attributes, or a text.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// The name in lower case; empty for a text.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// The declarations of its style attribute, names and values in lower
    /// case.
    pub(super) style: Vec<(String, String)>,
    /// The text of a text.
    pub(super) text: String,
    /// What stands in it.
    pub(super) children: Vec<usize>,
}

/// A page.
#[derive(Debug)]
pub(super) struct Page {
    nodes: Vec<Node>,
}

const VOID: [&str; 15] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "o:p/",
];

/// Elements that may stand in the head of a page; any other ends it.
const HEAD: [&str; 12] = [
    "head", "html", "meta", "link", "title", "style", "script", "base", "noscript", "template",
    "xml", "object",
];

/// Elements that end an open paragraph.
const BLOCKS: [&str; 30] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

impl Page {
    /// Reads a page.
    ///
    /// # Errors
    ///
    /// When it has more elements than are read.
    pub(super) fn parse(html: &str) -> Result<Self, Refusal> {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let mut making = Making {
            nodes: vec![Node::default()],
            open: vec![0],
        };
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let name = lossy(&tag.name);
                    let attributes = tag.attributes.iter();
                    let attributes = attributes.map(|(name, own)| (lossy(name), lossy(own)));
                    making.start(name, attributes.collect(), tag.self_closing);
                }
                Token::EndTag(tag) => making.end(&lossy(&tag.name)),
                Token::String(text) => making.text(&lossy(&text)),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
            if making.nodes.len() > MAX_NODES {
                return Err(Refusal::TooMuchInside);
            }
        }
        Ok(Self {
            nodes: making.nodes,
        })
    }

    /// What a property of the page says.
    pub(super) fn named(&self, name: &str) -> Option<&str> {
        let mut properties = self.nodes.iter().filter(|node| node.name == "meta");
        let found = properties.find(|node| node.attr("name") == Some(name))?;
        found.attr("content")
    }

    /// A node; the first is the page itself.
    pub(super) fn node(&self, id: usize) -> &Node {
        static NONE: Node = Node {
            name: String::new(),
            attributes: Vec::new(),
            style: Vec::new(),
            text: String::new(),
            children: Vec::new(),
        };
        self.nodes.get(id).unwrap_or(&NONE)
    }

    /// All text in a node.
    pub(super) fn all_text(&self, id: usize) -> String {
        let node = self.node(id);
        let mut out = node.text.clone();
        for child in &node.children {
            out.push_str(&self.all_text(*child));
        }
        out
    }
}

impl Node {
    /// The value of an attribute.
    pub(super) fn attr(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|own| own.0 == name);
        found.map(|own| own.1.as_str())
    }

    /// What the style says of a property.
    pub(super) fn says(&self, property: &str) -> Option<&str> {
        let found = self.style.iter().rev().find(|own| own.0 == property);
        found.map(|own| own.1.as_str())
    }

    /// Whether it has this class.
    pub(super) fn has_class(&self, class: &str) -> bool {
        let classes = self.attr("class").unwrap_or_default().split_whitespace();
        classes
            .into_iter()
            .any(|own| own.eq_ignore_ascii_case(class))
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

struct Making {
    nodes: Vec<Node>,
    open: Vec<usize>,
}

impl Making {
    fn name(&self, at: usize) -> &str {
        let id = self.open.get(at).copied().unwrap_or_default();
        self.nodes.get(id).map_or("", |node| node.name.as_str())
    }

    fn start(&mut self, name: String, attributes: Vec<(String, String)>, closed: bool) {
        self.close_before(&name);
        let style = attributes.iter().find(|own| own.0 == "style");
        let style = style.map(|own| declarations(&own.1)).unwrap_or_default();
        let is_void = VOID.contains(&name.as_str()) || closed && name.contains(':');
        let id = self.add(Node {
            name,
            attributes,
            style,
            ..Node::default()
        });
        if !is_void && self.open.len() < MAX_DEPTH {
            self.open.push(id);
        }
    }

    /// Closes what a browser closes before this element.
    fn close_before(&mut self, name: &str) {
        if !HEAD.contains(&name)
            && let Some(at) = (1..self.open.len().min(4)).find(|at| self.name(*at) == "head")
        {
            self.open.truncate(at);
        }
        let (closes, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "table", "td", "th"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl", "table"]),
            "tr" => (&["tr"], &["table"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot"], &["table"]),
            "option" => (&["option"], &["select"]),
            _ if BLOCKS.contains(&name) => (
                &["p"],
                &[
                    "td",
                    "th",
                    "li",
                    "table",
                    "div",
                    "blockquote",
                    "b",
                    "a",
                    "section",
                ],
            ),
            _ => return,
        };
        for at in (1..self.open.len()).rev() {
            let own = self.name(at);
            if closes.contains(&own) {
                self.open.truncate(at);
                return;
            }
            if within.contains(&own) {
                return;
            }
        }
    }

    fn end(&mut self, name: &str) {
        for at in (1..self.open.len()).rev() {
            let own = self.name(at);
            if own == name {
                self.open.truncate(at);
                return;
            }
            let is_wall = matches!(own, "td" | "th" | "table");
            if is_wall
                && !matches!(
                    name,
                    "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" | "table" | "body" | "html"
                )
            {
                return;
            }
        }
        if matches!(name, "p" | "br") {
            // A lone end of these is an empty one.
            let name = name.to_owned();
            self.add(Node {
                name,
                ..Node::default()
            });
        }
    }

    fn text(&mut self, text: &str) {
        self.add(Node {
            text: text.to_owned(),
            ..Node::default()
        });
    }

    fn add(&mut self, node: Node) -> usize {
        let id = self.nodes.len();
        self.nodes.push(node);
        let parent = self.open.last().copied().unwrap_or_default();
        if let Some(parent) = self.nodes.get_mut(parent) {
            parent.children.push(id);
        }
        id
    }
}

/// The declarations of a style attribute.
fn declarations(style: &str) -> Vec<(String, String)> {
    let pairs = style.split(';').filter_map(|own| own.split_once(':'));
    let clean = |text: &str| text.trim().to_lowercase();
    pairs
        .map(|(name, value)| (clean(name), clean(value)))
        .collect()
}
