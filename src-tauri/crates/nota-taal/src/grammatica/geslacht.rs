//! de or het, and what agrees with it.

use super::lijsten::LIJSTEN;
use super::{Gevonden, Patroon};
use crate::woordenboek::exists;
use crate::zin::Delen;

pub(super) fn find(found: &mut Gevonden, at: usize) {
    demonstrative(found, at);
    article(found, at);
    inflection(found, at);
    het_die(found, at);
}

/// What belongs to a het-word, by what belongs to a de-word.
const BY_GENDER: &[(&str, &str)] = &[
    ("deze", "dit"),
    ("elke", "elk"),
    ("iedere", "ieder"),
    ("dezelfde", "hetzelfde"),
    ("diezelfde", "datzelfde"),
    ("onze", "ons"),
];

fn demonstrative(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let (word, next) = (delen.low(at), delen.low(at + 1));
    let after_preposition = LIJSTEN.prepositions.contains(delen.before(at));
    let of_de = BY_GENDER.iter().find(|(de, _)| *de == word);
    if let Some((_, right)) = of_de {
        let is_het = LIJSTEN.het.contains(next) && delen.is_small(at + 1)
            || LIJSTEN.het_or_verb.contains(next) && after_preposition;
        if is_het {
            found.add(Patroon::AanwijzendWoord, (at, at), right);
        }
        return;
    }
    let of_het = BY_GENDER
        .iter()
        .find(|(_, het)| *het == word && *het != "ons");
    if !LIJSTEN.de.contains(next) {
        return;
    }
    if let Some((right, _)) = of_het {
        found.add(Patroon::AanwijzendWoord, (at, at), right);
    } else if word == "dat" && after_preposition {
        found.add(Patroon::AanwijzendWoord, (at, at), "die");
    }
}

fn article(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let word = delen.low(at);
    if !["het", "de", "deze"].contains(&word) {
        return;
    }
    let noun = (at + 1..at + 3)
        .find(|own| !LIJSTEN.adjectives.contains(delen.low(*own)))
        .unwrap_or(at + 3);
    let has_adjective = noun > at + 1;
    let own = delen.low(noun);
    if word == "het" && LIJSTEN.de.contains(own) && is_noun(delen, noun, has_adjective) {
        found.add(Patroon::Lidwoord, (at, at), "de");
    } else if word != "het" && has_adjective && LIJSTEN.het.contains(own) && delen.is_small(noun) {
        let right = if word == "de" { "het" } else { "dit" };
        found.add(Patroon::Lidwoord, (at, at), right);
    }
}

/// Whether a de-word behind "het" is the noun it belongs to, and not the first
/// half of another word.
fn is_noun(delen: &Delen, noun: usize, has_adjective: bool) -> bool {
    let next = delen.low(noun + 1);
    let closes = [
        "is", "wordt", "over", "van", "aan", "naar", "in", "met", "voor", "die", "heeft", "en",
        ",", ".", "zal", "kan", "bij", "waarin",
    ];
    if !has_adjective {
        return closes.contains(&next);
    }
    let is_half = next.len() >= 4
        && next.bytes().all(|own| own.is_ascii_lowercase())
        && !LIJSTEN.prepositions.contains(next)
        && exists(&format!("{}{next}", delen.low(noun)));
    !is_half
}

fn inflection(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    if delen.low(at) != "een" {
        return;
    }
    let (adjective, noun) = (delen.low(at + 1), delen.low(at + 2));
    let right = match () {
        () if LIJSTEN.het.contains(noun) => LIJSTEN.uninflected.get(adjective),
        () if LIJSTEN.de.contains(noun) => LIJSTEN.inflected.get(adjective),
        () => None,
    };
    if let Some(right) = right.copied() {
        found.add(Patroon::Verbuiging, (at + 1, at + 1), right);
    }
}

fn het_die(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let before = delen.before(at);
    if delen.low(at) != "het"
        || LIJSTEN.prepositions.contains(before)
        || ["en", "of", "dan", "als"].contains(&before)
    {
        return;
    }
    let noun = at + 1 + usize::from(LIJSTEN.adjectives.contains(delen.low(at + 1)));
    let own = delen.low(noun);
    let follows = delen.low(noun + 2);
    let is_other = LIJSTEN.de.contains(follows) || LIJSTEN.het.contains(follows);
    let is_het = LIJSTEN.het.contains(own) || LIJSTEN.het_or_verb.contains(own);
    if is_het && delen.low(noun + 1) == "die" && !is_other {
        found.add(Patroon::HetDie, (noun + 1, noun + 1), "dat");
    }
}
