//! The whole way without a mouse.

use crate::person::journey;

#[test]
fn a_nota_is_made_and_saved_with_the_keyboard_alone() {
    journey("toetsenbord", &[], |person| {
        person.sees("Eerder geopend");
        person.tabs_to("Justitie en Veiligheid");
        person.presses("Enter");
        person.is_at("Onderwerp");
        person.types("Beslisnota proef");
        person.tabs_to("Aan");
        person.types("Minister\nStaatssecretaris");
        assert_eq!(person.value_of("Aan 2"), "Staatssecretaris");
        person.tabs_to("Ons kenmerk");
        person.types("1234567");
        // To a section by its number, formatted by keys.
        person.presses("Ctrl+1");
        person.is_at("1. Aanleiding");
        person.types("De proef is ");
        person.presses("Ctrl+B");
        person.types("goed");
        person.presses("Ctrl+B");
        person.types(" geslaagd.");
        // The buttons of the text, and back.
        person.presses("Alt+F10");
        person.is_at("Vet");
        person.presses_all(&["Rechts", "Rechts"]);
        person.is_at("Opsomming");
        person.presses("Escape");
        person.is_at("1. Aanleiding");
        person.look("werkbalk");
        // A footnote, written and left.
        person.presses("Ctrl+Alt+F");
        person.is_at("Tekst van de voetnoot");
        person.types("Brief van 1 maart.");
        person.presses("Escape");
        person.is_at("1. Aanleiding");
        // Undo and redo over fields and sections.
        person.presses("Ctrl+2");
        person.types("U wordt geadviseerd akkoord te gaan.");
        person.presses_all(&["Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z"]);
        person.sees_no("U wordt geadviseerd akkoord te gaan.");
        person.presses_all(&["Ctrl+Y", "Ctrl+Y", "Ctrl+Y", "Ctrl+Y", "Ctrl+Y", "Ctrl+Y"]);
        person.sees("U wordt geadviseerd akkoord te gaan.");
        // Panes, problems and the help.
        person.presses("F9");
        person.sees_no("Pagina 1 van");
        person.presses("F9");
        person.sees("Pagina 1 van");
        person.presses("F1");
        person.sees("Hulp en toetsen");
        person.look("hulp");
        person.presses("Escape");
        person.presses("F8");
        person.sees("Problemen");
        // The menu by arrows.
        person.presses_all(&["F6", "F6"]);
        person.will_choose(&person.document("proef.nota.md"));
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        let text = person.reads_text("proef.nota.md");
        assert!(
            text.contains("De proef is **goed** geslaagd.[^1]"),
            "{text}"
        );
        assert!(
            text.contains("aan:\n  - Minister\n  - Staatssecretaris\n"),
            "{text}"
        );
    });
}

#[test]
fn tab_never_lands_on_what_withholds() {
    journey("tab-lakt-niet", &[], |person| {
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        person.types("Beslisnota proef");
        person.clicks("Meer gegevens");
        for _ in 0..60 {
            person.presses("Tab");
            let at = person.focused();
            assert!(!at.starts_with("Niet openbaar"), "Tab is at \"{at}\"");
        }
        person.goes_to("Directie");
        person.types("Recht");
        person.presses("Tab");
        person.types("Bestuurlijke");
        person.sees_no("Waarom is het veld");
        assert_eq!(person.value_of("Afdeling"), "Bestuurlijke");
    });
}

#[test]
fn alt_and_a_letter_opens_a_menu_and_types_nothing() {
    journey("alt-menu", &[], |person| {
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        person.presses("Ctrl+1");
        person.is_at("1. Aanleiding");
        person.types("Tekst");
        person.presses("Alt+B");
        person.is_at("Nieuwe nota");
        person.look("menu");
        person.presses_all(&["Escape", "F10"]);
        person.is_at("Bestand");
        person.presses("Ctrl+1");
        person.sees("Tekst");
        person.sees_no("Tekstb");
    });
}
