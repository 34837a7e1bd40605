//! A text in the words that are looked up: what stands between spaces, without
//! the punctuation around it, cut where two words were written as one.

use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use regex::Regex;

use crate::soorten::is_abbreviation;

/// A pattern of the program, compiled at its first use.
pub(crate) type Pattern = LazyLock<Regex>;

/// Compiles a pattern of the program. Its word boundaries are written as those
/// of ASCII: with those of Unicode the engine is many times slower.
pub(crate) fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a pattern of the program is valid")
}

/// A pattern of one of the lists, compiled when it is first needed: most are
/// not in most notas.
pub(crate) struct Listed {
    source: String,
    compiled: OnceLock<Regex>,
}

impl Listed {
    pub(crate) fn new(source: String) -> Self {
        let compiled = OnceLock::new();
        Self { source, compiled }
    }

    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    pub(crate) fn regex(&self) -> &Regex {
        self.compiled.get_or_init(|| pattern(&self.source))
    }
}

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    /// The part.
    pub(crate) text: &'t str,
    /// Where it begins, in bytes.
    pub(crate) start: usize,
}

impl<'t> Token<'t> {
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// The token without its first `count` bytes.
    fn after(self, count: usize) -> Self {
        Self {
            text: self.text.get(count..).unwrap_or_default(),
            start: self.start + count,
        }
    }

    /// The first `count` bytes of the token.
    fn until(self, count: usize) -> Self {
        Self {
            text: self.text.get(..count).unwrap_or(self.text),
            start: self.start,
        }
    }
}

/// What stands between spaces.
pub(crate) fn spaced(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    text.split_inclusive(char::is_whitespace)
        .filter_map(move |part| {
            let start = at;
            at += part.len();
            let own = part.trim_end();
            (!own.is_empty()).then_some(Token { text: own, start })
        })
}

/// The words in what stands between two spaces.
pub(crate) fn words<'t>(token: Token<'t>, out: &mut Vec<Token<'t>>) {
    if token.text.chars().all(char::is_alphabetic) {
        out.push(token);
        return;
    }
    if is_address(token.text) {
        return;
    }
    let token = without_closing(without_opening(token));
    let token = without_closing(without_footnote(token));
    if !has_letter(token.text) || is_reference(token.text) {
        return;
    }
    let mut start = 0;
    for cut in cuts(token.text) {
        push(token.until(cut.start).after(start), out);
        start = cut.end;
    }
    push(token.after(start), out);
}

fn push<'t>(token: Token<'t>, out: &mut Vec<Token<'t>>) {
    if has_letter(token.text) {
        out.push(token);
    }
}

pub(crate) fn has_letter(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}

/// Whether this is the address of a page, a mailbox or a file.
fn is_address(text: &str) -> bool {
    static ADDRESS: Pattern = Pattern::new(|| {
        pattern(concat!(
            r"(?i)https?://|www\.|@[a-z0-9-]+\.|",
            r"[a-z0-9]\.(?:nl|eu|com|org|net|gov|int|pdf|docx?|xlsx?|pptx?|odt)(?:[/):;,.]|$)",
        ))
    });
    text.contains(['.', '@', ':']) && ADDRESS.is_match(text)
}

/// Quotation marks and brackets before a word, unless they are part of it: 's,
/// (huis)dieren.
fn without_opening(mut token: Token) -> Token {
    static CLITIC: Pattern = Pattern::new(|| pattern(r"^['’‘][stnk](?:[^a-zà-ÿ]|$)"));
    static PART: Pattern = Pattern::new(|| pattern(r"^\([a-zë-]{1,12}\)[a-z]"));
    while let Some(first) = token.text.chars().next() {
        let goes = match first {
            '\'' | '’' | '‘' => !CLITIC.is_match(token.text),
            '(' => !PART.is_match(token.text),
            other => "\"“”„[<*|…®☒`_~#{".contains(other),
        };
        if !goes {
            break;
        }
        token = token.after(first.len_utf8());
    }
    token
}

/// The digits of a footnote, which stand behind the punctuation or the word.
fn without_footnote(token: Token) -> Token {
    static NOTE: Pattern = Pattern::new(|| {
        pattern(r#"(?:[A-Za-zÀ-ÿ)’”'"][.,;:!?]+[’”'"]?|^[a-zà-ÿ]{4,})([0-9]{1,2}\.?)$"#)
    });
    if !token
        .text
        .trim_end_matches('.')
        .ends_with(|own: char| own.is_ascii_digit())
    {
        return token;
    }
    let found = NOTE.captures(token.text).and_then(|found| found.get(1));
    found.map_or(token, |digits| token.until(digits.start()))
}

/// Punctuation behind a word. The dot of an abbreviation stays.
fn without_closing(mut token: Token) -> Token {
    loop {
        let mut back = token.text.chars().rev();
        let (Some(last), before) = (back.next(), back.next()) else {
            return token;
        };
        let goes = match last {
            ')' => token.text.matches(')').count() > token.text.matches('(').count(),
            '.' => before.is_some_and(|own| ")\"”’'.".contains(own)),
            other => "\"“”]>*|…!?:;,®’‘'`_~}".contains(other),
        };
        if !goes {
            return token;
        }
        token = token.until(token.text.len() - last.len_utf8());
    }
}

/// Whether this is a reference with letters and digits, a ground of the Woo or
/// the number of a part: 2024Z00038, 5.1.2e, 3a.
fn is_reference(text: &str) -> bool {
    static YEAR: Pattern = Pattern::new(|| pattern(r"^[0-9]{4}(?:-[a-z]+)+$"));
    static GROUND: Pattern =
        Pattern::new(|| pattern(r"^(?:5\.?[12]\.?[0-9]?\.?[a-i]?|[0-9]+[a-z]?\)?)$"));
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits > 0 && (digits >= 4 && !YEAR.is_match(text) || GROUND.is_match(text))
}

/// Where two words meet: at a slash or a dash, and behind a dot without the
/// space that belongs there.
fn cuts(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut before = [' ', ' '];
    for (at, own) in text.char_indices() {
        let end = at + own.len_utf8();
        let mut next = text.get(end..).unwrap_or_default().chars();
        let (one, two, three) = (next.next(), next.next(), next.next());
        let is = |own: Option<char>, what: fn(&char) -> bool| own.as_ref().is_some_and(what);
        let new_word = is(one, char::is_ascii_uppercase) && is(two, char::is_ascii_lowercase);
        let letters = before.iter().all(char::is_ascii_alphabetic);
        match own {
            '/' | '–' | '—' | '[' | ']' => found.push(at..end),
            '.' if new_word && letters && is(three, char::is_ascii_lowercase) => {
                found.push(end..end);
            }
            '.' if at == 1 && before[1].is_ascii_digit() && is(one, char::is_ascii_uppercase) => {
                found.push(at..end);
            }
            '&' if new_word => found.push(at..end),
            '+' if [one, two, three]
                .iter()
                .all(|own| is(*own, char::is_ascii_alphabetic)) =>
            {
                found.push(at..end);
            }
            _ => {}
        }
        before = [before[1], own];
    }
    found
}

/// Whether a word ends a sentence, so that the next one begins with a capital.
pub(crate) fn ends_sentence(word: &str) -> bool {
    let bare = word.trim_end_matches(['"', '”', '’', ')']);
    bare.ends_with(['.', '!', '?', ':'])
        && !is_abbreviation(&bare.to_lowercase())
        && !is_initials(bare)
}

/// Whether this is one or more initials: J.A.
pub(crate) fn is_initials(text: &str) -> bool {
    let mut letters = text.chars();
    let mut any = false;
    loop {
        match (letters.next(), letters.next()) {
            (None, _) => return any,
            (Some(letter), Some('.')) if letter.is_uppercase() => any = true,
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        for token in spaced(text) {
            words(token, &mut out);
        }
        out.into_iter().map(|own| own.text).collect()
    }

    #[test]
    fn words_are_taken_out_of_their_punctuation() {
        assert_eq!(cut("(zie “bijlage 1”)."), ["zie", "bijlage"]);
        assert_eq!(cut("is/wordt aangeboden.3"), ["is", "wordt", "aangeboden."]);
        assert_eq!(
            cut("Bijlage(n) (huis)dieren"),
            ["Bijlage(n)", "(huis)dieren"]
        );
        assert_eq!(
            cut("’s avonds i.p.v. bijv."),
            ["’s", "avonds", "i.p.v.", "bijv."]
        );
        assert_eq!(
            cut("klaar.Deze brief 2024Z00038 5.1.2e"),
            ["klaar.", "Deze", "brief"]
        );
        assert_eq!(cut("www.rijksoverheid.nl a@b.nl brief.pdf 12,5"), [""; 0]);
    }

    #[test]
    fn a_word_keeps_its_place() {
        let mut out = Vec::new();
        for token in spaced("één (brief/nota)") {
            words(token, &mut out);
        }
        let nota = out.last().expect("a word");
        assert_eq!(&"één (brief/nota)"[nota.range()], "nota");
    }
}
