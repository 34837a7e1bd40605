//! Characters that only steer their neighbours and are not seen themselves.

/// The code points with the property `Default_Ignorable_Code_Point` of
/// Unicode 17, from `DerivedCoreProperties.txt` of the Unicode Character
/// Database: first and last of each range. Soft hyphens, joiners, marks of
/// writing direction, variation selectors. The set is stable but for new
/// selectors in ranges that are kept free for them, which are in here whole.
const RANGES: [(char, char); 17] = [
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fff8}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

/// Whether Unicode says that a program that cannot do what a character asks
/// shows nothing in its place.
pub fn is_ignorable(c: char) -> bool {
    // Nearly all text is below the first of them.
    c >= '\u{ad}'
        && RANGES
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&c))
}

#[cfg(test)]
mod tests {
    use super::is_ignorable;

    #[test]
    fn what_steers_is_ignored_and_what_is_seen_is_not() {
        for c in "\u{ad}\u{200b}\u{200d}\u{200e}\u{202a}\u{202c}\u{202e}\u{2060}\u{2066}\u{2069}\u{fe0f}\u{feff}\u{61c}\u{e0001}".chars() {
            assert!(is_ignorable(c), "U+{:04X}", u32::from(c));
        }
        for c in
            "a -\u{a0}\u{2010}\u{2011}\u{2028}\u{202f}é€\u{301}\u{fffd}\u{fffc}\u{e000}".chars()
        {
            assert!(!is_ignorable(c), "U+{:04X}", u32::from(c));
        }
    }
}
