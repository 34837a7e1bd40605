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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_is_wider_and_pieces_are_the_text() {
        let fonts = Fonts::embedded();
        assert!(width("nota", true, &fonts) > width("nota", false, &fonts));
        let text = "een beleidsondersteuning  op";
        assert_eq!(pieces(text).collect::<String>(), text);
    }
}
