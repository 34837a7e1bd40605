//! A text between two of the same signs with which other programs highlight,
//! strike out or hide: `==tekst==`, `~~tekst~~`, `||tekst||`, `%% tekst %%`,
//! `XXXtekstXXX`, `█tekst█`. A nota has none of them, so that they are printed
//! and the text between them is public.

use super::super::visible::WALL;
use super::Scan;

/// The number of characters between two signs.
const BETWEEN: usize = 400;

/// The signs, and whether they may stand apart from the text.
const SIGNS: [(char, Apart); 7] = [
    ('=', Apart::Never),
    ('~', Apart::Never),
    ('|', Apart::Never),
    ('%', Apart::Maybe),
    ('x', Apart::Never),
    ('█', Apart::Never),
    ('■', Apart::Never),
];

/// Whether blanks may stand between a sign and the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Apart {
    Never,
    Maybe,
}

impl Scan<'_> {
    /// The indexes at which texts between two signs begin and end.
    pub(super) fn paired(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        // For each sign where the last one that may open stands.
        let mut opened: [Option<(usize, usize)>; SIGNS.len()] = [None; SIGNS.len()];
        let mut index = 0;
        while let Some(c) = self.at(index) {
            let own = SIGNS.iter().zip(&mut opened);
            let own = own.into_iter().find(|((sign, _), _)| *sign == c);
            let Some(((sign, apart), open)) = own else {
                index += 1;
                continue;
            };
            let start = index;
            index += self.row(index, *sign);
            let (before, after) = (start.checked_sub(1), Some(index));
            let is_sign = is_sign(*sign, index - start);
            let closes = is_sign && self.touches(before, *apart) && self.is_free(after, *sign);
            let opens = is_sign && self.touches(after, *apart) && self.is_free(before, *sign);
            let begun = open
                .take()
                .filter(|(_, end)| closes && self.says(*end, start));
            match begun {
                Some((first, _)) => found.push((first, index)),
                None if opens => *open = Some((start, index)),
                None => {}
            }
        }
        found
    }

    /// How often a sign stands in a row at an index.
    fn row(&self, index: usize, sign: char) -> usize {
        let rest = self.chars.get(index..).unwrap_or_default();
        rest.iter().take_while(|(c, _)| *c == sign).count()
    }

    /// Whether text touches a sign, or may stand apart from it.
    fn touches(&self, at: Option<usize>, apart: Apart) -> bool {
        let c = at.and_then(|at| self.at(at));
        apart == Apart::Maybe || c.is_some_and(|c| !c.is_whitespace())
    }

    /// Whether a sign that is a letter does not go on in a word.
    fn is_free(&self, at: Option<usize>, sign: char) -> bool {
        let c = at.and_then(|at| self.at(at));
        !sign.is_alphabetic() || !c.is_some_and(char::is_alphanumeric)
    }

    /// Whether the text between two indexes has letters, and is short enough
    /// to be marked as one.
    fn says(&self, from: usize, to: usize) -> bool {
        let between = self.chars.get(from..to).unwrap_or_default();
        between.len() <= BETWEEN
            && between.iter().any(|(c, _)| c.is_alphanumeric())
            && !between.iter().any(|(c, _)| matches!(*c, '\n' | WALL))
    }
}

/// Whether so many of a sign mark something: two, of a letter three, of a block
/// any number.
fn is_sign(sign: char, length: usize) -> bool {
    match sign {
        'x' => length >= 3,
        '█' | '■' => true,
        _ => length == 2,
    }
}
