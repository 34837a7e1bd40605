//! Fixed expressions and small words.

use std::ops::Range;

use super::lijsten::LIJSTEN;
use super::{Gevonden, Patroon, Taalfout, capitalised};
use crate::soorten::is_capitalised;

pub(super) fn find(found: &mut Gevonden, at: usize) {
    tenminste(found, at);
    twice(found, at);
    infinitive(found, at);
    comparison(found, at);
    subject(found, at);
    eruit(found, at);
}

const NUMBERS: &[&str] = &[
    "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "twintig", "dertig", "veertig", "vijftig", "honderd", "duizend",
];

fn is_number(word: &str) -> bool {
    let digits = !word.is_empty() && word.bytes().all(|own| own.is_ascii_digit());
    digits || NUMBERS.contains(&word)
}

fn tenminste(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let (word, next) = (delen.low(at), delen.low(at + 1));
    if word == "tenminste" {
        let for_a_time = next == "voor"
            && delen.low(at + 2) == "een"
            && ["duur", "periode", "termijn"].contains(&delen.low(at + 3))
            && is_number(delen.low(at + 5));
        if is_number(next) || is_number(delen.low(at + 2)) || for_a_time {
            found.add(Patroon::Tenminste, (at, at), "ten minste");
        }
    }
    let delen = &found.delen;
    let (word, before, next) = (delen.low(at), delen.before(at), delen.low(at + 1));
    let is_noun = ["een", "het", "dit", "dat"].contains(&before) || next == "aan";
    if word == "teveel" && !is_noun {
        found.add(Patroon::Tenminste, (at, at), "te veel");
    }
}

fn twice(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let words = [
        "de", "een", "en", "van", "naar", "te", "met", "dit", "deze", "wordt", "worden", "heeft",
        "kan", "zal", "of", "om", "ook", "niet", "door", "voor", "bij", "aan",
    ];
    let word = delen.low(at);
    let same = !word.is_empty() && delen.text(at) == delen.text(at + 1);
    if same && words.contains(&word) && delen.are_neighbours(at) {
        found.add(
            Patroon::Dubbel,
            (at, at + 1),
            delen.text(at).to_owned().as_str(),
        );
    }
}

fn infinitive(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let next = delen.low(at + 1);
    if delen.low(at) == "de" && LIJSTEN.infinitives.contains(next) && delen.low(at + 2) == "van" {
        let right = match next.strip_suffix("en") {
            _ if next == "publiceren" => "publicatie".to_owned(),
            Some(stem) => format!("{stem}ing"),
            None => return,
        };
        found.add(Patroon::HeelWerkwoord, (at + 1, at + 1), &right);
    }
}

fn comparison(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let (word, next, after) = (delen.low(at), delen.low(at + 1), delen.low(at + 2));
    let adjectives = [
        "groot", "veel", "hoog", "laag", "lang", "snel", "vaak", "klein", "duur", "sterk", "goed",
        "oud",
    ];
    let is_even = word == "even" || word == "zo" && delen.before(at) == "net";
    if is_even && adjectives.contains(&next) && after == "dan" {
        return found.add(Patroon::AlsDan, (at + 2, at + 2), "als");
    }
    if word == "evenveel" && next == "dan" {
        return found.add(Patroon::AlsDan, (at + 1, at + 1), "als");
    }
    let more = [
        "groter",
        "kleiner",
        "hoger",
        "lager",
        "sneller",
        "langer",
        "korter",
        "duurder",
        "goedkoper",
    ];
    let than = [
        "verwacht",
        "voorheen",
        "begroot",
        "geraamd",
        "gepland",
        "voorzien",
        "gemiddeld",
        "vorig",
    ];
    if more.contains(&word) && next == "als" && than.contains(&after) {
        found.add(Patroon::AlsDan, (at + 1, at + 1), "dan");
    }
}

fn subject(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    if at > 0 && !delen.is_mark(at - 1, ".!?") {
        return;
    }
    let starts = ["ook", "verder", "daarnaast", "tevens", "daarbij"];
    let verbs = ["gaat", "geeft", "wijst", "kondigt"];
    let follows = [
        ("in", "op"),
        ("aan", "dat"),
        ("aan", "om"),
        ("op", "dat"),
        ("erop", "dat"),
    ];
    let verb = delen.low(at + 1);
    if starts.contains(&delen.low(at))
        && verbs.contains(&verb)
        && follows.contains(&(delen.low(at + 2), delen.low(at + 3)))
    {
        let right = format!("{verb} u");
        found.add(Patroon::OnderwerpOntbreekt, (at + 1, at + 1), &right);
    }
}

fn eruit(found: &mut Gevonden, at: usize) {
    let delen = &found.delen;
    let verbs = ["zien", "ziet", "zag"];
    if delen.low(at) != "er" || delen.low(at + 1) != "uit" {
        return;
    }
    let verb = delen.low(at + 2).to_owned();
    if verbs.contains(&verb.as_str()) {
        found.add(Patroon::EruitZien, (at, at + 2), &format!("eruit{verb}"));
    } else if delen.any(at + 3..at + 5, &verbs) {
        found.add(Patroon::EruitZien, (at, at + 1), "eruit");
    }
}

/// The fixed expressions of the list.
pub(super) fn find_fixed(text: &str, faults: &mut Vec<Taalfout>) {
    if !LIJSTEN.any_expression.is_match(text) {
        return;
    }
    for (expression, right) in &LIJSTEN.expressions {
        for found in expression.regex().captures_iter(text) {
            let Some(range) = found.get(0).map(|own| own.range()) else {
                continue;
            };
            if !is_whole(text, &range) {
                continue;
            }
            let mut better = String::new();
            found.expand(right, &mut better);
            if is_capitalised(&found[0]) {
                better = capitalised(&better);
            }
            faults.push(Taalfout {
                patroon: Patroon::Uitdrukking,
                range,
                better: vec![better],
            });
        }
    }
}

/// Whether a part of a text begins and ends where a word does.
pub(crate) fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let is_letter = |own: Option<char>| own.is_some_and(char::is_alphanumeric);
    let part = text.get(range.clone()).unwrap_or_default();
    let before = text
        .get(..range.start)
        .and_then(|own| own.chars().next_back());
    let after = text.get(range.end..).and_then(|own| own.chars().next());
    let begins_inside = is_letter(before) && is_letter(part.chars().next());
    let ends_inside = is_letter(after) && is_letter(part.chars().next_back());
    !begins_inside && !ends_inside
}
