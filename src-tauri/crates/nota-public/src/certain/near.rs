//! Text that looks like the markup of withheld text and is none: a bracketed
//! text or a tag with a word of withholding or a ground behind it, whatever the
//! brackets; a line of colons; a bracket left open beside withheld text; a
//! remark as other programs hide it; the marks of people and of other programs.
//! Each kind has a file of its own.

mod address;
mod beside;
mod brackets;
mod customs;
mod inside;
mod paired;
mod signs;

use super::lookalike::folded;
use super::visible::{Visible, WALL};
use super::words::{is_ground, is_word};
use crate::obstacle::{Obstacle, Reason};

/// The greatest number of characters between two brackets that are read.
const INSIDE: usize = 120;

/// Looks at the public texts.
pub(super) fn look(texts: &[Visible<'_>], found: &mut Vec<Obstacle>) {
    for text in texts {
        let scan = Scan::new(text);
        for (start, end, reason) in scan.found() {
            found.push(Obstacle::new(reason, text.place(start, end)));
        }
        let label = text.site.place.note.as_deref();
        if label.is_some_and(|label| is_word(label) || beside::is_bare_code(label)) {
            found.push(Obstacle::new(Reason::NearMarkup, text.site.place.clone()));
        }
        for (at, href) in &text.links {
            if address::is_of_markup(href) {
                let place = text.place(*at, *at + 1);
                found.push(Obstacle::new(Reason::NearMarkup, place));
            }
        }
        let remarks = customs::set_remarks(&text.site).into_iter();
        found.extend(remarks.map(|place| Obstacle::new(Reason::Remark, place)));
    }
}

/// A public text, character by character.
struct Scan<'v> {
    text: &'v Visible<'v>,
    chars: Vec<(char, usize)>,
}

impl<'v> Scan<'v> {
    fn new(text: &'v Visible<'v>) -> Self {
        Self {
            text,
            chars: folded(&text.text).collect(),
        }
    }

    fn at(&self, index: usize) -> Option<char> {
        self.chars.get(index).map(|(c, _)| *c)
    }

    /// The byte at which a character stands.
    fn byte(&self, index: usize) -> usize {
        let at = self.chars.get(index).map(|(_, at)| *at);
        at.unwrap_or(self.text.text.len())
    }

    /// The bytes and the reason of everything that is in doubt, at most one of
    /// each kind at one place.
    fn found(&self) -> Vec<(usize, usize, Reason)> {
        let mut found: Vec<(usize, usize, Reason)> = Vec::new();
        let mut add = |start: usize, end: usize, reason: Reason| {
            found.push((self.byte(start), self.byte(end), reason));
        };
        if let Some(doubt) = self.line_of_order() {
            add(0, doubt.end, doubt.reason);
        }
        let mut brackets = brackets::Brackets::default();
        // The end of a remark that began in this text is no remark of its own.
        let mut in_remark = false;
        for (index, (c, _)) in self.chars.iter().enumerate() {
            let doubt = self.doubt_at(index, *c);
            let ends = *c == '-' && in_remark && doubt.is_some();
            in_remark |= doubt
                .as_ref()
                .is_some_and(|own| own.reason == Reason::Remark);
            if let Some(doubt) = doubt.filter(|_| !ends) {
                let start = brackets.start_before(self, index).unwrap_or(index);
                add(start, doubt.end, doubt.reason);
            }
            if let Some((start, end)) = brackets.take(self, index, *c) {
                add(start, end, Reason::Bracket);
            }
        }
        let last = brackets
            .left_open()
            .or_else(|| self.bare_address(&brackets))
            .or_else(|| self.cut_address(&brackets));
        if let Some((start, end)) = last {
            add(start, end, Reason::Bracket);
        }
        for (start, end) in self.paired() {
            add(start, end, Reason::NearMarkup);
        }
        // What begins inside the one before it is a part of that.
        found.sort_by_key(|(start, _, _)| *start);
        let mut reached = 0;
        found.retain(|(start, end, _)| {
            let apart = *start >= reached;
            reached = if apart { *end } else { reached };
            apart
        });
        found
    }

    fn doubt_at(&self, index: usize, c: char) -> Option<Doubt> {
        match c {
            // Amid a row of one bracket nothing begins that its ends do not see,
            // and a row of a million would each be read to its end.
            '{' | '[' | '(' | '<' if self.is_amid(index, c) => None,
            '{' => self.brace(index),
            '[' => self.square(index),
            '(' => self.round(index),
            '<' => self.angle(index),
            '-' => self.end_of_remark(index),
            '/' => self.remark_of_code(index),
            WALL => self.half_marked(index),
            ':' => self.colons(index),
            '=' => self.ground_of(index),
            '.' => self.class_word(index),
            '\\' => self.latex(index),
            'c' => self.class(index),
            'g' | 'l' | 'w' | 'z' | 'n' | 'a' | 'r' => self.command(index),
            _ if c.is_ascii_digit() => self.bare_ground(index),
            _ => None,
        }
    }

    /// Whether the same sign stands on both sides of an index.
    fn is_amid(&self, index: usize, c: char) -> bool {
        let before = index.checked_sub(1).and_then(|at| self.at(at));
        before == Some(c) && self.at(index + 1) == Some(c)
    }

    /// What stands between the bracket at an index and the one that closes it,
    /// or the end of the line, with the index after it.
    fn inside(&self, index: usize, close: char) -> (String, usize) {
        let mut inner = String::new();
        let rest = self.chars.get(index + 1..).unwrap_or_default();
        for (offset, (c, _)) in rest.iter().take(INSIDE).enumerate() {
            if *c == close {
                return (inner, index + offset + 2);
            }
            if matches!(*c, '\n' | WALL) {
                return (inner, index + offset + 1);
            }
            inner.push(*c);
        }
        let end = (index + 1 + INSIDE).min(self.chars.len());
        (inner, end)
    }

    /// The sign before an index, with whether blanks stand between.
    fn before(&self, index: usize) -> (Option<char>, bool) {
        let mut at = index;
        while let Some(previous) = at.checked_sub(1) {
            match self.at(previous) {
                Some(c) if c.is_whitespace() => at = previous,
                found => return (found, at < index),
            }
        }
        (None, at < index)
    }
}

/// Whether a text between brackets is a ground. A bare 5.2 or 5.4 mostly is a
/// part of the nota.
fn is_code(text: &str) -> bool {
    is_ground(text) && !matches!(text.trim(), "5.2" | "5.4")
}

/// Something that is in doubt, from where it was met up to `end`.
struct Doubt {
    end: usize,
    reason: Reason,
}

fn near(is_near: bool, end: usize) -> Option<Doubt> {
    let reason = Reason::NearMarkup;
    is_near.then_some(Doubt { end, reason })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    words.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests;
