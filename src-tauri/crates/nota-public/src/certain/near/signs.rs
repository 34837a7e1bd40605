//! Signs and words that mark without a pair of brackets: a line of colons, the
//! name of a class, a command, a bare ground behind a text.

use nota_model::Carrier;

use super::super::words::{is_word, withholds};
use super::{Doubt, INSIDE, Scan, beside, is_code, near, words};
use crate::obstacle::Reason;

/// What marks a word as a command.
const OF_COMMANDS: &str = "@\\%$~^#!=";

impl Scan<'_> {
    /// `-->` without a beginning.
    pub(super) fn end_of_remark(&self, index: usize) -> Option<Doubt> {
        let sign = |offset| self.at(index + offset);
        let is_end = sign(1) == Some('-') && sign(2) == Some('>');
        let end = index + 3;
        let reason = Reason::Remark;
        is_end.then_some(Doubt { end, reason })
    }

    /// A line of colons, as before and after withheld blocks.
    pub(super) fn colons(&self, index: usize) -> Option<Doubt> {
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
    pub(super) fn ground_of(&self, index: usize) -> Option<Doubt> {
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
    pub(super) fn class_word(&self, index: usize) -> Option<Doubt> {
        let before = index.checked_sub(1).and_then(|at| self.at(at));
        let rest = self.chars.get(index + 1..).unwrap_or_default();
        let word = rest.iter().map(|(c, _)| *c);
        let word: String = word.take_while(|c| c.is_alphabetic()).take(20).collect();
        let apart = !before.is_some_and(char::is_alphanumeric);
        near(apart && is_word(&word), index + 1)
    }

    /// `class="lak"`, also outside a tag.
    pub(super) fn class(&self, index: usize) -> Option<Doubt> {
        let rest = self.chars.get(index..).unwrap_or_default();
        let text: String = rest.iter().take(24).map(|(c, _)| *c).collect();
        let after = text.strip_prefix("class")?.trim_start().strip_prefix('=')?;
        near(words(after).next().is_some_and(withholds), index + 6)
    }

    /// A word of withholding as a command: `\lak{tekst}`, `@lak tekst`,
    /// `lak(tekst)`, `lak[tekst]`.
    pub(super) fn command(&self, index: usize) -> Option<Doubt> {
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
    pub(super) fn bare_ground(&self, index: usize) -> Option<Doubt> {
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
        let of_person = || self.is_behind_person(index) || self.is_before_person(end);
        let is_near = beside::is_bare_code(&code)
            && (before_text || self.is_said_of_text(index) || of_person());
        near(is_near, end)
    }
}

/// Whether a line after colons has words only, without the braces of a fence.
fn speaks_only(line: &str) -> bool {
    let own = line.trim();
    !own.is_empty() && !own.starts_with('{')
}
