//! The difference between two texts in words, in bounded time: paragraphs are
//! matched first, and words only inside paragraphs that differ.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::view::{PieceState, TextPiece};

/// Longer stretches are not compared but replaced whole: comparing takes the
/// product of both lengths.
const MOST: usize = 3_000;

/// The stretches of two texts, in order: what stayed, went and came.
pub(crate) fn words(old: &str, new: &str) -> Vec<TextPiece> {
    let (old, new) = (paragraphs(old), paragraphs(new));
    let mut out = Pieces::default();
    for (state, a, b) in matched(&old, &new) {
        if state == PieceState::Gelijk {
            a.iter()
                .for_each(|paragraph| out.push(state, paragraph, "\n"));
            continue;
        }
        let (a, b) = (tokens(a), tokens(b));
        for (state, went, came) in matched(&a, &b) {
            if state == PieceState::Gelijk {
                came.iter().for_each(|word| out.push(state, word, ""));
            } else {
                went.iter()
                    .for_each(|word| out.push(PieceState::Eraf, word, ""));
                came.iter()
                    .for_each(|word| out.push(PieceState::Erbij, word, ""));
            }
        }
    }
    out.0
}

/// The number of words in pieces of a kind.
pub(crate) fn count(pieces: &[TextPiece], state: PieceState) -> u32 {
    let own = pieces.iter().filter(|piece| piece.soort == state);
    let words: usize = own
        .map(|piece| piece.tekst.split_whitespace().count())
        .sum();
    u32::try_from(words).unwrap_or(u32::MAX)
}

/// Stretches that are the same, and pairs of stretches that differ.
fn matched<'a, 'b, T: Eq + std::hash::Hash + Ord>(
    old: &'a [T],
    new: &'b [T],
) -> Vec<(PieceState, &'a [T], &'b [T])> {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (same, old) = old.split_at(start);
    let (same_new, new) = new.split_at(start);
    let backwards = old.iter().rev().zip(new.iter().rev());
    let end = backwards.take_while(|(a, b)| a == b).count();
    let (old, tail) = old.split_at(old.len() - end);
    let (new, tail_new) = new.split_at(new.len() - end);
    let mut out = vec![(PieceState::Gelijk, same, same_new)];
    if old.len().max(new.len()) > MOST {
        out.push((PieceState::Eraf, old, new));
    } else {
        let part = |range| (old.get::<std::ops::Range<usize>>(range)).unwrap_or_default();
        let part_new = |range| (new.get::<std::ops::Range<usize>>(range)).unwrap_or_default();
        for op in capture_diff_slices(Algorithm::Myers, old, new) {
            let state = match op {
                DiffOp::Equal { .. } => PieceState::Gelijk,
                _ => PieceState::Eraf,
            };
            out.push((state, part(op.old_range()), part_new(op.new_range())));
        }
    }
    out.push((PieceState::Gelijk, tail, tail_new));
    out
}

/// The paragraphs, without what only divides them.
fn paragraphs(text: &str) -> Vec<&str> {
    let blocks = text.split("\n\n").map(str::trim);
    blocks.filter(|block| !block.is_empty()).collect()
}

/// The words, with a mark at the end of each paragraph.
fn tokens<'a>(paragraphs: &[&'a str]) -> Vec<&'a str> {
    let words = |paragraph: &&'a str| {
        let words: Vec<&str> = paragraph.split_whitespace().chain(["\n"]).collect();
        words
    };
    paragraphs.iter().flat_map(words).collect()
}

#[derive(Default)]
struct Pieces(Vec<TextPiece>);

impl Pieces {
    /// Adds a word, or a paragraph with its end, to the last piece, or begins
    /// another.
    fn push(&mut self, state: PieceState, text: &str, end: &str) {
        match self.0.last_mut() {
            Some(last) if last.soort == state => {
                if !last.tekst.ends_with('\n') && text != "\n" {
                    last.tekst.push(' ');
                }
                last.tekst.push_str(text);
                last.tekst.push_str(end);
            }
            _ => self.0.push(TextPiece {
                soort: state,
                tekst: format!("{text}{end}"),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let piece = |piece: &TextPiece| match piece.soort {
            PieceState::Gelijk => piece.tekst.clone(),
            PieceState::Erbij => format!("{{+{}+}}", piece.tekst),
            PieceState::Eraf => format!("[-{}-]", piece.tekst),
        };
        let pieces = words(old, new);
        let shown: Vec<String> = pieces.iter().map(piece).collect();
        shown.join(" ").replace('\n', "¶")
    }

    #[test]
    fn a_word_that_changed_stands_between_those_that_stayed() {
        assert_eq!(
            shown("De Kamer is akkoord.", "De Eerste Kamer is akkoord."),
            "De {+Eerste+} Kamer is akkoord.¶"
        );
        assert_eq!(shown("a b c", "a x c"), "a [-b-] {+x+} c¶");
    }

    #[test]
    fn other_line_ends_are_no_difference() {
        assert_eq!(
            shown("een\ntwee\n\n\n\ndrie", "een twee\n\ndrie"),
            "een twee¶drie¶"
        );
    }

    #[test]
    fn a_paragraph_that_came_is_whole() {
        assert_eq!(
            shown("een a\n\ndrie c", "een a\n\ntwee b\n\ndrie c"),
            "een a¶ {+twee b¶+} drie c¶"
        );
    }

    #[test]
    fn texts_that_have_nothing_in_common_are_replaced_in_bounded_time() {
        let text = |word: &str| {
            let numbered = (0..200_000).map(|number| format!("{word}{number}"));
            numbered.collect::<Vec<_>>().join(" ")
        };
        let pieces = words(&text("a"), &text("b"));
        assert_eq!(count(&pieces, PieceState::Erbij), 200_000);
        assert_eq!(count(&pieces, PieceState::Eraf), 200_000);
    }
}
