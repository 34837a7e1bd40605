//! Printed Markdown is read by more programs than ours. What CommonMark takes
//! for text can be markup to another: `a)` opens a list for pandoc, `$` a
//! formula for GitHub. Here such characters get a backslash, which every
//! reader takes away again.

mod inline;

/// The text with a backslash before what another dialect would not take
/// literally. The text must come from our printer: what is markup to
/// CommonMark is meant as markup.
pub fn literal_everywhere(printed: &str) -> String {
    let mut out = String::with_capacity(printed.len());
    let mut lines = printed.split_inclusive('\n').peekable();
    let mut in_table = false;
    while let Some(line) = lines.next() {
        let (markers, text) = line.split_at(markers(line));
        out.push_str(markers);
        let start = if text.starts_with('|') {
            in_table |= lines.peek().is_some_and(|next| is_table_rule(next));
            // Without a rule below it, pandoc reads lines as in a poem.
            (!in_table).then_some(0)
        } else {
            in_table = false;
            marker_elsewhere(text)
        };
        inline::escape(text, start, &mut out);
    }
    out
}

/// Whether a line stands between the header row of a table and the others.
fn is_table_rule(line: &str) -> bool {
    let line = line.split_at(markers(line)).1.trim();
    line.starts_with("| ") && line.bytes().all(|byte| b"|-: ".contains(&byte))
}

/// How many bytes at the start of a line open quotations, lists and footnotes.
fn markers(line: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = line.get(at..).unwrap_or_default();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let sign = match rest.as_bytes().get(digits) {
            Some(b'>') if digits == 0 => digits + 1,
            Some(b'-' | b'*' | b'+') if digits == 0 && space_at(rest, 1) => 1,
            Some(b'.' | b')') if (1..=9).contains(&digits) && space_at(rest, digits + 1) => {
                digits + 1
            }
            Some(b' ') if digits == 0 => 1,
            Some(b'[') if digits == 0 && rest.starts_with("[^") => match rest.find("]: ") {
                Some(end) => end + 3,
                None => return at,
            },
            _ => return at,
        };
        at += sign;
    }
}

/// Where a backslash keeps the start of a text from being a marker: of the
/// lists that pandoc knows beside ours (`a.`, `iv)`, `(1)`, `#.`, `(@)`), of a
/// definition (`: `) or of the caption of a table (`Table:`). None when it is
/// not one.
fn marker_elsewhere(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    if text.starts_with("Table:") || text.starts_with("table:") {
        return Some("table".len());
    }
    if matches!(bytes.first(), Some(b':' | b'~')) && space_at(text, 1) {
        return Some(0);
    }
    let open = usize::from(bytes.first() == Some(&b'('));
    let label = text.get(open..).unwrap_or_default();
    let len = label
        .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '#' | '@' | '_' | '-'))
        .unwrap_or(label.len());
    let close = open + len;
    let closed = match bytes.get(close) {
        Some(b')') => true,
        Some(b'.') => open == 0,
        _ => false,
    };
    let counts = label.get(..len).is_some_and(is_counter);
    if !closed || !counts || !space_at(text, close + 1) {
        return None;
    }
    Some(if open == 1 { 0 } else { close })
}

/// Whether pandoc counts with it: a number, a letter, a Roman numeral, `#` or
/// a name after `@`.
fn is_counter(label: &str) -> bool {
    let all = |set: fn(u8) -> bool| !label.is_empty() && label.bytes().all(set);
    label == "#"
        || label.starts_with('@')
        || (label.len() == 1 && all(|byte| byte.is_ascii_alphabetic()))
        || all(|byte| byte.is_ascii_digit())
        || all(|byte| b"ivxlcdmIVXLCDM".contains(&byte))
}

/// Whether a blank, a line end or nothing stands at this byte.
fn space_at(text: &str, at: usize) -> bool {
    text.as_bytes()
        .get(at)
        .is_none_or(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_as_in_a_poem_are_no_table() {
        let table = "| a | b |\n| --- | --- |\n| c | d |\n";
        assert_eq!(literal_everywhere(table), table);
        let nested = "> - | |\n>   | --- |\n>   | |\n";
        assert_eq!(literal_everywhere(nested), nested);
        assert_eq!(literal_everywhere("| a |\n\n| b\n"), "\\| a |\n\n\\| b\n");
    }

    #[test]
    fn what_opens_a_list_for_pandoc_gets_a_backslash() {
        for (printed, safe) in [
            ("a) eerst", "a\\) eerst"),
            ("B. eerst", "B\\. eerst"),
            ("iv. eerst", "iv\\. eerst"),
            ("(1) eerst", "\\(1) eerst"),
            ("(@bron) eerst", "\\(@bron) eerst"),
            ("#. eerst", "#\\. eerst"),
            ("- a. eerst", "- a\\. eerst"),
            ("> 1. (a) eerst", "> 1. \\(a) eerst"),
            (": uitleg", "\\: uitleg"),
            ("Table: uitleg", "Table\\: uitleg"),
            ("[^1]: a. eerst", "[^1]: a\\. eerst"),
            ("1234567890. eerst", "1234567890\\. eerst"),
        ] {
            assert_eq!(literal_everywhere(printed), safe);
        }
    }

    #[test]
    fn the_rest_stays_as_it_is() {
        for printed in [
            "1. eerst\n2. dan\n",
            "- punt\n  - punt\n",
            "i.p.v. de brief, (p. 2)",
            "Kamer. Dan",
            "Tekst.[^1]\n\n[^1]: Noot\n",
            "| a | b |\n| --- | --- |\n",
            "(zie boven) eerst",
            "* * *\n",
            "",
        ] {
            assert_eq!(literal_everywhere(printed), printed);
        }
    }
}
