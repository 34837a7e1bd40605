//! Brackets that have no partner, or that stand around withheld text: perhaps
//! more was to be withheld.

use super::super::visible::WALL;
use super::{Doubt, INSIDE, Scan};
use crate::obstacle::Reason;

/// The square brackets of a text, and which of them stand around withheld text.
#[derive(Default)]
pub(super) struct Brackets {
    /// The open ones, each with whether withheld text stands in it.
    open: Vec<(usize, bool)>,
    /// Where the last closed one began and ended.
    closed: Option<(usize, usize)>,
    /// A closing one without a beginning.
    stray: Option<usize>,
    /// Where withheld text stands.
    wall: Option<usize>,
}

impl Brackets {
    /// Takes the next character. A bracket around withheld text with more
    /// markup behind it is in doubt: the address of a link, or another mark.
    pub(super) fn take(
        &mut self,
        scan: &Scan<'_>,
        index: usize,
        c: char,
    ) -> Option<(usize, usize)> {
        match c {
            WALL => {
                self.wall = self.wall.or(Some(index));
                if let Some((_, holds)) = self.open.last_mut() {
                    *holds = true;
                }
            }
            '[' => self.open.push((index, false)),
            ']' => match self.open.pop() {
                Some((start, holds)) => {
                    self.closed = Some((start, index + 1));
                    if let (Some((_, outer)), true) = (self.open.last_mut(), holds) {
                        *outer = true;
                    }
                    let rest = scan.chars.get(index + 1..).unwrap_or_default();
                    let rest: Vec<char> = rest.iter().map(|(c, _)| *c).take(4).collect();
                    let is_open = |c: &char| "({[<".contains(*c);
                    // A sign or blanks between the two do not part them.
                    let signs = |c: &&char| !c.is_alphanumeric() && !c.is_whitespace();
                    let glued = rest.first().is_some_and(|c| c.is_alphanumeric());
                    let mut blanks = rest.iter().skip_while(|c| c.is_whitespace());
                    let more = glued
                        || rest.iter().take_while(signs).any(is_open)
                        || blanks.next().is_some_and(is_open);
                    return (holds && more).then_some((start, index + 2));
                }
                None => self.stray = self.stray.or(Some(index)),
            },
            _ => {}
        }
        None
    }

    /// The beginning of the bracketed text that ends right before an index.
    pub(super) fn start_before(&self, scan: &Scan<'_>, index: usize) -> Option<usize> {
        let (start, end) = self.closed?;
        let between = scan.chars.get(end..index)?;
        let between = between.get(..between.len().min(INSIDE))?;
        let blank = between.iter().all(|(c, _)| c.is_whitespace());
        blank.then_some(start)
    }

    /// The first bracket without a partner in a text with withheld text.
    pub(super) fn left_open(&self) -> Option<(usize, usize)> {
        self.wall?;
        let open = self.open.first().map(|(start, _)| *start);
        let first = open.into_iter().chain(self.stray).min()?;
        Some((first, first + 1))
    }
}

impl Scan<'_> {
    /// The address of a mail as text beside withheld text: what is left of a
    /// link with a slip in it. Nobody writes one in a sentence.
    pub(super) fn bare_address(&self, brackets: &Brackets) -> Option<(usize, usize)> {
        brackets.wall?;
        let text: Vec<char> = self.chars.iter().map(|(c, _)| *c).collect();
        let sign = ['m', 'a', 'i', 'l', 't', 'o', ':'];
        let at = text.windows(sign.len()).position(|own| own == sign)?;
        Some((at, at + sign.len()))
    }

    /// A round bracket without a beginning in a text with a link and withheld
    /// text: the end of an address that was cut in two.
    pub(super) fn cut_address(&self, brackets: &Brackets) -> Option<(usize, usize)> {
        brackets.wall?;
        self.text.links.first()?;
        let mut open = 0_usize;
        let stray = self.chars.iter().position(|(c, _)| match c {
            '(' => {
                open += 1;
                false
            }
            ')' if open == 0 => true,
            ')' => {
                open -= 1;
                false
            }
            _ => false,
        })?;
        Some((stray, stray + 1))
    }

    /// Withheld text against the bracket of a text that is not: of
    /// `[tekst][1]{.lak}` the mark takes the number only.
    pub(super) fn half_marked(&self, index: usize) -> Option<Doubt> {
        let before = index.checked_sub(1)?;
        let is_half = self.at(before) == Some(']') && self.says_something(before);
        let reason = Reason::Bracket;
        is_half.then_some(Doubt {
            end: index + 1,
            reason,
        })
    }
}
