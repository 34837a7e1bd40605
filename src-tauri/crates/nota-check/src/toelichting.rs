//! Which grounds a text explains in the drafter's own words: by the article or
//! by words that belong to the ground. Careful on purpose: a sentence that is
//! not understood may be about any ground.

use nota_model::{Grond, find_grond, gronden};
use regex::Regex;

use crate::phrase::{Pattern, pattern};

/// What people are called, and what is known of them.
const PERSONS: &[&str] = &[
    "persoon",
    "persoonlijk",
    "privacy",
    "naam",
    "namen",
    "ambtena",
    "medewerker",
    "individu",
    "herleid",
    "steller",
];

/// The beginnings of words by which a ground is recognised, with whether it
/// is about people too. Rather too many than too few: a ground that is taken
/// for explained gives no remark.
const WORDS: &[(&str, &[&str], bool)] = &[
    ("5.1.1a", &["kroon", "koning"], false),
    ("5.1.1b", &["staat", "nationale", "inlichtingen"], false),
    ("5.1.1c", BUSINESS, false),
    (
        "5.1.1d",
        &["strafrecht", "gezondheid", "medisch", "geloof", "afkomst"],
        true,
    ),
    (
        "5.1.1e",
        &["burgerservice", "bsn", "identificatie", "nummer"],
        true,
    ),
    (
        "5.1.2a",
        &[
            "betrekking",
            "internationa",
            "land",
            "buitenland",
            "lidsta",
            "staten",
            "europ",
        ],
        false,
    ),
    (
        "5.1.2b",
        &[
            "economisch",
            "financ",
            "onderhandel",
            "bedrag",
            "prijs",
            "prijzen",
            "kosten",
            "begroting",
            "aanbested",
        ],
        false,
    ),
    (
        "5.1.2c",
        &["opspor", "vervolg", "straf", "onderzoek"],
        false,
    ),
    (
        "5.1.2d",
        &["inspecti", "controle", "toezicht", "handhav"],
        false,
    ),
    ("5.1.2e", &[], true),
    ("5.1.2f", BUSINESS, false),
    ("5.1.2g", &["milieu"], false),
    ("5.1.2h", &["beveilig", "veilig", "sabotage"], true),
    (
        "5.1.2i",
        &["functioneren", "overleg", "beraad", "besluitvorming"],
        false,
    ),
    ("5.1.5", &["onevenredig", "benadel"], true),
    ("5.2", &["beleidsopvatting", "mening", "beraad"], false),
    ("5.4", &["formati", "kabinetsformati", "formateur"], false),
];

const BUSINESS: &[&str] = &[
    "bedrijf",
    "bedrijv",
    "fabricage",
    "concurrent",
    "vertrouwelijk",
];

/// "art. 5.1, lid 2, onder e", "artikel 5.1, tweede lid, aanhef en onder e",
/// "5.1.2.e", "5.2".
static ARTICLE: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)5\.(?:1[.,]?\s*(?:lid\s*)?(1|2|5|eerste|tweede|vijfde)(?:\s*lid)?[.,]?\s*(?:aanhef en\s*)?(?:(?:onder|onderdeel|sub)\s*)?([a-i](?-u:\b))?|(2|4)(?-u:\b))",
    )
});
/// The end of a sentence: a sign, and a capital after it.
static END: Pattern = Pattern::new(|| pattern(r"[.!?;]\s+\p{Lu}"));
static WORD: Pattern = Pattern::new(|| pattern(r"[\p{L}\p{N}]+"));

/// The grounds that a text explains; none when it has a sentence that may be
/// about any ground.
pub(crate) fn explained(text: &str) -> Option<Vec<&'static Grond>> {
    let mut grounds = Vec::new();
    for sentence in sentences(text) {
        let own: Vec<&Grond> = gronden()
            .iter()
            .filter(|grond| cites(sentence, grond) || speaks_of(sentence, grond))
            .collect();
        if own.is_empty() {
            return None;
        }
        grounds.extend(own);
    }
    Some(grounds)
}

fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in END.find_iter(text) {
        // Up to and with the sign: what follows it begins the next one.
        let cut = end.start() + 1;
        found.extend(text.get(start..cut));
        start = cut;
    }
    found.extend(text.get(start..));
    let has_words = |part: &&str| Regex::is_match(&WORD, part);
    found.into_iter().filter(has_words).collect()
}

/// Whether a sentence names the article; without a letter its whole
/// paragraph.
fn cites(sentence: &str, grond: &Grond) -> bool {
    ARTICLE.captures_iter(sentence).any(|parts| {
        let part = |group: usize| parts.get(group).map_or("", |own| own.as_str());
        let code = match (part(3), part(1).to_lowercase().as_str()) {
            ("", "1" | "eerste") => "5.1.1",
            ("", "2" | "tweede") => "5.1.2",
            ("", _) => "5.1.5",
            ("2", _) => "5.2",
            _ => "5.4",
        };
        match part(2) {
            "" => grond.code.starts_with(code),
            letter => find_grond(&format!("{code}{letter}")).is_some_and(|own| own == grond),
        }
    })
}

fn speaks_of(sentence: &str, grond: &Grond) -> bool {
    let Some((_, starts, of_persons)) = WORDS.iter().find(|(code, ..)| *code == grond.code) else {
        return false;
    };
    let persons = if *of_persons { PERSONS } else { &[] };
    let lower = sentence.to_lowercase();
    WORD.find_iter(&lower).any(|word| {
        let mut known = starts.iter().chain(persons);
        known.any(|start| word.as_str().starts_with(start))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes that a text explains; a question mark when it may be any.
    fn of(text: &str) -> String {
        let Some(grounds) = explained(text) else {
            return "?".to_owned();
        };
        let mut codes: Vec<&str> = grounds.iter().map(|grond| grond.code).collect();
        codes.sort_unstable();
        codes.dedup();
        codes.join(" ")
    }

    #[test]
    fn every_ground_has_its_words() {
        for grond in gronden() {
            let known = WORDS.iter().any(|(code, ..)| *code == grond.code);
            assert!(known, "{}", grond.code);
            assert!(speaks_of(grond.omschrijving, grond), "{}", grond.code);
        }
    }

    #[test]
    fn articles_are_read_in_the_forms_that_people_write() {
        for text in [
            "Zie art. 5.1, lid 2, onder b, Woo.",
            "Op grond van artikel 5.1, tweede lid, aanhef en onder b, van de Woo.",
            "Grond 5.1.2b.",
            "Grond 5.1.2.b.",
            "5.1 lid 2 sub b",
        ] {
            assert_eq!(of(text), "5.1.2b", "{text}");
        }
        assert_eq!(of("Artikel 5.1, vijfde lid"), "5.1.5");
        assert_eq!(of("Artikel 5.4 Woo."), "5.4");
        assert!(of("Artikel 5.1, eerste lid.").starts_with("5.1.1a 5.1.1b"));
    }

    /// What published notas say, of officials and of others.
    #[test]
    fn what_published_notas_say_of_persons_explains_persons() {
        for text in [
            "De persoonsgegevens van de ambtenaren zijn niet openbaar ter bescherming van de persoonlijke levenssfeer.",
            "Persoonsgegevens van de steller worden gelakt vanwege de bescherming van de persoonlijke levenssfeer.",
            "In de openbaar gemaakte versie van deze nota zijn alle persoonsgegevens van ambtenaren geanonimiseerd.",
        ] {
            assert_eq!(of(text), "5.1.1d 5.1.1e 5.1.2e 5.1.2h 5.1.5", "{text}");
        }
        for text in [
            "De ingezonden brief van de oud-docent",
            "DE DIRECTEUR-GENERAAL BELEID",
            "Namen zijn weggelaten. De rest volgt later.",
        ] {
            assert_eq!(of(text), "?", "{text}");
        }
    }
}
