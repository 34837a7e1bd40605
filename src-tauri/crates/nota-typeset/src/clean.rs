//! Which characters can stand on paper, and what stands there for the others.

use std::borrow::Cow;

use nota_model::is_ignorable;

use crate::Fonts;

/// What is printed for a character that the fonts do not have: the box that
/// readers know as "here stood something".
pub const REPLACEMENT: char = '□';

/// What happens to a character on its way to the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is printed.
    Printed,
    /// It stands for white space.
    Space,
    /// It only steers its neighbours (joiners, variation selectors, hints for
    /// breaking, marks of direction) and is left out.
    Dropped,
    /// The reader sees [`REPLACEMENT`].
    Replaced,
}

/// What happens to a character, given whether the fonts have a glyph for it.
pub(crate) fn fate(c: char, has_glyph: impl FnOnce(char) -> bool) -> Fate {
    match c {
        ' '..='~' => Fate::Printed,
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Space,
        // Marks of writing direction too: the page has the order of the file.
        c if is_ignorable(c) => Fate::Dropped,
        '\u{fff9}'..='\u{ffff}' => Fate::Replaced,
        c if c.is_control() || is_private(c) => Fate::Replaced,
        c if has_glyph(c) => Fate::Printed,
        c if c.is_whitespace() => Fate::Space,
        _ => Fate::Replaced,
    }
}

/// Code points that mean something else on every computer; PDF/A refuses them.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// The text as it can be printed: runs of white space are one space, and what
/// the fonts do not have is [`REPLACEMENT`].
pub(crate) fn clean<'a>(text: &'a str, fonts: &Fonts) -> Cow<'a, str> {
    let plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) && !text.contains("  ");
    if plain {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match fate(c, |c| fonts.has_glyph(c)) {
            Fate::Printed if c != ' ' => out.push(c),
            Fate::Printed | Fate::Space if !out.ends_with(' ') => out.push(' '),
            Fate::Replaced => out.push(REPLACEMENT),
            Fate::Printed | Fate::Space | Fate::Dropped => {}
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_printed_is_shown_as_a_box() {
        let fonts = Fonts::embedded();
        for (text, printed) in [
            ("gewoon", "gewoon"),
            ("één – ‘twee’ €5 ☒", "één – ‘twee’ €5 ☒"),
            ("a\tb\u{a0}c  d", "a b\u{a0}c d"),
            ("🦀", "□"),
            ("会议", "□□"),
            ("a\0b\u{feff}c\u{e000}\u{fffc}", "a□bc□□"),
            ("\u{202e}om \u{200e}+31\u{2066}", "om +31"),
            ("1\u{fe0f}\u{200d}2\u{ad}3", "123"),
        ] {
            assert_eq!(clean(text, &fonts), printed, "{text:?}");
        }
    }
}
