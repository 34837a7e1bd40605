//! Text that looks like the markup of withheld text and is none: a bracketed
//! text or a tag with a word of withholding or a ground behind it, whatever the
//! brackets; a line of colons; a bracket left open beside withheld text; a
//! remark in HTML.

mod beside;

use nota_model::Carrier;

use super::lookalike::folded;
use super::visible::{Visible, WALL};
use super::words::{has_ground, is_ground, is_word, withholds};
use crate::obstacle::{Obstacle, Reason};

/// The greatest number of characters between two brackets that are read.
const INSIDE: usize = 120;

/// What attributes and the marks of remarks and changes begin with.
const OF_ATTRIBUTES: &str = ".#:-+=>~%*";

/// What marks a word as a command.
const OF_COMMANDS: &str = "@\\%$~^#!=";

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
            if is_markup_address(href) {
                let place = text.place(*at, *at + 1);
                found.push(Obstacle::new(Reason::NearMarkup, place));
            }
        }
    }
}

/// Whether the address of a link is none, but what stands between the brackets
/// of a mark: `[tekst](.lak)`, `[tekst](5.1.2e)`.
fn is_markup_address(href: &str) -> bool {
    let words = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
        words
            .filter(|word| !word.is_empty())
            .any(|word| withholds(word) || word.eq_ignore_ascii_case("woo"))
    };
    let lower = href.to_lowercase();
    if let Some((_, rest)) = href.split_once("://")
        && !lower.contains(".lak")
    {
        let host = rest.split('/').next().unwrap_or_default();
        return !host.contains('.') && words(host);
    }
    let first = href.split('/').next().unwrap_or_default();
    let is_host = href.contains('/') && first.trim_matches('.').contains('.') && !has_ground(first);
    let is_address = href.contains('@') || is_host;
    let says = words(href) || has_ground(href) || withholds(href);
    // A mark inside an address is no mark: its text stays in the address.
    let holds_mark = ["{.lak", "%7b.lak"].iter().any(|own| lower.contains(own));
    holds_mark || !is_address && (href.trim().is_empty() || says)
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
            let (start, end) = (self.byte(start), self.byte(end));
            // What begins inside the one before it is a part of that.
            if found.last().is_none_or(|(_, last, _)| *last <= start) {
                found.push((start, end, reason));
            }
        };
        if let Some(doubt) = self.line_of_order() {
            add(0, doubt.end, doubt.reason);
        }
        let mut brackets = Brackets::default();
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
        found
    }

    /// The address of a mail as text beside withheld text: what is left of a
    /// link with a slip in it. Nobody writes one in a sentence.
    fn bare_address(&self, brackets: &Brackets) -> Option<(usize, usize)> {
        brackets.wall?;
        let text: Vec<char> = self.chars.iter().map(|(c, _)| *c).collect();
        let sign = ['m', 'a', 'i', 'l', 't', 'o', ':'];
        let at = text.windows(sign.len()).position(|own| own == sign)?;
        Some((at, at + sign.len()))
    }

    /// A round bracket without a beginning in a text with a link and withheld
    /// text: the end of an address that was cut in two.
    fn cut_address(&self, brackets: &Brackets) -> Option<(usize, usize)> {
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

    fn brace(&self, index: usize) -> Option<Doubt> {
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

    fn square(&self, index: usize) -> Option<Doubt> {
        let (inner, end) = self.inside(index, ']');
        if let Some(doubt) = self.hidden_definition(&inner, end) {
            return Some(doubt);
        }
        // Every word and every ground has a letter or a digit.
        if !inner.contains(char::is_alphanumeric) {
            return None;
        }
        let own = inner.trim_start_matches(['/', '.', '#', ' ']);
        let closes = inner.trim_start().starts_with('/');
        let first = words(own).next().unwrap_or_default();
        let opens = matches!(first, "lak" | "lakken" | "lakking" | "weglakken");
        let closing = closes && first.starts_with(|c: char| c.is_alphabetic() || c == '5');
        let behind = self.is_behind_text(index) && (is_code(own) || opens);
        let alone = beside::is_bare_code(own) || beside::is_order(own);
        near(
            opens || closing || behind || alone || beside::is_label(own),
            end,
        )
    }

    fn round(&self, index: usize) -> Option<Doubt> {
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
        near(markup || asks || around || behind || ends_field, end)
    }

    fn angle(&self, index: usize) -> Option<Doubt> {
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
        let speaks = match closed || inner.contains('=') {
            true => words(&inner).any(withholds),
            false => words(&inner).next().is_some_and(is_word),
        };
        let hides = closed && (has_ground(&inner) || beside::closes_other(&inner));
        // What a tag says of the withheld text in it is not withheld.
        let around = closed && inner.contains('=') && self.text.text.contains(WALL);
        near(speaks || hides || around, end)
    }

    /// `-->` without a beginning.
    fn end_of_remark(&self, index: usize) -> Option<Doubt> {
        let sign = |offset| self.at(index + offset);
        let is_end = sign(1) == Some('-') && sign(2) == Some('>');
        let end = index + 3;
        let reason = Reason::Remark;
        is_end.then_some(Doubt { end, reason })
    }

    /// A line of colons, as before and after withheld blocks.
    fn colons(&self, index: usize) -> Option<Doubt> {
        let (before, gap) = self.before(index);
        let at_start = before.is_none() || before == Some('\n') || self.breaks_before(index);
        if !at_start && !gap {
            return None;
        }
        let rest = self.chars.get(index..).unwrap_or_default();
        let count = rest.iter().take_while(|(c, _)| *c == ':').count();
        let after: String = rest
            .iter()
            .skip(count)
            .take(INSIDE)
            .map(|(c, _)| *c)
            .collect();
        let line = after.lines().next().unwrap_or_default();
        let own = line.trim_start_matches([' ', '.', '{', '#', '[', '(', '<']);
        let speaks = words(own).next().is_some_and(withholds);
        let ends = line.trim().is_empty();
        let paragraph = self.text.carrier() == Carrier::Paragraph;
        let opens = line.trim_start().starts_with(['{', '.']);
        let doubt = match count {
            1 => at_start && speaks,
            _ => (at_start && paragraph) || speaks || ends || opens,
        };
        let reason = match count >= 3 && at_start && before.is_none() && !speaks_only(line) {
            true => Reason::Markup,
            false => Reason::NearMarkup,
        };
        let end = index + count + line.chars().count();
        doubt.then_some(Doubt { end, reason })
    }

    fn breaks_before(&self, index: usize) -> bool {
        let before = self.chars.get(..index).unwrap_or_default().iter().rev();
        let mut blanks = before.map(|(c, _)| *c).take_while(|c| c.is_whitespace());
        blanks.any(|c| c == '\n')
    }

    /// A ground as the value of something: `="5.1.2e"`, or `grond=` with none.
    fn ground_of(&self, index: usize) -> Option<Doubt> {
        let (before, _) = self.before(index);
        let rest = self.chars.get(index + 1..).unwrap_or_default();
        let code: String = rest
            .iter()
            .map(|(c, _)| *c)
            .skip_while(|c| c.is_whitespace() || "\"'".contains(*c))
            .take_while(|c| c.is_alphanumeric() || *c == '.')
            .take(10)
            .collect();
        let start = self.chars.get(..index).unwrap_or_default().iter().rev();
        let word: String = start
            .map(|(c, _)| *c)
            .skip_while(|c| c.is_whitespace())
            .take_while(|c| c.is_alphanumeric())
            .take(6)
            .collect();
        let names = word == "dnorg" && before == Some('d');
        near(names || is_code(&code), index + 1)
    }

    /// `.lak` by itself, as the name of a class.
    fn class_word(&self, index: usize) -> Option<Doubt> {
        let before = index.checked_sub(1).and_then(|at| self.at(at));
        let rest = self.chars.get(index + 1..).unwrap_or_default();
        let word = rest.iter().map(|(c, _)| *c);
        let word: String = word.take_while(|c| c.is_alphabetic()).take(20).collect();
        let apart = !before.is_some_and(char::is_alphanumeric);
        near(apart && is_word(&word), index + 1)
    }

    /// `class="lak"`, also outside a tag.
    fn class(&self, index: usize) -> Option<Doubt> {
        let rest = self.chars.get(index..).unwrap_or_default();
        let text: String = rest.iter().take(24).map(|(c, _)| *c).collect();
        let after = text.strip_prefix("class")?.trim_start().strip_prefix('=')?;
        near(words(after).next().is_some_and(withholds), index + 6)
    }

    /// A word of withholding as a command: `\lak{tekst}`, `@lak tekst`,
    /// `lak(tekst)`, `lak[tekst]`.
    fn command(&self, index: usize) -> Option<Doubt> {
        let before = index.checked_sub(1).and_then(|at| self.at(at));
        if before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let rest = self.chars.get(index..).unwrap_or_default();
        let word: String = rest
            .iter()
            .map(|(c, _)| *c)
            .take_while(|c| c.is_alphanumeric())
            .take(20)
            .collect();
        let end = index + word.chars().count();
        let is_command = before.is_some_and(|c| OF_COMMANDS.contains(c));
        let has_brackets = matches!(self.at(end), Some('(' | '{' | '[' | '<'));
        let commands = (is_command || has_brackets) && is_word(&word);
        near(commands || self.orders_around(index, &word, end), end)
    }

    /// A ground directly behind a bracketed text: `[tekst]5.1.2e`,
    /// `[tekst]: 5.1.2e`.
    fn bare_ground(&self, index: usize) -> Option<Doubt> {
        let before = index.checked_sub(1).and_then(|at| self.at(at));
        if self.at(index) != Some('5') || before.is_some_and(|c| c.is_alphanumeric() || c == '.') {
            return None;
        }
        let rest = self.chars.get(index..).unwrap_or_default();
        let code: String = rest
            .iter()
            .map(|(c, _)| *c)
            .take_while(|c| c.is_alphanumeric() || *c == '.')
            .take(10)
            .collect();
        let end = index + code.chars().count();
        let before_text = matches!(self.at(end), Some(':' | '='))
            && matches!(self.ahead(end, ":="), Some('[' | '{'));
        let is_near = beside::is_bare_code(&code) && (before_text || self.is_said_of_text(index));
        near(is_near, end)
    }

    /// Whether a bracket stands behind a bracketed text or a tag.
    fn is_behind_text(&self, index: usize) -> bool {
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
    fn says_something(&self, close: usize) -> bool {
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

/// Whether a line after colons has words only, without the braces of a fence.
fn speaks_only(line: &str) -> bool {
    let own = line.trim();
    !own.is_empty() && !own.starts_with('{')
}

/// The square brackets of a text, and which of them stand around withheld text.
#[derive(Default)]
struct Brackets {
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
    fn take(&mut self, scan: &Scan<'_>, index: usize, c: char) -> Option<(usize, usize)> {
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
    fn start_before(&self, scan: &Scan<'_>, index: usize) -> Option<usize> {
        let (start, end) = self.closed?;
        let between = scan.chars.get(end..index)?;
        between
            .iter()
            .all(|(c, _)| c.is_whitespace())
            .then_some(start)
    }

    /// The first bracket without a partner in a text with withheld text.
    fn left_open(&self) -> Option<(usize, usize)> {
        self.wall?;
        let open = self.open.first().map(|(start, _)| *start);
        let first = open.into_iter().chain(self.stray).min()?;
        Some((first, first + 1))
    }
}

#[cfg(test)]
mod tests;
