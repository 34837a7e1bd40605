//! The program started a second time.

use crate::person::prepared_journey;

#[test]
fn a_second_start_opens_its_file_in_the_first_window() {
    let prepare = |folder: &std::path::Path| {
        for name in ["een", "twee"] {
            let text = format!(
                "---\nsjabloon: jenv/beslisnota\nversie: 1\nonderwerp: Nota {name}\n---\n\n\
                 ## 1. Aanleiding\n\nTekst van {name}.\n"
            );
            std::fs::write(folder.join(format!("{name}.nota.md")), text).expect("a nota");
        }
        vec!["een.nota.md".to_owned()]
    };
    prepared_journey("twee-keer-starten", prepare, |person| {
        person.sees("Tekst van een.");
        person.starts_again(&["twee.nota.md"]);
        person.sees("Tekst van twee.");
        person.sees_no("Tekst van een.");
        // What is not saved is asked about first.
        person.goes_to("1. Aanleiding");
        person.types("Meer. ");
        person.sees("Niet opgeslagen");
        person.starts_again(&["een.nota.md"]);
        person.clicks("Niet opslaan");
        person.sees("Tekst van een.");
        person.look("weer-een");
    });
}
