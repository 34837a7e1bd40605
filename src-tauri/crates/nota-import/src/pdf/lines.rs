//! Lines of pages as running text: what every page repeats is taken out, and a
//! wide gap is a blank line.

use std::collections::HashMap;

use crate::source::Loss;

/// How many lines at the head and foot of a page may be repeated ones.
const MARGIN: usize = 3;

/// A line of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// Its text.
    pub(super) text: String,
    /// How high it stands.
    pub(super) y: f32,
    /// The size of its letters.
    pub(super) size: f32,
}

/// The lines of a page, in the order in which they were written.
pub(super) type Lines = Vec<Line>;

/// Takes out the numbers of pages and the lines at the head and foot that
/// other pages have too; what they were.
pub(super) fn drop_margins(pages: &mut [Lines]) -> Vec<(Loss, String)> {
    let shape = |text: &str| -> String {
        text.chars()
            .filter(|c| !c.is_ascii_digit() && !c.is_whitespace())
            .collect()
    };
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        let mut own: Vec<String> = margins(page)
            .into_iter()
            .map(|at| shape(&page[at].text))
            .collect();
        own.sort();
        own.dedup();
        for text in own {
            *seen.entry(text).or_default() += 1;
        }
    }
    let mut dropped = Vec::new();
    let many = pages.len() >= 2;
    let mut kept: Vec<String> = Vec::new();
    for page in pages.iter_mut() {
        for at in margins(page).into_iter().rev() {
            let text = page[at].text.clone();
            let repeats = many && seen.get(&shape(&text)).is_some_and(|times| *times >= 2);
            if is_number(&text) {
                page.remove(at);
                dropped.push((Loss::PageNumber, text));
            } else if repeats && kept.contains(&shape(&text)) {
                page.remove(at);
                dropped.push((Loss::Repeated, text));
            } else if repeats {
                // The first of them stays: it may be the letterhead.
                kept.push(shape(&text));
            }
        }
    }
    dropped
}

/// The places of the lines at the head and foot of a page.
fn margins(page: &Lines) -> Vec<usize> {
    let last = page.len().saturating_sub(MARGIN);
    (0..page.len())
        .filter(|at| *at < MARGIN || *at >= last)
        .collect()
}

/// Whether a line only says which page this is.
fn is_number(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|own| !own.is_empty())
        .collect();
    let is_digits = |own: &&str| own.bytes().all(|b| b.is_ascii_digit());
    match words.as_slice() {
        ["pagina" | "page" | "blz" | "bladzijde", rest @ ..] => {
            !rest.is_empty()
                && rest
                    .iter()
                    .all(|own| is_digits(own) || matches!(*own, "van" | "of"))
        }
        [one, "van" | "of", other] => is_digits(one) && is_digits(other),
        _ => false,
    }
}

/// The pages as text, with a blank line where a wide gap stands.
pub(super) fn text(pages: &[Lines]) -> String {
    let mut out = String::new();
    let mut before: Option<&Line> = None;
    for page in pages {
        for line in page {
            if let Some(before) = before {
                let gap = (before.y - line.y).abs();
                let usual = before.size.max(line.size).max(1.0) * 1.75;
                let is_new_page = std::ptr::eq(line, &raw const page[0]);
                let other_size = (before.size - line.size).abs() > 0.5;
                if !is_new_page && (gap > usual || other_size) {
                    out.push('\n');
                }
            }
            out.push_str(line.text.trim());
            out.push('\n');
            before = Some(line);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_number_of_a_page_is_one() {
        for (text, is) in [
            ("Pagina 1 van 3", true),
            ("2 van 4", true),
            ("blz. 7", true),
            ("2024", false),
            ("Pagina's", false),
            ("van de 3", false),
        ] {
            assert_eq!(is_number(text), is, "{text}");
        }
    }
}
