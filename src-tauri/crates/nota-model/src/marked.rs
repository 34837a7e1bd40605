//! Marks of withheld text in plain texts. A title and the value of a field have
//! no runs; a mark is written there as in the file, and means the same.

const OPENING: &str = "{.lak";

/// A part of a plain text.
#[derive(Debug, PartialEq, Eq)]
pub enum PlainPart<'a> {
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
pub fn plain_parts(text: &str) -> Vec<PlainPart<'_>> {
    placed_parts(text)
        .into_iter()
        .map(|(_, part)| part)
        .collect()
}

/// The parts of a plain text, in order, each with the byte that it begins at.
pub fn placed_parts(text: &str) -> Vec<(usize, PlainPart<'_>)> {
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
        out.push((
            done,
            PlainPart::Public(before.get(..open).unwrap_or_default()),
        ));
        let withheld = PlainPart::Withheld {
            grond: ground(rest.get(..length).unwrap_or_default()),
            text: before.get(open + 1..before.len() - 1).unwrap_or_default(),
        };
        out.push((done + open, withheld));
        done = from + length + 1;
        from = done;
    }
    out.push((
        done,
        PlainPart::Public(text.get(done..).unwrap_or_default()),
    ));
    out.retain(|(_, part)| *part != PlainPart::Public(""));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_plain_text_is_understood() {
        let withheld = |grond, text| PlainPart::Withheld { grond, text };
        for (text, expected) in [
            ("niets", vec![PlainPart::Public("niets")]),
            (
                "a [b]{.lak grond=\"5.1.2e\"} c",
                vec![
                    PlainPart::Public("a "),
                    withheld("5.1.2e", "b"),
                    PlainPart::Public(" c"),
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
            ("a]{.lak}", vec![PlainPart::Public("a]{.lak}")]),
            ("[a]{.lak", vec![PlainPart::Public("[a]{.lak")]),
        ] {
            assert_eq!(plain_parts(text), expected, "{text}");
        }
    }
}
