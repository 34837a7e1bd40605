//! Styles of an ODT: what a paragraph or span is by its style, through the
//! styles above it.

use std::collections::HashMap;

use nota_model::Align;

use crate::docx::heading_named;
use crate::own;
use crate::raised::Height;
use crate::runs::Look;
use crate::xml::{Element, Ns, Tree};

/// How many styles may stand above each other.
const MAX_CHAIN: usize = 32;

/// A style, as far as it is asked for.
#[derive(Debug, Default)]
struct Style {
    /// The name that people see, in lower case.
    name: String,
    parent: Option<String>,
    outline: Option<u8>,
    /// The list that its paragraphs are in.
    list: Option<String>,
    bold: Option<bool>,
    italic: Option<bool>,
    hidden: Option<bool>,
    struck: Option<bool>,
    underlined: Option<bool>,
    coloured: Option<bool>,
    height: Option<Option<Height>>,
    align: Option<Align>,
    /// The language and its country, as documents name them together.
    language: Option<String>,
}

/// A level of a list.
#[derive(Debug, Clone, Default)]
pub(super) struct Level {
    /// Whether it has a sign instead of a number.
    pub(super) is_bullet: bool,
    /// The form of the number: "1", "a", "I"; empty for none.
    pub(super) format: String,
    /// What stands before the number.
    pub(super) prefix: String,
    /// What stands behind it.
    pub(super) suffix: String,
    /// The first number.
    pub(super) start: u64,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// By family and name.
    by_name: HashMap<(String, String), Style>,
    lists: HashMap<String, Vec<Level>>,
}

impl Styles {
    /// Reads the styles in these parts.
    pub(super) fn read(parts: &[&Tree]) -> Self {
        let mut styles = Self::default();
        for tree in parts {
            tree.root().walk(&mut |own| {
                match own.name() {
                    (Ns::Style, "style") => styles.add(own),
                    (Ns::Text, "list-style") => styles.add_list(own),
                    (Ns::Office, "body") => return false,
                    _ => return true,
                }
                false
            });
        }
        styles
    }

    fn add(&mut self, own: Element<'_>) {
        let attr = |local| own.attr(Ns::Style, local);
        let (Some(name), Some(family)) = (attr("name"), attr("family")) else {
            return;
        };
        let text = own.child(Ns::Style, "text-properties");
        let fo = |local| text.and_then(|text| text.attr(Ns::Fo, local));
        let style = |local| text.and_then(|text| text.attr(Ns::Style, local));
        let shown = attr("display-name").map_or_else(|| plain_name(name), str::to_owned);
        let colour = fo("color").map(|own| !matches!(own, "#000000" | "#ffffff"));
        let back = fo("background-color").map(|own| !matches!(own, "transparent" | "#ffffff"));
        self.by_name.insert(
            (family.to_owned(), name.to_owned()),
            Style {
                name: shown.trim().to_lowercase(),
                parent: attr("parent-style-name").map(str::to_owned),
                outline: attr("default-outline-level").and_then(|own| own.parse().ok()),
                list: attr("list-style-name").map(str::to_owned),
                bold: fo("font-weight").map(|own| {
                    own == "bold" || own.parse::<u32>().is_ok_and(|weight| weight >= 600)
                }),
                italic: fo("font-style").map(|own| own != "normal"),
                hidden: text
                    .and_then(|text| text.attr(Ns::Text, "display"))
                    .map(|own| own == "none"),
                struck: style("text-line-through-style").map(|own| own != "none"),
                underlined: style("text-underline-style").map(|own| own != "none"),
                coloured: colour.or(back),
                height: style("text-position").map(height),
                align: own
                    .child(Ns::Style, "paragraph-properties")
                    .and_then(|own| own.attr(Ns::Fo, "text-align"))
                    .map(align),
                language: fo("language").map(|own| match fo("country") {
                    Some("none") | None => own.to_owned(),
                    Some(country) => format!("{own}-{country}"),
                }),
            },
        );
    }

    fn add_list(&mut self, own: Element<'_>) {
        let Some(name) = own.attr(Ns::Style, "name") else {
            return;
        };
        let mut levels = Vec::new();
        for level in own.elements() {
            let at = level
                .attr(Ns::Text, "level")
                .and_then(|own| own.parse::<usize>().ok());
            let Some(at) = at.filter(|at| (1..=12).contains(at)) else {
                continue;
            };
            if levels.len() < at {
                levels.resize(at, Level::default());
            }
            let style = |local| level.attr(Ns::Style, local).unwrap_or_default().to_owned();
            let start = level.attr(Ns::Text, "start-value");
            if let Some(own) = levels.get_mut(at - 1) {
                *own = Level {
                    is_bullet: !level.is(Ns::Text, "list-level-style-number"),
                    format: style("num-format"),
                    prefix: style("num-prefix"),
                    suffix: style("num-suffix"),
                    start: start.and_then(|own| own.parse().ok()).unwrap_or(1),
                };
            }
        }
        self.lists.insert(name.to_owned(), levels);
    }

    fn chain<'s>(&'s self, family: &'s str, name: &str) -> impl Iterator<Item = &'s Style> {
        let mut next = Some(name.to_owned());
        let chain = std::iter::from_fn(move || {
            let style = self.by_name.get(&(family.to_owned(), next.take()?))?;
            next.clone_from(&style.parent);
            Some(style)
        });
        chain.take(MAX_CHAIN)
    }

    /// The name of a paragraph's style that people see; of an automatic style
    /// that of the one above it.
    pub(super) fn name(&self, name: &str) -> String {
        let is_own = |own: &&Style| own.name.len() > 3 || own.parent.is_none();
        let found = self.chain("paragraph", name).find(is_own);
        found.map_or_else(|| plain_name(name).to_lowercase(), |own| own.name.clone())
    }

    /// The level of the heading that a style makes.
    pub(super) fn heading(&self, name: &str) -> Option<u8> {
        self.chain("paragraph", name).find_map(|own| {
            own.outline
                .filter(|level| *level > 0)
                .or_else(|| heading_named(&own.name))
        })
    }

    /// How a style's paragraphs stand between their edges.
    pub(super) fn align(&self, name: &str) -> Align {
        let mut chain = self.chain("paragraph", name);
        chain.find_map(|own| own.align).unwrap_or_default()
    }

    /// The list of a style's paragraphs.
    pub(super) fn list(&self, name: &str) -> Option<&str> {
        self.chain("paragraph", name)
            .find_map(|own| own.list.as_deref())
    }

    /// The level of a list.
    pub(super) fn level(&self, list: &str, at: usize) -> Option<&Level> {
        self.lists.get(list)?.get(at)
    }

    /// The look of a style over that of the text around it.
    pub(super) fn look(&self, family: &str, name: &str, around: &Look) -> Look {
        let mut own = around.clone();
        let all: Vec<&Style> = self.chain(family, name).collect();
        for style in all.into_iter().rev() {
            own.bold = style.bold.unwrap_or(own.bold);
            own.italic = style.italic.unwrap_or(own.italic);
            own.hidden = style.hidden.unwrap_or(own.hidden);
            own.struck = style.struck.unwrap_or(own.struck);
            own.underlined = style.underlined.unwrap_or(own.underlined);
            own.coloured = style.coloured.unwrap_or(own.coloured);
            own.height = style.height.unwrap_or(own.height);
            if let Some(code) = style.language.as_deref().filter(|_| family == "text") {
                own.language = own::language(code);
            }
            if let Some(grond) = own::withheld(&style.name) {
                own.lak = Some(grond);
                // That is how it shows, and no colour of the drafter.
                own.coloured = around.coloured;
            }
        }
        own
    }

    /// Whether a style of text is that of the visible mark behind withheld text.
    pub(super) fn is_ground(&self, name: &str) -> bool {
        self.chain("text", name)
            .any(|own| own::is_ground(&own.name))
    }
}

fn align(text: &str) -> Align {
    match text {
        "right" | "end" => Align::Right,
        "center" => Align::Center,
        _ => Align::None,
    }
}

fn height(position: &str) -> Option<Height> {
    let first = position.split_whitespace().next().unwrap_or_default();
    match first.trim_end_matches('%') {
        "super" => Some(Height::Super),
        "sub" => Some(Height::Sub),
        number => match number.parse::<f32>() {
            Ok(up) if up > 0.0 => Some(Height::Super),
            Ok(down) if down < 0.0 => Some(Height::Sub),
            _ => None,
        },
    }
}

/// A name as it is written in the file: "Heading_20_1" is "Heading 1".
fn plain_name(name: &str) -> String {
    name.replace("_20_", " ")
        .replace("_2d_", "-")
        .replace("_28_", "(")
        .replace("_29_", ")")
}
