//! Verbs: d and t, "u bent", a missing "te", "hun" as a subject.

use super::lijsten::LIJSTEN;
use super::{Gevonden, Patroon};
use crate::deelwoord::is_participle;
use crate::zin::Delen;

/// Auxiliaries with which a participle goes.
pub(crate) const AUXILIARIES: &[&str] = &[
    "wordt", "worden", "werd", "werden", "is", "zijn", "was", "waren", "heeft", "hebben", "had",
    "hadden",
];

const PASSIVE: &[&str] = &["wordt", "worden", "werd", "werden"];

pub(super) fn find(found: &mut Gevonden, at: usize) {
    without_t(found, at);
    participle_with_t(found, at);
    finite_with_d(found, at);
    gebeurd(found, at);
    u_ben(found, at);
    without_te(found, at);
    hun(found, at);
}

/// Whether the words before a position are a subject of the list: "hij", "de
/// minister".
fn has_subject(delen: &Delen, at: usize) -> bool {
    let own = delen.before(at);
    if ["hij", "men", "wie"].contains(&own) {
        return true;
    }
    let articles = ["de", "het", "deze", "dit", "die", "uw", "onze"];
    at > 1 && articles.contains(&delen.low(at - 2)) && LIJSTEN.subjects.contains(own)
}

fn without_t(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let (word, next, before) = (delen.low(at), delen.low(at + 1), delen.before(at));
    let Some(right) = LIJSTEN.stems.get(word).copied() else {
        return;
    };
    if !delen.is_small(at) {
        return;
    }
    let asks = ["ik", "je", "jij"].contains(&next);
    if word == "word" {
        if before != "ik" && !asks && !delen.begins(at) {
            found.add(Patroon::ZonderT, (at, at), right);
        }
        return;
    }
    let after_subject = has_subject(delen, at) && !asks && !has_other_verb(delen, at);
    let before_u = ["bied", "zend", "verzend", "vind"].contains(&word)
        && next == "u"
        && !delen.begins(at)
        && !["ik", "en", ","].contains(&before)
        && !delen.any(at.saturating_sub(8)..at + 6, &["ik"]);
    if after_subject || before_u {
        found.add(Patroon::ZonderT, (at, at), right);
    }
}

/// Whether the clause before a position has a verb already.
fn has_other_verb(delen: &Delen, at: usize) -> bool {
    let others = ["ik", "kan", "zal", "moet", "wil", "mag", "kunnen", "zullen"];
    let back = (at.saturating_sub(14)..at).rev();
    let clause = back.take_while(|own| {
        !LIJSTEN.conjunctions.contains(delen.low(*own)) && !delen.is_mark(*own, ",.;:")
    });
    let mut words = clause.map(|own| delen.low(own));
    words.any(|own| AUXILIARIES.contains(&own) || others.contains(&own))
}

fn participle_with_t(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let Some(right) = LIJSTEN.participles.get(delen.low(at)).copied() else {
        return;
    };
    if !delen.begins(at)
        && (before_door(delen, at) || before_worden(delen, at) || at_the_end(delen, at))
    {
        found.add(Patroon::DeelwoordMetT, (at, at), right);
    }
}

/// "wordt behandelt door".
fn before_door(delen: &Delen, at: usize) -> bool {
    let back = at.saturating_sub(4)..at;
    let stops = |own: usize| {
        let word = delen.low(own);
        !PASSIVE.contains(&word)
            && (LIJSTEN.conjunctions.contains(word)
                || is_participle(word)
                || delen.is_mark(own, ".,;:()"))
    };
    delen.low(at + 1) == "door" && delen.any(back.clone(), PASSIVE) && !back.clone().any(stops)
}

/// "behandelt worden", "behandelt te worden".
fn before_worden(delen: &Delen, at: usize) -> bool {
    let (next, after) = (delen.low(at + 1), delen.low(at + 2));
    let ends = after.is_empty()
        || delen.is_mark(at + 2, ".,;:)")
        || LIJSTEN.conjunctions.contains(after)
        || LIJSTEN.prepositions.contains(after);
    PASSIVE.contains(&next) && ends && delen.low(at) != "gebeurt"
        || next == "te" && after == "worden"
}

/// "is in de bijlage vermeldt." with its auxiliary before it.
fn at_the_end(delen: &Delen, at: usize) -> bool {
    let next = delen.low(at + 1);
    let ends = next.is_empty()
        || delen.is_mark(at + 1, ".,;:)")
        || LIJSTEN.conjunctions.contains(next) && !["dat", "die"].contains(&next);
    if !ends {
        return false;
    }
    let pronouns = [
        "nu", "zich", "hij", "zij", "men", "ik", "u", "wij", "we", "ze",
    ];
    for own in (at.saturating_sub(15)..at).rev() {
        let word = delen.low(own);
        let after_auxiliary = own > 0 && AUXILIARIES.contains(&delen.low(own - 1));
        if word == "dat" && after_auxiliary {
            continue;
        }
        if LIJSTEN.conjunctions.contains(word)
            || delen.is_mark(own, ".,;:()")
            || pronouns.contains(&word) && own > 0 && !after_auxiliary
            || word == "te"
            || is_participle(word)
        {
            return false;
        }
        if AUXILIARIES.contains(&word) {
            let subject = ["hij", "zij", "men", "u", "minister", "kabinet", "kamer"];
            let is_clause = subject.contains(&delen.before(at))
                && !delen.any(at.saturating_sub(4)..at, &["door"]);
            let is_pair =
                ["en", "of"].contains(&next) && LIJSTEN.participles.contains_key(delen.low(at + 2));
            return !is_clause && !is_pair;
        }
        if LIJSTEN.participles.contains_key(word) {
            return false;
        }
    }
    false
}

fn finite_with_d(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let Some(right) = LIJSTEN.finite.get(delen.low(at)).copied() else {
        return;
    };
    let follows = [
        "de", "het", "een", "deze", "dit", "alle", "geen", "uw", "dat", "in", "op", "met", "over",
        "niet", "ook", "nog", "hierin", "daarmee",
    ];
    let others = [
        "zal", "kan", "moet", "wil", "zullen", "kunnen", "moeten", "door", "ben", "bent",
        "geworden",
    ];
    if at > 0 && follows.contains(&delen.low(at + 1)) && has_subject(delen, at) {
        let clause = delen.clause(at, ".;:!?");
        if !delen.any(clause.clone(), AUXILIARIES) && !delen.any(clause, &others) {
            found.add(Patroon::PersoonsvormMetD, (at, at), right);
        }
    }
}

fn gebeurd(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let before = ["dit", "dat", "het", "er", "wat", "zoals"];
    if delen.low(at) != "gebeurd" || !before.contains(&delen.before(at)) {
        return;
    }
    let clause = delen.clause(at, ".,;:!?");
    let others = ["zou", "zal", "kan", "had", "geweest"];
    if !delen.any(clause.clone(), AUXILIARIES) && !delen.any(clause, &others) {
        found.add(Patroon::Gebeurd, (at, at), "gebeurt");
    }
}

fn u_ben(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let (word, next) = (delen.low(at), delen.low(at + 1));
    if word == "u" && next == "heb" {
        found.add(Patroon::UBen, (at + 1, at + 1), "hebt");
        found.or("heeft");
        return;
    }
    if word != "ben" || next == "ik" || delen.before(at) == "ik" {
        return;
    }
    let opens = [
        "die", "dat", "als", "indien", "wat", "waar", "of", "omdat", "en", ",", "wanneer",
    ];
    for own in (at.saturating_sub(6)..at).rev() {
        if delen.low(own) == "ik" || delen.is_mark(own, ".,;:") {
            return;
        }
        if delen.low(own) == "u" {
            if own == 0 || opens.contains(&delen.low(own - 1)) || own + 1 == at {
                found.add(Patroon::UBen, (at, at), "bent");
            }
            return;
        }
    }
}

fn without_te(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let verbs = [
        "dient", "dienen", "diende", "hoeft", "hoeven", "behoeft", "behoeven",
    ];
    if !verbs.contains(&delen.low(at)) {
        return;
    }
    for own in at + 1..delen.len().min(at + 14) {
        let word = delen.low(own);
        let stops = ["te", "om", "ter"].contains(&word)
            || delen.is_mark(own, ".,;:()")
            || LIJSTEN.conjunctions.contains(word) && own > at + 1;
        if stops {
            return;
        }
        if word == "worden" {
            found.add(Patroon::TeOntbreekt, (own, own), "te worden");
            return;
        }
    }
}

fn hun(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let verbs = ["hebben", "hadden", "zullen", "moeten", "worden"];
    let before = [
        "", ".", ",", "dat", "omdat", "als", "en", "of", "maar", "zodat",
    ];
    if delen.low(at) == "hun"
        && verbs.contains(&delen.low(at + 1))
        && before.contains(&delen.before(at))
    {
        found.add(Patroon::Hun, (at, at), "zij");
    }
}
