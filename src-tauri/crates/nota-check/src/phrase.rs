//! Words for messages, and words that notas use: dates, "n.v.t.", quotations
//! cut to length.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use nota_model::dutch::MONTHS;
use regex::Regex;

/// The greatest number of characters of the nota in a message.
const QUOTE: usize = 60;

/// A pattern that is compiled at its first use.
pub(crate) type Pattern = LazyLock<Regex>;

/// Compiles a pattern that is part of the program. Word boundaries in it are
/// those of ASCII, `(?-u:\b)`: with those of Unicode the engine is many times
/// slower on text with accents.
pub(crate) fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a pattern of the program is valid")
}

/// Whether a text holds one of some signs of a pattern. It is asked first where
/// most notas have none: compiling a pattern costs more than searching a whole
/// nota for a word.
pub(crate) fn holds_any(text: &str, signs: &[&str]) -> bool {
    signs.iter().any(|sign| text.contains(sign))
}

/// Whether a word or phrase stands in a text with no letter or digit at its
/// sides.
pub(crate) fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, own)| {
        let before = text[..at].chars().next_back();
        let after = text[at + own.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// A date as Dutch writes it: "15 maart 2024".
pub(crate) fn datum(date: NaiveDate) -> String {
    let maand = MONTHS.get(date.month0() as usize).unwrap_or(&"");
    format!("{} {maand} {}", date.day(), date.year())
}

/// A date in the form of the file, `JJJJ-MM-DD`. None for any other form and
/// for a day that does not exist.
pub(crate) fn read_date(text: &str) -> Option<NaiveDate> {
    static FORM: Pattern = Pattern::new(|| pattern(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
    let right = FORM.is_match(text);
    right
        .then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok())
        .flatten()
}

/// A date in one of the ways that people write it: "15 maart 2024",
/// "15-3-2024", "15/03/2024", "2024-3-15".
pub(crate) fn guess_date(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text
        .split([' ', '-', '/', '.', '\u{a0}'])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third] = parts[..] else {
        return None;
    };
    let month = |text: &str| -> Option<u32> {
        let lower = text.to_lowercase();
        let by_name = MONTHS.iter().position(|own| *own == lower);
        match by_name {
            Some(index) => u32::try_from(index + 1).ok(),
            None => text.parse().ok(),
        }
    };
    let (year, day) = if first.len() == 4 {
        (first, third)
    } else {
        (third, first)
    };
    if year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month(second)?, day.parse().ok()?)
}

/// Whether a text says that there is nothing to say: "N.v.t.", "Niet van
/// toepassing", "Geen".
pub(crate) fn is_nvt(text: &str) -> bool {
    const NOTHING: [&str; 16] = [
        "",
        "nvt",
        "n/a",
        "niet van toepassing",
        "niet",
        "niets",
        "geen",
        "geen bijzonderheden",
        "geen opmerkingen",
        "geen informatie",
        "nee",
        "alles is openbaar",
        "de nota is openbaar",
        "deze nota is openbaar",
        "de nota is geheel openbaar",
        "deze nota is geheel openbaar",
    ];
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    // Longer than the longest: it says something.
    if bare.len() > 60 {
        return false;
    }
    let lower = bare.to_lowercase().replace(" hele ", " ");
    let said = lower.replace(" volledig ", " geheel ");
    let letters: String = said
        .chars()
        .filter(|c| *c != '.' && !c.is_whitespace())
        .collect();
    NOTHING.contains(&said.as_str()) || letters == "nvt"
}

/// Whether a text is who signs: a name, an office or a greeting, without a
/// sentence. "DE DIRECTEUR-GENERAAL BELEID", "J. Jansen", "Hoogachtend,".
pub(crate) fn is_signature(text: &str) -> bool {
    static OFFICE: Pattern = Pattern::new(|| {
        pattern(concat!(
            r"(?i)^\W*(?:hoogachtend|met (?:vriendelijke|hartelijke) groet|namens|voor deze|w\.\s?g\.|was getekend",
            r"|(?:de |het )?(?:plaatsvervangend |wnd\.? )?(?:hoofd)?(?:directeur|minister|staatssecretaris",
            r"|secretaris|afdelingshoofd|clusterhoofd|hoofd |coördinator|beleidsmedewerker|(?:p?sg|p?dg)(?-u:\b)))",
        ))
    });
    static NAME: Pattern = Pattern::new(|| {
        pattern(
            r"^(?:(?:mr|drs|dr|ir|prof|dhr|mw)\.? )*(?:\p{Lu}\.\s?)+(?:\p{Ll}+ )*\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?,?$",
        )
    });
    // What says why has a verb, and so ends as a sentence or is long.
    text.split('\n').all(|line| {
        let line = line.trim();
        let is_sentence = line.ends_with(['.', ':', ';']) && line.split_whitespace().count() > 3;
        let shouts = line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase);
        let is_office =
            !is_sentence && line.split_whitespace().count() <= 8 && OFFICE.is_match(line);
        line.is_empty() || is_office || shouts && !is_sentence || NAME.is_match(line)
    })
}

/// "a", "a of b", "a, b of c".
pub(crate) fn alternatives(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [start @ .., last] => format!("{} of {last}", start.join(", ")),
    }
}

/// A text of the nota as a message quotes it: on one line, and cut when it is
/// long.
pub(crate) fn quote(text: &str) -> String {
    let mut out = String::new();
    let mut count = 0;
    for word in text.split_whitespace() {
        let gap = usize::from(!out.is_empty());
        count += gap;
        if gap == 1 {
            out.push(' ');
        }
        for c in word.chars() {
            if count == QUOTE {
                out.push('…');
                return out;
            }
            out.push(c);
            count += 1;
        }
    }
    out
}

/// The one of `known` that was probably meant by `word`: it differs in at
/// most two letters, and in less than half of them.
pub(crate) fn meant<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let word: String = word.chars().take(QUOTE).collect::<String>().to_lowercase();
    known
        .map(|own| (strsim::osa_distance(&word, &own.to_lowercase()), own))
        .filter(|(distance, own)| *distance <= 2 && distance * 4 <= own.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, own)| own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_recognised_however_it_is_written() {
        let day = NaiveDate::from_ymd_opt(2024, 3, 15);
        for text in [
            "15 maart 2024",
            "15 Maart 2024",
            "15-3-2024",
            "15/03/2024",
            "2024-3-15",
            "15.03.2024",
        ] {
            assert_eq!(guess_date(text), day, "{text}");
        }
        for text in ["45-13-2024", "maart 2024", "15-3-24", "", "1 2 3 4"] {
            assert_eq!(guess_date(text), None, "{text}");
        }
        assert_eq!(read_date("2024-3-15"), None);
        assert_eq!(read_date("2024-03-15"), day);
        assert_eq!(read_date("2024-02-30"), None);
        assert_eq!(day.map(datum).as_deref(), Some("15 maart 2024"));
    }

    #[test]
    fn nothing_to_say_has_many_spellings() {
        for text in [
            "N.v.t.",
            "nvt",
            "n.v.t",
            "n.v.t.",
            "N. v. t.",
            "(niet)",
            "Niet van toepassing",
            "Niet van toepassing.",
            "-",
            "Geen.",
            "Geen bijzonderheden.",
            "Alles is openbaar.",
            "Deze nota is geheel openbaar.",
            "De hele nota is volledig openbaar",
        ] {
            assert!(is_nvt(text), "{text}");
        }
        assert!(!is_nvt("Geen van de stukken is openbaar."));
    }

    #[test]
    fn who_signs_says_nothing() {
        for text in [
            "DE DIRECTEUR-GENERAAL BELEID",
            "De directeur Georganiseerde Criminaliteit,",
            "J. Jansen",
            "mr. A.B. van den Berg",
            "Hoogachtend,",
            "Hoogachtend,\nDE MINISTER VAN JUSTITIE EN VEILIGHEID",
            "w.g. K. de Vries",
            "",
        ] {
            assert!(is_signature(text), "{text}");
        }
        for text in [
            "Namen zijn weggelaten.",
            "De directeur wordt niet genoemd vanwege zijn privacy.",
            "De minister kan anders niet onderhandelen over de prijs van het systeem",
            "Persoonsgegevens",
            "Namen van ambtenaren",
        ] {
            assert!(!is_signature(text), "{text}");
        }
    }

    #[test]
    fn a_quotation_is_one_short_line() {
        assert_eq!(quote(" a\n  b "), "a b");
        let long = quote(&"woord ".repeat(100));
        assert_eq!(long.chars().count(), QUOTE + 1);
        assert!(long.ends_with('…'));
    }

    #[test]
    fn a_slip_of_the_pen_leads_to_the_word_that_was_meant() {
        let known = || ["kenmerk", "datum", "aan"].into_iter();
        assert_eq!(meant("kenmerck", known()), Some("kenmerk"));
        assert_eq!(meant("Datum", known()), Some("datum"));
        assert_eq!(meant("van", known()), None);
        assert_eq!(meant("toelichting", known()), None);
    }
}
