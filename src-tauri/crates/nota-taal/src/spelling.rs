//! Which words of a text are not spelled right, in the order of taal: address,
//! abbreviation, capitals, name, English passage.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::naam::is_name;
use crate::soorten::{
    SOORTEN, is_abbreviation, is_capitalised, straight, uncapitalised, with_an_accent,
};
use crate::token::{Pattern, Token, ends_sentence, is_initials, pattern, spaced, words};
use crate::woordenboek::{RIJK, WRONG, exists};

/// A word that is not right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Woord {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// What it must be, when the word is known to be wrong; none for a word
    /// that is only not known.
    pub right: Option<&'static str>,
}

/// The words of a text that are wrong or not known, in order.
pub fn spelling(text: &str) -> Vec<Woord> {
    let tokens: Vec<Token> = spaced(text).collect();
    let mut found: Vec<(usize, Woord)> = Vec::new();
    let mut parts = Vec::new();
    // A word that comes again is not looked up again.
    let mut looked_up: HashMap<&str, bool> = HashMap::new();
    for (index, token) in tokens.iter().enumerate() {
        parts.clear();
        words(*token, &mut parts);
        for (nth, part) in parts.iter().enumerate() {
            let begins = nth == 0 && begins_sentence(&tokens, index);
            let (range, bare) = bare(*part);
            if let Some(right) = known_wrong(part.text, bare, begins) {
                let right = Some(right);
                found.push((index, Woord { range, right }));
            } else if !*looked_up
                .entry(part.text)
                .or_insert_with(|| is_right(part.text))
                && !is_name_here(text, &tokens, index, &range, bare)
            {
                found.push((index, Woord { range, right: None }));
            }
        }
    }
    without_english(&tokens, found)
}

/// A word without a dot that ends a sentence.
fn bare(part: Token<'_>) -> (Range<usize>, &str) {
    let bare = part.text.trim_end_matches('.');
    (part.start..part.start + bare.len(), bare)
}

fn begins_sentence(tokens: &[Token], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|at| tokens.get(at));
    before.is_none_or(|before| ends_sentence(before.text))
}

/// What a word must be that is always wrong, however the dictionary sees it. A
/// capital is only wrong inside a sentence.
fn known_wrong(whole: &str, bare: &str, begins: bool) -> Option<&'static str> {
    if is_abbreviation(&whole.to_lowercase()) && whole.ends_with('.') {
        return None;
    }
    if let Some(right) = WRONG.get(bare) {
        let only_a_capital = is_capitalised(bare) && uncapitalised(bare) == *right;
        return (!(only_a_capital && begins)).then_some(*right);
    }
    let lower = is_capitalised(bare).then(|| uncapitalised(bare));
    // The list is of small letters; what must get a capital letter keeps it.
    lower.and_then(|lower| WRONG.get(lower.as_str()).copied())
}

fn is_name_here(
    text: &str,
    tokens: &[Token],
    index: usize,
    range: &Range<usize>,
    bare: &str,
) -> bool {
    is_capitalised(bare)
        && !(bare.len() >= 5 && bare.is_ascii() && with_an_accent(bare).any(|own| exists(&own)))
        && is_name(text, tokens, index, range, bare)
}

/// Whether a word, with what stands on to it, is right.
pub(crate) fn is_right(word: &str) -> bool {
    if word.chars().all(char::is_lowercase) && exists(word) {
        return true;
    }
    if !word.contains(is_latin) {
        // A word in another script is no Dutch word that went wrong.
        return true;
    }
    let lower = word.to_lowercase();
    let short = lower.trim_end_matches('.');
    if is_abbreviation(&lower) || word.ends_with('.') && is_abbreviation(&format!("{short}.")) {
        return true;
    }
    if is_initials(word) || is_dotted(word) && exists(word) {
        return true;
    }
    let bare = word
        .trim_end_matches('.')
        .trim_end_matches(['\'', '’', '‘'])
        .trim_matches(['"', '“', '”']);
    if bare.contains(['(', ')']) {
        let (with, without) = brackets(bare);
        return is_word(&with) && (without.is_empty() || is_word(&without));
    }
    let is_dotted_short = short.contains('.') && is_abbreviation(&format!("{short}."));
    is_dotted_short || bare.chars().count() == 1 || is_word(bare)
}

/// Whether a letter is one of our script, with or without an accent.
fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, 'À'..='ɏ')
}

fn is_dotted(word: &str) -> bool {
    static DOTTED: Pattern = Pattern::new(|| pattern(r"^(?:[A-Za-z]{1,3}\.){1,6}$"));
    word.ends_with('.') && DOTTED.is_match(word)
}

/// A word with brackets in it, with what stands between them and without.
fn brackets(word: &str) -> (String, String) {
    let with: String = word.chars().filter(|own| !"()".contains(*own)).collect();
    let mut without = String::new();
    let mut inside = false;
    for own in word.chars() {
        match own {
            '(' => inside = true,
            ')' => inside = false,
            own if !inside => without.push(own),
            _ => {}
        }
    }
    (with, without)
}

/// Whether a word by itself is right.
pub(crate) fn is_word(word: &str) -> bool {
    is_known(word) || is_capitals(word) || is_number(word) || is_joined(word)
}

/// Whether the dictionary or the list of the ministries has a word.
pub(crate) fn is_known(word: &str) -> bool {
    let word = straight(word);
    exists(&word) || is_listed(&word, &|own| RIJK.contains(own))
}

/// Whether a list has a word: as it is, with a small first letter, or without
/// the s of a plural or a possessive.
pub(crate) fn is_listed(word: &str, has: &dyn Fn(&str) -> bool) -> bool {
    let is_small = |own: &str| is_capitalised(own) && has(&uncapitalised(own));
    let with_s = |own: &str| {
        let before = own.chars().next_back();
        before.is_some_and(char::is_lowercase) || own.chars().all(char::is_uppercase)
    };
    has(word)
        || is_small(word)
        || word.strip_suffix("'s").is_some_and(has)
        || word
            .strip_suffix('s')
            .is_some_and(|own| with_s(own) && has(own))
}

/// Capitals: an abbreviation (NSOC, NH90, O&M), or a name of a ministry or a
/// system (MJenV, eID); not two capitals by accident (DAtum).
pub(crate) fn is_capitals(word: &str) -> bool {
    let word = straight(word);
    let stem = word.strip_suffix("'s").unwrap_or(&word);
    let is_sign = |own: u8| own.is_ascii_alphanumeric() || own == b'&';
    let Some(first) = stem.bytes().next() else {
        return false;
    };
    if !stem.bytes().all(is_sign) || !first.is_ascii_alphabetic() {
        return false;
    }
    let capitals = stem.strip_suffix('s').filter(|own| own.len() > 1);
    let all = |own: &str| own.len() <= 8 && !own.bytes().any(|own| own.is_ascii_lowercase());
    if all(stem) || capitals.is_some_and(all) {
        return true;
    }
    if stem.len() < 2 || stem.len() > 14 {
        return false;
    }
    let rest = stem.get(1..).unwrap_or_default();
    let mixed = match first.is_ascii_uppercase() {
        true => !rest.bytes().all(|own| own.is_ascii_lowercase()),
        false => {
            let at = stem.find(|own: char| !own.is_ascii_lowercase());
            at.is_some_and(|at| stem[at..].starts_with(|own: char| own.is_ascii_uppercase()))
        }
    };
    mixed && !is_slip_of_the_shift(stem)
}

fn is_slip_of_the_shift(word: &str) -> bool {
    let capitals = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = word.get(2..).unwrap_or_default();
    capitals == 2
        && rest.len() >= 2
        && rest.bytes().all(|own| own.is_ascii_lowercase())
        && exists(&word.to_lowercase())
}

fn is_number(word: &str) -> bool {
    static NUMBER: Pattern = Pattern::new(|| {
        pattern(r"^[0-9.,/:-]*[0-9][0-9.,/:-]*(?:e|de|ste|x|m|km|m2|%|ers?|'ers?)?$")
    });
    word.contains(|own: char| own.is_ascii_digit()) && NUMBER.is_match(word)
}

/// Whether a word with a hyphen is right though the dictionary does not have
/// it: all parts are known and one of them asks for a hyphen.
fn is_joined(word: &str) -> bool {
    static CLASH: Pattern =
        Pattern::new(|| pattern(r"a-[aeiuéê]|e-[eiué]|i-[eij]|o-[eiou]|u-[eiu]|é-[eiu]"));
    if !word.contains('-') {
        return false;
    }
    let parts: Vec<&str> = word.split('-').collect();
    if word.starts_with('-') || word.ends_with('-') {
        let core = word.trim_matches('-');
        let forms = [format!("{core}-"), core.to_lowercase(), format!("{core}s")];
        return !core.is_empty() && (is_word(core) || forms.iter().any(|own| is_known(own)));
    }
    if parts.iter().any(|part| part.is_empty()) || parts.len() > 8 {
        return false;
    }
    if let [first, second] = parts[..]
        && first.chars().count() > 2
        && second.chars().count() > 2
        && CLASH.is_match(&word.to_lowercase())
        && !["ij", "ei", "ui"]
            .iter()
            .any(|own| first.to_lowercase().ends_with(own))
        && is_known(first)
        && is_known(second)
    {
        return true;
    }
    parts
        .iter()
        .all(|part| asks_for_hyphen(part) || is_known(part))
        && parts.iter().any(|part| asks_for_hyphen(part))
}

fn asks_for_hyphen(part: &str) -> bool {
    let digits = part.trim_end_matches(|own: char| own.is_ascii_lowercase());
    let is_number = !digits.is_empty()
        && digits.bytes().all(|own| own.is_ascii_digit())
        && part.len() - digits.len() <= 1;
    is_capitals(part)
        || is_number
        || part.len() == 1 && part.bytes().all(|own| own.is_ascii_alphabetic())
        || is_capitalised(part) && is_known(part)
        || SOORTEN.prefixes.contains(part.to_lowercase().as_str())
        || RIJK.contains(part)
}

/// Leaves out what is English: a word that is not known, near English words
/// and near another one that is not known.
fn without_english(tokens: &[Token], found: Vec<(usize, Woord)>) -> Vec<Woord> {
    let unknown: HashSet<usize> = found.iter().map(|(index, _)| *index).collect();
    let english = |index: usize| {
        let text = tokens.get(index)?.text;
        let bare = text.trim_matches(|own: char| "\"“”‘’'(),.:;!?".contains(own));
        SOORTEN.english.get(bare.to_lowercase().as_str()).copied()
    };
    let is_strong = |word: &str| !SOORTEN.english_and_dutch.contains(word);
    let mut kept = Vec::new();
    for (index, woord) in found {
        let near = (index.saturating_sub(3)..=index + 3).filter(|other| *other != index);
        let words: Vec<&str> = near.clone().filter_map(english).collect();
        let has_unknown = near.clone().any(|other| unknown.contains(&other));
        let is_english = !words.is_empty()
            && (has_unknown || words.iter().any(|own| is_strong(own)))
            || has_unknown && english(index).is_some();
        if woord.right.is_some() || !is_english {
            kept.push(woord);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> Vec<&str> {
        spelling(text)
            .into_iter()
            .map(|own| &text[own.range])
            .collect()
    }

    #[test]
    fn what_is_right_is_left_alone() {
        for text in [
            "De beleidsmedewerker van IenW stuurt de IenW-directies thema’s toe.",
            "Zie bijlage(n) 1 en de (huis)dieren, d.d. 3 mei jl. en p. 3.",
            "Het lid Bromet en de leden Kruikemeier en Van Nispen (SP) vragen dit.",
            "MJenV en O&M (NH90) gebruiken eID; klei- en veengrond, 50-plussers.",
            "Kijk op www.rijksoverheid.nl/abc of mail naar a.b@minjenv.nl.",
            "De pandemie-instrumenten van het RIVM, oud-minister, COVID-19-maatregelen.",
            "het rapport Towards stronger safeguards for the wellbeing of farmers",
        ] {
            assert_eq!(wrong(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_found() {
        assert_eq!(
            wrong("De minsiter stuurt een besulit."),
            ["minsiter", "besulit"]
        );
        assert_eq!(wrong("Dit is nvt, zie de DAtum."), ["nvt", "DAtum"]);
        assert_eq!(
            wrong("Onze rechtstaat in Belgie."),
            ["rechtstaat", "Belgie"]
        );
        assert_eq!(wrong("Op Maandag. Maandag is goed."), ["Maandag"]);
        assert_eq!(wrong("de beleids-medewerker"), ["beleids-medewerker"]);
    }

    #[test]
    fn a_known_fault_has_its_answer() {
        let found = spelling("Dit is nvt.");
        assert_eq!(found[0].right, Some("n.v.t."));
    }
}
