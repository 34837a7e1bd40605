//! Text in the order in which it stands on the page. A program may draw the
//! letters of a word in any order: who looks at the page reads it all the same.

use crate::fold::WALL;

/// A blank between two pieces of a line, in parts of the size of the letters.
const BLANK: f32 = 0.15;

/// Pieces of a line that stand further apart are in different columns.
const COLUMN: f32 = 1.3;

/// Pieces that begin within so many points of one another are in one column.
const SAME_COLUMN: f32 = 6.0;

/// Text that is drawn at one go.
#[derive(Debug, Clone, Default)]
pub(super) struct Run {
    /// Where it begins, in points from the left and from below.
    pub x: f32,
    pub y: f32,
    /// How far it goes.
    pub width: f32,
    /// The size of the letters.
    pub size: f32,
    pub text: String,
}

/// The text of a page line by line and column by column, as far as that is
/// another order than the one in which it is drawn.
pub(super) fn readings(runs: &[Run], pieces: &[Run]) -> Vec<String> {
    let mut out = Vec::new();
    let in_order = runs
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if follows(a, b)));
    if !in_order {
        out.push(joined(pieces.iter()));
    }
    let has_columns = pieces
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if is_same_line(a, b)));
    if has_columns {
        let mut columns: Vec<&Run> = pieces.iter().collect();
        columns.sort_by(|a, b| {
            let column = |own: &Run| (own.x / SAME_COLUMN).round();
            column(a).total_cmp(&column(b)).then(b.y.total_cmp(&a.y))
        });
        out.push(joined(columns.into_iter()));
    }
    out
}

fn is_same_line(a: &Run, b: &Run) -> bool {
    (a.y - b.y).abs() <= 0.4 * a.size.max(b.size).max(1.0)
}

/// Whether a piece comes after another for who reads.
fn follows(a: &Run, b: &Run) -> bool {
    match is_same_line(a, b) {
        true => b.x >= a.x,
        false => b.y < a.y,
    }
}

/// The runs by line and from left to right, those that stand close together
/// as one.
pub(super) fn pieces(runs: &[Run]) -> Vec<Run> {
    let mut sorted: Vec<&Run> = runs
        .iter()
        .filter(|own| !own.text.trim().is_empty())
        .collect();
    sorted.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut out: Vec<Run> = Vec::new();
    let mut rest = sorted.as_mut_slice();
    while let Some(first) = rest.first().copied() {
        let count = rest
            .iter()
            .take_while(|own| is_same_line(first, own))
            .count();
        // A place that is no number is on no line, not even on its own.
        let (line, after) = rest.split_at_mut(count.max(1));
        line.sort_by(|a, b| a.x.total_cmp(&b.x));
        let start = out.len();
        for run in line {
            let last = out.get_mut(start..).and_then(<[Run]>::last_mut);
            add(last, run).into_iter().for_each(|own| out.push(own));
        }
        rest = after;
    }
    out
}

/// Adds a run to the piece before it, or gives it back as a piece of its own.
fn add(last: Option<&mut Run>, run: &Run) -> Option<Run> {
    let Some(last) = last else {
        return Some(run.clone());
    };
    let gap = run.x - (last.x + last.width);
    let size = last.size.max(run.size).max(1.0);
    if gap > COLUMN * size {
        return Some(run.clone());
    }
    if gap > BLANK * size {
        last.text.push(' ');
    }
    last.text.push_str(&run.text);
    last.width = (run.x + run.width - last.x).max(last.width);
    None
}

/// Pieces after one another. Numbers stay apart: those of a table would make
/// other numbers together.
fn joined<'r>(pieces: impl Iterator<Item = &'r Run>) -> String {
    let mut out = String::new();
    for piece in pieces {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let text = piece.text.trim();
        let apart = digit(out.chars().next_back()) || digit(text.chars().next());
        out.push(if apart { WALL } else { '\n' });
        out.push_str(text);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(x: f32, y: f32, text: &str) -> Run {
        let width = text.len() as f32 * 5.0;
        Run {
            x,
            y,
            width,
            size: 10.0,
            text: text.to_owned(),
        }
    }

    fn read(runs: &[Run]) -> Vec<String> {
        readings(runs, &pieces(runs))
    }

    #[test]
    fn letters_in_any_order_are_read_as_they_stand() {
        let drawn = [run(10.0, 9.0, "n"), run(0.0, 9.0, "J"), run(5.0, 9.0, "a")];
        assert_eq!(read(&drawn), ["\nJan"]);
        let drawn = [run(0.0, 90.0, "de heer"), run(0.0, 78.0, "Jansen")];
        assert_eq!(read(&drawn), Vec::<String>::new());
    }

    #[test]
    fn columns_are_read_one_by_one() {
        let drawn = [
            run(0.0, 90.0, "heer Jan-"),
            run(200.0, 90.0, "Andere tekst"),
            run(0.0, 78.0, "sen"),
            run(200.0, 78.0, "gaat door"),
        ];
        assert_eq!(read(&drawn), ["\nheer Jan-\nsen\nAndere tekst\ngaat door"]);
        let drawn = [run(0.0, 90.0, "12"), run(200.0, 90.0, "400")];
        assert_eq!(read(&drawn), [format!("{WALL}12{WALL}400")]);
    }
}
