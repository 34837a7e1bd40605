//! How the text of a web page looks, by its elements and their style
//! attributes. Nothing is ever applied; it is only read.

use super::tree::{Node, Page};
use crate::raised::Height;
use crate::runs::Look;
use crate::symbols;

/// The look of an element's text, given that of the text around it.
pub(super) fn look(page: &Page, id: usize, around: &Look) -> Look {
    let node = page.node(id);
    let mut own = around.clone();
    if let Some(bold) = boldness(node) {
        own.bold = bold;
    }
    if let Some(italic) = slant(node) {
        own.italic = italic;
    }
    own.struck = around.struck || is_struck(page, id);
    own.coloured = around.coloured || is_coloured(node);
    if let Some(height) = height(node) {
        own.height = height;
    }
    let font = node.says("mso-symbol-font-family").or_else(|| {
        node.says("font-family")
            .and_then(|own| own.split(',').next())
    });
    if let Some(font) = font {
        own.symbols = symbols::Font::named(font);
    }
    if let Some(grond) = withheld(node) {
        own.lak = Some(grond);
    }
    if node.name == "a"
        && let Some(href) = node
            .attr("href")
            .filter(|href| crate::runs::is_address(href))
    {
        own.href = Some(href.to_owned());
    }
    own
}

/// The ground of withheld text in a page of our own; empty when it names none.
fn withheld(node: &Node) -> Option<String> {
    let is_withheld = node.name == "mark" && node.has_class("lak");
    is_withheld.then(|| node.attr("data-grond").unwrap_or_default().to_owned())
}

fn boldness(node: &Node) -> Option<bool> {
    match node.says("font-weight") {
        Some(weight) => Some(
            weight.starts_with("bold") || weight.parse::<u32>().is_ok_and(|weight| weight >= 600),
        ),
        None => matches!(node.name.as_str(), "b" | "strong").then_some(true),
    }
}

fn slant(node: &Node) -> Option<bool> {
    match node.says("font-style") {
        Some(style) => Some(style.starts_with("italic") || style.starts_with("oblique")),
        None => matches!(node.name.as_str(), "i" | "em" | "cite" | "dfn").then_some(true),
    }
}

fn height(node: &Node) -> Option<Option<Height>> {
    match (node.says("vertical-align"), node.name.as_str()) {
        (Some("super"), _) => Some(Some(Height::Super)),
        (Some("sub"), _) => Some(Some(Height::Sub)),
        (Some("baseline"), _) => Some(None),
        (_, "sup") => Some(Some(Height::Super)),
        (_, "sub") => Some(Some(Height::Sub)),
        _ => None,
    }
}

/// Whether an element holds text that was deleted with changes tracked.
pub(super) fn is_deleted(node: &Node) -> bool {
    node.has_class("msodel")
        || node.name == "del" && (node.attr("cite").is_some() || node.attr("datetime").is_some())
}

/// Whether an element strikes through text that is not deleted.
fn is_struck(page: &Page, id: usize) -> bool {
    let node = page.node(id);
    let line = [
        node.says("text-decoration"),
        node.says("text-decoration-line"),
    ];
    let by_line = line
        .into_iter()
        .flatten()
        .any(|own| own.contains("line-through"));
    let by_word = node
        .says("text-line-through")
        .is_some_and(|own| own != "none");
    let by_name = matches!(node.name.as_str(), "s" | "strike" | "del");
    (by_line || by_word || by_name) && has_living(page, id)
}

/// Whether an element has text that stays.
fn has_living(page: &Page, id: usize) -> bool {
    let node = page.node(id);
    !node.text.trim().is_empty()
        || !is_deleted(node) && node.children.iter().any(|child| has_living(page, *child))
}

/// Whether an element colours its text or what is behind it.
fn is_coloured(node: &Node) -> bool {
    let colours = [
        node.says("color"),
        node.says("background"),
        node.says("background-color"),
        node.says("mso-highlight"),
        node.attr("color"),
        node.attr("bgcolor"),
    ];
    colours
        .into_iter()
        .flatten()
        .any(|own| !is_plain(&own.to_lowercase()))
}

fn is_plain(colour: &str) -> bool {
    let colour: String = colour.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(
        colour.as_str(),
        "windowtext"
            | "black"
            | "#000"
            | "#000000"
            | "inherit"
            | "initial"
            | "auto"
            | "currentcolor"
            | "rgb(0,0,0)"
            | "white"
            | "#fff"
            | "#ffffff"
            | "transparent"
            | "none"
            | "rgb(255,255,255)"
            | ""
    )
}

/// Whether nobody sees an element.
pub(super) fn is_hidden(node: &Node) -> bool {
    node.says("display") == Some("none") || node.says("mso-hide") == Some("all")
}

/// Whether an element is of a remark in the margin.
pub(super) fn is_comment(page: &Page, id: usize) -> bool {
    let node = page.node(id);
    let element = node.says("mso-element").unwrap_or_default();
    element.starts_with("comment")
        || node.has_class("msocommentreference")
        || node.has_class("msocommenttext")
        || node.says("mso-comment-reference").is_some() && page.all_text(id).trim().is_empty()
}
