//! Link definitions, `[1]: https://...` at the start of a paragraph. Markdown
//! takes them out of the text without a trace; in a nota every word is seen,
//! so that here they are text, and so is what refers to them.

use crate::lines::lines;

use super::mask::{blanks, mark_length};

/// A line that Markdown could take for a link definition.
pub(super) struct Definition {
    /// Where its bracket stands.
    pub start: usize,
    /// Where the colon behind its label stands.
    pub colon: usize,
    /// Whether an address follows, so that a link was probably meant.
    pub is_address: bool,
}

/// All lines of the text from `start` on that could be link definitions, also
/// some that are something else to Markdown for another reason.
pub(super) fn definitions(text: &str, start: usize) -> Vec<Definition> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    for line in lines(text, start..text.len()) {
        let at = after_marks(bytes, line.start);
        if at >= line.end || bytes.get(at) != Some(&b'[') {
            continue;
        }
        if let Some(colon) = label_end(bytes, at + 1) {
            let rest = text.get(colon + 1..).unwrap_or_default();
            found.push(Definition {
                start: at,
                colon,
                is_address: is_address(rest.trim_start()),
            });
        }
    }
    found
}

/// Where the text of a line begins, after the marks of quotations, lists and
/// footnotes.
fn after_marks(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        at += blanks(bytes, at);
        match mark_length(bytes, at).or_else(|| note_length(bytes, at)) {
            Some(length) => at += length,
            None => return at,
        }
    }
}

/// The length of `[^1]:`, which begins a footnote when its label stands on one
/// line and is not blank.
fn note_length(bytes: &[u8], at: usize) -> Option<usize> {
    let label = at + 2;
    if bytes.get(at..label)? != b"[^" {
        return None;
    }
    let colon = label_end(bytes, label)?;
    let own = bytes.get(label..colon - 1)?;
    let blank = own.iter().all(u8::is_ascii_whitespace);
    let lines = own.iter().any(|byte| matches!(byte, b'\n' | b'\r'));
    (!blank && !lines).then_some(colon + 1 - at)
}

/// Where the colon of `label]:` stands, for a label that begins at `from`.
/// None when another bracket opens in it, or a blank line ends it.
fn label_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    let mut line_is_blank = false;
    loop {
        match bytes.get(at)? {
            b'[' => return None,
            b']' => return (bytes.get(at + 1) == Some(&b':')).then_some(at + 1),
            b'\\' => at += 1,
            b'\n' if line_is_blank => return None,
            b'\n' => line_is_blank = true,
            b' ' | b'\t' | b'\r' => {}
            _ => line_is_blank = false,
        }
        at += 1;
    }
}

fn is_address(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    let own = word.trim_start_matches('<');
    own.contains("://")
        || ["mailto:", "www.", "/", "#"]
            .iter()
            .any(|start| own.starts_with(start))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Options, Parser};

    use super::*;
    use crate::read::mask::mask;

    fn found(text: &str) -> Vec<bool> {
        let found = definitions(text, 0).into_iter();
        found.map(|own| own.is_address).collect()
    }

    #[test]
    fn a_definition_is_found_wherever_a_paragraph_can_begin() {
        for text in [
            "[a]: b",
            "   [a]: b",
            "> [a]: b",
            "- 1. > [a]: b",
            "[^1]: [a]: b",
            "[a\nb]: c",
            "[^]: b",
            "[^a\nb]: c",
            "[a\\]]: b",
        ] {
            assert_eq!(found(text), [false], "{text:?}");
        }
        for text in ["[^1]: b", "x [a]: b", "[a] : b", "[a[b]: c", "[a\n\nb]: c"] {
            assert_eq!(found(text), [], "{text:?}");
        }
        let text = "[1]: https://x.nl\n[2]: <www.x.nl>\n[Bron]: CBS\n[3]:\n  /pad\n";
        assert_eq!(found(text), [true, true, false, true]);
    }

    #[test]
    fn many_brackets_take_no_time() {
        assert_eq!(found(&"[a\n".repeat(100_000)).len(), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn the_reader_meets_no_definition(text in crate::testing::texts()) {
            let masked = mask(&text, 0);
            let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
            let parser = Parser::new_ext(&masked.text, options);
            prop_assert_eq!(parser.reference_definitions().iter().count(), 0);
        }
    }
}
