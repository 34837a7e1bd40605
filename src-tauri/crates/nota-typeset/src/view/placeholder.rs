//! The placeholders of the public version, "[niet openbaar: art. 5.1, lid 2,
//! onder e, Woo]": real text in a box, so that it is seen and read aloud.

use std::sync::LazyLock;

use nota_model::{Grond, gronden};

use super::glue::glued;
use super::kinds::Run;

/// The placeholders of all grounds.
static ALL: LazyLock<Vec<String>> =
    LazyLock::new(|| gronden().iter().map(Grond::placeholder).collect());

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'t> {
    /// Any text.
    Text(&'t str),
    /// A placeholder.
    Placeholder(&'t str),
}

/// The parts of a text, in order; never empty ones.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut out = Vec::new();
    let mut done = 0;
    for (at, _) in text.match_indices('[') {
        let rest = text.get(at..).unwrap_or_default();
        let Some(found) = ALL.iter().find(|own| rest.starts_with(own.as_str())) else {
            continue;
        };
        out.extend(text.get(done..at).map(Part::Text));
        out.extend(rest.get(..found.len()).map(Part::Placeholder));
        done = at + found.len();
    }
    out.extend(text.get(done..).map(Part::Text));
    out.retain(|part| *part != Part::Text(""));
    out
}

/// The run of a placeholder.
pub(super) fn run(text: &str) -> Run {
    Run::Weglating {
        weglating: glued(text).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_stand_apart() {
        let one = "[niet openbaar: art. 5.2, Woo]";
        assert_eq!(
            parts(&format!("a {one}{one} b")),
            [
                Part::Text("a "),
                Part::Placeholder(one),
                Part::Placeholder(one),
                Part::Text(" b"),
            ]
        );
        for text in ["[niet openbaar]", "[niet openbaar: art. 9, Woo]", "[a]"] {
            assert_eq!(parts(text), [Part::Text(text)]);
        }
        assert_eq!(parts(""), []);
    }
}
