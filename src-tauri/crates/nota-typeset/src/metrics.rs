//! Widths of text, from the fonts' own advances: enough to know which words
//! do not fit and how columns share the width, without typesetting anything.

use crate::Fonts;

/// The width of a text in ems of its size, kerning left out: a little more
/// than what is printed, never less than what matters.
pub(crate) fn width(text: &str, bold: bool, fonts: &Fonts) -> f64 {
    text.chars().map(|c| fonts.advance(c, bold)).sum()
}

/// The words of a text with the white space between them, as pieces that
/// together are the text. Characters that a line may be broken after belong
/// to the piece before.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(' ')
}

/// The width of the widest word, in ems.
pub(crate) fn widest_word(text: &str, bold: bool, fonts: &Fonts) -> f64 {
    pieces(text)
        .map(|word| width(word.trim_end(), bold, fonts))
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_is_wider_and_the_widest_word_counts() {
        let fonts = Fonts::embedded();
        assert!(width("nota", true, &fonts) > width("nota", false, &fonts));
        let widest = widest_word("een beleidsondersteuning op", false, &fonts);
        assert_eq!(widest, width("beleidsondersteuning", false, &fonts));
    }
}
