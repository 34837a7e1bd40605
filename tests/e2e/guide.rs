//! What the user's guide shows, in its order: the steps that it describes are
//! those that the window offers.

use nota_tests::files;

use crate::person::prepared_journey;

const NAME: &str = "beslisnota-nsoc.nota.md";

#[test]
fn the_steps_of_the_guide_are_those_of_the_window() {
    let prepare = |folder: &std::path::Path| {
        let example = files::read(&files::example());
        std::fs::write(folder.join(NAME), example).expect("the nota");
        vec![NAME.to_owned()]
    };
    prepared_journey("handboek", prepare, |person| {
        person.sees("2 pagina’s");
        person.clicks("2. Geadviseerd besluit");
        person.look("venster");
        person.fills("2. Geadviseerd besluit", "U wordt geadviseerd om [PM].");
        person.presses("Ctrl+1");
        person.sees("1 fout");
        person.presses("F8");
        person.presses("F8");
        person.sees("Hier moet nog iets worden ingevuld");
        person.look("fout");
        person.presses("Ctrl+E");
        person.sees("Als wat wilt u de nota bewaren?");
        person.look("exporteren");
        person.presses("Escape");
        person.clicks("Openbaar");
        person.sees("Pagina 1 van");
        person.look("openbaar");
        person.clicks("Intern");
        person.chooses("Bestand", "Instellingen…");
        person.selects("Kleuren", "Donker");
        person.clicks("Opslaan");
        person.presses("Ctrl+Z");
        person.clicks("Problemen verbergen");
        person.look("donker");
    });
}
