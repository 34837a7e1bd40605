//! Which sentences are English rather than Dutch.

use std::ops::Range;

use crate::soorten::SOORTEN;
use crate::spelling::is_right;
use crate::token::{has_letter, spaced};
use crate::zinnen::sentences;

/// A sentence of which most words are English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engels {
    /// The sentence, in bytes of the text.
    pub range: Range<usize>,
    /// Its first three words.
    pub begin: Range<usize>,
}

/// A sentence of fewer words is a name or a title.
const LEAST_WORDS: usize = 5;

/// The sentences of a text of which most words are English: words that only
/// English has, and words that Dutch does not know beside them.
pub fn engels(text: &str) -> Vec<Engels> {
    let mut found = Vec::new();
    for sentence in sentences(text) {
        let part = text.get(sentence.clone()).unwrap_or_default();
        let tokens: Vec<_> = spaced(part).filter(|own| has_letter(own.text)).collect();
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            continue;
        };
        let word = |text: &str| {
            let bare = text.trim_matches(|own: char| !own.is_alphanumeric());
            bare.to_lowercase()
        };
        let words: Vec<String> = tokens.iter().map(|own| word(own.text)).collect();
        let is_english = |own: &&String| SOORTEN.english.contains(own.as_str());
        let is_only_english = |own: &&String| !SOORTEN.english_and_dutch.contains(own.as_str());
        let english = words.iter().filter(is_english).count();
        let only = words
            .iter()
            .filter(is_english)
            .filter(is_only_english)
            .count();
        if tokens.len() < LEAST_WORDS || only < 2 {
            continue;
        }
        let unknown = words
            .iter()
            .filter(|own| !SOORTEN.english.contains(own.as_str()))
            .filter(|own| !is_right(own))
            .count();
        if (english + unknown) * 2 > words.len() {
            let third = tokens.get(2).unwrap_or(last);
            let at = |range: Range<usize>| sentence.start + range.start..sentence.start + range.end;
            found.push(Engels {
                range: at(first.start..last.range().end),
                begin: at(first.start..third.range().end),
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_sentences_are_told_from_dutch_ones() {
        let text = "De commissie schreef dit op. The committee recommends stronger safeguards for \
                    the wellbeing of farmers. Dat is het advies.";
        let found = engels(text);
        assert_eq!(found.len(), 1);
        assert!(text[found[0].range.clone()].starts_with("The committee"));
        assert_eq!(&text[found[0].begin.clone()], "The committee recommends");
        for dutch in [
            "Het team bespreekt de update in een meeting met de stakeholders.",
            "De Europese Data Protection Board (EDPB) en het European Centre for Law zijn gevraagd.",
            "Dit is in de brief van 3 mei gemeld aan de Kamer.",
            "the and for",
        ] {
            assert_eq!(engels(dutch), [], "{dutch}");
        }
    }
}
