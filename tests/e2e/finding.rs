//! Finding and replacing over the whole nota, in a table and a footnote too.

use crate::person::prepared_journey;

const NOTA: &str = "---
sjabloon: jenv/beslisnota
onderwerp: Beslisnota coördinatie
---

## 1. Aanleiding

De coördinatie ligt bij het ministerie.[^1]

## 3. Kernpunten

| Partij | Rol |
| --- | --- |
| Politie | Coordinatie |

[^1]: De coördinatie begon in 2023.
";

#[test]
fn a_word_is_found_and_replaced_in_fields_text_tables_and_footnotes() {
    let prepare = |documents: &std::path::Path| {
        let path = documents.join("zoeken.nota.md");
        std::fs::write(&path, NOTA).expect("a nota");
        vec![path.display().to_string()]
    };
    prepared_journey("zoeken", prepare, |person| {
        person.sees("De coördinatie ligt");
        person.presses("Ctrl+H");
        person.is_at("Zoek naar");
        person.types("coordinatie");
        person.sees("1 van 4");
        person.look("veld");
        person.presses("Enter");
        person.presses("Enter");
        // The footnote opens, and typing goes on in the bar.
        person.sees("3 van 4");
        person.sees("begon in 2023");
        person.is_at("Zoek naar");
        person.look("voetnoot");
        person.presses("Enter");
        person.presses("Enter");
        person.sees("1 van 4 · verder vanaf het begin");
        person.clicks("Let op accenten");
        person.sees("1 van 1");
        person.look("tabel");
        person.clicks("Let op accenten");
        person.fills("Vervang door", "afstemming");
        person.clicks("Alles vervangen");
        person.sees("4 plaatsen vervangen.");
        person.sees_no("oördinatie");
        person.presses("Escape");
        person.presses("Ctrl+Z");
        person.sees("De coördinatie ligt");
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        assert_eq!(person.reads_text("zoeken.nota.md"), NOTA);
    });
}

#[test]
fn a_second_search_starts_anew() {
    crate::documents::with_example("opnieuw-zoeken", |person| {
        for (wanted, found) in [("evaluatie", "1 van"), ("besluit", "1 van")] {
            person.presses("Ctrl+F");
            person.is_at("Zoek naar");
            person.types(wanted);
            person.sees(found);
            assert_eq!(person.value_of("Zoek naar"), wanted);
            person.presses_all(&["Enter", "Escape"]);
        }
    });
}
