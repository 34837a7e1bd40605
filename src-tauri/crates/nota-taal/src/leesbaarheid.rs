//! How hard a text is to read, by the length of its sentences and words: the
//! measure of Flesch as Douma set it for Dutch. It says nothing of what the
//! words mean, so it is given as a band, and from a hundred words on.

use crate::token::{has_letter, spaced};
use crate::zinnen::sentences;

/// What is counted of texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Maat {
    /// The words: with a letter or a digit.
    pub words: usize,
    /// The words with a letter, whose syllables are counted.
    pub lettered: usize,
    /// The sentences.
    pub sentences: usize,
    /// The syllables.
    pub syllables: usize,
}

/// Fewer words than this say nothing.
pub const LEAST_WORDS: usize = 100;

/// How hard a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Sentences and words of a newspaper or easier.
    Gewoon,
    /// Longer sentences or words.
    VrijMoeilijk,
    /// As most published notas are.
    Moeilijk,
    /// Harder than most of them.
    ZeerMoeilijk,
}

impl Maat {
    /// The words, sentences and syllables of a text.
    pub fn of(text: &str) -> Self {
        let mut own = Self::default();
        for sentence in sentences(text) {
            let part = text.get(sentence).unwrap_or_default();
            let before = own.words;
            for token in spaced(part) {
                let has_digit = token.text.contains(|own: char| own.is_ascii_digit());
                if has_letter(token.text) {
                    own.lettered += 1;
                    own.syllables += syllables(token.text);
                }
                own.words += usize::from(has_letter(token.text) || has_digit);
            }
            own.sentences += usize::from(own.words > before);
        }
        own
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            lettered: self.lettered + other.lettered,
            sentences: self.sentences + other.sentences,
            syllables: self.syllables + other.syllables,
        }
    }

    /// Words in a sentence, on average.
    pub fn words_in_sentence(self) -> f64 {
        self.words as f64 / self.sentences.max(1) as f64
    }

    /// Syllables in a word, on average.
    pub fn syllables_in_word(self) -> f64 {
        self.syllables as f64 / self.lettered.max(1) as f64
    }

    /// The figure of Flesch and Douma: 206.835 - 0.93 x words in a sentence -
    /// 77 x syllables in a word. The higher the easier.
    pub fn figure(self) -> f64 {
        206.835 - 0.93 * self.words_in_sentence() - 77.0 * self.syllables_in_word()
    }

    /// The band that the figure lies in; none for fewer than [`LEAST_WORDS`].
    pub fn band(self) -> Option<Band> {
        (self.words >= LEAST_WORDS).then(|| match self.figure() {
            own if own >= 60.0 => Band::Gewoon,
            own if own >= 45.0 => Band::VrijMoeilijk,
            own if own >= 30.0 => Band::Moeilijk,
            _ => Band::ZeerMoeilijk,
        })
    }
}

/// Vowels that sound as one, the longest first.
const GROUPS: [&str; 18] = [
    "eau", "aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei",
    "ij", "ou", "au",
];

/// The syllables of a word: the groups of vowels of its parts. A letter with a
/// trema stands alone, the s of a possessive adds none, and an abbreviation is
/// said letter by letter.
pub fn syllables(word: &str) -> usize {
    let word = word.replace('’', "'");
    let bare = word.trim_matches(|own: char| !own.is_alphanumeric());
    let bare = bare.strip_suffix("'s").unwrap_or(bare);
    let parts = bare.split(['-', '/', '&', '\'']);
    parts.filter(|own| !own.is_empty()).map(of_part).sum()
}

fn of_part(part: &str) -> usize {
    if !part.contains(char::is_alphabetic) {
        return 1;
    }
    let capitals = part.chars().filter(char::is_ascii_uppercase).count();
    let stem = part.strip_suffix('s').filter(|own| own.len() > 1);
    let is_sign = |own: char| own.is_ascii_uppercase() || own.is_ascii_digit();
    let is_short = capitals > 1 && stem.unwrap_or(part).chars().all(is_sign);
    let vowels = vowels(&part.to_lowercase().replace("qu", "kw"));
    match is_short && (vowels == 0 || part.len() <= 3) {
        true => capitals,
        false => vowels.max(1),
    }
}

/// The groups of vowels.
fn vowels(word: &str) -> usize {
    let is_vowel = |own: char| "aeiouyàáâäèéêëìíîïòóôöùúûü".contains(own);
    let mut count = 0;
    // An y before a vowel at the start is a j.
    let begins = word
        .strip_prefix('y')
        .filter(|rest| rest.starts_with(is_vowel));
    let mut rest = begins.unwrap_or(word);
    while let Some(letter) = rest.chars().next() {
        let group = GROUPS.iter().find(|own| rest.starts_with(**own));
        count += usize::from(group.is_some() || is_vowel(letter));
        let step = group.map_or(letter.len_utf8(), |own| own.len());
        rest = rest.get(step..).unwrap_or_default();
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_groups_of_vowels() {
        for (word, count) in [
            ("brief", 1),
            ("beleid", 2),
            ("minister", 3),
            ("geïnformeerd", 4),
            ("beleidsmedewerker", 6),
            ("eeuw", 1),
            ("nieuwe", 2),
            ("financiële", 5),
            ("quotum", 2),
            ("DNA", 3),
            ("thema’s", 2),
            ("systeem", 2),
            ("NSOC", 1),
            ("vrij", 1),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn the_figure_falls_with_long_sentences_and_words() {
        let short = Maat::of(&"De zon schijnt. De kat slaapt op de mat. ".repeat(20));
        assert_eq!((short.sentences, short.band()), (40, Some(Band::Gewoon)));
        let long = "De intensivering van interdepartementale samenwerkingsverbanden bevordert \
                    de uitvoeringsgerichte beleidsontwikkeling met betrekking tot ondermijning. ";
        assert_eq!(Maat::of(&long.repeat(10)).band(), Some(Band::ZeerMoeilijk));
        assert_eq!(Maat::of("Kort.").band(), None);
        let whole = Maat::of("Een zin. En nog een.");
        assert_eq!(whole, Maat::of("Een zin.").and(Maat::of("En nog een.")));
    }
}
