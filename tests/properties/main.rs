//! What must hold for every nota, across the crates: nothing makes the engine
//! fail, and no export loses a word.

mod readers;
mod round_trip;
mod same_words;

use nota_export::Format;
use nota_markdown::Parsed;
use nota_markdown::testing::{notas, texts};
use nota_tests::engine;
use nota_tests::outline::outline;
use proptest::prelude::*;

/// How many cases are tried.
const CASES: u32 = 200;

/// How many proptest tries by itself, without `PROPTEST_CASES`.
const BY_ITSELF: u32 = 256;

/// Typesetting takes longer than reading, so there are fewer cases than the
/// crates themselves try. A failure becomes a case in a crate's own tests.
fn config() -> ProptestConfig {
    ProptestConfig {
        cases: match ProptestConfig::default().cases {
            BY_ITSELF => CASES,
            asked => asked,
        },
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
        for format in Format::all() {
            let bytes = engine::exported(format, &parsed);
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
    for format in Format::all() {
        let read = match readers::text(format, parsed) {
            Ok(read) => read,
            Err(error) => return Some(error),
        };
        let lacking = words.iter().find(|word| !read.shows(word));
        if let Some(word) = lacking {
            return Some(format!("{format:?} lacks {word:?}: {}", read.solid));
        }
    }
    None
}
