//! Text as a reader sees it: letters of other alphabets, wide forms and signs
//! that look like ASCII become ASCII in lower case, and what cannot be seen is
//! gone. Texts are compared with the same list of letters (`fold.rs`).

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters and signs that look like those of ASCII, group by group.
const ALIKE: &[(char, &str)] = &[
    ('a', "аαАΑ"),
    ('b', "ВΒЬ"),
    ('c', "сСϲ"),
    ('d', "ԁ"),
    ('e', "еεЕΕё"),
    ('g', "ɡց"),
    ('h', "һНΗ"),
    ('i', "іιІΙı"),
    ('j', "јЈ"),
    ('k', "кκКΚ"),
    ('l', "ӏӀǀɭ"),
    ('m', "мМΜ"),
    ('n', "пηΝ"),
    ('o', "оοОΟօ"),
    ('p', "рρРΡ"),
    ('q', "ԛ"),
    ('r', "гᴦ"),
    ('s', "ѕЅ"),
    ('t', "тτТΤ"),
    ('u', "υս"),
    ('v', "νѵ"),
    ('w', "ԝѡ"),
    ('x', "хχХΧ"),
    ('y', "уγУΥ"),
    ('z', "Ζᴢ"),
    (':', "ː꞉∶։׃ꓽ"),
    ('.', "·‧∙⋅ꓸ。"),
    (',', "‚،、"),
    ('[', "〔⁅⟦【〖〘〚「『❲⟬"),
    (']', "〕⁆⟧】〗〙〛」』❳⟭"),
    ('{', "❴⦃"),
    ('}', "❵⦄"),
    ('(', "❨⟮⦅"),
    (')', "❩⟯⦆"),
    ('<', "‹«〈⟨《❮❰˂"),
    ('>', "›»〉⟩》❯❱˃"),
    ('-', "‐‑‒–—―−"),
    ('"', "“”„‟"),
    ('\'', "‘’‛"),
];

/// For each letter and sign the one of ASCII that it looks like.
static OTHERS: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let groups = ALIKE.iter();
    let pairs = groups.flat_map(|(ascii, others)| others.chars().map(|c| (c, *ascii)));
    pairs.collect()
});

/// The characters as they look, each with the byte of the text that it comes
/// from.
pub(super) fn folded(text: &str) -> impl Iterator<Item = (char, usize)> {
    text.char_indices().flat_map(|(at, c)| {
        let plain = c.is_ascii().then(|| c.to_ascii_lowercase());
        let other = (!c.is_ascii() && !is_unseen(c)).then(|| seen(c));
        plain
            .into_iter()
            .chain(other.into_iter().flatten())
            .map(move |c| (c, at))
    })
}

/// The letters and digits of a text, as they look.
pub(super) fn letters(text: &str) -> String {
    folded(text)
        .map(|(c, _)| c)
        .filter(|c| c.is_alphanumeric())
        .collect()
}

fn seen(c: char) -> Vec<char> {
    if c == '∷' {
        return vec![':', ':'];
    }
    let parts = std::iter::once(alike(c)).nfkd();
    let parts = parts.filter(|c| !is_combining_mark(*c)).map(alike);
    parts.flat_map(char::to_lowercase).collect()
}

/// The letter of the Latin alphabet that a letter of another alphabet looks
/// like, the same for its capital. Some letters look otherwise as a capital
/// ("ν" and "Ν"): `within_latin` says that the letter stands beside Latin ones,
/// where a letter is there for its looks.
pub(crate) fn latin(lower: char, within_latin: bool) -> Option<char> {
    let look = |c: char| OTHERS.get(&c).copied();
    let mut upper = lower.to_uppercase();
    let mut of_capital = || upper.next().and_then(look);
    let found = match within_latin {
        true => look(lower).or_else(of_capital),
        false => of_capital().or_else(|| look(lower)),
    };
    found.filter(char::is_ascii_alphabetic)
}

fn alike(c: char) -> char {
    match c.is_ascii() {
        true => c,
        false => OTHERS.get(&c).copied().unwrap_or(c),
    }
}

/// Whether nobody sees a character: it takes no room, or only says in which
/// direction the text runs.
fn is_unseen(c: char) -> bool {
    is_combining_mark(c)
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        let shown = |text: &str| folded(text).map(|(c, _)| c).collect::<String>();
        assert_eq!(shown("{.lаk}"), "{.lak}");
        assert_eq!(shown("｛．ｌａｋ｝"), "{.lak}");
        assert_eq!(shown("【L\u{200b}a\u{ad}k】：："), "[lak]::");
        assert_eq!(shown("Café – 5·1·2ｅ"), "cafe - 5.1.2e");
        assert_eq!(letters("niet-openbaar"), "nietopenbaar");
        let offsets: Vec<usize> = folded("é{").map(|(_, at)| at).collect();
        assert_eq!(offsets, [0, 2]);
    }
}
