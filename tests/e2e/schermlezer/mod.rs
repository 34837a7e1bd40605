//! What a screen reader says, as texts in Dutch that a person can read: journeys by
//! keyboard through the real window, with real keys, on a stage where assistive
//! technology listens. Each step gives what the window tells (`focus`, `getypt`,
//! `gewist`, `gezegd`) and what Orca speaks of it (`orca`).

mod ears;
mod hands;
mod orca;
mod score;
mod words;

use score::heard;

/// The file of a nota that is opened.
fn with(text: &str) -> impl FnOnce(&std::path::Path) -> Vec<String> {
    let text = text.to_owned();
    move |folder| {
        std::fs::write(folder.join("proef.nota.md"), text).expect("the nota");
        vec!["proef.nota.md".to_owned()]
    }
}

const RICH: &str = "\
---
sjabloon: jenv/beslisnota
versie: 1
onderwerp: Beslisnota proef
aan: Minister van Justitie en Veiligheid
---

## 1. Aanleiding

[Brief van maart](https://www.rijksoverheid.nl/proef) gaat over de proef.[^1]

## 2. Geadviseerd besluit

[Jan Jansen]{.lak grond=\"5.1.2e\"} leidt de proef.

## 3. Kernpunten

- Tijd
- Rust
  1. Uren
  2. Dagen

## 4. Toelichting

### Kosten

| Partij | Standpunt |
| --- | --- |
| Gemeente | Voor |

[^1]: Brief van 1 maart.
";

const FAULTY: &str = "\
---
sjabloon: jenv/beslisnota
versie: 1
onderwerp: Beslisnota proef
aan: Minister van Justitie en Veiligheid
onderdeel: Directoraat-Generaal Proeven
datum: 2026-03-15
kenmerk: \"1234567\"
---

## 1. Aanleiding

De proef is [PM] afgerond.

## 2. Geadviseerd besluit

Akkoord met de proef na de proef.

## 3. Kernpunten

Het scheelt 3 % tijd, 4 % geld en 5 % werk.

## 5. Informatie die niet openbaar gemaakt kan worden

### 5.1 Toelichting

Niet van toepassing.
";

#[test]
fn a_form_says_its_fields() {
    heard(
        "velden",
        |_| Vec::new(),
        |score| {
            score.does("een nota van Justitie en Veiligheid", |person| {
                person.clicks("Justitie en Veiligheid");
            });
            score.types("Nota over ");
            score.presses("Tab");
            score.presses("Tab");
            score.presses("Tab");
            score.presses("Tab");
            score.types("45-13-2026 ");
            score.presses("Tab");
            score.presses("Tab");
            score.presses("Shift+Tab");
            score.presses("Shift+Tab");
            score.presses("F1");
            score.presses("Escape");
        },
    );
}

#[test]
fn a_text_says_what_is_around_the_caret() {
    heard("tekst", with(RICH), |score| {
        score.presses("Ctrl+1");
        score.presses("End");
        score.types(" nu ");
        score.presses("Ctrl+Z");
        score.presses("Ctrl+2");
        score.presses("End");
        score.presses("Ctrl+3");
        score.presses("Omlaag");
        score.presses("Omlaag");
        score.presses("Omlaag");
        score.presses("Ctrl+4");
        score.presses("Omlaag");
        score.presses("Tab");
        score.presses("Omlaag");
        score.presses("Omlaag");
    });
}

#[test]
fn what_happens_is_said() {
    heard("meldingen", with(FAULTY), |score| {
        score.presses("F8");
        score.types("geheel ");
        score.presses("F8");
        score.presses("Ctrl+F");
        score.types("%");
        score.presses("Enter");
        score.presses("Escape");
        score.presses("Ctrl+S");
        score.does("een ander schrijft het bestand", |person| {
            std::fs::write(person.document("proef.nota.md"), RICH).expect("written");
        });
    });
}

#[test]
fn what_is_exported_is_said() {
    heard("exporteren", with(FAULTY), |score| {
        score.presses("Ctrl+F");
        score.presses("Ctrl+E");
        score.person.will_choose(&score.person.document(""));
        score.presses("Enter");
        score.presses("Escape");
    });
}
