//! The text as a tree, before it is written: the white under a paragraph is
//! known when the next one comes.

use super::automatic::Difference;
use super::doc::Doc;
use super::style_names::{name, of};
use crate::styles::{Style, Trait};
use crate::xml::Xml;

/// A piece of the text.
#[derive(Debug)]
pub(super) enum Node {
    /// A paragraph or heading.
    Paragraph {
        /// Its style.
        style: &'static Style,
        /// What differs from it.
        own: Difference,
        /// Its level when it is a heading.
        level: Option<u8>,
        /// Its text.
        runs: Xml,
    },
    /// A list.
    List {
        /// The first number; none for bullets.
        start: Option<u64>,
        /// Its items.
        items: Vec<Nodes>,
    },
    /// A table, with the white above it for who writes it.
    Table {
        /// The white above it, in points.
        before: f64,
        /// The table.
        table: super::table::Written,
    },
}

/// Pieces one after the other.
#[derive(Debug, Default)]
pub(super) struct Nodes {
    nodes: Vec<Node>,
    pending: f64,
}

impl Node {
    /// A paragraph in a style.
    pub(super) fn paragraph(style: &'static Style, runs: Xml) -> Self {
        Self::Paragraph {
            style,
            own: Difference::default(),
            level: None,
            runs,
        }
    }
}

impl Nodes {
    /// The white before what comes next.
    pub(super) fn white(&mut self, points: f64) {
        if !self.set_after(points) {
            self.pending = points;
        }
    }

    fn set_after(&mut self, points: f64) -> bool {
        match self.nodes.last_mut() {
            Some(Node::Paragraph { style, own, .. }) => {
                let differs = (points - style.after).abs() > 0.01;
                own.after = differs.then_some(points);
                true
            }
            Some(Node::List { items, .. }) => {
                items.last_mut().is_some_and(|last| last.set_after(points))
            }
            _ => false,
        }
    }

    /// Adds a piece.
    pub(super) fn add(&mut self, mut node: Node) {
        let pending = std::mem::take(&mut self.pending);
        if pending > 0.0 {
            match &mut node {
                Node::Paragraph { own, .. } => own.before = Some(pending),
                Node::Table { before, .. } => *before = pending,
                Node::List { items, .. } => {
                    if let Some(Node::Paragraph { own, .. }) =
                        items.first_mut().and_then(|item| item.nodes.first_mut())
                    {
                        own.before = Some(pending);
                    }
                }
            }
        }
        self.nodes.push(node);
    }

    /// Adds pieces, with something written where the first text begins.
    pub(super) fn add_all(&mut self, mut other: Nodes, begin: &Xml) {
        other.begin(begin);
        for node in other.nodes {
            self.add(node);
        }
    }

    fn begin(&mut self, begin: &Xml) {
        match self.nodes.first_mut() {
            Some(Node::Paragraph { runs, .. }) => {
                let mut own = begin.clone();
                own.append(runs);
                *runs = own;
            }
            Some(Node::List { items, .. }) => {
                if let Some(item) = items.first_mut() {
                    item.begin(begin);
                }
            }
            Some(Node::Table { table, .. }) => table.begin(begin),
            None => {}
        }
    }

    /// Writes all of it.
    pub(super) fn write(&self, doc: &mut Doc<'_, '_>, xml: &mut Xml) {
        for node in &self.nodes {
            match node {
                Node::Paragraph {
                    style,
                    own,
                    level,
                    runs,
                } => paragraph(doc, xml, style, own, *level, runs),
                Node::List { start, items } => list(doc, xml, *start, items),
                Node::Table { before, table } => table.write(*before, doc, xml),
            }
        }
    }
}

fn paragraph(
    doc: &mut Doc<'_, '_>,
    xml: &mut Xml,
    style: &Style,
    own: &Difference,
    level: Option<u8>,
    runs: &Xml,
) {
    let name = doc.automatic.paragraph(&of(style.name), own);
    match level {
        Some(level) => xml.element(
            "text:h",
            &[("text:style-name", &name), ("text:outline-level", &level)],
            |xml| xml.append(runs),
        ),
        None => xml.element("text:p", &[("text:style-name", &name)], |xml| {
            xml.append(runs);
        }),
    }
}

fn list(doc: &mut Doc<'_, '_>, xml: &mut Xml, start: Option<u64>, items: &[Nodes]) {
    let style = name(if start.is_some() {
        "Nota nummering"
    } else {
        "Nota opsomming"
    });
    xml.element("text:list", &[("text:style-name", &style)], |xml| {
        for (index, item) in items.iter().enumerate() {
            let inside = |xml: &mut Xml| item.write(doc, xml);
            match start.filter(|_| index == 0) {
                Some(start) => {
                    xml.element("text:list-item", &[("text:start-value", &start)], inside);
                }
                None => xml.element("text:list-item", &[], inside),
            }
        }
    });
}

/// The level in the outline that a heading of this style has.
pub(super) fn level_of(traits: &[Trait]) -> Option<u8> {
    traits.iter().find_map(|own| match own {
        Trait::Outline(level) => Some(level + 1),
        _ => None,
    })
}
