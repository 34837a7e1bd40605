//! Kinds of words by which the spelling sees what something is, and how a
//! letter is written: `data/woordsoorten.txt`.

use std::sync::LazyLock;

use crate::lijst::{Parts, Words};

/// See the headings of `data/woordsoorten.txt`.
pub(crate) struct Soorten {
    pub(crate) abbreviations: Words,
    pub(crate) never_last: Words,
    pub(crate) before_name: Words,
    pub(crate) in_name: Words,
    pub(crate) says_nothing: Words,
    pub(crate) english: Words,
    pub(crate) english_and_dutch: Words,
    pub(crate) prefixes: Words,
}

pub(crate) static SOORTEN: LazyLock<Soorten> = LazyLock::new(|| {
    let parts = Parts::read(include_str!("../data/woordsoorten.txt"));
    Soorten {
        abbreviations: parts.words("afkortingen met een punt"),
        never_last: parts.words("daarvan nooit het einde van een zin"),
        before_name: parts.words("voor een naam"),
        in_name: parts.words("in een naam"),
        says_nothing: parts.words("hoofdletter zegt niets na"),
        english: parts.words("Engels"),
        english_and_dutch: parts.words("Engels, maar ook Nederlands"),
        prefixes: parts.words("voorvoegsels met een streepje"),
    }
});

/// Whether a text, in lower case, is an abbreviation with its last dot.
pub(crate) fn is_abbreviation(lower: &str) -> bool {
    SOORTEN.abbreviations.contains(lower)
}

/// The apostrophes that people type, as the one of the dictionary.
pub(crate) fn straight(word: &str) -> std::borrow::Cow<'_, str> {
    match word.contains(['’', '‘']) {
        true => word.replace(['’', '‘'], "'").into(),
        false => word.into(),
    }
}

/// A letter without its accent.
pub(crate) fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    }
}

/// What a letter can be with an accent that Dutch uses.
pub(crate) fn accented(letter: char) -> &'static [char] {
    match letter {
        'e' => &['ë', 'é', 'è'],
        'i' => &['ï'],
        'o' => &['ö', 'ó'],
        'u' => &['ü'],
        'a' => &['ä'],
        'c' => &['ç'],
        'E' => &['Ë', 'É'],
        'O' => &['Ö'],
        'I' => &['Ï'],
        'U' => &['Ü'],
        _ => &[],
    }
}

/// The words that come of this one by an accent on one letter.
pub(crate) fn with_an_accent(word: &str) -> impl Iterator<Item = String> + '_ {
    word.char_indices().flat_map(move |(at, letter)| {
        accented(letter).iter().map(move |own| {
            let (before, rest) = word.split_at(at);
            let after = rest.get(letter.len_utf8()..).unwrap_or_default();
            format!("{before}{own}{after}")
        })
    })
}

/// A word whose first letter is a small one.
pub(crate) fn uncapitalised(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Whether the first letter is a capital.
pub(crate) fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
