//! How well the suggestions find what a drafter would withhold, and how often
//! they are wrong: on notas whose truth is marked, and on published texts.

use std::ops::Range;

use nota_check::suggest;
use nota_markdown::parse;
use nota_template::Registry;

/// Notas with the truth between ⟦ and ⟧, apart by a line with a percent sign.
/// The patterns were made with the first set at hand and without the second.
const SEEN: &str = include_str!("suggesties/gezien.txt");
const KEPT_APART: &str = include_str!("suggesties/achtergehouden.txt");
const FRESH: &str = include_str!("suggesties/vers.txt");

/// What came of a set.
#[derive(Debug, Default)]
struct Score {
    truths: usize,
    found: usize,
    suggested: usize,
    right: usize,
    /// What was missed and what was wrong, to read when a test fails.
    notes: Vec<String>,
}

impl Score {
    fn recall(&self) -> f64 {
        share(self.found, self.truths)
    }

    fn precision(&self) -> f64 {
        share(self.right, self.suggested)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let small = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    small(part) / small(whole.max(1))
}

/// A text without its marks, and where they stood.
fn unmarked(text: &str) -> (String, Vec<Range<usize>>) {
    let mut bare = String::new();
    let mut truths = Vec::new();
    let mut start = 0;
    for c in text.chars() {
        match c {
            '⟦' => start = bare.len(),
            '⟧' => truths.push(start..bare.len()),
            c => bare.push(c),
        }
    }
    (bare, truths)
}

/// The texts that are suggested in a paragraph.
fn suggested(text: &str) -> Vec<Range<usize>> {
    let head = "## 3. Kernpunten\n\n";
    let parsed = parse(&format!("{head}{text}\n"), Registry::builtin());
    let found = suggest(&parsed.nota, &parsed.template).into_iter();
    let spans = found.filter_map(|own| own.place.span);
    spans
        .map(|span| span.start - head.len()..span.end - head.len())
        .collect()
}

/// Whether a suggestion takes away what had to go: it holds all of it, or the
/// greater part.
fn covers(own: &Range<usize>, truth: &Range<usize>) -> bool {
    let from = own.start.max(truth.start);
    let to = own.end.min(truth.end);
    to > from && (to - from) * 2 > truth.len()
}

fn score(set: &str) -> Score {
    let mut score = Score::default();
    for nota in set.split("\n%\n") {
        let (text, truths) = unmarked(nota.trim());
        let own = suggested(&text);
        for truth in &truths {
            score.truths += 1;
            match own.iter().any(|own| covers(own, truth)) {
                true => score.found += 1,
                false => score
                    .notes
                    .push(format!("gemist: {}", &text[truth.clone()])),
            }
        }
        for own in &own {
            score.suggested += 1;
            match truths.iter().any(|truth| covers(own, truth)) {
                true => score.right += 1,
                false => score
                    .notes
                    .push(format!("onterecht: {}", &text[own.clone()])),
            }
        }
    }
    score
}

#[test]
fn what_must_be_withheld_is_suggested() {
    for (name, set) in [
        ("gezien", SEEN),
        ("achtergehouden", KEPT_APART),
        ("vers", FRESH),
    ] {
        let own = score(set);
        println!("{name}: {own:#?}");
        assert!(
            own.truths >= 40,
            "{name} has too few to measure by: {}",
            own.truths
        );
        // 45 of 52.
        assert!(
            own.recall() >= 0.865,
            "{name}: {:.2} {own:#?}",
            own.recall()
        );
        assert!(
            own.precision() >= 0.85,
            "{name}: {:.2} {own:#?}",
            own.precision()
        );
    }
}
