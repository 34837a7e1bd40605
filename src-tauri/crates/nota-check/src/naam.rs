//! Recognises names and addresses of persons, registration plates, dates of
//! birth and numbers of personnel, by what they are made of and what stands
//! around them. Some are missed and some are none: good enough to suggest,
//! never to decide.

mod lijsten;
mod nummer;
mod persoon;
mod woorden;

use std::cmp::Reverse;
use std::ops::Range;

use crate::persoonsgegeven::Soort;

/// The names, addresses and numbers in a text, in order, none within another.
pub(crate) fn find(text: &str) -> Vec<(Range<usize>, Soort)> {
    let names = persoon::persons(text)
        .into_iter()
        .filter(|own| !own.is_public);
    // A street can look like a name; its number says which it is.
    let mut found = nummer::numbers(text);
    found.extend(names.map(|own| (own.range, Soort::Naam)));
    found.sort_by_key(|(range, _)| (range.start, Reverse(range.end)));
    let mut end = 0;
    found.retain(|(range, _)| {
        let apart = range.start >= end;
        end = end.max(range.end);
        apart
    });
    found
}

/// The names of officials and companies in a text, which are public.
pub(crate) fn officials(text: &str) -> Vec<&str> {
    let names = persoon::persons(text)
        .into_iter()
        .filter(|own| own.is_public);
    names.filter_map(|own| text.get(own.range)).collect()
}

/// The parts of a name by which a text may speak of the person again: the
/// surname, and the given name.
pub(crate) fn parts(name: &str) -> Vec<&str> {
    let words = woorden::words(name);
    let mut out = Vec::new();
    let is_name = |own: &woorden::Word<'_>| own.is_capital() && !own.is_initials();
    let Some(first) = words.iter().find(|own| is_name(own)) else {
        return out;
    };
    if words.first().is_some_and(|own| own.range == first.range) && lijsten::is_given(first.text) {
        out.push(first.text);
    }
    let surname = words
        .iter()
        .rfind(|own| is_name(own) && own.range != first.range);
    let surname = surname.or(Some(first));
    if let Some(surname) = surname.filter(|own| own.text.chars().count() > 2) {
        out.push(surname.text);
        // "De la Fuente García" is called De la Fuente.
        let between = words
            .iter()
            .filter(|own| is_name(own) && own.range.start > first.range.start);
        out.extend(
            between
                .map(|own| own.text)
                .filter(|own| own.chars().count() > 3),
        );
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// A surname with a capital before it that belongs to it: "De la Fuente".
pub(crate) fn with_prefix(text: &str, range: Range<usize>) -> Range<usize> {
    let mut start = range.start;
    let mut own = range.start;
    // Four words at most; "van" in lower case belongs to it after a capital
    // only: "besproken met van Dijk" is rare.
    for _ in 0..4 {
        let before = text.get(..own).unwrap_or_default();
        let Some(before) = before.strip_suffix(' ') else {
            break;
        };
        let word = before
            .rsplit(|c: char| c.is_whitespace() || c == '(')
            .next()
            .unwrap_or_default();
        if word.is_empty() || !lijsten::is_prefix(word) {
            break;
        }
        own = before.len() - word.len();
        if word.chars().next().is_some_and(char::is_uppercase) {
            start = own;
        }
    }
    start..range.end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        find(text)
            .into_iter()
            .map(|(range, _)| &text[range])
            .collect()
    }

    #[test]
    fn names_are_recognised_by_what_stands_around_them() {
        for (text, expected) in [
            (
                "Met de heer Jansen en mevrouw De Vries-Smit.",
                vec!["Jansen", "De Vries-Smit"],
            ),
            ("dhr. J.P. van der Berg belt", vec!["J.P. van der Berg"]),
            ("mw. A. 't Hart", vec!["A. 't Hart"]),
            ("met J. Jansen, Th.M. Bos", vec!["J. Jansen", "Th.M. Bos"]),
            ("mevrouw Anna Pietersen zegt", vec!["Anna Pietersen"]),
            (
                "woont op Dorpsstraat 12a, 1234 AB Ons Dorp",
                vec!["Dorpsstraat 12a", "1234 AB"],
            ),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn other_words_are_left_alone() {
        for text in [
            "mevrouw de Minister",
            "Kamerstukken II 2023/24, 29 911, nr. 421",
            "artikel 5.1, lid 2, onder e",
            "Optie A. De minister besluit.",
            "op 15 maart 2024 in de Kamer",
            "de weg 12 en 5254387",
        ] {
            assert_eq!(names(text), Vec::<&str>::new(), "{text}");
        }
    }
}
