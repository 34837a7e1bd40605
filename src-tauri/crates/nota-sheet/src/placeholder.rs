//! The placeholders of the public version in running text, "[niet openbaar:
//! art. 5.1, lid 2, onder e, Woo]".

use std::borrow::Cow;
use std::sync::LazyLock;

use nota_model::{Grond, NIET_OPENBAAR, TextRange, gronden};

use crate::{Look, Stretch, What};

/// The placeholders of all grounds.
static ALL: LazyLock<Vec<(String, &'static Grond)>> = LazyLock::new(|| {
    let all = gronden().iter();
    all.map(|grond| (grond.placeholder(), grond)).collect()
});

/// A text that is nothing but "niet openbaar": the value of a field that is
/// withheld without ground.
pub(crate) fn bare<'n>(look: Look<'n>) -> Stretch<'n> {
    Stretch {
        what: What::Placeholder {
            text: Cow::Borrowed(NIET_OPENBAAR),
            grond: None,
        },
        look,
        range: None,
    }
}

/// Adds the stretches of a text: placeholders apart, nothing empty. `start` is
/// the character at which the text begins in that of its place.
pub(crate) fn split<'n>(
    text: Cow<'n, str>,
    look: &Look<'n>,
    start: Option<usize>,
    out: &mut Vec<Stretch<'n>>,
) {
    let mut add = |what: What<'n>, at: Option<usize>, chars: usize| {
        out.push(Stretch {
            what,
            look: look.clone(),
            range: at.map(|start| TextRange {
                start,
                end: start + chars,
            }),
        });
    };
    let found = placeholders(&text);
    if found.is_empty() {
        if !text.is_empty() {
            let chars = text.chars().count();
            add(What::Text(text), start, chars);
        }
        return;
    }
    let (mut done, mut chars) = (0, start);
    for (from, to, grond) in found.into_iter().chain([(text.len(), text.len(), None)]) {
        for (range, is_text) in [(done..from, true), (from..to, false)] {
            if range.is_empty() {
                continue;
            }
            let part = part(&text, range);
            let count = part.chars().count();
            let what = if is_text {
                What::Text(part)
            } else {
                What::Placeholder { text: part, grond }
            };
            add(what, chars, count);
            chars = chars.map(|own| own + count);
        }
        done = to;
    }
}

fn part<'n>(text: &Cow<'n, str>, range: std::ops::Range<usize>) -> Cow<'n, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(range).unwrap_or_default()),
        Cow::Owned(text) => Cow::Owned(text.get(range).unwrap_or_default().to_owned()),
    }
}

/// Where the placeholders of a text begin and end, in bytes, with their ground.
fn placeholders(text: &str) -> Vec<(usize, usize, Option<&'static Grond>)> {
    let mut out = Vec::new();
    let mut done = 0;
    for (at, _) in text.match_indices('[') {
        let rest = text.get(at..).unwrap_or_default();
        let found = ALL.iter().find(|(own, _)| rest.starts_with(own.as_str()));
        if let Some((own, grond)) = found.filter(|_| at >= done) {
            done = at + own.len();
            out.push((at, done, Some(*grond)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(String, Option<&'static str>, usize)> {
        let mut out = Vec::new();
        split(Cow::Borrowed(text), &Look::default(), Some(2), &mut out);
        out.iter()
            .map(|stretch| {
                let start = stretch.range.map_or(0, |range| range.start);
                match &stretch.what {
                    What::Placeholder { text, grond } => {
                        (text.to_string(), grond.map(|own| own.code), start)
                    }
                    What::Text(text) => (text.to_string(), None, start),
                    _ => (String::new(), None, start),
                }
            })
            .collect()
    }

    #[test]
    fn placeholders_stand_apart() {
        let one = "[niet openbaar: art. 5.2, Woo]";
        assert_eq!(
            words(&format!("één {one}{one} b")),
            [
                ("één ".to_owned(), None, 2),
                (one.to_owned(), Some("5.2"), 6),
                (one.to_owned(), Some("5.2"), 36),
                (" b".to_owned(), None, 66),
            ]
        );
        for text in ["[niet openbaar]", "[niet openbaar: art. 9, Woo]", "[a]"] {
            assert_eq!(words(text), [(text.to_owned(), None, 2)]);
        }
        assert_eq!(words(""), []);
    }
}
