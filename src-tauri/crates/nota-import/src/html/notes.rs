//! Footnotes of web pages: which elements are their texts, and which links
//! refer to them or lead back.

use std::collections::HashMap;

use super::tree::{Node, Page};

/// The notes of a page.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// By id of the text: its node.
    texts: HashMap<String, usize>,
    /// The nodes of texts, in the order of the page.
    order: Vec<(usize, String)>,
    /// By id of the text: its label in the nota.
    labels: HashMap<String, String>,
}

impl Notes {
    /// The notes of a page.
    pub(super) fn of(page: &Page) -> Self {
        let mut own = Self::default();
        own.gather(page, 0);
        own
    }

    /// Those in a node that is read.
    fn gather(&mut self, page: &Page, id: usize) {
        let node = page.node(id);
        if super::is_skipped(node) {
            return;
        }
        if let Some(name) = text_of(node) {
            self.add(name, id);
        }
        let is_list = node.attr("role") == Some("doc-endnotes")
            || node.has_class("footnotes") && node.name != "li";
        if is_list {
            self.add_items(page, id);
        }
        for child in &node.children {
            self.gather(page, *child);
        }
    }

    fn add(&mut self, name: String, id: usize) {
        if !self.texts.contains_key(&name) {
            self.texts.insert(name.clone(), id);
            self.order.push((id, name));
        }
    }

    fn add_items(&mut self, page: &Page, id: usize) {
        for child in &page.node(id).children {
            let node = page.node(*child);
            match (node.name.as_str(), node.attr("id")) {
                ("li", Some(name)) => self.add(name.to_lowercase(), *child),
                _ => self.add_items(page, *child),
            }
        }
    }

    /// Forgets the notes in a node that is left out whole.
    pub(super) fn forget_in(&mut self, page: &Page, id: usize) {
        if self.order.is_empty() {
            return;
        }
        self.order.retain(|own| own.0 != id);
        for child in &page.node(id).children {
            self.forget_in(page, *child);
        }
    }

    /// Whether a node is the text of a note, which is read apart.
    pub(super) fn is_text(&self, id: usize) -> bool {
        self.order.iter().any(|own| own.0 == id)
    }

    /// The label of the note that a link refers to.
    pub(super) fn label(&mut self, href: &str) -> Option<String> {
        let name = target(href)?;
        if let Some(known) = self.labels.get(&name) {
            return Some(known.clone());
        }
        self.texts.get(&name)?;
        let next = (self.labels.len() + 1).to_string();
        Some(self.labels.entry(name).or_insert(next).clone())
    }

    /// Whether a link leads from a note back to its reference.
    pub(super) fn is_back(&self, href: &str, node: &Node) -> bool {
        let href = href.to_lowercase();
        node.attr("role") == Some("doc-backlink")
            || node.has_class("footnote-back")
            || href.starts_with("#_ftnref")
            || href.starts_with("#_ednref")
            || href.starts_with("#sd") && href.ends_with("anc")
    }

    /// Gives the notes that nothing has referred to yet a label as well: a page of
    /// our own has notes to which nothing does, or only other notes.
    pub(super) fn keep_all(&mut self) {
        for (_, name) in &self.order {
            let next = (self.labels.len() + 1).to_string();
            self.labels.entry(name.clone()).or_insert(next);
        }
    }

    /// The texts with their labels; the rest of the page was read. A note that is
    /// only referred to from here on is text.
    pub(super) fn take(&mut self) -> Vec<(usize, Option<String>)> {
        self.texts.clear();
        let labels = &self.labels;
        let order = self.order.clone();
        let number =
            |label: &Option<String>| label.as_ref().and_then(|own| own.parse::<u64>().ok());
        let mut all: Vec<(usize, Option<String>)> = order
            .into_iter()
            .map(|(id, name)| (id, labels.get(&name).cloned()))
            .collect();
        all.sort_by_key(|own| number(&own.1).unwrap_or(u64::MAX));
        all
    }
}

/// The id by which a note is referred to, when an element is its text.
fn text_of(node: &Node) -> Option<String> {
    let id = node.attr("id").unwrap_or_default().to_lowercase();
    let kind = node.says("mso-element").unwrap_or_default();
    let by_word = matches!(kind, "footnote" | "endnote");
    let by_office = (id.starts_with("sdfootnote") || id.starts_with("sdendnote"))
        && id.ends_with(|c: char| c.is_ascii_digit());
    let is_block = matches!(node.name.as_str(), "div" | "li" | "aside");
    (is_block && (by_word || by_office) && !id.is_empty()).then_some(id)
}

/// The id that a link to a note names.
fn target(href: &str) -> Option<String> {
    let href = href.to_lowercase();
    let own = href.strip_prefix('#')?;
    if let Some(own) = own
        .strip_prefix("_ftn")
        .or_else(|| own.strip_prefix("_edn"))
    {
        let kind = href.get(2..5)?;
        return own
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| format!("{kind}{own}"));
    }
    Some(own.strip_suffix("sym").unwrap_or(own).to_owned())
}

/// Whether a link is of the kind that refers to a note of Word or LibreOffice.
pub(super) fn is_reference(href: &str) -> bool {
    let href = href.to_lowercase();
    let word = href
        .strip_prefix("#_ftn")
        .or_else(|| href.strip_prefix("#_edn"));
    word.is_some_and(|own| own.bytes().all(|b| b.is_ascii_digit()))
        || href.starts_with("#sd") && href.ends_with("sym")
}
