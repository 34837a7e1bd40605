//! The public version, from the first mark to the file: what is withheld is
//! found by no reader.

use nota_tests::pdf;

use crate::person::{Person, journey};

/// What is withheld in the journey.
const WITHHELD: [&str; 4] = ["Jansen", "De Vries", "twaalf miljoen", "Zuidpool"];

#[test]
fn a_public_version_is_marked_seen_and_made() {
    journey("openbaar", &[], |person| {
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        person.types("Beslisnota proef");
        withhold_a_name(person);
        withhold_a_paragraph(person);
        withhold_a_field(person);
        see_both_versions(person);
        let published = publish(person);
        for (reader, text) in published {
            let solid: String = text.split_whitespace().collect();
            for secret in WITHHELD {
                let wanted: String = secret.split_whitespace().collect();
                assert!(!solid.contains(&wanted), "{reader} finds {secret:?}");
            }
            assert!(solid.contains("[nietopenbaar:"), "{reader}: {text}");
        }
    });
}

/// By the keys alone, from the word that was just typed.
fn withhold_a_name(person: &Person) {
    person.presses("Ctrl+1");
    person.is_at("1. Aanleiding");
    person.presses("Ctrl+Shift+A");
    person.types("Afgestemd met de heer Jansen");
    person.presses("Ctrl+Shift+L");
    person.sees("Waarom is dit niet openbaar?");
    person.is_at("Zoek een grond");
    person.meets_no_bar("gronden");
    person.presses("Enter");
    person.is_at("1. Aanleiding");
    person.presses("End");
    person.types(", met mevrouw De Vries en nog eens met mevrouw De Vries.");
    // Section 5.1 wrote itself.
    person.sees("De persoonsgegevens van de ambtenaren zijn niet openbaar");
}

/// A whole paragraph, on a ground that is searched for; undone and done again.
fn withhold_a_paragraph(person: &Person) {
    person.presses("Ctrl+3");
    person.is_at("3. Kernpunten");
    person.presses("Ctrl+Shift+A");
    person.types("De prijs is twaalf miljoen.");
    person.presses("Ctrl+Shift+L");
    // The caret stands in no word: the paragraph is meant.
    person.is_at("Zoek een grond");
    person.types("onderhandelen");
    person.presses("Enter");
    person.is_at("3. Kernpunten");
    let sentence = "economische of financiële belangen van de overheid (art. 5.1, lid 2, onder b";
    person.sees(sentence);
    person.presses("Ctrl+Z");
    person.sees_no(sentence);
    person.presses("Ctrl+Y");
    person.sees(sentence);
}

fn withhold_a_field(person: &Person) {
    person.clicks("Meer gegevens");
    person.fills("Directie", "Team Zuidpool");
    person.presses("Ctrl+Shift+L");
    person.sees("Waarom is het veld");
    person.types("5.1.2h");
    person.presses("Enter");
    person.sees("Niet openbaar (5.1.2h)");
    person.meets_no_bar("gelakt");
}

fn see_both_versions(person: &Person) {
    person.sees("Jansen");
    person.clicks("Openbaar");
    person.sees("2 plekken om na te kijken");
    person.meets_no_bar("openbare-versie");
    person.clicks("Alle 2 lakken: “De Vries” op grond 5.1.2e");
    person.sees("Niets meer om na te kijken");
    // What one does not see, one does not change.
    person.presses("Ctrl+1");
    person.presses("Home");
    person.types("Kort ");
    person.clicks("Naast elkaar…");
    person.sees("Wat is gelakt");
    person.sees("5.1.2b");
    person.meets_no_bar("naast-elkaar");
}

/// The file as each reader has it.
fn publish(person: &Person) -> Vec<(&'static str, String)> {
    person.will_choose(&person.document("proef-openbaar.pdf"));
    person.clicks("Openbaar exporteren");
    person.sees("proef-openbaar.pdf is gemaakt");
    person.sees("Niets van wat is gelakt, staat in dit bestand.");
    person.meets_no_bar("bewezen");
    let report = person.reads_text("Bewijs (niet publiceren)/proef-openbaar.pdf.bewijs.txt");
    assert!(
        report.contains("art. 5.1, lid 2, onder b, Woo: 1 gelakt, 0 gevonden"),
        "{report}"
    );
    assert!(
        person
            .reads_text("Bewijs (niet publiceren)/proef-openbaar.pdf.bewijs.json")
            .contains("\"hits\": []")
    );
    let bytes = person.reads("proef-openbaar.pdf");
    let file = person.document("proef-openbaar.pdf");
    let document = pdf::open(&bytes).expect("a PDF");
    let tags = pdf::structure(&document).unwrap_or_default().full_text(" ");
    vec![
        ("poppler", pdf::text(&file).expect("poppler reads it")),
        ("MuPDF", pdf::mupdf_text(&file).expect("MuPDF reads it")),
        ("lopdf", tags),
    ]
}
