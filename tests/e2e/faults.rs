//! A fault in the engine: the text stays, the window says so, and goes on with
//! the next change.

use crate::person::{NOTA, prepared_journey};

#[test]
fn a_fault_in_the_background_keeps_the_text_and_says_so() {
    let prepare = |folder: &std::path::Path| {
        std::fs::write(folder.join("proef.nota.md"), NOTA).expect("the nota");
        vec!["proef.nota.md".to_owned()]
    };
    prepared_journey("motor-gestopt", prepare, |person| {
        person.sees("1 pagina");
        person.goes_to("1. Aanleiding");
        person.presses("End");
        person.has_bad_luck();
        person.types(" Dit blijft.");
        person.sees("door een fout in het programma. Uw tekst is er nog.");
        person.meets_no_bar("melding");
        person.clicks("Opslaan");
        person.sees("Opgeslagen om");
        let text = person.reads_text("proef.nota.md");
        assert!(text.contains("afgerond. Dit blijft."), "{text}");
        person.has_good_luck();
        person.goes_to("1. Aanleiding");
        person.presses("End");
        person.types(" En dit ook.");
        person.sees_no("door een fout in het programma");
        person.reads_on_page(1, "Dit blijft. En dit ook.");
    });
}

#[test]
fn a_nota_over_which_the_engine_stumbles_opens_all_the_same() {
    let prepare = |folder: &std::path::Path| {
        std::fs::write(folder.join("proef.nota.md"), NOTA).expect("the nota");
        std::fs::write(folder.with_file_name("onheil"), "").expect("bad luck");
        vec!["proef.nota.md".to_owned()]
    };
    prepared_journey("motor-struikelt", prepare, |person| {
        person.sees("De proef is afgerond.");
        person.sees("door een fout in het programma. Uw tekst is er nog.");
        person.look("geopend");
    });
}
