//! What was meant by a word that is not right: at most five words, the most
//! likely first. All candidates are our own, so that the work has a bound that
//! the caller sets and the answer is the same on every machine.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::afstand::distance;
use crate::soorten::{is_capitalised, straight, uncapitalised, with_an_accent};
use crate::spelling::{is_listed, is_word};
use crate::woordenboek::{LISTED, RIJK, WRONG, exists};

/// The most words that are suggested.
pub const MOST_SUGGESTIONS: usize = 5;

/// Steps in which a word of an ordinary length has all its suggestions: some
/// hundredths of a second. A step is one word that is looked up or compared.
pub const STEPS: usize = 40_000;

/// Steps for a word among many, for which only what is near is looked at.
pub const FEW_STEPS: usize = 1_500;

/// The longest word that gets suggestions, in letters.
const LONGEST: usize = 40;

/// How far a suggestion may be from the word.
const FARTHEST: f32 = 2.6;

/// The letters that may be missing or wrong.
const LETTERS: &str = "ernitsaoldgkupmchbvjwfzyxq'-ëïé";

/// What was meant by a word. `own` are words that the drafter or the ministry
/// added; `steps` bounds the work.
pub fn suggestions(word: &str, own: &[&str], steps: usize) -> Vec<String> {
    suggestions_until(word, own, steps, &AtomicBool::new(false))
}

/// The same for who waits no longer than so long: when `stop` becomes true the
/// answer is what was found until then.
pub fn suggestions_until(word: &str, own: &[&str], steps: usize, stop: &AtomicBool) -> Vec<String> {
    let word = straight(word.trim_end_matches('.')).into_owned();
    let known = WRONG.get(word.as_str()).or_else(|| {
        let small = uncapitalised(&word);
        WRONG.get(small.as_str())
    });
    let letters: Vec<char> = word.chars().collect();
    if letters.len() > LONGEST || letters.is_empty() {
        return known.map(|own| (*own).to_owned()).into_iter().collect();
    }
    let mut search = Search {
        word: &word,
        letters,
        own,
        found: HashSet::new(),
        left: steps,
        stop,
    };
    search.near_ours();
    search.accents();
    search.edits(&|own| own.contains('\'') || LISTED.has(own) || RIJK.contains(own));
    search.joined_with_s();
    if steps > FEW_STEPS {
        search.edits(&|_| true);
        search.listed();
        search.two_words();
    }
    let mut ranked = search.ranked();
    if let Some(known) = known {
        ranked.retain(|own| own != known);
        ranked.insert(0, (*known).to_owned());
    }
    ranked.truncate(MOST_SUGGESTIONS);
    ranked
}

struct Search<'w> {
    word: &'w str,
    letters: Vec<char>,
    /// Words that people added.
    own: &'w [&'w str],
    found: HashSet<String>,
    left: usize,
    stop: &'w AtomicBool,
}

impl Search<'_> {
    /// Whether there is a step left; takes it.
    fn step(&mut self) -> bool {
        if self.stop.load(Ordering::Relaxed) {
            self.left = 0;
        }
        let any = self.left > 0;
        self.left = self.left.saturating_sub(1);
        any
    }

    fn add(&mut self, candidate: String) {
        if candidate != self.word {
            self.found.insert(candidate);
        }
    }

    /// Words of the ministries and of people that are very near.
    fn near_ours(&mut self) {
        let ours = RIJK.iter().chain(self.own);
        for other in ours {
            let lengths = other.len().abs_diff(self.word.len()) <= 2;
            let first = other
                .chars()
                .next()
                .map(char::to_lowercase)
                .into_iter()
                .flatten();
            let starts = first.eq(self.letters[0].to_lowercase());
            if lengths && starts {
                let letters: Vec<char> = other.chars().collect();
                if distance(&self.letters, &letters, 1.3) <= 1.2 {
                    self.add((*other).to_owned());
                }
            }
        }
    }

    /// The same word with one accent.
    fn accents(&mut self) {
        for candidate in with_an_accent(self.word) {
            if self.step() && exists(&candidate) {
                self.add(candidate);
            }
        }
        let apostrophe = self.word.replace(['´', '`'], "'");
        if apostrophe != self.word && exists(&apostrophe) {
            self.add(apostrophe);
        }
    }

    /// The words that are one slip away and that pass `sieve`, which is asked
    /// before the dictionary is.
    fn edits(&mut self, sieve: &dyn Fn(&str) -> bool) {
        let letters = self.letters.clone();
        let count = letters.len();
        let mut candidate = String::with_capacity(self.word.len() + 4);
        for at in 0..=count {
            let mut forms: Vec<(usize, &[char])> = Vec::new();
            let swapped;
            if at < count {
                forms.push((at + 1, &[]));
            }
            if at + 1 < count {
                swapped = [letters[at + 1], letters[at]];
                forms.push((at + 2, &swapped));
            }
            for (from, middle) in forms {
                fill(&mut candidate, &letters, at, middle, from);
                self.consider(&candidate, sieve);
            }
            for letter in LETTERS.chars() {
                fill(&mut candidate, &letters, at, &[letter], at);
                self.consider(&candidate, sieve);
                if at < count {
                    fill(&mut candidate, &letters, at, &[letter], at + 1);
                    self.consider(&candidate, sieve);
                }
            }
        }
        // The first letter as a capital and as a small one.
        let sieve = &|_: &str| true;
        let small = uncapitalised(self.word);
        self.consider(&small, sieve);
        let mut rest = self.word.chars();
        let capital: String = rest
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        self.consider(&format!("{capital}{}", rest.as_str()), sieve);
    }

    /// The same word with the s that joins two words.
    fn joined_with_s(&mut self) {
        let letters = self.letters.clone();
        let mut candidate = String::new();
        for at in 3..letters.len().saturating_sub(2) {
            fill(&mut candidate, &letters, at, &['s'], at);
            self.consider(&candidate, &|_| true);
        }
    }

    fn consider(&mut self, candidate: &str, sieve: &dyn Fn(&str) -> bool) {
        let small;
        let looked_up = match is_capitalised(candidate) {
            true => {
                small = uncapitalised(candidate);
                sieve(candidate) || sieve(&small)
            }
            false => sieve(candidate),
        };
        if looked_up && !self.found.contains(candidate) && self.step() && is_right(candidate) {
            self.add(candidate.to_owned());
        }
    }

    /// The words of the dictionary that are two slips away.
    fn listed(&mut self) {
        let first = self.letters[0].to_lowercase().next();
        let count = self.letters.len();
        let mut near = Vec::new();
        for other in LISTED.words() {
            let begins = other
                .chars()
                .next()
                .and_then(|own| own.to_lowercase().next());
            if begins != first || other.len().abs_diff(self.word.len()) > 3 {
                continue;
            }
            if !self.step() {
                break;
            }
            let letters: Vec<char> = other.chars().collect();
            let far = letters.len().abs_diff(count) > 2;
            if !far && distance(&self.letters, &letters, FARTHEST) < FARTHEST {
                near.push(other);
            }
        }
        for other in near {
            if is_right(other) {
                self.add(other.to_string());
            }
        }
    }

    /// Two words that were written as one.
    fn two_words(&mut self) {
        if self.stop.load(Ordering::Relaxed) {
            return;
        }
        for at in 3..self.letters.len().saturating_sub(1) {
            let first: String = self.letters[..at].iter().collect();
            let second: String = self.letters[at..].iter().collect();
            let is_word = |own: &str| LISTED.has(own) && exists(own);
            let short = self.letters.len() - at;
            if (is_word(&first) || exists(&first) && at > 5)
                && (is_word(&second) && short > 1 || exists(&second) && short > 5)
            {
                self.add(format!("{first} {second}"));
            }
        }
    }

    fn ranked(&self) -> Vec<String> {
        let mut ranked: Vec<(f32, &String)> =
            self.found.iter().map(|own| (self.cost(own), own)).collect();
        ranked.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(b.1)));
        ranked.into_iter().map(|(_, own)| own.clone()).collect()
    }

    /// How unlikely a candidate is.
    fn cost(&self, candidate: &str) -> f32 {
        let letters: Vec<char> = candidate.chars().collect();
        let mut cost = distance(&self.letters, &letters, 4.0);
        let is_small = || LISTED.has(&candidate.to_lowercase());
        if self.own.contains(&candidate) {
            cost -= 0.4;
        } else if LISTED.has(candidate) || is_small() {
            cost -= 0.35;
        } else if RIJK.contains(candidate) {
            cost -= 0.3;
        } else if stem_is_listed(&letters) {
            cost -= 0.2;
        }
        let hyphens = |own: &str| own.chars().skip(1).filter(|own| *own == '-').count();
        if candidate.contains(' ') || hyphens(candidate) > hyphens(self.word) {
            cost += 0.35;
        }
        let lower = |own: char| own.to_lowercase().next();
        if lower(self.letters[0]) != letters.first().copied().and_then(lower) {
            cost += 0.25;
        }
        cost
    }
}

/// Whether a word is an inflected form of one that is listed.
fn stem_is_listed(letters: &[char]) -> bool {
    (1..=3).any(|cut| {
        let stem = letters.len().checked_sub(cut).filter(|own| *own > 3);
        stem.is_some_and(|end| LISTED.has(&letters[..end].iter().collect::<String>()))
    })
}

/// Whether a candidate may be shown: it is right, and no known fault itself.
fn is_right(word: &str) -> bool {
    !WRONG.contains_key(word)
        && (exists(word) || is_listed(word, &|own| RIJK.contains(own)))
        && is_word(word)
}

fn fill(out: &mut String, letters: &[char], until: usize, middle: &[char], from: usize) {
    out.clear();
    out.extend(
        letters[..until]
            .iter()
            .chain(middle)
            .chain(&letters[from..]),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_that_was_meant_comes_first() {
        for (wrong, right) in [
            ("minsiter", "minister"),
            ("Belgie", "België"),
            ("risicos", "risico's"),
            ("veiligheidregio", "veiligheidsregio"),
            ("nvt", "n.v.t."),
        ] {
            let all = suggestions(wrong, &[], STEPS);
            assert_eq!(all.first().map(String::as_str), Some(right), "{all:?}");
        }
        assert_eq!(
            suggestions("Zwartjees", &["Zwartjes"], STEPS)[0],
            "Zwartjes"
        );
    }

    #[test]
    fn a_word_that_is_no_word_costs_little() {
        let long = "x".repeat(4_000);
        assert_eq!(suggestions(&long, &[], STEPS), [""; 0]);
        assert_eq!(suggestions("", &[], STEPS), [""; 0]);
        assert_eq!(suggestions("minsiter", &[], 0), [""; 0]);
    }

    #[test]
    fn who_stops_it_gets_what_was_found() {
        let stopped = AtomicBool::new(true);
        let found = suggestions_until("Zwartjees", &["Zwartjes"], STEPS, &stopped);
        assert_eq!(found, ["Zwartjes"]);
    }
}
