//! The address of a link that is none: what a drafter puts between the brackets
//! of a mark.

use super::super::words::{has_ground, withholds};

/// Whether the address of a link is none, but what stands between the brackets
/// of a mark: `[tekst](.lak)`, `[tekst](5.1.2e)`.
pub(super) fn is_of_markup(href: &str) -> bool {
    let words = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
        words
            .filter(|word| !word.is_empty())
            .any(|word| withholds(word) || word.eq_ignore_ascii_case("woo"))
    };
    let lower = href.to_lowercase();
    if let Some((_, rest)) = href.split_once("://")
        && !lower.contains(".lak")
    {
        let host = rest.split('/').next().unwrap_or_default();
        return !host.contains('.') && words(host);
    }
    let first = href.split('/').next().unwrap_or_default();
    let is_host = href.contains('/') && first.trim_matches('.').contains('.') && !has_ground(first);
    let is_address = href.contains('@') || is_host;
    let says = words(href) || has_ground(href) || withholds(href);
    // A mark inside an address is no mark: its text stays in the address.
    let holds_mark = ["{.lak", "%7b.lak"].iter().any(|own| lower.contains(own));
    holds_mark || !is_address && (href.trim().is_empty() || says)
}
