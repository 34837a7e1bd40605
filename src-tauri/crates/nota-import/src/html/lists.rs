//! Lists of web pages and of Word on the clipboard: paragraphs that say in
//! their style which list and level they belong to.

use super::tree::{Node, Page};
use crate::source::{ListPlace, Marker};

/// The list that a paragraph of Word is in by its style; none for another
/// paragraph. The sign before it is no text of it.
pub(super) fn word_item(page: &Page, id: usize) -> Option<ListPlace> {
    let node = page.node(id);
    let said = node.says("mso-list")?;
    let level = said
        .split_whitespace()
        .find_map(|own| own.strip_prefix("level"))?;
    let level: u8 = level.parse().ok()?;
    let sign = sign(page, id).unwrap_or_default();
    let marker = marker(&sign.replace('\u{a0}', " "));
    Some(ListPlace {
        level: level.saturating_sub(1),
        marker: Some(marker),
    })
}

/// The sign before an item of Word, which is no text of it.
fn sign(page: &Page, id: usize) -> Option<String> {
    let node = page.node(id);
    if is_sign(node) {
        return Some(page.all_text(id));
    }
    node.children.iter().find_map(|child| sign(page, *child))
}

/// Whether an element is such a sign.
pub(super) fn is_sign(node: &Node) -> bool {
    node.says("mso-list")
        .is_some_and(|own| own.contains("ignore"))
}

/// What a sign says: 1.2. is number 2, a) are words, all others are bullets.
fn marker(sign: &str) -> Marker {
    let sign = sign.trim();
    let inner = sign.trim_matches(['.', ')', '(', ':']);
    if inner.is_empty() || sign == "o" {
        return Marker::Bullet;
    }
    if inner
        .split('.')
        .all(|own| !own.is_empty() && own.bytes().all(|b| b.is_ascii_digit()))
    {
        let last = inner.rsplit('.').next().unwrap_or_default();
        return last.parse().map_or(Marker::Bullet, Marker::Number);
    }
    let is_words = inner.chars().any(char::is_alphabetic)
        && (inner.len() < sign.len() || inner.chars().count() > 1);
    match is_words {
        true => Marker::Words(sign.to_owned()),
        false => Marker::Bullet,
    }
}

/// A list of the page that is open.
#[derive(Debug, Clone)]
pub(super) struct Open {
    format: Option<&'static str>,
    is_ordered: bool,
    /// The number of the next item.
    pub(super) next: u64,
}

impl Open {
    /// The list that an element opens.
    pub(super) fn of(node: &Node) -> Self {
        let kind = node.attr("type").or_else(|| node.says("list-style-type"));
        Self {
            is_ordered: node.name == "ol",
            format: match kind.unwrap_or_default() {
                "a" | "lower-alpha" | "lower-latin" => Some("lowerLetter"),
                "A" | "upper-alpha" | "upper-latin" => Some("upperLetter"),
                "i" | "lower-roman" => Some("lowerRoman"),
                "I" | "upper-roman" => Some("upperRoman"),
                _ => None,
            },
            next: node
                .attr("start")
                .and_then(|own| own.parse().ok())
                .unwrap_or(1),
        }
    }

    /// What stands before the next item.
    pub(super) fn marker(&self) -> Marker {
        match (self.is_ordered, self.format) {
            (false, _) => Marker::Bullet,
            (true, None) => Marker::Number(self.next),
            (true, Some(format)) => {
                Marker::Words(format!("{}.", crate::docx::written(self.next, format)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_of_word_is_a_bullet_a_number_or_words() {
        for (sign, what) in [
            ("·   ", Marker::Bullet),
            ("o ", Marker::Bullet),
            ("1.", Marker::Number(1)),
            ("2.1.", Marker::Number(1)),
            ("(3)", Marker::Number(3)),
            ("a)", Marker::Words("a)".to_owned())),
            ("Optie A:", Marker::Words("Optie A:".to_owned())),
            ("§", Marker::Bullet),
        ] {
            assert_eq!(marker(sign), what, "{sign}");
        }
    }
}
