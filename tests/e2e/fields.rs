//! Filling in the fields by keys, and what is still to be done.

use crate::person::journey;

#[test]
fn rows_come_and_go_by_keys_and_by_pasting() {
    journey("velden", &[], |person| {
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        // Quotation marks as in the text, and Enter goes on.
        person.types("Beslisnota \"proef\" in '24\n");
        assert_eq!(person.value_of("Onderwerp"), "Beslisnota “proef” in ’24");
        person.is_at("Aan");
        person.pastes("", "Minister\nStaatssecretaris\n");
        assert_eq!(person.value_of("Aan 2"), "Staatssecretaris");
        person.is_at("Aan 2");
        // A row that Enter made goes by Backspace.
        person.types("\n");
        person.is_at("Aan 3");
        person.presses("Backspace");
        person.is_at("Aan 2");
        assert_eq!(person.value_of("Aan 2"), "Staatssecretaris");
        person.clicks("Meer gegevens");
        person.clicks("Paraaf toevoegen");
        person.types("Directeur\nHoofd");
        assert_eq!(person.value_of("Parafen: Functie 2"), "Hoofd");
    });
}

#[test]
fn an_empty_nota_is_never_without_problems() {
    journey("nog-te-doen", &[], |person| {
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        person.sees("velden en");
        person.sees_no("Geen problemen");
        person.look("leeg");
        // F8 leads to the first of what is still to be done.
        person.presses("Ctrl+3");
        person.presses("F8");
        person.is_at("Onderwerp");
        person.types("Beslisnota proef");
        person.clicks("1. Aanleiding");
        person.is_at("1. Aanleiding");
        person.sees_no("Geen problemen");
    });
}

#[test]
fn the_decision_is_filled_in_afterwards_and_can_be_undone() {
    journey("beslissing", &[], |person| {
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        person.types("Beslisnota proef");
        person.sees("Vul dit in als er is beslist");
        person.tabs_to("Beslissing op de nota Vul dit in als er is beslist");
        person.presses("Enter");
        person.selects("Beslissing", "akkoord met opmerking");
        person.fills("Beslist door", "Minister van Justitie en Veiligheid");
        person.goes_to("Opmerking bij de beslissing");
        person.types("Graag snel");
        person.fills("Datum van de beslissing", "20 maart 2024");
        person.presses("Tab");
        person.look("ingevuld");
        person.meets_no_bar("beslissing");
        // Folded, it says what was decided; so does who exports.
        person.clicks("Beslissing op de nota");
        person.sees("akkoord met opmerking, 20 maart 2024");
        person.chooses("Bestand", "Exporteren…");
        person.sees("Deze nota is besloten: akkoord met opmerking, 20 maart 2024.");
        person.look("exporteren");
        person.clicks("Annuleren");
        person.clicks("Beslissing op de nota akkoord met opmerking, 20 maart 2024");
        person.presses_all(&["Ctrl+z", "Ctrl+z", "Ctrl+z", "Ctrl+z"]);
        assert_eq!(person.value_of("Beslissing"), "");
        person.presses("Ctrl+y");
        assert_eq!(person.value_of("Beslissing"), "akkoord met opmerking");
    });
}
