//! Backslashes and entities where a text would otherwise mean something in
//! Markdown, and nowhere else, so that the file reads as text.

use crate::read::attributes::{LANGUAGE, OPENING};

/// What stands beside a text on its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// Nothing: the text starts or ends here.
    Edge,
    /// A line end, which is a backslash.
    Break,
    /// A sign of Markdown: an asterisk, a bracket.
    Sign,
    /// A reference to a footnote.
    Reference,
    /// An opening bracket that belongs to a link or other markup.
    Bracket,
}

/// A text in its surroundings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    pub before: Beside,
    pub after: Beside,
    /// Inside the brackets of a link or of withheld text.
    pub in_brackets: bool,
    /// Inside a cell of a table.
    pub in_cell: bool,
    /// Whether the first, or last, character must be an entity.
    pub first_as_entity: bool,
    pub last_as_entity: bool,
}

/// Adds `text` to `out`, escaped.
pub(super) fn text(out: &mut String, text: &str, context: &Context) {
    let open = if context.in_brackets {
        Vec::new()
    } else {
        harmless_brackets(text)
    };
    let mut open = open.iter().copied().peekable();
    let mut before = None;
    let mut was_entity = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, c)| *c);
        let rest = text.get(at..).unwrap_or_default();
        let harmless = open.next_if(|own| *own == at).is_some();
        let first = before.is_none();
        let next = text.get(at + c.len_utf8()..).unwrap_or_default();
        let entity = first && context.first_as_entity
            || after.is_none() && context.last_as_entity
            || at_edge_blank(c, first, after, context)
            || c == '|' && context.in_cell && before == Some('\\')
            // Right after a reference to a footnote the reader does not heed
            // a backslash.
            || c == '[' && first && context.before == Beside::Reference
            || matches!(c, '\n' | '\r');
        let around = Around {
            before: match before {
                Some(_) if was_entity => Side::Sign,
                before => before.map_or(side(context.before), Side::Char),
            },
            after: match after {
                Some(c) if may_be_entity(c, next, context) => Side::Sign,
                after => after.map_or(side(context.after), Side::Char),
            },
        };
        if entity {
            out.push_str(&format!("&#{};", u32::from(c)));
        } else {
            if !harmless && needs_backslash(c, rest, &around, context) {
                out.push('\\');
            }
            out.push(c);
        }
        before = Some(c);
        was_entity = entity;
    }
}

/// Whether a character, the first of `rest`, may be written as an entity.
fn may_be_entity(c: char, rest: &str, context: &Context) -> bool {
    let is_last = rest.len() == c.len_utf8();
    is_last && context.last_as_entity || c.is_whitespace() && !matches!(c, ' ' | '\t')
}

/// Blanks other than a space, which the reader may drop at the start or end
/// of a line.
fn at_edge_blank(c: char, first: bool, after: Option<char>, context: &Context) -> bool {
    let blank = c.is_whitespace() && !matches!(c, ' ' | '\t');
    let edge = |beside| matches!(beside, Beside::Edge | Beside::Break);
    let at_edge = first && edge(context.before)
        || after.is_none_or(char::is_whitespace) && edge(context.after);
    blank && at_edge
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Char(char),
    Blank,
    Sign,
    Bracket,
}

struct Around {
    before: Side,
    after: Side,
}

fn side(beside: Beside) -> Side {
    match beside {
        Beside::Edge => Side::Blank,
        Beside::Break | Beside::Sign | Beside::Reference => Side::Sign,
        Beside::Bracket => Side::Bracket,
    }
}

impl Side {
    fn is_blank(self) -> bool {
        self == Side::Blank || matches!(self, Side::Char(c) if c.is_whitespace())
    }

    fn is_letter(self) -> bool {
        matches!(self, Side::Char(c) if is_letter(c))
    }
}

/// Whether the Markdown reader certainly takes a character for a letter or
/// digit, not for punctuation or a symbol.
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || c.is_alphanumeric() && ('\u{c0}'..'\u{2000}').contains(&c)
}

fn needs_backslash(c: char, rest: &str, around: &Around, context: &Context) -> bool {
    let Around { before, after } = *around;
    match c {
        '\\' => match after {
            Side::Char(next) => !(is_letter(next) || next == ' '),
            _ => true,
        },
        '`' => true,
        '*' => !(before.is_blank() && after.is_blank()),
        '_' => {
            let in_word = before.is_letter() && after.is_letter();
            !(in_word || before.is_blank() && after.is_blank())
        }
        '[' => true,
        ']' => context.in_brackets,
        // Right after a reference, `[^1](` is a link and `[^1]:` a footnote.
        '(' | ':' => context.before == Beside::Reference && before == Side::Sign,
        '!' => after == Side::Bracket,
        // HTML, or an address: `<#a@b.nl>` is one.
        '<' => !after.is_blank(),
        '&' => is_entity(rest),
        '|' => context.in_cell,
        '{' => rest.starts_with(OPENING) || rest.starts_with(LANGUAGE),
        _ => false,
    }
}

fn is_entity(rest: &str) -> bool {
    let inner = rest.strip_prefix('&').unwrap_or(rest);
    let inner = inner.strip_prefix('#').unwrap_or(inner);
    let name = inner
        .bytes()
        .take(40)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    name > 0 && inner.as_bytes().get(name) == Some(&b';')
}

/// The brackets of `[tekst]` that Markdown leaves alone: nothing follows that
/// would make them a link, a footnote or withheld text.
fn harmless_brackets(text: &str) -> Vec<usize> {
    let mut out = Vec::new();
    let mut open = None;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' => open = Some(at),
            b']' => {
                let start = open.take();
                let Some(start) = start else { continue };
                let inner = text.get(start + 1..at).unwrap_or_default();
                let after = text.as_bytes().get(at + 1);
                let safe_after = after.is_some_and(|byte| !b"([{:".contains(byte));
                let image = start > 0 && text.as_bytes().get(start - 1) == Some(&b'!');
                if !inner.is_empty() && !inner.starts_with('^') && safe_after && !image {
                    out.push(start);
                }
            }
            _ => {}
        }
    }
    out
}

/// Adds a backslash to a finished line that would start something else than a
/// paragraph. `first` is false for a line after a line end.
pub(super) fn line_start(line: &mut String, first: bool) {
    if let Some(at) = dangerous(line, first) {
        line.insert(at, '\\');
    }
}

/// Where a backslash must come.
fn dangerous(line: &str, first: bool) -> Option<usize> {
    let bytes = line.as_bytes();
    let ends = |at: usize| matches!(bytes.get(at), None | Some(b' ' | b'\t' | 0x0b | 0x0c));
    let only = |set: &[u8]| bytes.iter().all(|byte| set.contains(byte));
    let mark = *bytes.first()?;
    let found = match mark {
        b'#' => {
            let count = bytes.iter().take_while(|byte| **byte == b'#').count();
            count <= 6 && ends(count)
        }
        b'>' => true,
        b'-' | b'+' | b'*' if ends(1) => true,
        b'-' | b'*' | b'_' if is_rule(bytes) => true,
        b'-' | b':' | b'|' if !first && only(b"-:| \t") => true,
        b'=' => !first && only(b"= \t"),
        b'~' => line.starts_with("~~~"),
        b':' => line.starts_with(":::"),
        _ => false,
    };
    if found {
        return Some(0);
    }
    let digits = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let numbered = (1..=9).contains(&digits)
        && matches!(bytes.get(digits), Some(b'.' | b')'))
        && ends(digits + 1);
    numbered.then_some(digits)
}

fn is_rule(bytes: &[u8]) -> bool {
    let mut marks = bytes.iter().filter(|byte| !matches!(byte, b' ' | b'\t'));
    let first = marks.next();
    first.is_some() && marks.all(|byte| Some(byte) == first)
}

/// An address as the destination of a link.
pub(super) fn destination(href: &str, in_cell: bool) -> String {
    let mut depth = 0_i32;
    let simple = !href.is_empty()
        && href.chars().all(|c| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            (0..8).contains(&depth)
                && !c.is_whitespace()
                && !c.is_control()
                && !"<>\\&|`".contains(c)
        })
        && depth == 0;
    if simple {
        return href.to_owned();
    }
    let mut out = String::from("<");
    for c in href.chars() {
        match c {
            '<' | '>' | '\\' | '&' => {
                out.push('\\');
                out.push(c);
            }
            '|' if in_cell => out.push_str("&#124;"),
            '`' => out.push_str("&#96;"),
            c if c.is_control() => out.push_str(&format!("&#{};", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('>');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(own: &str) -> String {
        let mut out = String::new();
        let context = Context {
            before: Beside::Edge,
            after: Beside::Edge,
            in_brackets: false,
            in_cell: false,
            first_as_entity: false,
            last_as_entity: false,
        };
        text(&mut out, own, &context);
        line_start(&mut out, true);
        out
    }

    #[test]
    fn text_that_means_nothing_in_markdown_stays_as_it_is() {
        for own in [
            "art. 5.1.2e Woo",
            "5 * 3 = 15",
            "snake_case en C:\\map",
            "[PM] in te vullen",
            "a < b en b > a",
            "R&D, AT&T en a & b",
            "50% (zie ook #4)",
            "1.5 miljoen",
            "2024-03-15",
            "a | b",
            "wat!",
        ] {
            assert_eq!(escaped(own), own);
        }
    }

    #[test]
    fn text_that_would_mean_something_gets_a_backslash() {
        for (own, expected) in [
            ("*nadruk*", "\\*nadruk\\*"),
            ("_a_", "\\_a\\_"),
            ("[a](b)", "\\[a](b)"),
            ("[a]{.lak}", "\\[a]\\{.lak}"),
            ("[^1]", "\\[^1]"),
            ("<b>", "\\<b>"),
            ("&amp; &#1;", "\\&amp; \\&#1;"),
            ("`x`", "\\`x\\`"),
            ("a\\", "a\\\\"),
            ("# kop", "\\# kop"),
            ("1. een", "1\\. een"),
            ("- een", "\\- een"),
            ("> een", "\\> een"),
            ("---", "\\---"),
            ("::: {.lak}", "\\::: \\{.lak}"),
            ("![a](b)", "!\\[a](b)"),
        ] {
            assert_eq!(escaped(own), expected);
        }
    }

    #[test]
    fn an_address_with_blanks_stands_between_angle_brackets() {
        assert_eq!(
            destination("https://x.nl/a_(b)", false),
            "https://x.nl/a_(b)"
        );
        assert_eq!(destination("a b", false), "<a b>");
        assert_eq!(destination("", false), "<>");
        assert_eq!(destination("a)", false), "<a)>");
    }
}
