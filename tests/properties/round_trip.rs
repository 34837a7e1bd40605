//! A nota that was exported to Word, OpenDocument or a page of the web comes back
//! with all its words, and what was withheld is withheld again.

use nota_export::Format;
use nota_import::Choices;
use nota_public::{Kind, PublicNota, Secrets, prove_absent};
use nota_tests::{engine, files};

/// The formats that can be imported again.
const BACK: [&str; 3] = ["docx", "odt", "html"];

/// A table in a list in a note: OpenDocument names it in a title that no reader
/// sees.
const TABLE_IN_NOTE: &str = "---\nsjabloon: rijk/beslisnota\nversie: 1\n---\n\n\
    ## Aanleiding\n\nZie[^1].\n\n[^1]: - a\n\n        | x |\n        | --- |\n        | y |\n";

/// What is withheld in every way that there is.
const WITHHELD: &str = r#"---
sjabloon: jenv/beslisnota
versie: 1
onderwerp: Beslisnota proef
aan:
  - Minister van Justitie en Veiligheid
onderdeel: Directie Proeven
datum: 2024-03-15
kenmerk: "1234567"
contactpersoon: K. Zwartjespoel, T 070 370 79 11
bijlagen:
  - Brief aan de Kamer
  - '[Advies van de landsadvocaat]{.lak grond="5.1.2i"}'
lakken:
  - veld: contactpersoon
    grond: 5.1.2e
  - veld: kenmerk
    grond: 5.1.2b
---

## 1. Aanleiding

Tekst met [Jansenius]{.lak grond="5.1.2e"} erin, en een noot.[^1]

::: {.lak grond="5.1.2i"}
Een hele alinea die Geheimzinnig is.

- een punt van Kwakernaak
:::

| Wie | Wat |
| --- | --- |
| [Ooievaar]{.lak grond="5.1.2e"} | open |

[^1]: Van [mevrouw Zeldenrust]{.lak grond="5.1.2e"}.
"#;

#[test]
fn what_was_withheld_comes_back_withheld() {
    let mut texts: Vec<(String, String)> = files::notas()
        .iter()
        .map(|path| (files::shown(path), files::read(path)))
        .collect();
    texts.push(("withheld".to_owned(), WITHHELD.to_owned()));
    let (mut faults, mut count) = (Vec::new(), 0);
    for (name, text) in &texts {
        let parsed = engine::read(text);
        let Ok(before) = Secrets::of(&parsed.nota, &parsed.template) else {
            continue;
        };
        for format in Format::all().filter(|own| BACK.contains(&own.extension())) {
            let bytes = engine::exported(format, &parsed).expect("exported");
            let document = nota_import::read(&bytes, &engine::REGISTRY).expect("read");
            let made = document.assign(&parsed.template, &Choices::new());
            // What bars the public version gives nothing away.
            let Ok(public) = PublicNota::new(&made.nota, &parsed.template) else {
                continue;
            };
            let public = nota_markdown::print(public.nota());
            let proof = prove_absent(&before, public.as_bytes(), Kind::Text).expect("searched");
            count += before.all().len();
            if !proof.hits.is_empty() {
                faults.push(format!("{name}, {format:?}: {proof}"));
            }
        }
    }
    assert!(count > 30, "{count} withheld texts");
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn what_was_exported_comes_back_with_all_its_words() {
    let mut texts: Vec<(String, String)> = files::notas()
        .iter()
        .map(|path| (files::shown(path), files::read(path)))
        .collect();
    texts.push(("a table in a note".to_owned(), TABLE_IN_NOTE.to_owned()));
    let mut faults = Vec::new();
    for (name, text) in &texts {
        let parsed = engine::read(text);
        for format in Format::all().filter(|own| BACK.contains(&own.extension())) {
            let bytes = engine::exported(format, &parsed).expect("exported");
            let document = nota_import::read(&bytes, &engine::REGISTRY).expect("read");
            let made = document.assign(&parsed.template, &Choices::new());
            if !made.report.missing.is_empty() {
                faults.push(format!("{name}, {format:?}: {:?}", made.report.missing));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
