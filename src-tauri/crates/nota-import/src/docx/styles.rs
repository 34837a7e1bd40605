//! Styles of a document: what a paragraph or run is by its style, through the
//! styles that it is based on. A style is known by its name, which is English
//! for Word's own in every language, then by its outline level, and last by
//! names that other programs give.

use std::collections::HashMap;

use crate::xml::{Element, Ns};

/// How many styles may be based on each other.
const MAX_CHAIN: usize = 32;

/// A style, as far as it is asked for.
#[derive(Debug, Clone, Default)]
struct Style {
    /// Its name in lower case.
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    /// The list that its paragraphs are in: number and level.
    num: (Option<String>, Option<u8>),
    look: Switches,
}

/// What a style or a run says of its look; none where it says nothing.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Switches {
    /// Bold.
    pub(crate) bold: Option<bool>,
    /// Italic.
    pub(crate) italic: Option<bool>,
    /// Hidden.
    pub(crate) hidden: Option<bool>,
}

impl Switches {
    /// Those of `w:rPr`.
    pub(crate) fn of(properties: Option<Element<'_>>) -> Self {
        let Some(properties) = properties else {
            return Self::default();
        };
        let mut own = Self::default();
        for element in properties.elements() {
            let value = Some(is_on(element));
            match element.name() {
                (Ns::W, "b") => own.bold = value,
                (Ns::W, "i") => own.italic = value,
                (Ns::W, "vanish") => own.hidden = value,
                _ => {}
            }
        }
        own
    }

    /// These, and where they say nothing those of another.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            hidden: self.hidden.or(other.hidden),
        }
    }
}

/// Whether a switch is on: without a value it is.
pub(crate) fn is_on(element: Element<'_>) -> bool {
    !matches!(element.val(), Some("0" | "false" | "off" | "none"))
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    by_id: HashMap<String, Style>,
    default: Option<String>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(crate) fn read(root: Element<'_>) -> Self {
        let mut styles = Self::default();
        for own in root.elements().filter(|own| own.is(Ns::W, "style")) {
            let Some(id) = own.w("styleId") else { continue };
            let val = |local| own.child(Ns::W, local).and_then(Element::val);
            let paragraph = own.child(Ns::W, "pPr");
            if own.w("type") == Some("paragraph")
                && own
                    .w("default")
                    .is_some_and(|value| value == "1" || value == "true")
            {
                styles.default = Some(id.to_owned());
            }
            styles.by_id.insert(
                id.to_owned(),
                Style {
                    name: val("name").unwrap_or(id).trim().to_lowercase(),
                    based_on: val("basedOn").map(str::to_owned),
                    outline: paragraph.and_then(outline),
                    num: paragraph.map(num).unwrap_or_default(),
                    look: Switches::of(own.child(Ns::W, "rPr")),
                },
            );
        }
        styles
    }

    /// A style and those that it is based on, nearest first.
    fn chain<'s>(&'s self, id: Option<&str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let own = id.or(self.default.as_deref()).unwrap_or_default();
        let mut next = self.by_id.get_key_value(own).map(|(id, _)| id.as_str());
        let chain = std::iter::from_fn(move || {
            let id = next?;
            let style = self.by_id.get(id)?;
            next = style.based_on.as_deref().filter(|above| *above != id);
            Some((id, style))
        });
        chain.take(MAX_CHAIN)
    }

    /// The name of a style in lower case; its id when it is not described.
    pub(crate) fn name(&self, id: Option<&str>) -> String {
        let id = id.or(self.default.as_deref()).unwrap_or_default();
        let known = self.by_id.get(id).map(|own| own.name.clone());
        known.unwrap_or_else(|| id.to_lowercase())
    }

    /// The name of a style of runs; empty without one.
    pub(crate) fn run_name(&self, id: Option<&str>) -> String {
        id.map(|id| self.name(Some(id))).unwrap_or_default()
    }

    /// The level of the heading that a style makes, from 1.
    pub(crate) fn heading(&self, id: Option<&str>) -> Option<u8> {
        let mut outline = None;
        for (id, style) in self.chain(id) {
            if let Some(level) = heading_named(&style.name).or_else(|| heading_named(id)) {
                return Some(level);
            }
            outline = outline.or(style.outline);
        }
        if id.is_some_and(|id| !self.by_id.contains_key(id)) {
            return id.and_then(heading_named);
        }
        outline.filter(|level| *level < 9).map(|level| level + 1)
    }

    /// The list of a style's paragraphs: number and level, folded apart.
    pub(crate) fn num(&self, id: Option<&str>) -> (Option<&str>, Option<u8>) {
        let mut found: (Option<&str>, Option<u8>) = (None, None);
        for (_, style) in self.chain(id) {
            found.0 = found.0.or(style.num.0.as_deref());
            found.1 = found.1.or(style.num.1);
        }
        found
    }

    /// The look of a style.
    pub(crate) fn look(&self, id: Option<&str>) -> Switches {
        let all = self.chain(id);
        all.fold(Switches::default(), |own, (_, style)| own.or(style.look))
    }

    /// The look of a style of runs, which has no default.
    pub(crate) fn run_look(&self, id: Option<&str>) -> Switches {
        id.map_or(Switches::default(), |id| self.look(Some(id)))
    }
}

/// The outline level that paragraph properties say, from 0; 9 is none.
pub(crate) fn outline(properties: Element<'_>) -> Option<u8> {
    properties.child(Ns::W, "outlineLvl")?.val()?.parse().ok()
}

/// The list that paragraph properties name.
pub(crate) fn num(properties: Element<'_>) -> (Option<String>, Option<u8>) {
    let Some(own) = properties.child(Ns::W, "numPr") else {
        return (None, None);
    };
    let val = |local| own.child(Ns::W, local).and_then(Element::val);
    (
        val("numId").map(str::to_owned),
        val("ilvl").and_then(|level| level.parse().ok()),
    )
}

/// The level that the name of a heading style says: "heading 1", "Kop 2",
/// "Heading1". Names that only begin so are other styles.
pub(crate) fn heading_named(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    let rest = ["heading", "kop", "kopje", "überschrift", "titre"]
        .iter()
        .find_map(|start| name.strip_prefix(start))?;
    let rest = rest.trim_start_matches([' ', '_', '-']);
    // LibreOffice writes "Heading 11" for a second style of level 1.
    match rest.as_bytes() {
        [level @ b'1'..=b'9'] | [level @ b'1'..=b'9', b'1'] => Some(level - b'0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::heading_named;

    #[test]
    fn a_heading_is_known_by_its_whole_name() {
        for (name, level) in [
            ("heading 1", Some(1)),
            ("Kop2", Some(2)),
            ("Kop 3", Some(3)),
            ("Heading 21", Some(2)),
            ("heading 1 lorem", None),
            ("kop 1 char", None),
            ("koptekst", None),
            ("heading", None),
        ] {
            assert_eq!(heading_named(name), level, "{name}");
        }
    }
}
