//! What differs from a named style: styles without a name of their own, one
//! for each difference.

use std::collections::HashMap;

use super::points;
use super::styles::tab;
use crate::xml::Xml;

/// How a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Side {
    /// Left.
    #[default]
    Left,
    /// Centred.
    Center,
    /// Right.
    Right,
}

/// What differs from the style of a paragraph.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Difference {
    /// White above, in points.
    pub(super) before: Option<f64>,
    /// White below, in points.
    pub(super) after: Option<f64>,
    /// Left edge and how far the first line hangs, in points.
    pub(super) indent: Option<(f64, f64)>,
    /// A place where the text after a tab begins.
    pub(super) tab: Option<f64>,
    /// How it stands in its cell.
    pub(super) side: Side,
    /// The kind of page that it opens.
    pub(super) page: Option<&'static str>,
}

/// The styles without a name, by what they say.
#[derive(Debug, Default)]
pub(super) struct Automatic {
    known: HashMap<String, String>,
    written: Xml,
    prefix: &'static str,
}

impl Automatic {
    /// Names begin with this, so that those of two parts stay apart.
    pub(super) fn new(prefix: &'static str) -> Self {
        Self {
            prefix,
            ..Self::default()
        }
    }

    /// The styles, to stand in the part that uses them.
    pub(super) fn written(&self) -> &Xml {
        &self.written
    }

    /// A style for a paragraph: the named one when nothing differs.
    pub(super) fn paragraph(&mut self, parent: &str, own: &Difference) -> String {
        if *own == Difference::default() {
            return parent.to_owned();
        }
        let key = format!("{parent}{own:?}");
        self.style(key, |xml, name| {
            let mut attributes: Vec<(&str, &dyn std::fmt::Display)> = vec![
                ("style:name", &name),
                ("style:family", &"paragraph"),
                ("style:parent-style-name", &parent),
            ];
            if let Some(page) = &own.page {
                attributes.push(("style:master-page-name", page));
            }
            xml.element("style:style", &attributes, |xml| properties(xml, own));
        })
    }

    /// A style of another kind, written by `write` under the name it gets.
    pub(super) fn other(&mut self, key: String, write: impl FnOnce(&mut Xml, &str)) -> String {
        self.style(key, write)
    }

    fn style(&mut self, key: String, write: impl FnOnce(&mut Xml, &str)) -> String {
        if let Some(name) = self.known.get(&key) {
            return name.clone();
        }
        let name = format!("{}{}", self.prefix, self.known.len() + 1);
        write(&mut self.written, &name);
        self.known.insert(key, name.clone());
        name
    }
}

fn properties(xml: &mut Xml, own: &Difference) {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    if let Some(before) = own.before {
        pairs.push(("fo:margin-top", points(before)));
    }
    if let Some(after) = own.after {
        pairs.push(("fo:margin-bottom", points(after)));
    }
    if let Some((left, hanging)) = own.indent {
        pairs.push(("fo:margin-left", points(left)));
        pairs.push(("fo:text-indent", points(-hanging)));
    }
    match own.side {
        Side::Left => {}
        Side::Center => pairs.push(("fo:text-align", "center".to_owned())),
        Side::Right => pairs.push(("fo:text-align", "end".to_owned())),
    }
    let pairs: Vec<(&str, &dyn std::fmt::Display)> = pairs
        .iter()
        .map(|(name, value)| (*name, value as &dyn std::fmt::Display))
        .collect();
    xml.element("style:paragraph-properties", &pairs, |xml| {
        if let Some(at) = own.tab {
            tab(xml, at);
        }
    });
}
