//! Participles, as far as their form shows them.

use std::sync::LazyLock;

use crate::lijst::{Parts, Words};
use crate::token::{Pattern, pattern};

/// Words that look like a participle and are none.
static NONE: LazyLock<Words> = LazyLock::new(|| {
    Parts::read(include_str!("../data/deelwoorden.txt")).words("geen voltooid deelwoord")
});

static FORM: Pattern = Pattern::new(|| {
    pattern(&format!(
        "^(?:(?:{SEPARABLE})?ge[a-zëïöéè]{{2,}}(?:d|t|en)|\
         (?:{SEPARABLE})?(?:be|ver|ont|her|er|mis)[a-zëïö]{{2,}}(?:d|t|en)|\
         (?:over|onder|door|voor|om|vol|weer|aan)(?:wogen|nomen|zien|legd|bracht|komen|tekend|\
         zocht|kend|vangen|houden|bouwd|vond|voerd|broken|trokken|zegd|steld|keken|leid|schreven|\
         vonden|streden)|[a-z]+eerd)$"
    ))
});

const SEPARABLE: &str = "aan|af|achter|bij|binnen|boven|deel|door|goed|in|langs|los|mede|mee|na|\
    neer|om|onder|op|open|over|plaats|rond|samen|stil|tegen|tegemoet|terecht|terug|toe|uit|vast|\
    vol|voor|voort|vorm|vrij|weer|weg|wijs|rechts|bloot|gelijk|klaar|kenbaar|waar|openbaar|groot|\
    tentoon|teniet|teleur|daar|hier|heen|her|vooruit|achteruit|bijeen|uiteen|omhoog|omlaag";

/// Endings of nouns that look like a participle.
const NOUNS: &[&str] = &[
    "besluit",
    "beleid",
    "bericht",
    "gebied",
    "verslag",
    "besluiten",
    "beurzen",
    "bedrijven",
    "gereed",
    "gevolg",
    "verkeer",
    "verzoek",
    "overleg",
    "gebouw",
    "gesprek",
    "gegevens",
    "gemeenten",
    "verdragen",
    "verschillen",
    "gelden",
    "gezinnen",
    "belangen",
    "bedragen",
    "wetten",
    "debatten",
    "middelen",
    "hectare",
    "hectaren",
    "beperkingen",
    "bezwaren",
    "eisen",
    "veranderen",
    "bestaan",
];

/// Whether a word, in small letters, has the form of a participle.
pub(crate) fn is_participle(word: &str) -> bool {
    word.len() <= 20
        && word.ends_with(['d', 't', 'n'])
        && !NONE.contains(word)
        && !NOUNS.iter().any(|noun| word.ends_with(noun))
        && FORM.is_match(word)
}
