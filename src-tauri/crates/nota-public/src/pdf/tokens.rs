//! The tokens of a content stream. Whatever is not understood is passed over,
//! as viewers do, so that nothing that stands after it is missed.

/// A token.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token<'a> {
    /// A string, its escapes resolved.
    String(Vec<u8>),
    /// A name, without its slash; escapes are left as they are.
    Name(&'a [u8]),
    /// A number.
    Number(f32),
    /// `[` or `]`, `<<` or `>>`.
    Bracket,
    /// Anything else.
    Operator(&'a [u8]),
    /// The bytes of an inline picture.
    Picture(&'a [u8]),
}

/// The tokens of a content stream, one by one.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub fn new(content: &'a [u8]) -> Self {
        Self { rest: content }
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

    /// The picture after `ID`: up to an `EI` that stands by itself.
    fn picture(&mut self) -> &'a [u8] {
        let mut at = 0;
        while let Some(found) = find(self.rest, b"EI", at) {
            let before = found.checked_sub(1).and_then(|at| self.rest.get(at));
            let after = self.rest.get(found + 2);
            let alone = |byte: Option<&u8>| byte.is_none_or(|byte| is_blank(*byte));
            if alone(before) && alone(after) {
                let (picture, rest) = self.rest.split_at(found);
                self.rest = rest.get(2..).unwrap_or_default();
                return picture;
            }
            at = found + 1;
        }
        // Without an end it is no picture: what follows is read as usual.
        &[]
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
                Token::Bracket
            }
            b'<' => {
                self.skip(1);
                Token::String(self.hexadecimal())
            }
            b'/' => {
                self.skip(1);
                Token::Name(self.take(is_regular))
            }
            b'>' | b'[' | b']' | b'{' | b'}' | b')' => {
                self.skip(1);
                Token::Bracket
            }
            _ => {
                let word = self.take(is_regular);
                if word == b"ID" {
                    return Some(Token::Picture(self.picture()));
                }
                match number(word) {
                    Some(number) => Token::Number(number),
                    None => Token::Operator(word),
                }
            }
        })
    }
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
            text("/F1 9 Tf >> ) @! -.5 [(a)]TJ"),
            [
                Token::Name(b"F1"),
                Token::Number(9.0),
                Token::Operator(b"Tf"),
                Token::Bracket,
                Token::Bracket,
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
        assert_eq!(
            text("BI /W 1 ID \u{1}(EIx) EI (b) Tj"),
            [
                Token::Operator(b"BI"),
                Token::Name(b"W"),
                Token::Number(1.0),
                Token::Picture(b" \x01(EIx) "),
                Token::String(b"b".to_vec()),
                Token::Operator(b"Tj"),
            ]
        );
        assert_eq!(text("ID (b)").last(), Some(&Token::String(b"b".to_vec())));
    }
}
