//! Every document holds every word of its sheet, is well formed, and the same
//! twice.

mod docx;
mod html;
mod odt;
mod reading;

use nota_markdown::parse;
use nota_markdown::testing::notas;
use nota_model::Nota;
use nota_sheet::{Sheet, What};
use nota_template::{Registry, Template};
use proptest::prelude::*;

use crate::{Dress, Ruler};
use reading::{known_words, solid};

/// A document with all that a nota can hold.
pub(crate) const WHOLE: &str = include_str!("tests/alles.nota.md");

/// The dress of the tests.
pub(crate) fn dress() -> Dress {
    Dress {
        template: "jenv/beslisnota".to_owned(),
        wordmark: vec!["Ministerie van Justitie en Veiligheid".to_owned()],
        ..Dress::default()
    }
}

/// What a writer makes of a text.
pub(crate) fn written(
    text: &str,
    write: impl Fn(&Sheet<'_>, &Dress, Ruler<'_>) -> Vec<u8>,
) -> Vec<u8> {
    let parsed = parse(text, Registry::builtin());
    of(&parsed.nota, &parsed.template, write)
}

/// What a writer makes of a nota.
fn of(
    nota: &Nota,
    template: &Template,
    write: impl Fn(&Sheet<'_>, &Dress, Ruler<'_>) -> Vec<u8>,
) -> Vec<u8> {
    let sheet = Sheet::new(nota, template);
    let advance = |_: char, bold: bool| if bold { 0.7 } else { 0.6 };
    write(&sheet, &dress(), Ruler::new(&advance))
}

/// The words that a reader of a sheet sees.
fn words(sheet: &Sheet<'_>) -> Vec<String> {
    let mut out = Vec::new();
    for line in sheet.lines() {
        for stretch in &line.stretches {
            if let What::Text(text) | What::Placeholder { text, .. } = &stretch.what {
                out.extend(known_words(text));
            }
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_document_holds_every_word(nota in notas()) {
        let template = Registry::builtin().fallback();
        let sheet = Sheet::new(&nota, &template);
        let seen = words(&sheet);
        let docx = of(&nota, &template, crate::docx);
        let odt = of(&nota, &template, crate::odt);
        let html = of(&nota, &template, |sheet, dress, _| crate::html(sheet, dress));
        for (name, text) in [
            ("DOCX", reading::package_text(&docx)),
            ("ODT", reading::package_text(&odt)),
            ("HTML", reading::markup_text(&html)),
        ] {
            let text = solid(&text);
            for word in &seen {
                prop_assert!(text.contains(&**word), "{name} lacks {word:?} in {text}");
            }
        }
        prop_assert_eq!(docx, of(&nota, &template, crate::docx));
    }
}
