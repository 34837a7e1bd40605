//! Words by which a name is recognised: given names, surnames, what stands
//! before a surname, functions, and words with a capital that are no names.

use std::collections::HashSet;
use std::sync::LazyLock;

use nota_public::same_letters;

/// The words of a file, a line each.
type Words = LazyLock<HashSet<&'static str>>;

fn lines(text: &'static str) -> HashSet<&'static str> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.collect()
}

static GIVEN: Words = LazyLock::new(|| lines(include_str!("voornamen.txt")));
static SURNAMES: Words = LazyLock::new(|| lines(include_str!("achternamen.txt")));
static NO_NAMES: Words = LazyLock::new(|| lines(include_str!("geen_namen.txt")));

/// What may stand before a surname, in lower case.
const PREFIXES: &[&str] = &[
    "van", "de", "der", "den", "ten", "ter", "te", "'t", "’t", "het", "in", "op", "von", "zu",
    "el", "al", "ait", "ben", "bin", "ibn", "abu", "la", "le", "les", "du", "des", "da", "das",
    "do", "dos", "del", "della", "di", "della", "y", "e", "'s", "’s", "uit", "aan", "bij",
];

/// What stands before a surname only, so that the word before it is a given
/// name also when no list has it.
const ONLY_PREFIXES: &[&str] = &["'t", "’t", "ter", "ten", "el", "ait", "ibn"];

/// What stands before the name of a person who is no official.
const FUNCTIONS: &[&str] = &[
    "advocaat",
    "adviseur",
    "agent",
    "ambtenaar",
    "arts",
    "auditor",
    "brigadier",
    "burgemeester",
    "chauffeur",
    "collega",
    "commissaris",
    "contactpersoon",
    "coördinator",
    "coordinator",
    "beleidsadviseur",
    "beleidscoördinator",
    "beleidsmedewerker",
    "bestuurder",
    "betrokkene",
    "bewoner",
    "deurwaarder",
    "dokter",
    "dossierhouder",
    "getuige",
    "griffier",
    "griffiemedewerker",
    "hoofdagent",
    "hoofdcommissaris",
    "hoofdinspecteur",
    "hoofdofficier",
    "hoogleraar",
    "huisarts",
    "indiener",
    "inspecteur",
    "journalist",
    "jurist",
    "kapitein",
    "klager",
    "klaagster",
    "kolonel",
    "kwartiermaker",
    "liaison",
    "luitenant",
    "majoor",
    "manager",
    "medewerker",
    "melder",
    "notaris",
    "onderzoeker",
    "onderzoekster",
    "patiënt",
    "plaatsvervanger",
    "postbode",
    "projectleider",
    "programmamanager",
    "projectmedewerker",
    "psycholoog",
    "raadsheer",
    "raadsman",
    "raadsvrouw",
    "rapporteur",
    "rechercheur",
    "rechter",
    "secretaresse",
    "senior",
    "sergeant",
    "slachtoffer",
    "steller",
    "teamleider",
    "teamchef",
    "tolk",
    "verdachte",
    "vervanger",
    "verzoeker",
    "verzoekster",
    "wethouder",
    "wijkagent",
    "woordvoerder",
    "zaakwaarnemer",
    "afdelingshoofd",
    "clustercoördinator",
];

/// Titles before a name.
const TITLES: &[&str] = &[
    "heer",
    "mevrouw",
    "mevr",
    "dhr",
    "mw",
    "mr",
    "drs",
    "dr",
    "prof",
    "ir",
    "ing",
    "ds",
    "jhr",
    "professor",
    "meneer",
    "familie",
    "weduwe",
    "echtpaar",
    "mevr.",
    "hr",
];

/// What stands before the name of who holds a public office: it is public.
const OFFICIALS: &[&str] = &[
    "minister",
    "ministers",
    "staatssecretaris",
    "staatssecretarissen",
    "premier",
    "president",
    "minister-president",
    "kamerlid",
    "kamerleden",
    "lid",
    "leden",
    "kamervoorzitter",
    "senator",
    "fractievoorzitter",
    "eurocommissaris",
    "eurocommissarissen",
    "koning",
    "koningin",
    "prins",
    "prinses",
    "bewindspersoon",
    "oud-minister",
    "oud-staatssecretaris",
    "commissievoorzitter",
    "partijleider",
    "volksvertegenwoordiger",
    "europarlementariër",
    "motie",
    "moties",
    "amendement",
    "wet",
    "commissie",
    "initiatiefwet",
    "vragen",
    "kamervragen",
];

/// What follows the name of a company.
const COMPANY: &[&str] = &[
    "b.v",
    "bv",
    "n.v",
    "nv",
    "v.o.f",
    "vof",
    "holding",
    "group",
    "groep",
    "advocaten",
    "advies",
    "communicatie",
    "consultancy",
    "consulting",
    "stichting",
    "vereniging",
    "accountants",
    "ltd",
    "inc",
    "gmbh",
    "university",
    "college",
    "instituut",
    "institute",
    "fonds",
    "fund",
    "foundation",
    "bank",
    "school",
    "ziekenhuis",
    "c.s",
];

/// Whose given name one tells.
const FAMILY: &[&str] = &[
    "ouders",
    "moeder",
    "vader",
    "zoon",
    "dochter",
    "kind",
    "kinderen",
    "broer",
    "zus",
    "partner",
    "echtgenoot",
    "echtgenote",
    "leerling",
    "scholier",
    "baby",
    "zoontje",
    "dochtertje",
    "oma",
    "opa",
];

/// What stands between two surnames.
const LINKS: &[&str] = &["la", "las", "los", "del", "dos", "da"];

pub(super) fn is_of_family(word: &str) -> bool {
    is_in(FAMILY, word)
}

pub(super) fn is_link(word: &str) -> bool {
    LINKS.contains(&word)
}

fn has(list: &HashSet<&str>, word: &str) -> bool {
    std::str::from_utf8(&same_letters(word)).is_ok_and(|word| list.contains(word))
}

fn is_in(list: &[&str], word: &str) -> bool {
    let lower = word.to_lowercase();
    list.contains(&lower.as_str())
}

/// Whether a word is a given name; of one with a hyphen one part is enough.
pub(super) fn is_given(word: &str) -> bool {
    has(&GIVEN, word) || word.split('-').any(|part| has(&GIVEN, part)) && word.contains('-')
}

/// Whether a word is a surname that many bear; of one with a hyphen one part
/// is enough.
pub(super) fn is_surname(word: &str) -> bool {
    word.split('-').any(|part| has(&SURNAMES, part))
}

/// Whether a word with a capital is no name: it belongs to an institution, a
/// country, or begins a sentence.
pub(super) fn is_no_name(word: &str) -> bool {
    has(&NO_NAMES, word) || nota_public::says_nothing(word)
}

pub(super) fn is_prefix(word: &str) -> bool {
    is_in(PREFIXES, word)
}

pub(super) fn is_only_prefix(word: &str) -> bool {
    is_in(ONLY_PREFIXES, word)
}

pub(super) fn is_function(word: &str) -> bool {
    is_in(FUNCTIONS, word)
}

pub(super) fn is_title(word: &str) -> bool {
    is_in(TITLES, word)
}

/// Whether a word says that the name after it is that of an official.
pub(super) fn is_official(word: &str) -> bool {
    let word = word.to_lowercase();
    let of_motion = word.strip_prefix("motie-").is_some();
    of_motion || OFFICIALS.contains(&word.as_str())
}

/// Whether it is the word for more than one official.
pub(super) fn is_several(word: &str) -> bool {
    let several = [
        "leden",
        "kamerleden",
        "ministers",
        "staatssecretarissen",
        "moties",
        "bewindspersonen",
    ];
    is_in(&several, word)
}

pub(super) fn is_company(word: &str) -> bool {
    is_in(COMPANY, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_know_names() {
        for name in ["Karin", "Youssef", "Anne-Marie", "AÏCHA", "Tjeerd"] {
            assert!(is_given(name), "{name}");
        }
        assert!(is_surname("Jansen") && is_surname("Smit-Bakker"));
        assert!(is_no_name("Tweede") && is_no_name("Rekenkamer") && !is_no_name("Verhoeven"));
    }
}
