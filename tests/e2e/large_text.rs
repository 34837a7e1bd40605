//! Text at 400 %: everything can be read and reached, with the keyboard as
//! well, and axe finds nothing.

use crate::person::{Person, journey};

/// Nothing bars the way, and nothing is cut off or scrolls sideways.
fn is_usable(person: &Person, screen: &str) {
    person.meets_no_bar(screen);
    person.can_read_all(screen);
}

#[test]
fn at_400_percent_everything_can_be_read_and_reached() {
    journey("tekst-400", &[], |person| {
        person.chooses("Bestand", "Instellingen…");
        person.selects("Tekstgrootte", "400 %");
        is_usable(person, "instellingen");
        person.clicks("Opslaan");
        is_usable(person, "start");
        person.clicks("Bestand");
        is_usable(person, "menu");
        person.presses("Escape");
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        person.types("Nota over de proef");
        is_usable(person, "velden");
        person.fills("Datum", "45-13-2026");
        person.clicks("Datum kiezen");
        is_usable(person, "kalender");
        person.presses("Escape");
        person.presses("Ctrl+1");
        person.is_at("1. Aanleiding");
        person.types("De proef [PM] is afgerond.");
        is_usable(person, "tekst");
        person.presses("F9");
        person.sees_page(1);
        is_usable(person, "paginas");
        person.presses("F9");
        person.presses("Shift+F9");
        is_usable(person, "lijst");
        person.presses("Shift+F9");
        person.presses("Ctrl+F8");
        is_usable(person, "problemen");
        person.presses("Ctrl+F8");
        person.presses("Ctrl+H");
        person.types("proef");
        is_usable(person, "vervangen");
        person.presses("Escape");
        person.presses("Ctrl+E");
        is_usable(person, "exporteren");
        person.clicks("Fouten bekijken");
        is_usable(person, "fouten");
        person.presses("F1");
        is_usable(person, "hulp");
        person.presses("Escape");
        person.presses("Ctrl+W");
        person.sees("Wilt u de wijzigingen opslaan?");
        is_usable(person, "sluiten");
    });
}
