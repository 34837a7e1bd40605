//! Within a line: formulas, superscripts, strokes, commands of TeX and
//! references to headings, all unknown to CommonMark.

/// Copies the text of a line, with a backslash at `start` and before what
/// another dialect would take for markup.
pub fn escape(text: &str, start: Option<usize>, out: &mut String) {
    let heading = text.starts_with('#');
    // How many brackets of our own markup are open.
    let mut open = 0_usize;
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        let mut len = c.len_utf8();
        let mut backslash = start == Some(at);
        match c {
            '\\' => match after.chars().next() {
                None | Some('\n' | '\r') => {}
                Some(next) if next.is_ascii_punctuation() => len += 1,
                // `\alpha` is a command to pandoc, a blank after `\` a hard one.
                Some(_) => backslash = true,
            },
            '<' if after.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                len = rest.find('>').map_or(len, |end| end + 1);
            }
            '[' if is_markup(after) => open += 1,
            // `[Aanleiding]` is a reference to that heading for pandoc.
            '[' => backslash = true,
            ']' if open > 0 => {
                open -= 1;
                len += destination(after);
            }
            '$' | '~' => backslash = true,
            '^' => backslash |= !text.get(..at).is_some_and(|before| before.ends_with('[')),
            // Attributes of a heading; those of a span follow its bracket.
            '{' if heading => {
                backslash |= !text.get(..at).is_some_and(|before| before.ends_with(']'));
            }
            _ => {}
        }
        if backslash {
            out.push('\\');
        }
        out.push_str(rest.get(..len).unwrap_or(rest));
        at += len;
    }
}

/// Whether a bracket opens a link, withheld text or a footnote. `after` is
/// what follows it. Brackets that only surround a text are nothing to
/// CommonMark, and our printer leaves them alone.
fn is_markup(after: &str) -> bool {
    if after.starts_with('^') {
        return true;
    }
    let mut escaped = false;
    for (at, byte) in after.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' => return true,
            b']' => {
                let next = after.as_bytes().get(at + 1);
                return next.is_some_and(|byte| b"([{:".contains(byte));
            }
            _ => {}
        }
    }
    true
}

/// The length of `(https://...)` at the start of a text; its characters are
/// those of an address.
fn destination(text: &str) -> usize {
    if text.starts_with("(<") {
        return text.find(">)").map_or(0, |end| end + 2);
    }
    if !text.starts_with('(') {
        return 0;
    }
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 1 => return at + 1,
            b')' => depth -= 1,
            b' ' | b'\n' => return 0,
            _ => {}
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        escape(text, None, &mut out);
        out
    }

    #[test]
    fn what_is_markup_elsewhere_gets_a_backslash() {
        for (printed, safe) in [
            ("$a$ en \\$b", "\\$a\\$ en \\$b"),
            ("\\\\$a$", "\\\\\\$a\\$"),
            ("x^2^ en H~2~O", "x\\^2\\^ en H\\~2\\~O"),
            ("C:\\map", "C:\\\\map"),
            ("[PM] en [PM]", "\\[PM] en \\[PM]"),
            ("[^1] [a] [b](c)", "[^1] \\[a] [b](c)"),
            ("## Kop {#id}", "## Kop \\{#id}"),
        ] {
            assert_eq!(escaped(printed), safe);
        }
    }

    #[test]
    fn what_is_markup_here_stays_as_it_is() {
        for printed in [
            "[tekst]{.lak grond=\"5.1.2e\"}",
            "## [Kop]{.lak}",
            "[a \\[b\\] c](https://example.nl/~x_(y)?$z)",
            "[[a](<b ~c>)]{.lak}",
            "<https://example.nl/~x>",
            "een \\\nregel",
            "3,4 < 5 \\~ é",
            "",
        ] {
            assert_eq!(escaped(printed), printed);
        }
    }
}
