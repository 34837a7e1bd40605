//! The example nota of Justitie en Veiligheid, typed in by hand: what comes
//! out is what the engine makes of the example's file.

use nota_tests::{files, pdf};

use crate::person::{Person, journey};

#[test]
fn the_example_typed_in_gives_the_pdf_of_its_file() {
    journey("voorbeeld-overtypen", &[], |person| {
        person.chooses("Bestand", "Instellingen…");
        // The example has straight quotation marks.
        person.clicks("Aanhalingstekens en streepjes verbeteren tijdens het typen");
        person.clicks("Opslaan");
        person.clicks("Justitie en Veiligheid");
        fill_fields(person);
        fill_sections(person);
        person.sees("332 woorden");
        person.look("getypt");

        person.presses("Ctrl+E");
        person.will_choose(&person.document("nota.pdf"));
        person.clicks("Exporteren");
        person.sees("nota.pdf is gemaakt");
        let golden = files::read(&files::root().join("tests/goldens/jenv-beslisnota.txt"));
        // The drafter of the example changed a title, which the form does not.
        let golden = golden.replace("4. Toelichting*", "4. Toelichting");
        let text = pdf::text(&person.document("nota.pdf")).expect("a PDF");
        assert_eq!(text, golden);
    });
}

fn fill_fields(person: &Person) {
    person.is_at("Onderwerp");
    person.types("Beslisnota Kamerbrief Nationale Samenwerking tegen Ondermijnende Criminaliteit");
    for (field, text) in [
        ("Aan", "Minister van Justitie en Veiligheid"),
        (
            "Directoraat-generaal of cluster",
            "Directoraat-Generaal Ondermijning",
        ),
        ("Datum", "15 maart 2024"),
        ("Ons kenmerk", "5254387"),
    ] {
        person.fills(field, text);
    }
    person.clicks("Meer gegevens");
    for (row, who) in [(1, "Minister"), (2, "SG")] {
        person.clicks("Paraaf toevoegen");
        person.is_at(&format!("Parafen: Functie {row}"));
        person.types(who);
    }
}

/// Types the sections of the example's file, a blank line as a new paragraph.
fn fill_sections(person: &Person) {
    let example = files::read(&files::example());
    for part in ["4.1 Politieke context", "4.4 Krachtenveld"] {
        person.clicks(part);
        person.is_at(part);
    }
    let body = example
        .split("---\n")
        .nth(2)
        .expect("the text after the fields");
    let mut section = String::new();
    let mut typed: Vec<(String, String)> = Vec::new();
    for line in body.lines().filter(|line| !line.is_empty()) {
        match line.trim_start_matches('#').trim() {
            title if line.starts_with('#') && title.starts_with(|c: char| c.is_ascii_digit()) => {
                section = title.trim_end_matches('*').to_owned();
            }
            _ => match typed.last_mut() {
                Some((own, text)) if *own == section => {
                    text.push('\n');
                    text.push_str(line);
                }
                _ => typed.push((section.clone(), line.to_owned())),
            },
        }
    }
    assert_eq!(typed.len(), 6, "the sections with text");
    for (section, text) in typed {
        person.fills(&section, &text);
    }
}
