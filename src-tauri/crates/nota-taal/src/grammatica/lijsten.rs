//! The closed lists of the grammar: `data/grammatica.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use crate::lijst::{Pairs, Parts, Words};
use crate::token::{Listed, pattern};

/// See the headings of `data/grammatica.txt`.
pub(crate) struct Lijsten {
    pub(crate) het: Words,
    pub(crate) het_or_verb: Words,
    pub(crate) de: Words,
    pub(crate) adjectives: Words,
    /// nieuw: nieuwe.
    pub(crate) inflected: Pairs,
    /// nieuwe: nieuw.
    pub(crate) uninflected: Pairs,
    /// behandelt: behandeld.
    pub(crate) participles: Pairs,
    /// behandeld: behandelt.
    pub(crate) finite: Pairs,
    /// word: wordt.
    pub(crate) stems: Pairs,
    pub(crate) abbreviations: Words,
    pub(crate) organisations: Words,
    pub(crate) after_organisation: Words,
    pub(crate) after_abbreviation: Words,
    pub(crate) concept: Words,
    pub(crate) oud: Words,
    pub(crate) interim: Words,
    pub(crate) pairs: HashMap<&'static str, &'static str>,
    pub(crate) infinitives: Words,
    pub(crate) prepositions: Words,
    pub(crate) conjunctions: Words,
    pub(crate) subjects: Words,
    /// All fixed expressions as one pattern, to see whether there is any.
    pub(crate) any_expression: Regex,
    /// The fixed expressions, with what takes their place.
    pub(crate) expressions: Vec<(Listed, &'static str)>,
}

/// Participles that are other words too.
const AMBIGUOUS: &[&str] = &[
    "bereid",
    "bekend",
    "bevoegd",
    "verward",
    "verantwoord",
    "gebeurd",
    "verdeeld",
];

pub(crate) static LIJSTEN: LazyLock<Lijsten> = LazyLock::new(|| {
    let parts = Parts::read(include_str!("../../data/grammatica.txt"));
    let turned = |pairs: &Pairs| pairs.iter().map(|(one, two)| (*two, *one)).collect();
    let inflected = parts.pairs("bijvoeglijke naamwoorden zonder -e = met -e");
    let participles = parts.pairs("persoonsvorm -t = voltooid deelwoord -d");
    let mut finite: Pairs = turned(&participles);
    finite.retain(|participle, _| !AMBIGUOUS.contains(participle));
    let fixed = parts.lines("vaste uitdrukkingen");
    let alternatives: Vec<&str> = fixed.iter().map(|(own, _)| *own).collect();
    Lijsten {
        het: parts.words("het-woorden"),
        het_or_verb: parts.words("het-woorden die ook werkwoordsvorm zijn"),
        de: parts.words("de-woorden"),
        adjectives: parts.words("bijvoeglijke naamwoorden (met -e)"),
        uninflected: turned(&inflected),
        inflected,
        participles,
        finite,
        stems: parts.pairs("stam zonder -t = persoonsvorm"),
        abbreviations: parts.words("afkortingen voor een woord"),
        organisations: parts.words("daarvan organisaties"),
        after_organisation: parts.words("woord na een organisatie"),
        after_abbreviation: parts
            .words("woord na een andere afkorting (zonder beleid advies recht)"),
        concept: parts.words("concept +"),
        oud: parts.words("oud +"),
        interim: parts.words("interim +"),
        pairs: parts.lines("paren").into_iter().collect(),
        infinitives: parts.words("de + heel werkwoord + van"),
        prepositions: parts.words("voorzetsels"),
        conjunctions: parts.words("voegwoorden"),
        subjects: parts.words("onderwerp na een lidwoord"),
        any_expression: pattern(&format!("(?i){}", alternatives.join("|"))),
        expressions: fixed
            .into_iter()
            .map(|(own, better)| (Listed::new(format!("(?i)(?:{own})")), better))
            .collect(),
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_there() {
        let own = &*LIJSTEN;
        let words = [
            &own.het,
            &own.het_or_verb,
            &own.de,
            &own.adjectives,
            &own.abbreviations,
            &own.organisations,
            &own.after_organisation,
            &own.after_abbreviation,
            &own.concept,
            &own.oud,
            &own.interim,
            &own.infinitives,
            &own.prepositions,
            &own.conjunctions,
            &own.subjects,
        ];
        assert!(words.iter().all(|list| list.len() > 7));
        assert!(own.inflected.len() == own.uninflected.len() && own.inflected.len() > 10);
        assert!(own.participles.len() > 70 && own.finite.len() > 70 && own.stems.len() > 15);
        assert!(own.pairs.len() > 55 && own.expressions.len() > 25);
        assert!(own.het.is_disjoint(&own.de), "a word is het or de");
    }
}
