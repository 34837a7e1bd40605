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
