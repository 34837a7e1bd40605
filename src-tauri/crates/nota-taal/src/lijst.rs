//! Our own lists of words, as the files in `data/` hold them: lines with
//! tabs, or words below a heading that starts with `#`.

use std::collections::{HashMap, HashSet};

/// Words that are looked up.
pub(crate) type Words = HashSet<&'static str>;
/// What stands for a word.
pub(crate) type Pairs = HashMap<&'static str, &'static str>;

/// The lines of a file that say something, cut at the tabs.
pub(crate) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect())
}

/// A file in parts: the text below each heading.
pub(crate) struct Parts(Vec<(&'static str, &'static str)>);

impl Parts {
    pub(crate) fn read(text: &'static str) -> Self {
        let mut parts: Vec<(&str, &str)> = Vec::new();
        let mut at = 0;
        let mut open: Option<(&str, usize)> = None;
        for line in text.split_inclusive('\n') {
            let start = at;
            at += line.len();
            if let Some(title) = line.strip_prefix("# ")
                && let Some((title, from)) = open.replace((title.trim(), at))
            {
                parts.push((title, text.get(from..start).unwrap_or_default()));
            }
        }
        if let Some((title, from)) = open {
            parts.push((title, text.get(from..).unwrap_or_default()));
        }
        Self(parts)
    }

    /// The text below a heading; empty when there is no such heading.
    pub(crate) fn text(&self, title: &str) -> &'static str {
        let found = self.0.iter().find(|(own, _)| *own == title);
        found.map_or("", |(_, text)| text)
    }

    /// The words below a heading.
    pub(crate) fn words(&self, title: &str) -> Words {
        self.text(title).split_whitespace().collect()
    }

    /// The pairs `a=b` below a heading, separated by spaces.
    pub(crate) fn pairs(&self, title: &str) -> Pairs {
        let words = self.text(title).split_whitespace();
        words.filter_map(|word| word.split_once('=')).collect()
    }

    /// The lines `a b = c d` below a heading.
    pub(crate) fn lines(&self, title: &str) -> Vec<(&'static str, &'static str)> {
        let lines = self.text(title).lines();
        lines.filter_map(|line| line.split_once(" = ")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_in_parts() {
        let parts = Parts::read("# vooraf\nuitleg\n\n# een\na b\nc\n# twee\nx y = z\np=q\n");
        assert_eq!(parts.words("een").len(), 3);
        assert_eq!(parts.lines("twee"), [("x y", "z")]);
        assert_eq!(parts.pairs("twee").get("p"), Some(&"q"));
        assert_eq!(parts.text("drie"), "");
        let rows: Vec<_> = rows("# kop\na\tb\n\nc\n").collect();
        assert_eq!(rows, [vec!["a", "b"], vec!["c"]]);
    }
}
