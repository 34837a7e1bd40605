//! What must hold for every nota, across the crates: nothing makes the engine
//! fail, and no export loses a word.

use nota_export::Format;
use nota_markdown::Parsed;
use nota_markdown::testing::{notas, texts};
use nota_model::{Nota, is_ignorable};
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
        let lost = lost(&parsed, &words);
        prop_assert!(lost.is_none(), "{}\n{}", lost.unwrap_or_default(), outline(&parsed.nota));
    }
}

/// Notas of which a word was lost in one format or another, with words that
/// stand in none of their texts but in a field.
const LOST: [(&str, &[&str]); 8] = [
    (
        "## 3. Kernpunten\n\nZie [1].\n\n[Bron]: CBS\n\n[1]: https://www.voorbeeld.nl/rapport\n[2]: /tweede\n",
        &[],
    ),
    (
        "## 3. Kernpunten\n\nOpen.[^1] Gedekt.[^1]\n\n[^1]: Openingstijden.\n[^1]: Dekking.\n",
        &[],
    ),
    (
        "## 3. Kernpunten\n\nOpen.[^9]\n\n[^los]: Nergens genoemd[^ook].\n[^ook]: Ook niet.\n",
        &[],
    ),
    (
        "## 3. Kernpunten\n\n### Kosten[^k]\n\n| a |\n| --- |\n| b[^t] |\n\n[^k]: Miljoenen.\n[^t]: Tabelnoot.\n",
        &[],
    ),
    (
        "## 3. Kernpunten\n\n1. eerste\n2.\n3. derde\n\n- punt\n-\n- slot\n",
        &[],
    ),
    (
        "## 3.\u{a0}Kernpunten\n\nBel \u{200e}+31 6\u{202c} en \u{2066}lees\u{2069}.\n",
        &[],
    ),
    (
        "---\nsjabloon: ienw/beslisnota\nparafen:\n  - functie: DG\n    naam: Wiersma\n---\n\n## Aanleiding\n\nDe brief.\n",
        &["DG", "Wiersma"],
    ),
    (
        "## 3. Kernpunten\n\nA[^0]\n\n[^0]: nul[^1]\n[^1]: een[^2]\n[^2]: twee[^3]\n[^3]: drie[^4]\n[^4]: vier[^5]\n[^5]: vijf\n",
        &[],
    ),
];

#[test]
fn notas_that_lost_a_word_lose_none() {
    for (text, fields) in LOST {
        let parsed = engine::read(text);
        let mut words = engine::visible_words(&parsed.nota);
        words.extend(fields.iter().map(|word| (*word).to_owned()));
        assert_eq!(lost(&parsed, &words), None, "{text}");
    }
}

/// What an export lacks of the words.
fn lost(parsed: &Parsed, words: &[String]) -> Option<String> {
    let exported = |format| engine::exported(format, parsed);
    let read = exported(Format::Pdf)
        .and_then(|bytes| Ok(pdf::structure(&pdf::open(&bytes)?)))
        .map(|tree| solid(&tree.unwrap_or_default().full_text(" ")));
    let read = match read {
        Ok(read) => read,
        Err(error) => return Some(error),
    };
    let visible = words.iter().filter(|word| !has_loose_accent(word));
    for word in visible {
        if !read.contains(&printed(word)) {
            return Some(format!("the PDF lacks {word:?}: {read}"));
        }
    }
    let markdown = match exported(Format::Markdown) {
        Ok(bytes) => String::from_utf8(bytes).unwrap_or_default(),
        Err(error) => return Some(error),
    };
    let read = solid(&all_text(&engine::read(&markdown).nota));
    let lacking = words.iter().find(|word| !read.contains(&solid(word)));
    lacking.map(|word| format!("the Markdown lacks {word:?}: {read}"))
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
        .filter(|c| !c.is_whitespace() && !is_ignorable(*c))
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
