//! Saving, and closing with something to lose.

use crate::person::{NOTA, Person, prepared_journey};

fn with_nota(journey: &str, act: impl FnOnce(&mut Person)) {
    let prepare = |folder: &std::path::Path| {
        std::fs::write(folder.join("proef.nota.md"), NOTA).expect("the nota");
        vec!["proef.nota.md".to_owned()]
    };
    prepared_journey(journey, prepare, act);
}

fn types_something(person: &Person) {
    person.goes_to("1. Aanleiding");
    person.presses("End");
    person.types(" Echt waar.");
    person.sees("Niet opgeslagen");
}

#[test]
fn closing_without_saving_leaves_the_file_as_it_was() {
    with_nota("sluiten-zonder-opslaan", |person| {
        types_something(person);
        person.presses("Ctrl+Q");
        person.sees("Wilt u de wijzigingen opslaan?");
        person.look("vraag");
        person.presses("Escape");
        person.sees_no("Wilt u de wijzigingen opslaan?");
        assert!(person.value_of("1. Aanleiding").ends_with("Echt waar."));
        person.chooses("Bestand", "Programma afsluiten");
        person.clicks("Niet opslaan");
        person.sees_the_window_close();
        assert_eq!(person.reads_text("proef.nota.md"), NOTA);
    });
}

#[test]
fn closing_with_saving_writes_the_file() {
    with_nota("sluiten-met-opslaan", |person| {
        types_something(person);
        person.presses("Ctrl+Q");
        person.clicks("Opslaan");
        person.sees_the_window_close();
        let text = person.reads_text("proef.nota.md");
        assert_eq!(text, NOTA.replace("afgerond.", "afgerond. Echt waar."));
    });
}

#[test]
fn saving_asks_for_a_name_once_and_says_when_it_was() {
    with_nota("opslaan", |person| {
        types_something(person);
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        // A cancelled dialog changes nothing.
        person.will_cancel();
        person.presses("Ctrl+Shift+S");
        person.sees("Opgeslagen om");
        person.will_choose(&person.document("kopie.nota.md"));
        person.chooses("Bestand", "Opslaan als…");
        let copy = person.reads_text("kopie.nota.md");
        assert_eq!(copy, person.reads_text("proef.nota.md"));
        person.types(" En af.");
        person.sees("Niet opgeslagen");
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        assert!(person.reads_text("kopie.nota.md").contains("En af."));
        assert_eq!(person.reads_text("proef.nota.md"), copy);
        // The start offers both, and says which is gone.
        std::fs::remove_file(person.document("proef.nota.md")).expect("removed");
        person.presses("Ctrl+W");
        person.sees("bestaat niet.");
        person.look("start");
        person.clicks_where("kopie.nota.md");
        person.sees("De proef is afgerond. Echt waar. En af.");
    });
}
