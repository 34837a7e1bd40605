//! Where a Dutch word may be broken with a hyphen: how wide its widest part is
//! then. The typesetter breaks at the same places, with the same patterns.

use hypher::{Lang, hyphenate};

use crate::Fonts;
use crate::metrics::width;

/// Words of fewer letters are never broken.
const SHORTEST: usize = 8;

/// Words of more bytes than this are no words.
const LONGEST: usize = 200;

/// The width in ems of the widest part of a word that is broken at all of its
/// syllables, hyphens included; none for what may not be broken so: a number,
/// a short word, an abbreviation.
pub(crate) fn widest_part(word: &str, bold: bool, fonts: &Fonts) -> Option<f64> {
    let inner = word.trim_matches(|c: char| !c.is_alphabetic());
    let start = word.find(inner)?;
    if inner.len() > LONGEST || inner.chars().count() < SHORTEST {
        return None;
    }
    if !inner
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, '-' | '/'))
    {
        return None;
    }
    let before = width(word.get(..start)?, bold, fonts);
    let after = width(word.get(start + inner.len()..)?, bold, fonts);
    let hyphen = fonts.advance('-', bold);
    let mut widest = 0.0_f64;
    let mut first = true;
    // A line may be broken after a hyphen or slash as well.
    for part in inner.split_inclusive(['-', '/']) {
        let letters = part.trim_end_matches(['-', '/']);
        let sign = width(part.get(letters.len()..)?, bold, fonts);
        for (index, syllable) in hyphenate(letters, Lang::Dutch).enumerate() {
            let lead = if first && index == 0 { before } else { 0.0 };
            widest = widest.max(lead + width(syllable, bold, fonts) + hyphen.max(sign));
        }
        first = false;
    }
    Some(widest + after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_words_are_broken() {
        let fonts = Fonts::embedded();
        let part = |word| widest_part(word, false, &fonts);
        for word in [
            "Nee",
            "1.250.000",
            "2026",
            "BIJ12",
            "12e-eeuws",
            "woning",
            "a.b.c.d.e.f",
        ] {
            assert_eq!(part(word), None, "{word}");
        }
        let whole = width("Uitvoeringsorganisatie", false, &fonts);
        let own = part("(Uitvoeringsorganisatie),").expect("it has syllables");
        assert!(own < whole / 2.0, "{own} of {whole}");
    }
}
