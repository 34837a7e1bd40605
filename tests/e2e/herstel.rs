//! The program is killed in the middle of typing: what was typed a second ago
//! comes back, before anything is overwritten.

use std::time::Duration;

use crate::person::{NOTA, Person, journey, prepared_journey};

/// What is promised: what was typed so long ago is on the disk.
const SECOND: Duration = Duration::from_secs(1);

fn with_nota(journey: &str, act: impl FnOnce(&mut Person)) {
    let prepare = |folder: &std::path::Path| {
        std::fs::write(folder.join("proef.nota.md"), NOTA).expect("the nota");
        vec!["proef.nota.md".to_owned()]
    };
    prepared_journey(journey, prepare, act);
}

#[test]
fn what_was_typed_a_second_before_the_program_was_killed_comes_back() {
    with_nota("herstel", |person| {
        person.goes_to("1. Aanleiding");
        person.presses("End");
        person.types(" Dit was nog niet opgeslagen.");
        std::thread::sleep(SECOND);
        person.types(" En dit");
        person.loses_the_program();
        person.sees("Eén nota was nog niet opgeslagen");
        person.meets_no_bar("aangeboden");
        person.clicks("Verschillen bekijken");
        person.sees("nog niet opgeslagen.");
        person.meets_no_bar("verschillen");
        assert_eq!(
            person.reads_text("proef.nota.md"),
            NOTA,
            "nothing is overwritten"
        );
        person.clicks("Terughalen");
        person.sees("De proef is afgerond. Dit was nog niet opgeslagen.");
        person.sees("Niet opgeslagen");
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        let text = person.reads_text("proef.nota.md");
        assert!(text.contains("Dit was nog niet opgeslagen."), "{text}");
        // What is saved is offered no more.
        person.loses_the_program();
        person.sees("Eerder geopend");
        person.sees_no("nog niet opgeslagen");
    });
}

#[test]
fn a_nota_that_never_had_a_file_comes_back() {
    journey("herstel-zonder-bestand", &[], |person| {
        person.clicks("Justitie en Veiligheid");
        person.goes_to("1. Aanleiding");
        person.types("Zonder bestand geschreven.");
        std::thread::sleep(SECOND);
        person.loses_the_program();
        person.sees("Nog zonder bestand");
        person.clicks("Terughalen");
        person.sees("Zonder bestand geschreven.");
        // And once more, now of what came back.
        person.loses_the_program();
        person.clicks("Terughalen");
        person.sees("Zonder bestand geschreven.");
    });
}

#[test]
fn an_older_version_comes_back_part_by_part_and_can_be_undone() {
    with_nota("versies", |person| {
        person.goes_to("1. Aanleiding");
        person.presses("End");
        person.types(" Nieuwe zin.");
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        person.chooses("Bestand", "Versies…");
        person.sees("zoals geopend");
        person.meets_no_bar("lijst");
        person.clicks_where("zoals geopend");
        person.sees("Veranderd sinds");
        person.clicks("1. Aanleiding terugzetten");
        person.sees("De tekst is gelijk.");
        person.clicks("Sluiten");
        assert_eq!(person.value_of("1. Aanleiding"), "De proef is afgerond.");
        person.presses("Ctrl+Z");
        person.sees("Nieuwe zin.");
    });
}

#[test]
fn what_was_closed_without_saving_or_lost_its_file_comes_back_from_the_start() {
    with_nota("eerder-bewaard", |person| {
        person.goes_to("1. Aanleiding");
        person.presses("End");
        person.types(" Bewaard.");
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        person.chooses("Bestand", "Nieuwe nota…");
        person.clicks("Justitie en Veiligheid");
        // The new nota has the focus in its first field.
        person.is_at("Onderwerp");
        person.types("Beslisnota zonder bestand");
        person.presses("Ctrl+W");
        person.clicks("Niet opslaan");
        person.sees("Eerder geopend");
        std::fs::remove_file(person.document("proef.nota.md")).expect("removed");
        person.loses_the_program();
        person.clicks("Eerder bewaard (2)");
        person.sees("gesloten zonder opslaan");
        person.sees("bestand niet gevonden");
        person.look("lijst");
        person.clicks("Terughalen: Beslisnota zonder bestand");
        assert_eq!(person.value_of("Onderwerp"), "Beslisnota zonder bestand");
        person.presses("Ctrl+W");
        person.clicks("Niet opslaan");
        person.clicks("Eerder bewaard");
        person.clicks("Verschillen bekijken: Beslisnota proef");
        person.sees("Van deze nota is geen bestand.");
        person.clicks("Terughalen");
        person.sees("De proef is afgerond. Bewaard.");
        person.will_choose(&person.document("terug.nota.md"));
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        assert!(person.reads_text("terug.nota.md").contains("Bewaard."));
    });
}
