//! A long nota: every letter that is typed in it is in the file, and every
//! letter that was there.

use std::fmt::Write;

use crate::person::prepared_journey;

/// As long as a long nota is: 5,000 words.
const PARAGRAPHS: usize = 100;

/// Typed without waiting, at each place.
const TYPED: &str = " Hier wordt in een keer heel veel geschreven, zonder te wachten.";

fn long() -> String {
    let mut text =
        "---\nsjabloon: jenv/beslisnota\nversie: 1\nonderwerp: Beslisnota proef\n---\n\n\
        ## 1. Aanleiding\n\nDe proef is afgerond.\n\n## 3. Kernpunten\n"
            .to_owned();
    for number in 1..=PARAGRAPHS {
        let _ = write!(text, "\nAlinea {number} gaat over de proef.");
        for part in 1..=6 {
            let _ = write!(text, " Deel {part} van alinea {number} telt acht woorden.");
        }
        text.push('\n');
    }
    text.push_str(
        "\n## 5. Informatie die niet openbaar gemaakt kan worden\n\nNiet van toepassing.\n",
    );
    text
}

#[test]
fn no_letter_is_lost_in_a_long_nota() {
    let prepare = |folder: &std::path::Path| {
        std::fs::write(folder.join("lang.nota.md"), long()).expect("the nota");
        vec!["lang.nota.md".to_owned()]
    };
    prepared_journey("lange-nota", prepare, |person| {
        person.sees("Alinea 100 gaat over");
        for words in [
            "De proef is afgerond.",
            "Alinea 50 gaat over",
            "Niet van toepassing.",
        ] {
            person.clicks_in(words);
            person.types(TYPED);
        }
        person.look("getypt");
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        let text = person.reads_text("lang.nota.md");
        assert_eq!(text.matches(TYPED).count(), 3, "each letter, in its order");
        assert_eq!(text.replace(TYPED, ""), long());
    });
}
