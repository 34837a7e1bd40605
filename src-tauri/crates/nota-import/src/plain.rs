//! Text without marks, as a PDF, an e-mail or a notepad gives it: the lines of
//! a page become running text again, and lines with a bullet or a number a
//! list. Every word stays.

use nota_model::is_ignorable;

use crate::kind::Kind;
use crate::refusal::Refusal;
use crate::source::{Line, ListPlace, Marker, Piece, Source};

/// A column of print is so many characters wide. Where all lines are shorter,
/// as in an address, a line stays a line; a longer one is a paragraph.
const COLUMN: std::ops::RangeInclusive<usize> = 45..=130;

/// What a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    Text,
    Bullet,
    Number(u64),
}

#[derive(Debug)]
struct Whole {
    text: String,
    /// The sign or number as it was written.
    sign: String,
    start: Start,
    indent: usize,
}

/// Reads a text.
///
/// # Errors
///
/// When it has more lines than fit in a nota.
pub(crate) fn read(text: &str) -> Result<Source, Refusal> {
    let mut source = Source::new(Kind::Text);
    text.clone_into(&mut source.census);
    let lines = whole_lines(text);
    for (index, line) in lines.iter().enumerate() {
        source.count_block()?;
        let before = index.checked_sub(1).and_then(|at| lines.get(at));
        let after = lines.get(index + 1);
        let mut piece = Piece::line(Line::text(line.text.clone()));
        match line.start {
            Start::Bullet => {
                source.left_out.push_str(&line.sign);
                piece.list = Some(ListPlace {
                    level: 0,
                    marker: Some(Marker::Bullet),
                });
            }
            Start::Number(number) if in_row(number, before, after) => {
                source.left_out.push_str(&line.sign);
                piece.list = Some(ListPlace {
                    level: 0,
                    marker: Some(Marker::Number(number)),
                });
            }
            Start::Number(_) => {
                piece = Piece::line(Line::text(format!("{} {}", line.sign, line.text)));
            }
            Start::Text => {}
        }
        source.pieces.push(piece);
    }
    Ok(source)
}

/// Whether a number goes on from the line before or in the line after: one
/// number alone is a number.
fn in_row(number: u64, before: Option<&Whole>, after: Option<&Whole>) -> bool {
    let is = |line: Option<&Whole>, wanted: Option<u64>| {
        wanted.is_some() && line.map(|line| line.start) == wanted.map(Start::Number)
    };
    is(before, number.checked_sub(1)) || is(after, number.checked_add(1))
}

fn whole_lines(text: &str) -> Vec<Whole> {
    let raws: Vec<&str> = text
        .split(['\n', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'])
        .map(|line| line.trim_end_matches('\r'))
        .collect();
    let length = |line: &str| line.trim_end().chars().count();
    let width = raws.iter().map(|line| length(line)).max().unwrap_or(0);
    let is_print = COLUMN.contains(&width);
    let mut out: Vec<Whole> = Vec::new();
    let mut before = "";
    for raw in raws {
        let line = split(raw);
        let goes_on =
            !before.trim().is_empty() && line.start == Start::Text && !line.text.is_empty();
        match out.last_mut() {
            Some(last)
                if goes_on
                    && (is_print && is_full(before, &line.text, width) || hangs(last, &line)) =>
            {
                last.text = join(&last.text, &line.text);
            }
            _ if !line.text.is_empty() => out.push(line),
            _ => {}
        }
        before = raw.trim_end();
    }
    out
}

/// Whether a line hangs under the item above it.
fn hangs(item: &Whole, line: &Whole) -> bool {
    item.start != Start::Text && line.indent >= item.indent + 2
}

/// Whether a line ended because the next word did not fit. Letters differ in
/// width, so that it may end somewhat before the longest one.
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    let needed = line.chars().count() + 1 + word.chars().count();
    needed * 10 > width * 9
}

/// The hyphen at the end of a line may belong to the word, and stays;
/// "beleids- en uitvoeringskosten" keeps its space.
fn join(before: &str, after: &str) -> String {
    let mut end = before.chars().rev();
    let hyphen = end.next() == Some('-') && end.next().is_some_and(char::is_lowercase);
    let goes_on = after.chars().next().is_some_and(char::is_lowercase)
        && !after.starts_with("en ")
        && !after.starts_with("of ");
    match hyphen && goes_on {
        true => format!("{before}{after}"),
        false => format!("{before} {after}"),
    }
}

/// A line with what it begins.
fn split(raw: &str) -> Whole {
    let clean: String = raw.chars().filter(|c| !is_ignorable(*c)).collect();
    let own = clean.trim_start();
    let indent = clean.chars().count() - own.chars().count();
    let text = own.trim_end();
    let line = |start, sign: &str, rest: &str| Whole {
        text: rest.trim().to_owned(),
        sign: sign.to_owned(),
        start,
        indent,
    };
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=2).contains(&digits)
        && let Some((number, rest)) = text.split_at_checked(digits)
        && rest.starts_with(['.', ')'])
        && let Some((sign, rest)) = rest.split_at_checked(1)
        && rest.starts_with([' ', '\t'])
        && !rest.trim().is_empty()
        && let Ok(number) = number.parse()
    {
        return line(Start::Number(number), &format!("{number}{sign}"), rest);
    }
    let mut chars = text.chars();
    if let Some(first) = chars.next() {
        let rest = chars.as_str();
        let sure = "•●▪◦‣⁃\u{f0b7}".contains(first);
        let spaced = "-–—*·o".contains(first) && rest.starts_with([' ', '\t']);
        if (sure || spaced) && !rest.trim().is_empty() {
            return line(Start::Bullet, first.encode_utf8(&mut [0; 4]), rest);
        }
    }
    line(Start::Text, "", text)
}
