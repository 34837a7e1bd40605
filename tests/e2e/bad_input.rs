//! Files that are no good nota: what can be read is shown, what cannot says
//! why, and nothing is overwritten.

use crate::person::{Person, prepared_journey};

fn with_file(journey: &str, name: &str, bytes: &[u8], act: impl FnOnce(&mut Person)) {
    let prepare = |folder: &std::path::Path| {
        std::fs::write(folder.join(name), bytes).expect("the file");
        vec![name.to_owned()]
    };
    prepared_journey(journey, prepare, act);
}

#[test]
fn a_file_that_is_no_text_says_so_and_leaves_the_start() {
    with_file(
        "geen-tekst",
        "plaatje.nota.md",
        b"\x89PNG\r\n\x1a\n\0\0\0",
        |person| {
            person.sees("plaatje.nota.md");
            person.meets_no_bar("melding");
            person.sees("Justitie en Veiligheid");
            assert_eq!(person.reads("plaatje.nota.md"), b"\x89PNG\r\n\x1a\n\0\0\0");
        },
    );
}

#[test]
fn a_nota_of_a_newer_version_can_be_read_and_copied() {
    let nota = b"---\nsjabloon: jenv/beslisnota\nversie: 99\nonderwerp: Uit de toekomst\n---\n\n\
        ## 1. Aanleiding\n\nDe tekst.\n";
    with_file("nieuwere-versie", "later.nota.md", nota, |person| {
        person.sees("Deze nota is gemaakt met een nieuwere versie van het programma.");
        person.sees("De tekst.");
        person.meets_no_bar("alleen-lezen");
        person.goes_to("1. Aanleiding");
        person.types("Niet te typen");
        person.sees_no("Niet te typen");
        person.presses("Ctrl+S");
        person.will_choose(&person.document("kopie.nota.md"));
        person.clicks("Opslaan als");
        assert_eq!(person.reads("kopie.nota.md"), nota);
        assert_eq!(person.reads("later.nota.md"), nota);
    });
}

#[test]
fn any_text_opens_as_far_as_it_can() {
    let text = "Zomaar een tekst, zonder iets ervoor.\n\n## Aanleiding\n\nMet inhoud.\n";
    with_file("zomaar-tekst", "los.md", text.as_bytes(), |person| {
        person.sees("Zomaar een tekst, zonder iets ervoor.");
        person.sees("Met inhoud.");
        person.look("open");
        person.presses("F8");
        person.sees("Problemen");
        assert_eq!(person.reads_text("los.md"), text);
        // What has no place of its own can be given one.
        person.clicks("Verplaatsen naar");
        person.sees_no("Tekst voor de eerste sectie");
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        let saved = person.reads_text("los.md");
        let order = ["Aanleiding", "Zomaar een tekst", "Met inhoud."];
        let places: Vec<_> = order.iter().map(|part| saved.find(part)).collect();
        assert!(
            places.iter().all(Option::is_some) && places.is_sorted(),
            "{saved}"
        );
    });
}
