//! The words by which a drafter says that something is withheld, also with a
//! slip of the pen in them.

use nota_model::find_grond;

use super::lookalike::letters;

/// The words themselves, as letters.
const WORDS: &[&str] = &[
    "lak",
    "lakken",
    "lakking",
    "lakkingen",
    "gelakt",
    "gelakte",
    "weglakken",
    "weggelakt",
    "zwartlakken",
    "zwartgelakt",
    "nietopenbaar",
    "weglaten",
    "weglating",
    "weglatingen",
    "anonimiseren",
    "geanonimiseerd",
    "redact",
    "redacted",
];

/// Words in which two letters may be wrong.
const LONG: usize = 5;

/// Words around a ground that say no more than that it is one.
const AROUND_A_GROUND: &[&str] = &[
    "grond",
    "gronden",
    "woo",
    "wob",
    "art",
    "artikel",
    "lid",
    "onder",
    "onderdeel",
    "sub",
    "aanhef",
    "en",
    "van",
    "de",
    "het",
    "op",
    "wet",
    "open",
    "overheid",
    "uitzonderingsgrond",
    "weigeringsgrond",
];

/// The number of words of which a ground is looked for: more are a sentence.
const MOST: usize = 16;

/// Whether a word says that something is withheld, whatever its case, accents
/// and hyphens, and whatever alphabet its letters are of.
pub(super) fn is_word(word: &str) -> bool {
    WORDS.contains(&letters(word).as_str())
}

/// Whether a word says so, perhaps with a slip of the pen: one letter in a
/// short word, two in a long one. For places where other words seldom stand:
/// keys of fields, attributes and tags.
pub fn withholds(word: &str) -> bool {
    let own = letters(word);
    let count = own.chars().count();
    if count < 2 {
        return false;
    }
    let mut parts = word.split(['-', '_', '.', ' ']).skip(1);
    own.starts_with("lak")
        || own.contains("gelakt")
        || own.contains("lakken")
        || own.contains("lakking")
        || parts.any(is_word)
        || own.contains("nietopenba")
        || WORDS.iter().any(|known| {
            let length = known.chars().count();
            let slips = match (length, count) {
                (..LONG, ..LONG) => 1,
                (LONG.., LONG..) => 2,
                _ => 1,
            };
            // Most words of three letters are one letter from "lak": of those
            // only one with the same letters is a slip.
            if length == 3 && count == 3 {
                return known.chars().all(|c| own.contains(c));
            }
            length.abs_diff(count) <= slips && strsim::osa_distance(known, &own) <= slips
        })
}

/// Whether a text is a ground of the Woo and nothing else: "5.1.2e", "art. 5.1,
/// lid 2, onder e, Woo".
pub(super) fn is_ground(text: &str) -> bool {
    grounds(text).is_some_and(|own| own.alone)
}

/// Whether a ground of the Woo stands in a text.
pub(super) fn has_ground(text: &str) -> bool {
    grounds(text).is_some()
}

struct Grounds {
    /// Whether nothing else stands in the text.
    alone: bool,
}

fn grounds(text: &str) -> Option<Grounds> {
    let folded: String = super::lookalike::folded(text).map(|(c, _)| c).collect();
    // Each ground is one of article 5.
    if !folded.contains('5') && !folded.contains("vijf") {
        return None;
    }
    let parts = folded.split(|c: char| !c.is_alphanumeric());
    let parts: Vec<&str> = parts
        .filter(|part| !part.is_empty() && !AROUND_A_GROUND.contains(part))
        .take(MOST + 1)
        .map(|part| match part {
            "eerste" => "1",
            "tweede" => "2",
            "vijfde" => "5",
            part => part,
        })
        .collect();
    if parts.len() > MOST {
        return None;
    }
    let mut at = 0;
    let (mut any, mut alone) = (false, true);
    while at < parts.len() {
        let length = (1..=4).rev().find(|length| {
            let own = parts.get(at..at + length);
            own.is_some_and(is_code)
        });
        any |= length.is_some();
        alone &= length.is_some();
        at += length.unwrap_or(1);
    }
    any.then_some(Grounds { alone })
}

/// Whether the parts of a code make one of the Woo: "5", "1", "2e" or "512e".
/// A number by itself, such as 52, is none.
fn is_code(parts: &[&str]) -> bool {
    let code = parts.concat();
    let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
    code.starts_with('5') && !(parts.len() == 1 && is_number) && find_grond(&code).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_seen_through() {
        for word in [
            "lakken",
            "Lakken",
            "LAKKEN",
            "laken",
            "lakke",
            "lekken",
            "lakekn",
            "gelakt",
            "Gelakt",
            "gelkat",
            "lak",
            "lka",
            "lakking",
            "lakkingen",
            "l\u{430}kken",
            "lak-ken",
            "ｌａｋ",
            "niet-openbaar",
            "weg-laten",
            "lakveld",
        ] {
            assert!(withholds(word), "{word}");
        }
        for word in [
            "kenmerk",
            "geheim-veld",
            "afkorting",
            "vak",
            "zak",
            "tak",
            "lag",
            "projectcode",
            "van",
            "aan",
            "",
            "a",
        ] {
            assert!(!withholds(word), "{word}");
        }
    }

    #[test]
    fn a_ground_is_known_however_it_is_written() {
        for text in [
            "5.1.2e",
            "5.1.2.e",
            "512e",
            "art. 5.1, lid 2, onder e, Woo",
            "grond: 5.1.2 e",
            "artikel 5.1, tweede lid, aanhef en onder e",
            "5.2",
            "5,1,2e",
            "5·1·2e",
            "５.1.2e",
            "5.1.2e, 5.1.2b",
        ] {
            assert!(is_ground(text), "{text}");
        }
        for text in ["52", "5", "512", "zie 5.1.2e", "", "12 mei", "5.1.2z"] {
            assert!(!is_ground(text), "{text}");
        }
        assert!(has_ground("zie 5.1.2e") && !has_ground("zie 52"));
    }
}
