//! Recognises names and addresses of persons by what stands around them. Many
//! are missed and some are none: good enough to suggest, never to decide.

use std::ops::Range;

use crate::persoonsgegeven::{Soort, by_itself};
use crate::phrase::{Pattern, pattern};

/// A surname, with the words that may come before it and a second one after a
/// hyphen.
macro_rules! surname {
    () => {
        r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Tt]e|'t|[Hh]et|[Ii]n|[Oo]p|[Vv]on|[Ee]l|[Aa]l|[Bb]en) ?){0,3}\p{Lu}\p{Ll}[\p{L}']*(?:-(?:(?:van|de|der) ){0,2}\p{Lu}[\p{L}']+)?"
    };
}

/// What follows "de heer": initials or a first name, and a surname.
static AFTER_TITLE: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?:[Dd]e [Hh]eer|[Hh]eer|[Mm]evrouw|[Mm]evr\.?|[Dd]hr\.?|[Mm]w\.?) (?P<naam>(?:(?:\p{Lu}\p{Ll}?\.){1,5} ?|(?:\p{Lu}\p{Ll}+ ){0,2})",
        surname!(),
        r")"
    ))
});

/// Initials and a surname.
static INITIALS: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?P<naam>(?:\p{Lu}\p{Ll}?\.){1,5} ?",
        surname!(),
        r")"
    ))
});

static STREET: Pattern = Pattern::new(|| {
    pattern(
        r"(?P<naam>\p{Lu}\p{Ll}*(?:straat|weg|laan|plein|kade|gracht|singel|dijk|hof|pad|steeg|dreef|plantsoen|markt) [1-9][0-9]{0,3}[a-zA-Z]?)",
    )
});

static POSTCODE: Pattern = Pattern::new(|| pattern(r"(?P<naam>[1-9][0-9]{3} ?[A-Z]{2})"));

/// Words with a capital that are no names, where a name could stand.
const NO_NAMES: &[&str] = &[
    "Minister",
    "Staatssecretaris",
    "Voorzitter",
    "Minister-President",
    "De",
    "Het",
    "Een",
    "In",
    "Op",
    "Deze",
    "Dit",
    "Kamer",
    "Er",
    "Bij",
    "Voor",
    "Wet",
];

/// The names and addresses in a text, in order, none within another.
pub(crate) fn find(text: &str) -> Vec<(Range<usize>, Soort)> {
    let mut found = Vec::new();
    for (recogniser, soort) in [
        (&AFTER_TITLE, Soort::Naam),
        (&INITIALS, Soort::Naam),
        (&STREET, Soort::Adres),
        (&POSTCODE, Soort::Adres),
    ] {
        for captures in recogniser.captures_iter(text) {
            let Some(name) = captures.name("naam") else {
                continue;
            };
            let last = name.as_str().rsplit(' ').next().unwrap_or_default();
            let last = last.rsplit('.').next().unwrap_or_default();
            if by_itself(text, &name.range()) && !NO_NAMES.contains(&last) {
                found.push((name.range(), soort));
            }
        }
    }
    found.sort_by_key(|(range, _)| (range.start, usize::MAX - range.end));
    let mut end = 0;
    found.retain(|(range, _)| {
        let apart = range.start >= end;
        end = end.max(range.end);
        apart
    });
    found
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
