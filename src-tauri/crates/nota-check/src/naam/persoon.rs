//! Names of persons, by what they consist of and what stands before them.

use std::ops::Range;

use super::lijsten as l;
use super::woorden::{Word, words};

/// The greatest number of given names, and of words before a surname.
const MOST: usize = 4;

/// Signs after which a sentence starts.
const END: &[char] = &['.', '!', '?', ':', '\n', ';', '•'];

/// A name in a text.
pub(super) struct Person {
    pub range: Range<usize>,
    /// Whether it is that of an official or of a company.
    pub is_public: bool,
}

/// The names in a text, in order, none within another.
pub(super) fn persons(text: &str) -> Vec<Person> {
    let words = words(text);
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match name_at(&words, at) {
            Some((first, end)) if end > first => {
                out.push(Person {
                    range: range(&words, first, end),
                    is_public: is_public(text, &words, first, end),
                });
                at = end;
            }
            _ => at += 1,
        }
    }
    out
}

fn range(words: &[Word<'_>], first: usize, end: usize) -> Range<usize> {
    let start = words.get(first).map_or(0, |own| own.range.start);
    let last = words.get(end - 1);
    start..last.map_or(start, |own| own.range.end)
}

/// A name that starts at a word, or after a title or function there: the
/// indices of its first word and of the first word after it.
fn name_at(words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
    let word = words.get(at)?;
    if l::is_of_family(word.text)
        && let Some(own) = child(words, at + 1)
    {
        return Some(own);
    }
    let title = l::is_title(word.text.trim_end_matches('.'));
    let function = l::is_function(word.text);
    if title || function {
        let next = at + 1;
        let after = words.get(next)?;
        let stop = usize::from(title && after.gap.starts_with('.'));
        let gap = after.gap.get(stop..).unwrap_or_default();
        let joined = gap.trim().is_empty() && !gap.contains('\n');
        if joined && let Some(end) = called(words, next, function) {
            return Some((next, end));
        }
        if !word.is_initials() {
            return None;
        }
    }
    if let Some(end) = with_initials(words, at) {
        return Some((at, end));
    }
    if let Some(end) = surname_first(words, at) {
        return Some((at, end));
    }
    full_name(words, at).map(|end| (at, end))
}

/// A given name after "de ouders van" or "haar zoon".
fn child(words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
    let of = words.get(at).is_some_and(|own| own.text == "van");
    let at = at + usize::from(of);
    let own = words.get(at)?;
    let is_name = own.follows() && own.is_capital() && l::is_given(own.text);
    let more = words
        .get(at + 1)
        .is_some_and(|own| own.follows() && own.is_capital());
    (is_name && !more && !l::is_no_name(own.text)).then_some((at, at + 1))
}

/// What follows "de heer" or "inspecteur": initials or given names, and a
/// surname; any word with a capital will do.
fn called(words: &[Word<'_>], at: usize, function: bool) -> Option<usize> {
    if l::is_title(words.get(at)?.text.trim_end_matches('.')) {
        return None;
    }
    if let Some(end) = with_initials(words, at) {
        return Some(end);
    }
    if let Some(end) = full_name(words, at) {
        return Some(end);
    }
    let end = surname(words, at)?;
    let last = words.get(end - 1)?;
    let alone = end == at + 1 && function && last.is_all_capitals();
    if l::is_no_name(last.text) || alone {
        return None;
    }
    // "Sanchez de la Cruz".
    let between = words
        .get(end)
        .is_some_and(|own| own.follows() && l::is_link(own.text));
    // "Ewoud Hondius": after a title two words with a capital are one name.
    if end == at + 1
        && let Some(second) = words.get(end)
        && second.follows()
        && second.is_capital()
        && !second.is_initials()
        && !second.is_all_capitals()
        && !l::is_no_name(second.text)
        && !l::is_prefix(second.text)
    {
        return Some(end + 1);
    }
    let longer = match words.get(end).zip(words.get(end + 1)) {
        Some((de, la)) if de.text == "de" && l::is_link(la.text) => surname(words, end),
        _ if between => surname(words, end),
        _ => None,
    };
    Some(longer.unwrap_or(end))
}

/// Initials and a surname.
fn with_initials(words: &[Word<'_>], at: usize) -> Option<usize> {
    let mut next = at;
    while next < at + MOST && words.get(next).is_some_and(|own| own.is_initials()) {
        if next > at && !words.get(next)?.follows() {
            break;
        }
        next += 1;
    }
    if next == at {
        return None;
    }
    let first = words.get(next)?;
    if !first.follows() {
        return None;
    }
    let end = surname(words, next)?;
    let last = words.get(end - 1)?;
    // "L. van Es" is a name, also when "es" is a word.
    let bare = end == next + 1 || first.is_capital();
    if bare && l::is_no_name(last.text) || !l::is_prefix(first.text) && l::is_no_name(first.text) {
        return None;
    }
    // After "Optie A." a new sentence may begin.
    let single = words.get(at)?.text.chars().count() <= 2 && next == at + 1;
    let begins = first.is_capital() && l::is_prefix(first.text);
    let labelled = at > 0 && words.get(at - 1).is_some_and(|own| is_label(own.text));
    let known = l::is_surname(last.text);
    (!(single && (begins || labelled)) || known && !labelled).then_some(end)
}

/// What a single letter follows that is no initial.
fn is_label(word: &str) -> bool {
    let lower = word.to_lowercase();
    let labels = [
        "optie",
        "bijlage",
        "variant",
        "scenario",
        "categorie",
        "groep",
        "deel",
        "onderdeel",
        "lid",
        "sub",
        "tabel",
        "figuur",
    ];
    labels.contains(&lower.as_str())
}

/// "Peters, J.A.", "Van Dijk, M.".
fn surname_first(words: &[Word<'_>], at: usize) -> Option<usize> {
    let end = surname(words, at)?;
    let last = words.get(end - 1)?;
    let initials = words.get(end)?;
    let is_comma = initials.gap.trim() == "," && !initials.gap.contains('\n');
    let company = matches!(initials.text, "B.V." | "N.V.");
    (is_comma && initials.is_initials() && !company && !l::is_no_name(last.text)).then_some(end + 1)
}

/// Given names and a surname without a title: "Karin van den Heuvel".
fn full_name(words: &[Word<'_>], at: usize) -> Option<usize> {
    let first = words.get(at)?;
    if !first.is_capital() || first.is_all_capitals() && first.text.len() < 4 {
        return None;
    }
    if l::is_prefix(first.text) && !l::is_given(first.text) || l::is_no_name(first.text) {
        return None;
    }
    let mut next = at + 1;
    let given = l::is_given(first.text);
    if given {
        while next < at + MOST
            && words
                .get(next)
                .is_some_and(|own| own.follows() && own.is_capital() && l::is_given(own.text))
            && words
                .get(next + 1)
                .is_some_and(|own| own.follows() && (own.is_capital() || l::is_prefix(own.text)))
        {
            next += 1;
        }
        // Initials between: "Jan P. de Vries".
        if words
            .get(next)
            .is_some_and(|own| own.follows() && own.is_initials())
        {
            next += 1;
        }
    }
    let second = words.get(next)?;
    if !second.follows() {
        return None;
    }
    let mut end = surname(words, next)?;
    let mut last = words.get(end - 1)?;
    // "Jan Willem" may be a given name and a surname to the list.
    if end == next + 1 && l::is_no_name(last.text) {
        let fewer = given && next > at + 1;
        end = fewer.then_some(next)?;
        last = words.get(end - 1)?;
    }
    let particle = end > next + 1 && l::is_only_prefix(second.text) && !second.is_capital();
    let known = l::is_surname(last.text) && !first.is_all_capitals();
    let plausible = !last.is_all_capitals() || last.text.len() > 4;
    (plausible && (given || particle || known)).then_some(end)
}

/// A surname with what may come before it: the index after it.
fn surname(words: &[Word<'_>], at: usize) -> Option<usize> {
    let mut next = at;
    while next < at + MOST && words.get(next).is_some_and(|own| l::is_prefix(own.text)) {
        if next > at && !words.get(next)?.follows() {
            return None;
        }
        next += 1;
    }
    let last = words.get(next)?;
    if next > at && !last.follows() || !last.is_capital() || last.is_initials() {
        return None;
    }
    let mut end = next + 1;
    // "Fuente García", "Khattabi-de Vries".
    if let Some(second) = words.get(end)
        && second.follows()
        && second.is_capital()
        && l::is_surname(second.text)
        && !l::is_no_name(second.text)
    {
        end += 1;
    }
    if let Some(tail) = of_double_name(words, end - 1) {
        end = tail;
    }
    Some(end)
}

/// "Smit-de Vries", "Smit - van der Berg": the part after a hyphen.
fn of_double_name(words: &[Word<'_>], at: usize) -> Option<usize> {
    let (_, tail) = words.get(at)?.text.rsplit_once('-')?;
    if !l::is_prefix(tail) {
        return None;
    }
    let mut next = at + 1;
    while words
        .get(next)
        .is_some_and(|own| own.follows() && l::is_prefix(own.text))
    {
        next += 1;
    }
    let last = words.get(next)?;
    (last.follows() && last.is_capital()).then_some(next + 1)
}

/// Whether a name is that of an official or a company, which are public.
fn is_public(text: &str, words: &[Word<'_>], first: usize, end: usize) -> bool {
    let after = words.get(end);
    let company =
        after.is_some_and(|own| own.follows() && l::is_company(own.text.trim_end_matches('.')));
    let place = range(words, first, end);
    let rest = text.get(place.end..).unwrap_or_default();
    let party = [
        "(PVV",
        "(VVD",
        "(NSC",
        "(BBB",
        "(D66",
        "(CDA",
        "(SP",
        "(PvdA",
        "(GL",
        "(GroenLinks",
        "(SGP",
        "(CU",
        "(ChristenUnie",
        "(DENK",
        "(FVD",
        "(FvD",
        "(PvdD",
        "(Volt",
        "(JA21",
        "(50PLUS",
    ];
    let of_party = party.iter().any(|own| rest.trim_start().starts_with(own))
        || rest.trim_start().starts_with("c.s");
    let ship = words
        .get(first)
        .is_some_and(|own| matches!(own.text, "Zr.Ms." | "Hr.Ms."));
    company || of_party || ship || follows_office(words, first)
}

/// Whether a name follows the word for a public office: "Kamerlid De Vries",
/// "de motie van de heer Klaver", "de leden Eerdmans en Van Houwelingen".
fn follows_office(words: &[Word<'_>], first: usize) -> bool {
    let mut before = first;
    let mut several = false;
    while let Some(own) = before.checked_sub(1).and_then(|at| words.get(at)) {
        let gap = words.get(before).map_or("", |own| own.gap);
        let ends = gap.contains(END) && !(gap.starts_with('.') && l::is_title(own.text));
        if ends || first - before > 8 {
            return false;
        }
        several |= own.text == "en" || gap.contains(',');
        if l::is_official(own.text) {
            return !several || l::is_several(own.text);
        }
        let part = own.is_capital() || own.is_initials() || own.text == "en";
        if !(part || l::is_prefix(own.text) || l::is_title(own.text)) {
            return false;
        }
        before -= 1;
    }
    false
}
