//! A word of withholding or a ground beside a text, without the brackets of a
//! mark: `[tekst] – lak`, `tekst(5.1.2e)`, `lak: [tekst]`, `/// lak`, `[lak:
//! tekst]`, `[/zwart]`. Each sign alone is ordinary text; together with what
//! stands beside it, it orders something.

use nota_model::Carrier;

use super::super::words::{has_ground, is_ground, is_word};
use super::{Doubt, Scan, WALL, near, words};
use crate::obstacle::Reason;

/// Words that order to withhold and that nobody uses for something else where
/// they are looked for.
const ORDERS: [&str; 8] = [
    "lak",
    "lakken",
    "gelakt",
    "lakking",
    "weglakken",
    "weggelakt",
    "zwartlakken",
    "zwartgelakt",
];

/// Orders in a sentence of a few words between brackets: "(graag lakken)".
const VERBS: [&str; 3] = ["lakken", "weglakken", "zwartlakken"];

/// What begins or ends a stretch: "begin lak".
const EDGES: [&str; 6] = ["begin", "start", "eind", "einde", "hier", "tot"];

/// The number of words of an order between brackets.
const FEW: usize = 4;

/// The number of signs between a text and what is said of it.
const APART: usize = 4;

/// Elements of HTML with which nobody withholds anything.
const ELEMENTS: [&str; 43] = [
    "a",
    "abbr",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "q",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];

/// Whether a text is a ground with a letter and nothing else: "5.1.2e".
pub(super) fn is_bare_code(text: &str) -> bool {
    let own = text.trim();
    let is_lettered = own.ends_with(|c: char| c.is_alphabetic());
    own.starts_with('5') && is_lettered && !own.contains(' ') && is_ground(own)
}

fn orders(word: &str) -> bool {
    ORDERS.contains(&word)
}

/// Whether a text between brackets orders to withhold what stands before it.
pub(super) fn is_order(inner: &str) -> bool {
    let all: Vec<&str> = words(inner).take(2 * FEW).collect();
    let (first, last) = (all.first().copied(), all.last().copied());
    let is_verb = |word: Option<&str>| word.is_some_and(|word| VERBS.contains(&word));
    let by_verb = is_verb(first) || is_verb(last);
    let of_edge = matches!(*all, [edge, word] if EDGES.contains(&edge) && is_word(word));
    of_edge || by_verb && (all.len() <= FEW || has_ground(inner))
}

/// Whether a text between brackets says of the rest of it that it is withheld:
/// "lak: K. Jansen", "5.1.2e: K. Jansen".
pub(super) fn is_label(inner: &str) -> bool {
    inner.split_once(':').is_some_and(|(head, tail)| {
        let says = tail.contains(char::is_alphanumeric) && !is_ground(tail);
        says && (is_bare_code(head) || is_word(head))
    })
}

/// Whether a tag closes something that is no element of HTML, or one by which
/// text is hidden or struck out.
pub(super) fn closes_other(inner: &str) -> bool {
    inner.strip_prefix('/').is_some_and(|name| {
        let name = name.trim();
        let is_name = name
            .chars()
            .all(|c| c.is_alphanumeric() || "-_:.".contains(c));
        is_name && name.starts_with(char::is_alphabetic) && !ELEMENTS.contains(&name)
    })
}

impl Scan<'_> {
    /// The index before an index, past blanks and at most [`APART`] signs that
    /// are no brackets.
    fn back(&self, index: usize) -> Option<usize> {
        let mut signs = 0;
        let mut at = index;
        loop {
            at = at.checked_sub(1)?;
            match self.at(at)? {
                ' ' | '\u{a0}' => {}
                c if ":=|^_-/~>*#!`+\"'".contains(c) && signs < APART => signs += 1,
                _ => return Some(at),
            }
        }
    }

    /// The sign that follows on an index, past blanks and at most [`APART`]
    /// signs of `between`.
    pub(super) fn ahead(&self, index: usize, between: &str) -> Option<char> {
        let rest = self.chars.get(index..).unwrap_or_default().iter();
        let mut rest = rest.map(|(c, _)| *c).take(2 * APART);
        rest.find(|c| !matches!(c, ' ' | '\u{a0}') && !between.contains(*c))
    }

    /// Whether a word at an index is said of the bracketed text before it.
    pub(super) fn is_said_of_text(&self, index: usize) -> bool {
        let before = self.back(index);
        before.is_some_and(|at| self.at(at) == Some(']') && self.says_something(at))
    }

    /// The character directly before an index, when it is no blank.
    fn glued(&self, index: usize) -> Option<char> {
        let before = self.at(index.checked_sub(1)?)?;
        (!before.is_whitespace()).then_some(before)
    }

    /// A round bracket with a ground that stands against a text, or against
    /// withheld text what can be the address of it; `inner` and `end` are of
    /// the bracket.
    pub(super) fn is_glued(&self, index: usize, inner: &str) -> bool {
        let is_address = !inner.contains(char::is_whitespace) && inner.contains(['.', '/', '@']);
        match self.glued(index) {
            Some(WALL) => is_address || is_bare_code(inner),
            Some(_) => is_bare_code(inner),
            None => false,
        }
    }

    /// What is ordered of the text behind brackets: `(lak)[tekst]`,
    /// `(5.1.2e) [tekst]`.
    pub(super) fn is_before_text(&self, inner: &str, end: usize) -> bool {
        let glued = self.at(end).is_some_and(char::is_alphanumeric);
        let bracket = matches!(self.ahead(end, ":="), Some('[' | '{'));
        let quote = matches!(self.at(end), Some('"'));
        match orders(inner.trim()) {
            true => glued || bracket || quote,
            false => is_bare_code(inner) && bracket,
        }
    }

    /// Whether a word of withholding at an index, up to `end`, orders something
    /// of what stands around it.
    pub(super) fn orders_around(&self, index: usize, word: &str, end: usize) -> bool {
        if !orders(word) {
            return false;
        }
        let twice = match (
            self.glued(index),
            index.checked_sub(2).and_then(|at| self.at(at)),
        ) {
            (Some(c), Some(other)) => {
                let colon = index.checked_sub(3).and_then(|at| self.at(at)) == Some(':');
                c == other && !c.is_alphanumeric() && !"\"'()<>".contains(c) && !colon
            }
            _ => false,
        };
        let next = self.at(end);
        let follows = self.at(end + 1).is_some_and(|c| !c.is_whitespace());
        let glued = word == "lak" && next.is_some_and(|c| ":=>|~".contains(c)) && follows;
        let text = matches!(self.ahead(end, ":=-*"), Some('[' | '{'));
        let of_person = self.is_behind_person(index) || self.is_before_person(end);
        twice
            || glued
            || text
            || of_person
            || self.is_said_of_text(index)
            || self.shouts(index, end)
    }

    /// Whether a word is an order in capitals: "LAKKEN", or "LAK" between
    /// brackets or before a colon.
    fn shouts(&self, index: usize, end: usize) -> bool {
        let own = self.text.text.get(self.byte(index)..self.byte(end));
        let own = own.unwrap_or_default().trim_end();
        if own.is_empty() || own.contains(char::is_lowercase) {
            return false;
        }
        let all = self.text.text.contains(char::is_lowercase);
        let apart = matches!(self.at(end), Some(':' | ')' | ']'));
        all && (apart || own.chars().count() > 3)
    }

    /// A text that begins with signs and an order, or is no more than one:
    /// `/// lak`, `**Lakken**`, `begin lak`.
    pub(super) fn line_of_order(&self) -> Option<Doubt> {
        let carrier = self.text.carrier();
        if !matches!(carrier, Carrier::Paragraph | Carrier::Heading) {
            return None;
        }
        let line: String = self.chars.iter().map(|(c, _)| *c).take(60).collect();
        let line = line.lines().next().unwrap_or_default();
        let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric());
        let signs = line.get(..line.len() - bare.len()).unwrap_or_default();
        // Brackets and colons are looked at by themselves.
        let is_plain = !signs.contains(|c| "[]{}()<>:".contains(c));
        let orders_by_sign = |c: char| !c.is_whitespace() && !".\"'()<>[]{}".contains(c);
        let all: Vec<&str> = words(bare).take(3).collect();
        let first = all.first().copied().unwrap_or_default();
        let whole = self.chars.len() <= line.chars().count();
        let alone = whole
            && match (*all).as_ref() {
                [word] => orders(word),
                [edge, word] => EDGES.contains(edge) && orders(word),
                _ => false,
            };
        // Soft line ends are blanks, so that the first line is not known.
        let bold = self.text.text.get(..self.text.bold).unwrap_or_default();
        let bold = bold
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        let begins = orders(&bold)
            || matches!((*all).as_ref(), [edge, "lak", ..] if EDGES.contains(edge) && *edge != "tot");
        let is_order = match carrier {
            Carrier::Heading => whole && bare.trim() == "lak",
            _ => alone || begins || orders(first) && signs.contains(orders_by_sign) && is_plain,
        };
        let end = line.chars().count();
        near(is_order, end)
    }

    /// A command of LaTeX around a text, whatever its name: `\\zwart{tekst}`.
    pub(super) fn latex(&self, index: usize) -> Option<Doubt> {
        let rest = self.chars.get(index + 1..).unwrap_or_default().iter();
        let name = rest.map(|(c, _)| *c).take(30);
        let length = name
            .take_while(|c| c.is_alphanumeric() || "-_*".contains(*c))
            .count();
        let end = index + 1 + length;
        near(length > 1 && self.at(end) == Some('{'), end)
    }

    /// A line by which programs hide text in Markdown: `[//]: # (tekst)`.
    pub(super) fn hidden_definition(&self, inner: &str, end: usize) -> Option<Doubt> {
        let is_one = matches!(inner.trim(), "//" | "comment") && self.at(end) == Some(':');
        let reason = Reason::Remark;
        is_one.then_some(Doubt { end, reason })
    }
}
