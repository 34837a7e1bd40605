//! A nota with much wrong in it, repaired by walking through the problems.

use crate::person::prepared_journey;

const BROKEN: &str = "\
---
sjabloon: jenv/beslisnota
versie: 1
onderwerp: Kamerbrief over de proef
aan: Minister van Justitie en Veiligheid
onderdeel: Directoraat-Generaal Proeven
datum: 15-03-2026
kenmrk: \"1234567\"
---

## 2. Geadviseerd besluit

U wordt geadviseerd de brief te verzenden.

## 1. Aanleiding

De proef is [PM] afgerond.

## 7. Toelichting

## 5. Informatie die niet openbaar gemaakt kan worden

Niet van toepassing.
";

const REPAIRED: &str = "\
---
sjabloon: jenv/beslisnota
versie: 1
onderwerp: Beslisnota Kamerbrief over de proef
aan: Minister van Justitie en Veiligheid
onderdeel: Directoraat-Generaal Proeven
datum: 2026-03-15
kenmerk: \"1234567\"
---

## 1. Aanleiding

De proef is geheel afgerond.

## 2. Geadviseerd besluit

U wordt geadviseerd de brief te verzenden.

## 3. Kernpunten

Het scheelt tijd.

## 5. Informatie die niet openbaar gemaakt kan worden

Niet van toepassing.
";

#[test]
fn a_broken_nota_is_repaired_through_the_list_of_problems() {
    let prepare = |folder: &std::path::Path| {
        std::fs::write(folder.join("kapot.nota.md"), BROKEN).expect("the nota");
        vec!["kapot.nota.md".to_owned()]
    };
    prepared_journey("herstellen", prepare, |person| {
        person.sees("Kamerbrief over de proef");
        person.presses("F8");
        person.sees("Problemen");
        person.look("problemen");
        // What can be mended by itself, in the order of the list.
        let mut steps = 0;
        while let Some(fix) = person.button_starting("Herstel: ") {
            person.clicks(&fix);
            person.sees_no_button(&fix);
            steps += 1;
            assert!(steps < 20, "each repair takes a problem away");
        }
        person.look("hersteld");
        person.clicks("fout Hier moet nog iets worden ingevuld");
        assert_eq!(person.selected(), "[PM]");
        person.types("geheel");
        person.fills("3. Kernpunten", "Het scheelt tijd.");
        person.sees("Geen problemen");
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        person.look("klaar");
        assert_eq!(person.reads_text("kapot.nota.md"), REPAIRED);
    });
}

const PROMPTS: &str = "\
---
sjabloon: ienw/beslisnota
versie: 1
onderwerp: Beslisnota proef
---

## Aanleiding

[Beschrijf in één alinea waarom deze nota nu voorligt.]

## Kernpunten

Sinds [vul hier de dag van het begin in] loopt de proef.
";

#[test]
fn a_click_in_what_is_to_be_filled_in_takes_it_whole() {
    let prepare = |folder: &std::path::Path| {
        std::fs::write(folder.join("nieuw.nota.md"), PROMPTS).expect("the nota");
        vec!["nieuw.nota.md".to_owned()]
    };
    prepared_journey("invulplekken", prepare, |person| {
        person.sees("Het veld Aan is niet ingevuld.");
        person.clicks_in("[Beschrijf in één alinea");
        person.look("gekozen");
        person.types("De proef is afgerond.");
        person.clicks_in("Sinds [vul");
        person.types("1 maart");
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        let text = person.reads_text("nieuw.nota.md");
        assert!(text.contains("\nDe proef is afgerond.\n"), "{text}");
        assert!(text.contains("\nSinds 1 maart loopt de proef.\n"), "{text}");
    });
}
