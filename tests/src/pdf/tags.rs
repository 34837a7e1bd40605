//! The tags of a PDF: the tree that a screen reader walks, and that tree as
//! YAML for the goldens.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::content::{PageTexts, texts};
use super::{dict_in, entry, follow, name_in, text_in};

/// A tag with what is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Node {
    /// The name after the role map: `H1`, `P`, `TH`; empty for bare text.
    pub tag: String,
    /// Properties worth comparing: `Scope=Column`, `Alt=...`.
    pub properties: Vec<String>,
    /// The text directly in it; only a node without tag has any.
    pub text: String,
    /// What is in it, in reading order.
    pub kids: Vec<Node>,
}

impl Node {
    /// All text in it, the parts joined with `between`.
    pub fn full_text(&self, between: &str) -> String {
        let mut parts = Vec::new();
        self.collect(&mut parts);
        parts.join(between)
    }

    fn collect<'a>(&'a self, parts: &mut Vec<&'a str>) {
        if !self.text.is_empty() {
            parts.push(&self.text);
        }
        for kid in &self.kids {
            kid.collect(parts);
        }
    }

    /// All nodes with this tag, itself included, in reading order.
    pub fn all(&self, tag: &str) -> Vec<&Node> {
        let mut found = Vec::new();
        if self.tag == tag {
            found.push(self);
        }
        found.extend(self.kids.iter().flat_map(|kid| kid.all(tag)));
        found
    }
}

/// The tree of tags; none when the PDF is not tagged.
pub fn structure(document: &Document) -> Option<Node> {
    let root = dict_in(document, document.catalog().ok()?, "StructTreeRoot")?;
    let tree = Tree {
        document,
        texts: texts(document),
        roles: dict_in(document, root, "RoleMap"),
    };
    let mut top = Node::default();
    tree.kids(root, None, &mut top);
    Some(top)
}

/// The tree as YAML: a list of tags, each with its text or its own list.
pub fn yaml(node: &Node) -> String {
    let mut out = String::new();
    for kid in &node.kids {
        write(kid, 0, &mut out);
    }
    out
}

struct Tree<'a> {
    document: &'a Document,
    texts: BTreeMap<ObjectId, PageTexts>,
    roles: Option<&'a Dictionary>,
}

impl Tree<'_> {
    fn element(&self, dict: &Dictionary, page: Option<ObjectId>) -> Node {
        let page = page_of(dict).or(page);
        let mut node = Node {
            tag: self.role(name_in(self.document, dict, "S").unwrap_or_default()),
            ..Node::default()
        };
        for key in ["Alt", "ActualText", "T", "Lang"] {
            if let Some(text) = text_in(self.document, dict, key) {
                node.properties.push(format!("{key}={text}"));
            }
        }
        let attributes = entry(self.document, dict, "A");
        for attributes in attributes.into_iter().flat_map(|object| match object {
            Object::Array(many) => many.iter().collect(),
            one => vec![one],
        }) {
            let Some(Object::Dictionary(dict)) = follow(self.document, attributes) else {
                continue;
            };
            for key in ["Scope", "ListNumbering", "RowSpan", "ColSpan", "Summary"] {
                let value = name_in(self.document, dict, key)
                    .or_else(|| text_in(self.document, dict, key))
                    .or_else(|| Some(entry(self.document, dict, key)?.as_i64().ok()?.to_string()));
                if let Some(value) = value {
                    node.properties.push(format!("{key}={value}"));
                }
            }
        }
        self.kids(dict, page, &mut node);
        node
    }

    /// Adds what stands under `K` of an element or of the root.
    fn kids(&self, dict: &Dictionary, page: Option<ObjectId>, node: &mut Node) {
        let Some(kids) = entry(self.document, dict, "K") else {
            return;
        };
        let kids = match kids {
            Object::Array(many) => many.iter().collect(),
            one => vec![one],
        };
        for kid in kids
            .into_iter()
            .filter_map(|kid| follow(self.document, kid))
        {
            match kid {
                Object::Integer(number) => self.text(page, *number, node),
                Object::Dictionary(kid) if kid.has_type(b"MCR") => {
                    let number = kid.get(b"MCID").and_then(Object::as_i64);
                    self.text(page_of(kid).or(page), number.unwrap_or(-1), node);
                }
                Object::Dictionary(kid) if kid.has_type(b"OBJR") => {}
                Object::Dictionary(kid) => node.kids.push(self.element(kid, page)),
                _ => {}
            }
        }
    }

    fn text(&self, page: Option<ObjectId>, number: i64, node: &mut Node) {
        let text = page
            .and_then(|page| self.texts.get(&page)?.get(&number))
            .cloned()
            .unwrap_or_default();
        match node.kids.last_mut() {
            Some(last) if last.tag.is_empty() => last.text.push_str(&text),
            _ => node.kids.push(Node {
                text,
                ..Node::default()
            }),
        }
    }

    fn role(&self, name: String) -> String {
        let mapped = self
            .roles
            .and_then(|roles| name_in(self.document, roles, &name));
        mapped.unwrap_or(name)
    }
}

fn page_of(dict: &Dictionary) -> Option<ObjectId> {
    dict.get(b"Pg").and_then(Object::as_reference).ok()
}

fn write(node: &Node, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    let quoted = |text: &str| {
        let text = text.replace('\\', "\\\\").replace('"', "\\\"");
        format!("\"{}\"", text.replace('\n', "\\n"))
    };
    if node.tag.is_empty() {
        out.push_str(&format!("{indent}- {}\n", quoted(&node.text)));
        return;
    }
    let mut label = node.tag.clone();
    if !node.properties.is_empty() {
        label = quoted(&format!("{label} ({})", node.properties.join(", ")));
    }
    match node.kids.as_slice() {
        [] => out.push_str(&format!("{indent}- {label}:\n")),
        [only] if only.tag.is_empty() => {
            out.push_str(&format!("{indent}- {label}: {}\n", quoted(&only.text)));
        }
        kids => {
            out.push_str(&format!("{indent}- {label}:\n"));
            for kid in kids {
                write(kid, depth + 1, out);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(tag: &str, text: &str, kids: Vec<Node>) -> Node {
        Node {
            tag: tag.to_owned(),
            text: text.to_owned(),
            kids,
            ..Node::default()
        }
    }

    #[test]
    fn the_tree_is_yaml_that_a_person_can_read() {
        let head = Node {
            properties: vec!["Scope=Column".to_owned()],
            ..node("TH", "", vec![node("", "Functie", vec![])])
        };
        let link = node("Link", "", vec![node("", "b", vec![])]);
        let text = node("P", "", vec![node("", "een \"a\" ", vec![]), link]);
        let top = node("", "", vec![node("Document", "", vec![head, text])]);
        assert_eq!(
            yaml(&top),
            "- Document:\n  - \"TH (Scope=Column)\": \"Functie\"\n  - P:\n    \
             - \"een \\\"a\\\" \"\n    - Link: \"b\"\n"
        );
        assert_eq!(top.full_text("|"), "Functie|een \"a\" |b");
    }
}
