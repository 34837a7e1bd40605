//! Writing that goes on from one section to the next.

use crate::documents::with_text;

const TWO: &str = "\
---
sjabloon: jenv/beslisnota
versie: 1
onderwerp: Beslisnota proef
---

## 1. Aanleiding

De proef is afgerond.

## 2. Geadviseerd besluit

Akkoord
";

#[test]
fn arrows_go_from_section_to_section() {
    with_text("doorlopen", TWO, |person| {
        person.presses("Ctrl+1");
        person.is_at("1. Aanleiding");
        person.presses("Omlaag");
        person.is_at("2. Geadviseerd besluit");
        person.types("Wel ");
        person.presses_all(&["Home", "Links"]);
        person.is_at("1. Aanleiding");
        person.types(" Zie www.politie.nl voor meer.");
        person.presses("Omlaag");
        person.is_at("2. Geadviseerd besluit");
        person.presses("Omhoog");
        person.is_at("1. Aanleiding");
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        let text = person.reads_text("proef.nota.md");
        assert!(text.contains("Wel Akkoord"), "{text}");
        assert!(
            text.contains("afgerond. Zie [www.politie.nl](https://www.politie.nl) voor meer."),
            "{text}"
        );
    });
}
