//! Fonts of symbols, in which a letter is a sign: an arrow that Word makes of
//! `-->` is the letter à in Wingdings. The tables are those of the fonts
//! themselves, as published with the Unicode Character Database (for Symbol)
//! and in Microsoft's list of Wingdings.

/// A font of symbols.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Font {
    /// Wingdings.
    Wingdings,
    /// Wingdings 2.
    Wingdings2,
    /// Symbol.
    Symbol,
    /// One without a table here.
    Unknown,
}

/// What stands for a sign that has no counterpart.
const UNKNOWN: char = '□';

const WINGDINGS: &[(u8, char)] = &[
    (0x22, '✂'),
    (0x28, '☎'),
    (0x2a, '✉'),
    (0x36, '⌛'),
    (0x3e, '✇'),
    (0x3f, '✍'),
    (0x41, '✌'),
    (0x45, '☜'),
    (0x46, '☞'),
    (0x47, '☝'),
    (0x48, '☟'),
    (0x4a, '☺'),
    (0x4b, '😐'),
    (0x4c, '☹'),
    (0x4e, '☠'),
    (0x50, '⚐'),
    (0x52, '☼'),
    (0x54, '❄'),
    (0x6c, '●'),
    (0x6e, '■'),
    (0x6f, '□'),
    (0x70, '□'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x73, '⬧'),
    (0x74, '⧫'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '⬥'),
    (0x78, '☒'),
    (0x9e, '·'),
    (0x9f, '•'),
    (0xa1, '○'),
    (0xa7, '▪'),
    (0xa8, '□'),
    (0xab, '★'),
    (0xc4, '→'),
    (0xd8, '➢'),
    (0xdf, '←'),
    (0xe0, '→'),
    (0xe1, '↑'),
    (0xe2, '↓'),
    (0xe8, '→'),
    (0xe7, '←'),
    (0xe9, '↑'),
    (0xea, '↓'),
    (0xef, '⇦'),
    (0xf0, '⇨'),
    (0xf1, '⇧'),
    (0xf2, '⇩'),
    (0xf3, '⬄'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfd, '☒'),
    (0xfe, '☑'),
];

const WINGDINGS2: &[(u8, char)] = &[
    (0x4f, '✗'),
    (0x50, '✓'),
    (0x51, '☒'),
    (0x52, '☑'),
    (0x53, '☒'),
    (0x54, '☒'),
    (0x97, '●'),
    (0x98, '●'),
    (0xa2, '■'),
    (0xa3, '□'),
    (0xae, '◆'),
];

/// Greek letters of Symbol, from `A` and from `a`.
const GREEK_UPPER: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
const GREEK_LOWER: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

const SYMBOL: &[(u8, char)] = &[
    (0x22, '∀'),
    (0x24, '∃'),
    (0x27, '∋'),
    (0x2a, '∗'),
    (0x2d, '−'),
    (0x40, '≅'),
    (0x5c, '∴'),
    (0x5e, '⊥'),
    (0x7e, '∼'),
    (0xa0, '€'),
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xab, '↔'),
    (0xac, '←'),
    (0xad, '↑'),
    (0xae, '→'),
    (0xaf, '↓'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb2, '″'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb5, '∝'),
    (0xb6, '∂'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xba, '≡'),
    (0xbb, '≈'),
    (0xbc, '…'),
    (0xc6, '∅'),
    (0xc7, '∩'),
    (0xc8, '∪'),
    (0xce, '∈'),
    (0xd0, '∠'),
    (0xd1, '∇'),
    (0xd2, '®'),
    (0xd3, '©'),
    (0xd4, '™'),
    (0xd5, '∏'),
    (0xd6, '√'),
    (0xd7, '⋅'),
    (0xd8, '¬'),
    (0xd9, '∧'),
    (0xda, '∨'),
    (0xdb, '⇔'),
    (0xdc, '⇐'),
    (0xdd, '⇑'),
    (0xde, '⇒'),
    (0xdf, '⇓'),
    (0xe0, '◊'),
    (0xe5, '∑'),
    (0xf2, '∫'),
];

impl Font {
    /// The font with this name; none for a font of letters.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let name = name.trim().trim_matches(['"', '\'']).to_ascii_lowercase();
        Some(match name.as_str() {
            "wingdings" => Font::Wingdings,
            "wingdings 2" => Font::Wingdings2,
            "symbol" | "symbolmt" | "symbol mt" => Font::Symbol,
            "wingdings 3" | "webdings" | "zapfdingbats" | "zapf dingbats" => Font::Unknown,
            _ => return None,
        })
    }

    /// The sign that a code of the font is; the private area of Unicode at
    /// U+F000, where Word puts these, is the same.
    pub(crate) fn sign(self, code: u32) -> Option<char> {
        let code = match code {
            0xf000..=0xf0ff => code - 0xf000,
            other => other,
        };
        let Ok(code) = u8::try_from(code) else {
            return char::from_u32(code);
        };
        if code == b' ' {
            return Some(' ');
        }
        let find = |table: &[(u8, char)]| table.iter().find(|own| own.0 == code).map(|own| own.1);
        match self {
            Font::Wingdings => find(WINGDINGS),
            Font::Wingdings2 => find(WINGDINGS2),
            Font::Symbol => find(SYMBOL).or_else(|| greek(code)),
            Font::Unknown => None,
        }
    }

    /// A text in the font, and whether a sign of it is not known.
    pub(crate) fn translate(self, text: &str) -> (String, bool) {
        let mut unknown = false;
        let signs = text.chars().map(|c| {
            self.sign(u32::from(c)).unwrap_or_else(|| {
                unknown = true;
                UNKNOWN
            })
        });
        let signs = signs.collect();
        (signs, unknown)
    }
}

fn greek(code: u8) -> Option<char> {
    match code {
        b'A'..=b'Z' => GREEK_UPPER.chars().nth(usize::from(code - b'A')),
        b'a'..=b'z' => GREEK_LOWER.chars().nth(usize::from(code - b'a')),
        0x20..=0x7e => Some(char::from(code)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_what_the_reader_saw() {
        let wing = Font::named("Wingdings").expect("known");
        assert_eq!(wing.translate("à Jü\u{f0fc}"), ("→ ☺✓✓".to_owned(), false));
        assert_eq!(wing.translate("\u{2}"), ("□".to_owned(), true));
        let symbol = Font::named("Symbol").expect("known");
        assert_eq!(
            symbol.translate("5 \u{f0b3} a"),
            ("5 ≥ α".to_owned(), false)
        );
        assert_eq!(Font::named("Verdana"), None);
    }
}
