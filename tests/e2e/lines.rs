//! Lines of a text: joined by Backspace and Delete, and written above and below
//! a table.

use crate::documents::with_text;

const LIST: &str = "\
---
sjabloon: jenv/beslisnota
versie: 1
onderwerp: Beslisnota proef
---

## 1. Aanleiding

## 4. Toelichting

| Wie | Wat |
|---|---|
| Jan | alles |
";

#[test]
fn lines_are_joined_as_in_a_word_processor() {
    with_text("regels", LIST, |person| {
        person.presses("Ctrl+1");
        person.is_at("1. Aanleiding");
        person.types("- een\ntwee\ndrie");
        // Out of the list, and then to the item above.
        person.presses_all(&["Omhoog", "Home", "Backspace", "Backspace"]);
        person.types(" en ");
        // The item below comes up.
        person.presses_all(&["End", "Delete"]);
        person.types(" of ");
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        let text = person.reads_text("proef.nota.md");
        assert!(text.contains("- een en twee of drie\n"), "{text}");
    });
}

#[test]
fn one_can_write_above_and_below_a_table() {
    with_text("om-een-tabel", LIST, |person| {
        person.clicks_in("alles");
        person.presses_all(&["Omlaag", "Omlaag"]);
        person.types("Eronder.");
        person.presses_all(&["Omhoog", "Omhoog", "Omhoog", "Omhoog"]);
        person.types("Erboven.");
        person.look("tabel");
        // Back over the table changes nothing in it.
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        let text = person.reads_text("proef.nota.md");
        assert!(text.contains("Erboven.\n\n| Wie"), "{text}");
        assert!(text.ends_with("| Jan | alles |\n\nEronder.\n"), "{text}");
        person.clicks_in("alles");
        person.presses_all(&["Ctrl+Shift+A", "Backspace"]);
        person.types("Geen tabel.");
        person.presses("Ctrl+S");
        person.sees_in("4. Toelichting", "Geen tabel.");
        crate::person::wait_until("the table is gone from the file", || {
            !person.reads_text("proef.nota.md").contains("alles")
        });
    });
}
