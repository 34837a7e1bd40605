//! Another program writes the file that is open: nothing is overwritten before
//! the user chose.

use crate::person::{NOTA, Person, prepared_journey};

fn with_conflict(journey: &str, act: impl FnOnce(&mut Person, &str)) {
    let prepare = |folder: &std::path::Path| {
        std::fs::write(folder.join("proef.nota.md"), NOTA).expect("the nota");
        vec!["proef.nota.md".to_owned()]
    };
    prepared_journey(journey, prepare, |person| {
        person.goes_to("1. Aanleiding");
        person.presses("End");
        person.types(" Van mij.");
        let theirs = NOTA.replace("afgerond.", "afgerond door een ander.");
        std::fs::write(person.document("proef.nota.md"), &theirs).expect("written");
        person.sees("Dit bestand is intussen buiten dit venster veranderd.");
        assert!(person.value_of("1. Aanleiding").ends_with("Van mij."));
        act(person, &theirs);
    });
}

#[test]
fn saving_does_not_overwrite_what_another_wrote_until_it_is_chosen() {
    with_conflict("conflict-mijn", |person, theirs| {
        person.presses("Ctrl+S");
        person.sees("Er zijn twee versies");
        assert_eq!(person.reads_text("proef.nota.md"), theirs);
        // As it is read out: what stayed, what went, what came.
        person.sees("De proef is in het bestand:afgerond door een ander. bij u:afgerond. Van mij.");
        person.meets_no_bar("keuze");
        person.clicks("Mijn versie opslaan");
        person.sees("Opgeslagen om");
        assert!(person.reads_text("proef.nota.md").contains("Van mij."));
        person.chooses("Bestand", "Versies…");
        person.sees("door een ander geschreven");
    });
}

#[test]
fn both_versions_are_kept_unless_one_chooses() {
    with_conflict("conflict-beide", |person, theirs| {
        person.presses("Ctrl+S");
        person.is_at("Beide houden");
        person.will_choose(&person.document("kopie.nota.md"));
        person.presses("Enter");
        person.sees("Opgeslagen om");
        assert!(person.reads_text("kopie.nota.md").contains("Van mij."));
        assert_eq!(person.reads_text("proef.nota.md"), theirs);
    });
}

#[test]
fn the_version_of_another_can_be_taken_and_taken_back() {
    with_conflict("conflict-hun", |person, theirs| {
        person.clicks("Vergelijken en kiezen");
        person.clicks("De versie in het bestand nemen");
        person.sees("afgerond door een ander.");
        assert_eq!(person.reads_text("proef.nota.md"), theirs);
        person.presses("Ctrl+Z");
        person.sees("Van mij.");
    });
}
