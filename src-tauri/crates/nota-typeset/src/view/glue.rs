//! What stays on one line in Dutch: a day with its month, a number with its
//! unit, "artikel" with its number, initials with a name. The spaces between
//! them become no-break spaces in what is printed; the file stays as it is.

use std::borrow::Cow;

use nota_model::dutch::MONTHS;

use super::held_words::{
    ACTS, BETWEEN, CURRENCIES, LETTERED, MINUS, NUMBERED, SCALES, SHORT_MONTHS, SIGNS, TITLES,
    UNITS,
};

/// The space at which a line is not broken.
pub(crate) const HOLD: char = '\u{a0}';

/// What is left out when a text is made printable: the second and later of
/// several spaces that are held.
const NOTHING: char = '\u{200b}';

/// What stands between two lines that the drafter ended; nothing holds over it.
pub(crate) const LINE_END: char = '\u{2028}';

/// Signs before an amount, without white space or with it.
const CURRENCY_SIGNS: &[char] = &['€', '$', '£'];

/// Signs before a word that are no part of it.
const OPENING: &[char] = &[
    '(', '[', '{', '“', '”', '„', '‘', '’', '"', '\'', '«', '/', '*',
];

/// Signs after a word that are no part of it.
const CLOSING: &[char] = &[
    '.', ',', ';', ':', '!', '?', ')', ']', '}', '”', '“', '’', '‘', '"', '\'', '»', '…', '*',
];

/// So many bytes on either side of a hyphen are looked at.
const NEARBY: usize = 100;

/// A text with the spaces held that may not end a line.
pub(crate) fn glued(text: &str) -> Cow<'_, str> {
    let held = held(text);
    if held.is_empty() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(hold(text, 0, &held))
}

/// A part of a text, that starts at this byte of it, with its spaces held.
/// `held` is what [`held`] says of the whole text.
pub(crate) fn hold(part: &str, start: usize, held: &[usize]) -> String {
    let mut out = String::with_capacity(part.len() + held.len());
    let mut follows = false;
    for (at, c) in part.char_indices() {
        if held.binary_search(&(start + at)).is_ok() {
            out.push(if follows { NOTHING } else { HOLD });
            follows = true;
        } else {
            out.push(c);
            follows = false;
        }
    }
    out
}

/// The bytes of the white space that may not end a line, in order.
pub(crate) fn held(text: &str) -> Vec<usize> {
    let mut out = Vec::new();
    let mut before: Option<(usize, usize)> = None;
    let (mut in_name, mut in_phone) = (false, false);
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, c) in ends {
        if !is_white(c) {
            start.get_or_insert(at);
            continue;
        }
        let Some(from) = start.take() else { continue };
        let token = text.get(from..at).unwrap_or_default();
        if let Some((first, end)) = before {
            let gap = text.get(end..from).unwrap_or_default();
            let other = text.get(first..end).unwrap_or_default();
            let name = is_name(other, token, in_name);
            let phone = is_phone(other, token, in_phone);
            if !gap.contains(LINE_END) && (name || phone || belongs(other, token)) {
                out.extend(gap.char_indices().map(|(index, _)| end + index));
            }
            (in_name, in_phone) = (name, phone);
        }
        before = Some((from, at));
    }
    out
}

/// Whether a line may end at this character.
fn is_white(c: char) -> bool {
    c.is_whitespace() && !matches!(c, HOLD | '\u{202f}' | '\u{2007}')
}

/// Whether the second of two words may not begin a line.
fn belongs(before: &str, after: &str) -> bool {
    let first = before.trim_start_matches(OPENING);
    let second = after.trim_start_matches(OPENING);
    let bare = second.trim_end_matches(CLOSING);
    if first.is_empty() || bare.is_empty() {
        return false;
    }
    let word = first.strip_suffix('.').unwrap_or(first).to_lowercase();
    let other = bare.to_lowercase();
    if NUMBERED.contains(&word.as_str()) && is_reference(second) {
        return true;
    }
    if LETTERED.contains(&word.as_str()) && is_letter(bare) {
        return true;
    }
    if CURRENCIES.contains(&first.trim_start_matches(MINUS)) {
        return starts_amount(second);
    }
    if SIGNS.contains(&word.as_str()) {
        return starts_amount(second) || second.starts_with(CURRENCY_SIGNS);
    }
    if second.starts_with(CURRENCY_SIGNS) && word.trim_start_matches(MINUS).is_empty() {
        return true;
    }
    if ACTS.contains(&first.trim_end_matches(CLOSING)) {
        return starts_amount(second) && second.contains('/');
    }
    let scaled = SCALES.contains(&other.as_str());
    let unit = scaled || UNITS.contains(&other.as_str());
    if SCALES.contains(&word.as_str()) {
        return UNITS.contains(&other.as_str()) && other.len() > 1;
    }
    if !first.chars().next_back().is_some_and(is_digit) && !word.ends_with(is_digit) {
        return false;
    }
    (is_month(&other) && is_day(&word))
        || (is_number(first) && (unit || is_group(first, bare)))
        || is_postcode(first, bare)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '½' | '¼' | '¾' | '²' | '³')
}

/// "3", "12,5", "1.250.000", "€12", "10-15".
fn is_number(word: &str) -> bool {
    let start = word.trim_start_matches([
        '-', '–', '−', '+', '±', '~', '<', '>', '≤', '≥', '€', '$', '£',
    ]);
    start.starts_with(is_digit) && word.ends_with(is_digit)
}

/// What follows "artikel" or "nr.": a number, a Roman one, or a number with a
/// letter before it ("A.3").
fn is_reference(word: &str) -> bool {
    let roman = word.trim_end_matches(CLOSING);
    word.starts_with(|c: char| c.is_ascii_digit())
        || (!roman.is_empty() && roman.chars().all(|c| "IVXLC".contains(c)))
        || (word.len() > 2 && word.starts_with(|c: char| c.is_ascii_uppercase()) && {
            let rest = word.get(1..).unwrap_or_default();
            rest.trim_start_matches(['.', ':', '-'])
                .starts_with(|c: char| c.is_ascii_digit())
        })
}

fn is_letter(bare: &str) -> bool {
    let mut letters = bare.chars();
    letters.next().is_some_and(|c| c.is_ascii_alphabetic()) && letters.next().is_none()
}

fn starts_amount(word: &str) -> bool {
    word.trim_start_matches(MINUS)
        .starts_with(|c: char| c.is_ascii_digit())
}

/// Whether two words are a part of one telephone number: "06" or "+31" and
/// what follows, or more digits in a number that has begun.
fn is_phone(before: &str, after: &str, in_phone: bool) -> bool {
    let first = before.trim_start_matches(OPENING);
    let first = first.trim_end_matches(')');
    let rest = first.strip_prefix(['+', '0']).unwrap_or_default();
    let begins = (1..=3).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit());
    let bare = after.trim_end_matches(CLOSING);
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '(' | ')');
    (begins || in_phone) && !bare.is_empty() && bare.chars().all(digits)
}

/// "3", "3-5", "1e".
fn is_day(word: &str) -> bool {
    let last = word.rsplit(['-', '–', '/']).next().unwrap_or_default();
    last.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day))
}

fn is_month(word: &str) -> bool {
    MONTHS.contains(&word) || SHORT_MONTHS.contains(&word)
}

/// "29 911": thousands that are set apart.
fn is_group(first: &str, second: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&first.len()) && digits(first) && second.len() == 3 && digits(second)
}

/// "2511 DP".
fn is_postcode(first: &str, second: &str) -> bool {
    first.len() == 4
        && first.bytes().all(|byte| byte.is_ascii_digit())
        && second.len() == 2
        && second.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether two words are a part of one name: initials or a title and what
/// follows, or "van" in a name that has begun.
fn is_name(before: &str, after: &str, in_name: bool) -> bool {
    let first = before.trim_start_matches(OPENING);
    let second = after.trim_start_matches(OPENING);
    let title = TITLES.contains(&first.to_lowercase().as_str());
    let begun = title || is_initials(first) || (in_name && BETWEEN.contains(&first));
    begun
        && (second.starts_with(char::is_uppercase)
            || BETWEEN.contains(&second)
            || BETWEEN.contains(&after)
            || TITLES.contains(&second))
}

/// "J.", "J.P.", "Th.", "J.-P.".
fn is_initials(word: &str) -> bool {
    let mut parts = word.split_inclusive('.').peekable();
    parts.peek().is_some()
        && parts.all(|part| {
            let part = part.trim_start_matches('-');
            part.strip_suffix('.').is_some_and(|letters| {
                letters.starts_with(char::is_uppercase)
                    && (1..=3).contains(&letters.chars().count())
                    && letters.chars().skip(1).all(char::is_lowercase)
            })
        })
}

/// Whether a line may not be broken after the hyphen at this byte of a word:
/// it begins a suffix or follows a very short beginning ("e-mail",
/// "3-wekentermijn", "2-jarig", "65-plus"), or stands between numbers.
pub(crate) fn holds_hyphen(word: &str, at: usize) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '–' | '/');
    let (left, rest) = word.split_at_checked(at).unwrap_or((word, ""));
    // What is short or a number shows within a few letters; a word may be as
    // long as a file, and each of its hyphens is asked about.
    let left = left.get(left.ceil_char_boundary(left.len().saturating_sub(NEARBY))..);
    let rest = rest.get(..rest.floor_char_boundary(NEARBY));
    let (left, rest) = (left.unwrap_or_default(), rest.unwrap_or_default());
    let right = rest.trim_start_matches(is_dash);
    let left = left.rsplit(is_dash).next().unwrap_or_default();
    let left = left.trim_start_matches(OPENING);
    let right = right.split(is_dash).next().unwrap_or_default();
    let right = right.trim_end_matches(CLOSING);
    if left.is_empty() || right.is_empty() {
        return false;
    }
    left.chars().count() <= 2
        || right.chars().count() <= 3
        || left.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a word has a hyphen or dash at which it may not be broken. One
/// before a held space is such: after a hyphen a line may be broken by
/// Unicode even when a no-break space follows (UAX 14, rule LB12a).
pub(crate) fn has_held_hyphen(word: &str) -> bool {
    let mut dashes = word.match_indices(['-', '–', '−', '—']);
    dashes.any(|(at, dash)| {
        let after = word.get(at + dash.len()..).unwrap_or_default();
        after.starts_with(HOLD) || (matches!(dash, "-" | "–") && holds_hyphen(word, at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_together_is_held() {
        for text in [
            "op 3~maart 2024",
            "van 3 tot 5~mei.",
            "(1-2~okt.)",
            "Kamerstukken II 2023/24, 29~911, nr.~421",
            "artikel~5, lid~2, onder~e, van de wet",
            "art.~68 Grondwet en artikel~IV",
            "zie p.~12 en blz.~13-15, § 4",
            "€~1.250.000 en -€~3",
            "12,5~miljoen~euro of 3~mld. meer",
            "100~km, 5~m², 12~% en 5~procent",
            "door J.P.~van der~Berg en mr.~Jansen",
            "drs. A.~de Vries",
            "postbus 20301, 2500~EH Den Haag",
            "bijlage~2 en optie~B",
            "Kosten (×~€~1.000) of (x~€~1.000)",
            "saldo -/-~€~5.000, -/-~5.000 of -~€~3",
            "ten minste ≥~5 en ±~€~300",
            "bel 06~1234~5678 of +31~6~12345678.",
            "bel (070)~123~45~67, of 06~-~4821~9930",
            "Kamerstuk~29~911, agendapunt~3 en versie~2",
            "Verordening (EU)~2016/679 en Richtlijn~2008/115",
        ] {
            let plain = text.replace('~', " ");
            let out = glued(&plain).replace(HOLD, "~");
            let without = |text: &str| text.replace(['~', ' '], "");
            assert_eq!(without(&out), without(text));
            for (index, _) in text.match_indices('~') {
                assert_eq!(out.as_bytes().get(index), Some(&b'~'), "{out} / {text}");
            }
        }
    }

    #[test]
    fn what_does_not_belong_together_may_be_broken() {
        for text in [
            "In 2024 mei wij",
            "de maart en 40 april",
            "er zijn 12 huizen",
            "het artikel zegt dat",
            "lid van de Kamer",
            "U wordt geadviseerd om in te stemmen",
            "wet 12 en meer",
            "het plan – 5 punten – en x punten",
            "in de EU 12 landen",
            "de 10 1 2 en 007 mannen",
        ] {
            assert_eq!(glued(text), text, "{text}");
        }
        let over = format!("3{LINE_END}maart");
        assert_eq!(glued(&over), over);
    }

    #[test]
    fn several_spaces_are_held_as_one() {
        let held = glued("3  maart");
        assert_eq!(held.replace(NOTHING, ""), format!("3{HOLD}maart"));
        assert_eq!(held.chars().count(), "3  maart".len());
    }

    #[test]
    fn a_hyphen_before_a_suffix_is_held() {
        for word in [
            "e-mail",
            "3-wekentermijn,",
            "(2-jarig)",
            "65-plus",
            "AIVD-er",
            "2023-2027",
            "2023–2027",
            "EU-wetgeving",
            "x-as",
            "-\u{a0}€\u{a0}5.000",
            "-/-\u{a0}€\u{a0}5.000",
            "06\u{a0}–\u{a0}4821",
        ] {
            assert!(has_held_hyphen(word), "{word}");
        }
        for word in [
            "Noord-Holland",
            "beleids-",
            "-jarig",
            "wet",
            "kosten-batenanalyse",
        ] {
            assert!(!has_held_hyphen(word), "{word}");
        }
    }
}
