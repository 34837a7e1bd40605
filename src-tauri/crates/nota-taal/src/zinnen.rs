//! Where sentences begin and end, which are long and which are passive.

use std::ops::Range;

use crate::citaat::Citaten;
use crate::deelwoord::is_participle;
use crate::soorten::{SOORTEN, is_abbreviation, is_capitalised};
use crate::token::{has_letter, is_initials, spaced};
use crate::zin::Delen;

/// A sentence of more words than this is long.
pub const LONG_SENTENCE: usize = 40;

/// What the sentences of a text are like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Zinsbouw {
    /// How many sentences there are.
    pub count: usize,
    /// How many of them are passive: "wordt … aangeboden".
    pub passive: usize,
    /// The long ones: their first three words, in bytes of the text, and how
    /// many words they have. A mark on the whole would hide other faults.
    pub long: Vec<(Range<usize>, usize)>,
}

/// What the sentences of a text are like, without those that are quoted.
pub fn zinsbouw(text: &str) -> Zinsbouw {
    let mut own = Zinsbouw::default();
    let citaten = Citaten::of(text);
    for sentence in sentences(text) {
        let part = text.get(sentence.clone()).unwrap_or_default();
        let mut words = spaced(part).filter(|token| is_counted(token.text));
        let Some(first) = words.next() else {
            continue;
        };
        let (mut count, mut end) = (1, first.range().end);
        for token in words {
            count += 1;
            if count <= 3 {
                end = token.range().end;
            }
        }
        if citaten.fill(&sentence) {
            continue;
        }
        own.count += 1;
        own.passive += usize::from(is_passive(part));
        if count > LONG_SENTENCE {
            own.long
                .push((sentence.start + first.start..sentence.start + end, count));
        }
    }
    own
}

/// A sentence of a text that is not quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zin {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// How many words it has.
    pub words: usize,
    /// Whether it is passive.
    pub is_passive: bool,
}

/// The sentences of a text one by one, without those that are quoted.
pub fn zinnen(text: &str) -> Vec<Zin> {
    let citaten = Citaten::of(text);
    let all = sentences(text).into_iter();
    let own = all.filter(|range| !citaten.fill(range)).map(|range| {
        let part = text.get(range.clone()).unwrap_or_default();
        Zin {
            words: spaced(part).filter(|own| is_counted(own.text)).count(),
            is_passive: is_passive(part),
            range,
        }
    });
    own.filter(|own| own.words > 0).collect()
}

fn is_counted(word: &str) -> bool {
    has_letter(word) || word.contains(|own: char| own.is_ascii_digit())
}

/// The sentences of a text, in bytes. A line end that the drafter asked for
/// ends one too.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let tokens: Vec<_> = spaced(text).collect();
    let mut found = Vec::new();
    let mut start = 0;
    for (index, token) in tokens.iter().enumerate() {
        let Some(next) = tokens.get(index + 1) else {
            break;
        };
        let between = text.get(token.range().end..next.start).unwrap_or_default();
        if between.contains('\n') || ends(token.text, next.text, token.start == start) {
            found.push(start..token.range().end);
            start = next.start;
        }
    }
    found.push(start..text.len());
    found
}

/// Whether a sentence ends behind a word.
fn ends(word: &str, next: &str, is_first: bool) -> bool {
    let digits = word.trim_end_matches(|own: char| own.is_ascii_digit());
    // The digit of a footnote behind the dot.
    let word = match digits.ends_with(['.', '!', '?']) && word.len() - digits.len() <= 2 {
        true => digits,
        false => word,
    };
    let bare = word.trim_end_matches(['”', '’', '"', '\'', ')', ']']);
    if !bare.ends_with(['.', '!', '?', '…']) || !begins(next) {
        return false;
    }
    if !bare.ends_with(['.', '…']) {
        return true;
    }
    let word = bare.trim_start_matches(['(', '"', '“', '‘', '’', '\'', '[']);
    let lower = word.to_lowercase();
    let number = lower.trim_end_matches('.');
    let is_number = !number.is_empty() && number.bytes().all(|own| own.is_ascii_digit());
    let is_list = is_number && number.len() <= 2 && is_first;
    let goes_on = is_abbreviation(&lower)
        && (next.starts_with(|own: char| own.is_ascii_digit()) || next.starts_with('('));
    let dotted = lower.matches('.').count() > 1
        && lower.split('.').all(|own| own.chars().count() <= 1)
        && !is_abbreviation(&lower);
    !(SOORTEN.never_last.contains(lower.as_str())
        || is_initials(word)
        || dotted
        || is_list
        || goes_on)
}

/// Whether a word can begin a sentence.
fn begins(word: &str) -> bool {
    let opens = ['“', '‘', '"', '\'', '„', '(', '[', '•', '–', '-'];
    is_capitalised(word)
        || word.starts_with(|own: char| own.is_ascii_digit() || opens.contains(&own))
}

const WORDEN: &[&str] = &["word", "wordt", "worden", "werd", "werden"];

const MODAL: &[&str] = &[
    "kan", "kunnen", "zal", "zullen", "moet", "moeten", "zou", "mag", "mogen", "te", "hoeft",
    "dient", "dienen",
];

const OPENS_CLAUSE: &[&str] = &[
    "dat", "die", "waarbij", "waarin", "waarmee", "waarvan", "waardoor", "omdat", "zodat",
    "terwijl", "maar", "want", "als", "indien", "hoewel", "wanneer", "nadat", "voordat", "doordat",
    "waarop", "opdat",
];

/// Whether a sentence has a form of "worden" with a participle. The sentence
/// in which a minister is advised is always passive and does not count.
fn is_passive(sentence: &str) -> bool {
    let delen = Delen::new(sentence);
    let is_advice = |at: usize| {
        let near = [delen.before(at), delen.low(at + 1)];
        near.contains(&"u") && delen.any(at + 1..at + 4, &["geadviseerd", "verzocht"])
    };
    (0..delen.len()).any(|at| {
        WORDEN.contains(&delen.low(at))
            && !is_advice(at)
            && (participle_before(&delen, at) || participle_after(&delen, at))
    })
}

/// "gepubliceerd wordt", "genomen kunnen worden".
fn participle_before(delen: &Delen, at: usize) -> bool {
    let is_free = |own: usize| is_participle(delen.low(own)) && delen.before(own) != "te";
    at >= 1 && is_free(at - 1) || at >= 2 && MODAL.contains(&delen.low(at - 1)) && is_free(at - 2)
}

/// "wordt volgende week gepubliceerd".
fn participle_after(delen: &Delen, at: usize) -> bool {
    let articles = [
        "de", "het", "een", "deze", "dit", "die", "van", "uw", "onze", "alle", "met", "hun",
        "zijn", "haar", "te",
    ];
    for own in at + 1..delen.len().min(at + 22) {
        let word = delen.low(own);
        let next = delen.low(own + 1);
        let clause_ends = delen.is_mark(own, ";:")
            || OPENS_CLAUSE.contains(&word) && own > at + 1
            || word == ","
                && (OPENS_CLAUSE.contains(&next) || ["en", "waar", "te"].contains(&next));
        if clause_ends {
            return false;
        }
        if is_participle(word) && !articles.contains(&delen.before(own)) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|own| &text[own]).collect()
    }

    #[test]
    fn a_dot_does_not_always_end_a_sentence() {
        for text in [
            "De brief van dhr. J.A. Jansen is er.",
            "Zie p. 3, art. 5 en nr. 7 van het verslag.",
            "Dit gebeurt o.a. in Zeeland en m.b.t. Drenthe.",
            "Hij vroeg “Komt dat?” in het debat.",
            "2. Een onderdeel",
            "Op 3 okt. 2024 was dat zo.",
        ] {
            assert_eq!(cut(text), [text]);
        }
        assert_eq!(cut("Dat was 3 mei jl. De brief ging uit.").len(), 2);
        assert_eq!(cut("Dit is af.3 De brief volgt. Ja!").len(), 3);
        assert_eq!(cut("een regel\ntweede regel").len(), 2);
    }

    #[test]
    fn passive_sentences_are_counted() {
        for (text, passive) in [
            ("De brief wordt morgen verzonden.", 1),
            ("Het is de vraag of de regeling verlengd kan worden.", 1),
            ("Wij sturen de brief.", 0),
            ("U wordt geadviseerd de brief te ondertekenen.", 0),
            (
                "De minister wordt voorzitter van de genomen maatregelen.",
                0,
            ),
        ] {
            assert_eq!(zinsbouw(text).passive, passive, "{text}");
        }
    }

    #[test]
    fn a_long_sentence_is_marked_at_its_first_words() {
        let text = format!("Kort. De zin is {}lang.", "erg ".repeat(40));
        let own = zinsbouw(&text);
        assert_eq!((own.count, own.long.len()), (2, 1));
        assert_eq!(&text[own.long[0].0.clone()], "De zin is");
        assert_eq!(own.long[0].1, 44);
    }
}
