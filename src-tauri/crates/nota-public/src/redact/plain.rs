//! Markup of withheld text in plain texts. A title and the value of a field
//! have no marks in the model; a drafter who writes them there all the same
//! means them.

use nota_model::{Carrier, Place};

use super::Redactor;
use crate::obstacle::Reason;

const OPENING: &str = "{.lak";

/// Markup of withheld text with other brackets, or as a web page has it.
const SLIPS: [&str; 4] = ["(.lak", "(lak ", "class=\"lak\"", "class=lak"];

/// A part of a plain text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    /// What may be read.
    Public(&'a str),
    /// What stands between the brackets of `[tekst]{.lak grond="5.1.2e"}`.
    Withheld {
        /// The ground as written, perhaps empty.
        grond: &'a str,
        /// The text.
        text: &'a str,
    },
}

/// The parts of a plain text, in order.
pub(crate) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut out = Vec::new();
    let mut done = 0;
    let mut from = 0;
    while let Some(at) = find(text, from) {
        from = at + OPENING.len();
        let rest = text.get(from..).unwrap_or_default();
        let Some(length) = rest
            .find(['}', '\n'])
            .filter(|end| rest[*end..].starts_with('}'))
        else {
            continue;
        };
        let before = text.get(done..at).unwrap_or_default();
        let Some(open) = opening_bracket(before) else {
            continue;
        };
        out.push(Part::Public(before.get(..open).unwrap_or_default()));
        out.push(Part::Withheld {
            grond: ground(rest.get(..length).unwrap_or_default()),
            text: before.get(open + 1..before.len() - 1).unwrap_or_default(),
        });
        done = from + length + 1;
        from = done;
    }
    out.push(Part::Public(text.get(done..).unwrap_or_default()));
    out.retain(|part| *part != Part::Public(""));
    out
}

fn find(text: &str, from: usize) -> Option<usize> {
    text.get(from..)?.find(OPENING).map(|at| from + at)
}

/// Where the bracket stands that the last one of `text` closes.
fn opening_bracket(text: &str) -> Option<usize> {
    let inner = text.strip_suffix(']')?;
    let mut depth = 0_usize;
    for (at, c) in inner.char_indices().rev() {
        match c {
            ']' => depth += 1,
            '[' if depth == 0 => return Some(at),
            '[' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn ground(attributes: &str) -> &str {
    let value = attributes.split_once("grond=").map_or("", |(_, own)| own);
    let value = value.trim_start_matches('"');
    let end = value.find(['"', ' ', '\t']).unwrap_or(value.len());
    value.get(..end).unwrap_or_default()
}

/// Whether a text that is to be public looks as if a part of it was meant to
/// be withheld. Nobody writes these signs in a nota for another reason.
pub(super) fn looks_like_markup(text: &str, carrier: Carrier) -> bool {
    let fence = carrier == Carrier::Paragraph && text.trim_start().starts_with(":::");
    if fence || SLIPS.iter().any(|slip| text.contains(slip)) {
        return true;
    }
    text.split('{').skip(1).any(|after| {
        let word = after.trim_start_matches([' ', '.', '#']);
        let inside = word.split('}').next().unwrap_or_default();
        let start: String = word.chars().take(3).flat_map(char::to_lowercase).collect();
        start == "lak" || inside.contains("grond=")
    })
}

impl Redactor<'_> {
    /// A plain text without what stands in it as withheld.
    pub(super) fn plain(&mut self, text: &str, place: &Place) -> String {
        let mut out = String::with_capacity(text.len());
        for part in parts(text) {
            match part {
                Part::Public(text) => out.push_str(text),
                Part::Withheld { grond, .. } => {
                    out.push_str(&self.placeholder(grond, place.clone()));
                }
            }
        }
        if looks_like_markup(&out, Carrier::Title) {
            self.doubt(Reason::Markup, place.clone());
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_plain_text_is_understood() {
        let withheld = |grond, text| Part::Withheld { grond, text };
        for (text, expected) in [
            ("niets", vec![Part::Public("niets")]),
            (
                "a [b]{.lak grond=\"5.1.2e\"} c",
                vec![
                    Part::Public("a "),
                    withheld("5.1.2e", "b"),
                    Part::Public(" c"),
                ],
            ),
            (
                "[a [b] c]{.lak grond=5.2}",
                vec![withheld("5.2", "a [b] c")],
            ),
            (
                "[a]{.lak}[b]{.lak}",
                vec![withheld("", "a"), withheld("", "b")],
            ),
            ("a]{.lak}", vec![Part::Public("a]{.lak}")]),
            ("[a]{.lak", vec![Part::Public("[a]{.lak")]),
        ] {
            assert_eq!(parts(text), expected, "{text}");
        }
    }

    #[test]
    fn markup_with_a_slip_in_it_is_noticed() {
        for text in [
            "[a] {.lak}",
            "a{lak grond=5.2}",
            "{ .Lak }",
            "x{grond=\"5.2\"}",
            "[a](.lak grond=\"5.2\")",
            "<span class=\"lak\">a</span>",
        ] {
            assert!(looks_like_markup(text, Carrier::Cell), "{text}");
        }
        assert!(looks_like_markup("::: {.geheim}", Carrier::Paragraph));
        for text in ["{a}", "lakken", "de grond=5", "a ::: b", ""] {
            assert!(!looks_like_markup(text, Carrier::Paragraph), "{text}");
        }
    }
}
