//! Numbers before a noun, as digits and as words; and words that are written
//! with and without a capital.

use std::ops::Range;

use super::Ambacht;
use crate::citaat::Citaten;
use crate::soorten::{is_capitalised, uncapitalised};
use crate::token::{Pattern, ends_sentence, pattern, spaced};

/// A number of two to twelve before a plural noun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Getal {
    /// Where the number stands, in bytes of the text.
    pub range: Range<usize>,
    /// How many.
    pub count: usize,
    /// What is counted, in small letters.
    pub noun: String,
    /// The number as a word, when it is written in digits.
    pub in_words: Option<&'static str>,
}

/// A word of the closed list, as it is written somewhere inside a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schrijfwijze {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// The word in small letters.
    pub word: String,
    /// Whether it has a capital.
    pub has_capital: bool,
    /// Whether the right form has one.
    pub wants_capital: bool,
}

const NUMBERS: [&str; 11] = [
    "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
];

pub(super) fn numbers(text: &str, found: &mut Ambacht) {
    static COUNTED: Pattern = Pattern::new(|| {
        pattern(&format!(
            r"(?i)(?-u:\b)({}|[2-9]|1[0-2]) (?:[a-zà-ÿ]+e )?([a-zà-ÿ]{{3,}}en)(?-u:\b)",
            NUMBERS.join("|")
        ))
    });
    let citaten = Citaten::of(text);
    for captures in COUNTED.captures_iter(text) {
        let (Some(number), Some(noun)) = (captures.get(1), captures.get(2)) else {
            continue;
        };
        let lower = number.as_str().to_lowercase();
        let digits: Option<usize> = lower.parse().ok();
        let by_word = NUMBERS
            .iter()
            .position(|own| *own == lower)
            .map(|at| at + 2);
        let before = text
            .get(..number.start())
            .and_then(|own| own.chars().next_back());
        let tied = before.is_some_and(|own| "-.,/:€".contains(own));
        let Some(count) = digits.or(by_word) else {
            continue;
        };
        if tied || citaten.hold(&number.range()) {
            continue;
        }
        found.numbers.push(Getal {
            range: number.range(),
            count,
            noun: noun.as_str().to_lowercase(),
            in_words: digits.and_then(|own| NUMBERS.get(own - 2).copied()),
        });
    }
}

/// Words of which the capital is settled, and is often missed.
const SETTLED: [(&str, bool); 9] = [
    ("kamerbrief", true),
    ("kamerbrieven", true),
    ("kamervragen", true),
    ("kamercommissie", true),
    ("ministerraad", false),
    ("commissiedebat", false),
    ("tweeminutendebat", false),
    ("actieprogramma", false),
    ("systeemmonitor", false),
];

pub(super) fn spellings(text: &str, found: &mut Ambacht) {
    let lower = text.to_lowercase();
    if !SETTLED.iter().any(|(word, _)| lower.contains(word)) {
        return;
    }
    let mut before = "";
    for token in spaced(text) {
        let bare = token.text.trim_matches(|own: char| !own.is_alphanumeric());
        let small = uncapitalised(bare);
        let settled = SETTLED.iter().find(|(word, _)| *word == small);
        let inside = !before.is_empty() && !ends_sentence(before);
        before = token.text;
        if let Some((_, wants_capital)) = settled.filter(|_| inside) {
            let start = token.start + token.text.find(bare).unwrap_or_default();
            found.spellings.push(Schrijfwijze {
                range: start..start + bare.len(),
                has_capital: is_capitalised(bare),
                wants_capital: *wants_capital,
                word: small,
            });
        }
    }
}
