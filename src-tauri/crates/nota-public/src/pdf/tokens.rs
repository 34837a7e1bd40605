//! The tokens of a content stream. Whatever is not understood is passed over,
//! as viewers do, so that nothing that stands after it is missed.

use std::borrow::Cow;

use super::inline::{self, Inline};

/// A token.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token<'a> {
    /// A string, its escapes resolved.
    String(Vec<u8>),
    /// A name, without its slash, its escapes (`#32`) resolved.
    Name(Cow<'a, [u8]>),
    /// A number.
    Number(f32),
    /// `[` or `]`, or a brace.
    Bracket,
    /// `<<`.
    Opens,
    /// `>>`.
    Closes,
    /// Anything else.
    Operator(&'a [u8]),
    /// A picture that stands in the stream itself.
    Picture(Inline),
}

/// The tokens of a content stream, one by one.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
    /// What may still be looked at to find the ends of pictures.
    ahead: usize,
    /// Whether these are the entries of a picture, among which none begins.
    in_picture: bool,
}

impl<'a> Tokens<'a> {
    pub fn new(content: &'a [u8]) -> Self {
        Self {
            rest: content,
            ahead: content.len().saturating_mul(4),
            in_picture: false,
        }
    }

    /// Takes bytes off the front as long as they are of a kind.
    fn take(&mut self, of_kind: impl Fn(u8) -> bool) -> &'a [u8] {
        let count = self.rest.iter().take_while(|byte| of_kind(**byte)).count();
        let (taken, rest) = self.rest.split_at(count);
        self.rest = rest;
        taken
    }

    fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    fn blanks(&mut self) {
        loop {
            self.take(is_blank);
            if self.rest.first() != Some(&b'%') {
                return;
            }
            self.take(|byte| !matches!(byte, b'\n' | b'\r'));
        }
    }

    /// A string in parentheses; the opening one is taken already.
    fn literal(&mut self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut depth = 0_usize;
        while let [byte, rest @ ..] = self.rest {
            self.rest = rest;
            match byte {
                b'\\' => self.escape(&mut out),
                b'(' => {
                    depth += 1;
                    out.push(b'(');
                }
                b')' if depth == 0 => return out,
                b')' => {
                    depth -= 1;
                    out.push(b')');
                }
                byte => out.push(*byte),
            }
        }
        out
    }

    fn escape(&mut self, out: &mut Vec<u8>) {
        let Some(byte) = self.rest.first().copied() else {
            return;
        };
        if byte.is_ascii_digit() {
            let mut value = 0_u32;
            for _ in 0..3 {
                match self.rest.first() {
                    Some(digit @ b'0'..=b'7') => value = value * 8 + u32::from(digit - b'0'),
                    _ => break,
                }
                self.skip(1);
            }
            if !matches!(byte, b'0'..=b'7') {
                self.skip(1);
            }
            out.extend(u8::try_from(value & 0xff));
            return;
        }
        self.skip(1);
        match byte {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\r' if self.rest.first() == Some(&b'\n') => self.skip(1),
            b'\r' | b'\n' => {}
            byte => out.push(byte),
        }
    }

    /// A string of hexadecimal digits; the opening bracket is taken already.
    fn hexadecimal(&mut self) -> Vec<u8> {
        let inner = self.take(|byte| byte != b'>');
        self.skip(1);
        hexadecimal(inner)
    }

    /// The picture after `BI`. Without `ID` it is none, and what follows is
    /// read as usual.
    fn picture(&mut self) -> Option<Inline> {
        let mut entries = Tokens {
            rest: self.rest,
            ahead: 0,
            in_picture: true,
        };
        let mut values = Vec::new();
        while values.len() < inline::MOST_ENTRIES {
            match entries.next()? {
                Token::Operator(b"ID") => {
                    let (picture, length) = Inline::read(&values, entries.rest, &mut self.ahead);
                    self.rest = entries.rest.get(length..).unwrap_or_default();
                    return Some(picture);
                }
                Token::Operator(b"EI" | b"BI") => return None,
                value => values.push(value),
            }
        }
        None
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.blanks();
        let first = *self.rest.first()?;
        let second = self.rest.get(1).copied();
        Some(match first {
            b'(' => {
                self.skip(1);
                Token::String(self.literal())
            }
            b'<' if second == Some(b'<') => {
                self.skip(2);
                Token::Opens
            }
            b'>' if second == Some(b'>') => {
                self.skip(2);
                Token::Closes
            }
            b'<' => {
                self.skip(1);
                Token::String(self.hexadecimal())
            }
            b'/' => {
                self.skip(1);
                Token::Name(name(self.take(is_regular)))
            }
            b'>' | b'[' | b']' | b'{' | b'}' | b')' => {
                self.skip(1);
                Token::Bracket
            }
            _ => {
                let word = self.take(is_regular);
                if word == b"BI"
                    && !self.in_picture
                    && let Some(picture) = self.picture()
                {
                    return Some(Token::Picture(picture));
                }
                match number(word) {
                    Some(number) => Token::Number(number),
                    None => Token::Operator(word),
                }
            }
        })
    }
}

/// A name, with bytes for its escapes.
fn name(word: &[u8]) -> Cow<'_, [u8]> {
    if !word.contains(&b'#') {
        return Cow::Borrowed(word);
    }
    let mut out = Vec::with_capacity(word.len());
    let mut rest = word;
    while let [byte, after @ ..] = rest {
        rest = match (byte, after) {
            (b'#', [high, low, after @ ..])
                if [high, low].iter().all(|own| own.is_ascii_hexdigit()) =>
            {
                out.extend(hexadecimal(&[*high, *low]));
                after
            }
            _ => {
                out.push(*byte);
                after
            }
        };
    }
    Cow::Owned(out)
}

fn number(word: &[u8]) -> Option<f32> {
    let starts = matches!(word.first(), Some(b'0'..=b'9' | b'+' | b'-' | b'.'));
    let text = starts.then(|| std::str::from_utf8(word).ok())??;
    // Some programs write `--5` or `1.2.3`.
    Some(text.parse().unwrap_or_default())
}

/// The bytes of hexadecimal digits; other characters do not count.
pub(super) fn hexadecimal(digits: &[u8]) -> Vec<u8> {
    let mut values = digits
        .iter()
        .filter_map(|byte| char::from(*byte).to_digit(16));
    let mut out = Vec::with_capacity(digits.len() / 2);
    while let Some(high) = values.next() {
        let low = values.next().unwrap_or_default();
        out.extend(u8::try_from(high * 16 + low));
    }
    out
}

/// Where bytes stand in others, from `at` on.
pub(super) fn find(bytes: &[u8], wanted: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    let first = *wanted.first()?;
    let mut from = 0;
    while let Some(step) = rest.get(from..)?.iter().position(|byte| *byte == first) {
        from += step;
        if rest.get(from..)?.starts_with(wanted) {
            return Some(at + from);
        }
        from += 1;
    }
    None
}

pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_blank(byte)
        && !matches!(
            byte,
            b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(content: &str) -> Vec<Token<'_>> {
        Tokens::new(content.as_bytes()).collect()
    }

    #[test]
    fn strings_are_read_as_viewers_do() {
        let string = |text: &str| Token::String(text.into());
        assert_eq!(
            text("(a(b)\\)\\101\\n) <4a61 6E> % (weg)\n(onaf"),
            [string("a(b))A\n"), string("Jan"), string("onaf")]
        );
    }

    #[test]
    fn what_is_not_understood_is_passed_over() {
        assert_eq!(
            text("/F#31 9 Tf >> ) @! -.5 [(a)]TJ"),
            [
                Token::Name(b"F1".into()),
                Token::Number(9.0),
                Token::Operator(b"Tf"),
                Token::Closes,
                Token::Bracket,
                Token::Operator(b"@!"),
                Token::Number(-0.5),
                Token::Bracket,
                Token::String(b"a".to_vec()),
                Token::Bracket,
                Token::Operator(b"TJ"),
            ]
        );
    }

    #[test]
    fn a_picture_ends_where_it_ends() {
        let after = |content: &[u8]| {
            let tokens: Vec<String> = Tokens::new(content)
                .map(|token| match token {
                    Token::Picture(own) => format!("{}x{}", own.width, own.height),
                    Token::String(text) => String::from_utf8(text).expect("is ASCII"),
                    Token::Operator(word) => String::from_utf8_lossy(word).into_owned(),
                    other => format!("{other:?}"),
                })
                .collect();
            tokens.join(" ")
        };
        // Six bytes of grey: what looks like the end stands inside.
        assert_eq!(
            after(b"BI /W 3 /H 2 /CS /G /BPC 8 ID \x01 EI (\nEI (b) Tj"),
            "3x2 b Tj"
        );
        assert_eq!(
            after(b"BI /W 2 /H 1 /IM true ID \x01\nEI (b) Tj"),
            "2x1 b Tj"
        );
        assert_eq!(
            after(b"BI /W 9 /H 9 /F /AHx ID 00 EI> EI (b) Tj"),
            "9x9 b Tj"
        );
        // Without `BI` nothing begins, and without `ID` neither.
        assert_eq!(after(b"ID (b) Tj"), "ID b Tj");
        assert_eq!(after(b"BI (b) Tj EI"), "BI b Tj EI");
        assert_eq!(after(b"BI (b) Tj"), "BI b Tj");
    }

    #[test]
    fn many_words_that_begin_a_picture_take_no_time() {
        let content = b"BI ".repeat(200_000);
        assert_eq!(Tokens::new(&content).count(), 200_000);
        let content = b"ID ".repeat(200_000);
        assert_eq!(Tokens::new(&content).count(), 200_000);
        let content = b"BI ID ".repeat(100_000);
        assert!(Tokens::new(&content).count() <= 200_000);
    }
}
