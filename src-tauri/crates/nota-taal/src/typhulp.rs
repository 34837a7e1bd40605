//! What is mended while one types: `data/typhulp.tsv`.

use crate::lijst::rows;

/// What is mended while one types, each with what comes in its place, in the
/// order of the file.
pub fn corrections() -> Vec<(&'static str, &'static str)> {
    let rows = rows(include_str!("../data/typhulp.tsv"));
    rows.filter_map(|row| Some((*row.first()?, *row.get(1)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::spelling::is_right;

    #[test]
    fn only_what_is_never_right_is_mended() {
        let all = corrections();
        assert!(all.len() > 20);
        let wrong: HashSet<&str> = all.iter().map(|(wrong, _)| *wrong).collect();
        assert_eq!(wrong.len(), all.len(), "each stands there once");
        for (wrong, right) in all {
            assert!(!right.is_empty() && wrong != right, "{wrong}");
            let is_word = wrong.chars().all(char::is_alphabetic);
            assert!(!is_word || !is_right(wrong), "{wrong} is a word");
            assert!(right == "§" || is_right(right), "{right} is no word");
        }
    }
}
