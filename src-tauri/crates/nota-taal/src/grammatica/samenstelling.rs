//! Words that belong together and stand apart.

use super::lijsten::LIJSTEN;
use super::{Gevonden, Patroon, capitalised};
use crate::woordenboek::exists;

pub(super) fn find(found: &mut Gevonden, at: usize) {
    bound_s(found, at);
    kamer(found, at);
    pair(found, at);
    prefix(found, at);
    abbreviation(found, at);
}

/// Endings and words on an s that only stand before another word.
const BOUND: &[&str] = &["ings", "heids", "teits", "schaps", "gangs", "stands"];
const BOUND_WORDS: &[&str] = &[
    "beleids",
    "arbeids",
    "bedrijfs",
    "rijks",
    "staats",
    "bewinds",
    "gezins",
    "verkeers",
    "overheids",
];

fn bound_s(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let (word, next) = (delen.low(at), delen.low(at + 1));
    let is_bound = BOUND_WORDS.contains(&word) || BOUND.iter().any(|ending| word.ends_with(ending));
    if !is_bound || word.len() < 6 || !delen.is_small(at) || !delen.is_small(at + 1) {
        return;
    }
    let is_noun = next.chars().count() >= 3
        && next.chars().all(char::is_alphabetic)
        && !LIJSTEN.conjunctions.contains(next)
        && !LIJSTEN.prepositions.contains(next);
    let whole = format!("{word}{next}");
    if is_noun && delen.are_neighbours(at) && !exists(word) && exists(&whole) {
        found.add(Patroon::LosseS, (at, at + 1), &whole);
    }
}

fn pair(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    if delen.part(at + 1).is_none() {
        return;
    }
    let two = format!("{} {}", delen.low(at), delen.low(at + 1));
    let three = format!("{two} {}", delen.low(at + 2));
    let apart = |to: usize| (at..to).all(|own| delen.are_neighbours(own));
    let found_pair = match () {
        () if apart(at + 2) && LIJSTEN.pairs.contains_key(three.as_str()) => Some((three, at + 2)),
        () if apart(at + 1) && LIJSTEN.pairs.contains_key(two.as_str()) => Some((two, at + 1)),
        () => None,
    };
    if let Some((pair, to)) = found_pair
        && let Some(right) = LIJSTEN.pairs.get(pair.as_str()).copied()
    {
        found.add(Patroon::LosPaar, (at, to), right);
    }
}

fn prefix(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let next = delen.low(at + 1);
    if !delen.are_neighbours(at) {
        return;
    }
    let before = [
        "een", "de", "door", "van", "met", "als", ",", "en", "aan", "",
    ];
    let right = match delen.low(at) {
        "concept" if LIJSTEN.concept.contains(next) => {
            let is_name = next.starts_with("kamer");
            match is_name || !delen.is_small(at + 1) {
                true => format!("concept-{}", capitalised(next)),
                false => format!("concept{next}"),
            }
        }
        "interim" if LIJSTEN.interim.contains(next) => format!("interim-{next}"),
        "oud" if LIJSTEN.oud.contains(next) && before.contains(&delen.before(at)) => {
            format!("oud-{next}")
        }
        _ => return,
    };
    found.add(Patroon::LosVoorvoegsel, (at, at + 1), &right);
}

fn abbreviation(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let (own, next) = (delen.text(at), delen.low(at + 1));
    if !LIJSTEN.abbreviations.contains(own)
        || !delen.is_small(at + 1)
        || !delen.are_neighbours(at)
        || ["dat", "of", "als", "omdat"].contains(&delen.before(at))
    {
        return;
    }
    let belongs = match LIJSTEN.organisations.contains(own) {
        true => LIJSTEN.after_organisation.contains(next),
        false => {
            LIJSTEN.after_abbreviation.contains(next)
                && !["beleid", "advies", "recht"].contains(&next)
        }
    };
    if belongs {
        let right = format!("{own}-{next}");
        found.faults.push(super::Taalfout {
            patroon: Patroon::AfkortingLos,
            range: found.delen.range(at, at + 1),
            better: vec![right],
        });
    }
}

fn kamer(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let words = [
        "debat",
        "lid",
        "leden",
        "fractie",
        "fracties",
        "vragen",
        "verkiezingen",
        "commissie",
        "behandeling",
        "brief",
        "stuk",
        "stukken",
    ];
    let last = delen.low(at + 2);
    if ["eerste", "tweede"].contains(&delen.low(at))
        && delen.low(at + 1) == "kamer"
        && words.contains(&last)
        && delen.are_neighbours(at + 1)
    {
        let right = format!("Kamer{last}");
        found.add(Patroon::KamerLos, (at + 1, at + 2), &right);
    }
}
