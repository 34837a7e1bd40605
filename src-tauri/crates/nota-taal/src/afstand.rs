//! How far two spellings are apart, in the way people make mistakes: an
//! accent that is missing is little, another letter is much.

use crate::soorten::plain;

/// The distance between what was typed and a word. It counts up to the cap and
/// gives the cap when it is more.
pub(crate) fn distance(typed: &[char], word: &[char], cap: f32) -> f32 {
    let width = word.len() + 1;
    let mut before_last = vec![0.0_f32; width];
    let mut last: Vec<f32> = vec![0.0; width];
    for at in 1..width {
        last[at] = last[at - 1] + inserted(typed, word, at, 0);
    }
    let mut row = vec![0.0_f32; width];
    for line in 1..=typed.len() {
        row[0] = last[0] + 1.0;
        let mut least = row[0];
        for at in 1..width {
            let (own, other) = (typed[line - 1], word[at - 1]);
            let mut best = last[at - 1] + changed(own, other);
            best = best.min(last[at] + dropped(typed, line));
            best = best.min(row[at - 1] + inserted(typed, word, at, line));
            let swapped = line > 1 && at > 1 && own == word[at - 2] && typed[line - 2] == other;
            if swapped && own != typed[line - 2] {
                best = best.min(before_last[at - 2] + 0.8);
            }
            row[at] = best;
            least = least.min(best);
        }
        if least >= cap {
            return cap;
        }
        std::mem::swap(&mut before_last, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last[width - 1].min(cap)
}

fn changed(typed: char, letter: char) -> f32 {
    if typed == letter {
        0.0
    } else if typed.to_lowercase().eq(letter.to_lowercase()) {
        0.3
    } else if plain(typed) == plain(letter) {
        0.15
    } else {
        1.0
    }
}

/// The cost of the letter that `typed` has too many, at `line`.
fn dropped(typed: &[char], line: usize) -> f32 {
    let own = typed[line - 1];
    if matches!(own, '-' | '\'' | '´') {
        0.4
    } else if line > 1 && own == typed[line - 2] {
        0.7
    } else {
        1.0
    }
}

/// The cost of the letter that `typed` lacks, before its letter at `line`.
fn inserted(typed: &[char], word: &[char], at: usize, line: usize) -> f32 {
    let own = word[at - 1];
    match own {
        '\'' => 0.4,
        '-' => 1.1,
        's' if line > 2 && line + 2 < typed.len() => 0.6,
        _ if at > 1 && own == word[at - 2] => 0.7,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(typed: &str, word: &str) -> f32 {
        let letters = |own: &str| own.chars().collect::<Vec<_>>();
        distance(&letters(typed), &letters(word), 9.0)
    }

    #[test]
    fn small_slips_are_near() {
        assert_eq!(between("brief", "brief"), 0.0);
        assert!(between("Belgie", "België") < 0.2);
        assert!(between("kamerbrief", "Kamerbrief") < 0.4);
        assert!(between("minsiter", "minister") < 0.9);
        assert!(between("beleidmedewerker", "beleidsmedewerker") < 0.7);
        assert_eq!(between("kat", "brief"), 5.0);
    }
}
