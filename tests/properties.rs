//! What must hold for every nota, across the crates: nothing makes the engine
//! fail, and no export loses a word.

use nota_export::Format;
use nota_markdown::Parsed;
use nota_markdown::testing::{notas, texts};
use nota_model::Nota;
use nota_tests::outline::outline;
use nota_tests::{engine, pdf};
use nota_typeset::{Fonts, REPLACEMENT};
use proptest::prelude::*;

/// Typesetting takes longer than reading, so there are fewer cases than the
/// crates themselves try. A failure becomes a case in a crate's own tests.
fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_can_be_checked_and_exported(text in texts()) {
        let parsed = engine::read(&text);
        for diagnostic in engine::diagnose(&parsed, engine::today()) {
            if let Some(span) = diagnostic.place.span {
                prop_assert!(text.get(span.range()).is_some(), "{diagnostic:?}");
            }
            let related = diagnostic.related.iter().map(|related| &related.place);
            for span in related.filter_map(|place| place.span) {
                prop_assert!(text.get(span.range()).is_some(), "{diagnostic:?}");
            }
        }
        for format in Format::ALL {
            let bytes = engine::exported(*format, &parsed);
            prop_assert!(bytes.is_ok(), "{:?}: {:?}", format, bytes.err());
        }
    }

    #[test]
    fn every_export_shows_every_word(nota in notas()) {
        let template = engine::REGISTRY.fallback();
        let parsed = Parsed {
            nota,
            template,
            findings: Vec::new(),
            read_only: false,
        };
        let words: Vec<String> = engine::visible_words(&parsed.nota);

        let bytes = engine::exported(Format::Pdf, &parsed);
        let bytes = bytes.map_err(|error| format!("{error}\n{}", outline(&parsed.nota)));
        let document = pdf::open(&bytes.map_err(TestCaseError::fail)?);
        let tree = pdf::structure(&document.map_err(TestCaseError::fail)?);
        let read = solid(&tree.unwrap_or_default().full_text(" "));
        for word in words.iter().filter(|word| !has_loose_accent(word)) {
            prop_assert!(read.contains(&printed(word)), "the PDF lacks {word:?}: {read}\n{}", outline(&parsed.nota));
        }

        let markdown = engine::exported(Format::Markdown, &parsed);
        let markdown = String::from_utf8(markdown.map_err(TestCaseError::fail)?);
        let again = engine::read(&markdown.unwrap_or_default()).nota;
        let read = solid(&all_text(&again));
        for word in &words {
            prop_assert!(read.contains(&solid(word)), "the Markdown lacks {word:?}: {read}\n{}", outline(&parsed.nota));
        }
    }
}

/// A word as it is printed: without what only steers its neighbours, and with
/// a box for what no font has.
fn printed(word: &str) -> String {
    let fonts = Fonts::embedded();
    let box_or_sign = |c| {
        if fonts.is_printable(c) {
            c
        } else {
            REPLACEMENT
        }
    };
    solid(&solid(word).chars().map(box_or_sign).collect::<String>())
}

/// Without white space and signs that cannot be seen.
fn solid(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}'))
        .collect()
}

/// Whether an accent stands apart from its letter. On paper they are one; a
/// reader of the PDF may see the letter twice.
fn has_loose_accent(word: &str) -> bool {
    word.contains(|c| matches!(c, '\u{300}'..='\u{36f}'))
}

fn all_text(nota: &Nota) -> String {
    engine::visible_words(nota).concat()
}
