//! A text as the words by which names are recognised.

use std::ops::Range;

/// A word, with where it stands.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    pub text: &'t str,
    pub range: Range<usize>,
    /// What stands between it and the word before.
    pub gap: &'t str,
}

impl Word<'_> {
    /// Whether it begins with a capital and has more than that.
    pub fn is_capital(&self) -> bool {
        let bare = self.text.trim_start_matches(['\'', '’']);
        let mut chars = bare.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_some()
    }

    /// Whether it is an abbreviation: all capitals.
    pub fn is_all_capitals(&self) -> bool {
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic());
        letters.all(char::is_uppercase)
    }

    /// Whether it is initials: "K.", "J.P.", "Th.M.".
    pub fn is_initials(&self) -> bool {
        let mut parts = self.text.split('.');
        let stop = parts.next_back() == Some("");
        stop && parts.all(|part| {
            let mut chars = part.chars();
            let capital = chars.next().is_some_and(char::is_uppercase);
            capital && chars.clone().count() <= 2 && chars.all(char::is_lowercase)
        })
    }

    /// Whether it follows the word before it in the same phrase: only blanks
    /// lie between them.
    pub fn follows(&self) -> bool {
        self.gap.chars().all(|c| c.is_whitespace() && c != '\n')
    }
}

/// The words of a text: letters with hyphens and apostrophes inside, initials
/// with their stops.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut out: Vec<Word<'_>> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut end_of_last = 0;
    while let Some((start, c)) = chars.next() {
        let apostrophe = matches!(c, '\'' | '’');
        let quote = apostrophe && !text[start + c.len_utf8()..].starts_with(['t', 's', 'T', 'S']);
        if quote || !(c.is_alphanumeric() || apostrophe) {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, c)) = chars.peek().copied() {
            let next = text[at + c.len_utf8()..].chars().next();
            let joins = matches!(c, '-' | '\'' | '’' | '\u{ad}' | '\u{200b}' | '\u{2011}');
            let inside = joins && next.is_some_and(char::is_alphanumeric);
            let is_mark = !c.is_whitespace() && unicode_mark(c);
            if !(c.is_alphanumeric() || inside || is_mark || is_stop(&text[start..at], c)) {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
            // "K.Zwartjes" is two words.
            if c == '.' && next.is_some_and(char::is_uppercase) {
                let rest = &text[end..];
                let second = rest.chars().nth(1);
                if !second.is_some_and(|c| {
                    c == '.' || c.is_lowercase() && rest.chars().nth(2) == Some('.')
                }) {
                    break;
                }
            }
        }
        out.push(Word {
            text: &text[start..end],
            range: start..end,
            gap: &text[end_of_last..start],
        });
        end_of_last = end;
    }
    out
}

/// An accent that stands by itself.
fn unicode_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether a stop belongs to the word so far, which are initials then.
fn is_stop(word: &str, c: char) -> bool {
    let last = word.rsplit('.').next().unwrap_or_default();
    let mut chars = last.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    let short = last.chars().count() <= 2 || matches!(last, "Chr" | "Joh" | "Tjh");
    c == '.' && capital && short && chars.all(char::is_lowercase)
}
