//! What stands between a pair of brackets: attributes, a word of withholding, a
//! ground, a tag.

use nota_model::Carrier;

use super::super::visible::WALL;
use super::super::words::{has_ground, is_word, withholds};
use super::{Doubt, INSIDE, Scan, beside, customs, is_code, near, words};
use crate::obstacle::Reason;

/// What attributes and the marks of remarks and changes begin with.
const OF_ATTRIBUTES: &str = ".#:-+=>~%*!";

impl Scan<'_> {
    pub(super) fn brace(&self, index: usize) -> Option<Doubt> {
        let (inner, end) = self.inside(index, '}');
        let own = inner.trim_start();
        let attributes = own.starts_with(|c| OF_ATTRIBUTES.contains(c));
        let (before, gap) = self.before(index);
        let behind = matches!(before, Some(']' | ')' | '}' | '>' | WALL)) && !gap;
        let doubt = attributes
            || behind
            || words(own).any(|word| word == "grond" || withholds(word))
            || has_ground(own);
        let reason = match own.starts_with(".lak") && !gap {
            true => Reason::Markup,
            false => Reason::NearMarkup,
        };
        doubt.then_some(Doubt { end, reason })
    }

    pub(super) fn square(&self, index: usize) -> Option<Doubt> {
        // Every word, every ground and every remark has a letter, a digit or a
        // slash; a row of a million brackets has none.
        if !self.says_within(index, ']') {
            return None;
        }
        let (inner, end) = self.inside(index, ']');
        if let Some(doubt) = self.hidden_definition(&inner, end) {
            return Some(doubt);
        }
        let own = inner.trim_start_matches(['/', '.', '#', ' ']);
        let closes = inner.trim_start().starts_with('/');
        let first = words(own).next().unwrap_or_default();
        let opens = matches!(first, "lak" | "lakken" | "lakking" | "weglakken");
        let closing = closes && first.starts_with(|c: char| c.is_alphabetic() || c == '5');
        let behind = self.is_behind_text(index) && (is_code(own) || opens);
        let alone = beside::is_bare_code(own) || beside::is_order(own) || customs::is_secret(own);
        let of_person = self.marks_what_is_before(index, own, end);
        near(
            opens || closing || behind || alone || of_person || beside::is_label(own),
            end,
        )
    }

    /// Whether anything that can be a word, a ground or a remark stands between
    /// the bracket at an index and the one that closes it.
    fn says_within(&self, index: usize, close: char) -> bool {
        let rest = self.chars.get(index + 1..).unwrap_or_default().iter();
        let inner = rest.take(INSIDE).map(|(c, _)| *c);
        let mut inner = inner.take_while(|c| *c != close && !matches!(*c, '\n' | WALL));
        inner.any(|c| c.is_alphanumeric() || c == '/')
    }

    pub(super) fn round(&self, index: usize) -> Option<Doubt> {
        let (inner, end) = self.inside(index, ')');
        let own = inner.trim();
        let first = words(own).next().unwrap_or_default();
        let markup = own.starts_with(".lak") || (first == "lak" && has_ground(own));
        let asks = beside::is_order(own) || beside::is_label(own);
        let around = self.is_glued(index, own) || self.is_before_text(own, end);
        let of_word = withholds(first) || is_word(own);
        let behind = self.is_behind_text(index) && (is_code(own) || of_word);
        let ends_field = self.text.carrier() == Carrier::Field
            && end == self.chars.len()
            && beside::is_bare_code(own);
        let of_person = self.marks_what_is_before(index, own, end) || customs::forbids(own);
        near(
            markup || asks || around || behind || ends_field || of_person,
            end,
        )
    }

    pub(super) fn angle(&self, index: usize) -> Option<Doubt> {
        if self.at(index + 1) == Some('!') {
            let (_, end) = self.inside(index, '>');
            let reason = Reason::Remark;
            return Some(Doubt { end, reason });
        }
        let opens = self.at(index + 1)?;
        if !(opens.is_alphanumeric() || matches!(opens, '/' | '?' | '.' | '{' | '[' | '%')) {
            return None;
        }
        let (inner, end) = self.inside(index, '>');
        let closed = self.at(end - 1) == Some('>');
        if closed && inner.starts_with(['?', '%']) {
            let reason = Reason::Remark;
            return Some(Doubt { end, reason });
        }
        let speaks = match closed || inner.contains('=') {
            true => words(&inner).any(withholds),
            false => words(&inner).next().is_some_and(is_word),
        };
        let hides = closed && (has_ground(&inner) || beside::closes_other(&inner));
        // What a tag says of the withheld text in it is not withheld.
        let around = closed && inner.contains('=') && self.text.text.contains(WALL);
        let covers = closed && customs::covers(&inner);
        near(speaks || hides || around || covers, end)
    }

    /// Whether a bracket stands behind a bracketed text or a tag.
    pub(super) fn is_behind_text(&self, index: usize) -> bool {
        let mut at = index;
        while let Some(previous) = at.checked_sub(1) {
            match self.at(previous) {
                Some(c) if c.is_whitespace() => at = previous,
                Some(']' | '}') => return self.says_something(previous),
                _ => return false,
            }
        }
        false
    }

    /// Whether text stands before a closing bracket that can be withheld: no
    /// dots for words that were left out, no reference to a footnote, nothing
    /// that is withheld already.
    pub(super) fn says_something(&self, close: usize) -> bool {
        let before = self.chars.get(..close).unwrap_or_default().iter().rev();
        let inner: String = before
            .map(|(c, _)| *c)
            .take(INSIDE)
            .take_while(|c| !matches!(c, '[' | '{' | '\n'))
            .collect();
        let inner: String = inner.chars().rev().collect();
        let has_letters = inner.chars().any(char::is_alphanumeric);
        has_letters && !inner.starts_with('^') && !inner.starts_with("niet openbaar")
    }
}
