//! From nothing to a PDF: the way of someone who meets the program for the
//! first time.

use nota_tests::pdf;

use crate::person::{NOTA, journey, prepared_journey};

#[test]
fn a_new_nota_becomes_a_pdf() {
    journey("nieuwe-nota", &[], |person| {
        person.sees("Eerder geopend");
        person.look("start");
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        person.look("leeg");
        person.types("Beslisnota proef met de nieuwe werkwijze");
        person.fills("Aan", "Minister van Justitie en Veiligheid");
        person.fills(
            "Directoraat-generaal of cluster",
            "Directoraat-Generaal Proeven",
        );
        person.fills("Datum", "45-13-2024");
        person.goes_to("Ons kenmerk");
        person.sees("de datum 45-13-2024 bestaat niet.");
        person.meets_no_bar("datum-bestaat-niet");
        person.clicks("Datum kiezen");
        person.meets_no_bar("kalender");
        person.clicks("Vandaag");
        person.fills("Ons kenmerk", "1234567");
        for (section, text) in [
            ("1. Aanleiding", "De proef is afgerond."),
            (
                "2. Geadviseerd besluit",
                "U wordt geadviseerd de werkwijze in te voeren.",
            ),
            ("3. Kernpunten", "- Het scheelt tijd.\nHet geeft rust."),
            ("4. Toelichting", "De proef duurde een jaar."),
            ("5.1 Toelichting", "Niet van toepassing."),
        ] {
            person.fills(section, text);
        }
        person.sees_no("bestaat niet");
        person.sees("Geen problemen");
        person.look("ingevuld");

        person.presses("Ctrl+E");
        person.sees("Als wat wilt u de nota bewaren?");
        person.look("exporteren");
        person.will_choose(&person.document(""));
        person.clicks("Exporteren");
        let file = "Beslisnota proef met de nieuwe werkwijze.pdf";
        person.sees(&format!("{file} is gemaakt"));
        person.meets_no_bar("klaar");
        person.clicks("Openen");
        let text = pdf::text(&person.document(file)).expect("a PDF");
        for part in ["De proef is afgerond.", "• Het geeft rust."] {
            assert!(text.contains(part), "\"{part}\" is not in:\n{text}");
        }
        person.sees_opened(file);
    });
}

#[test]
fn a_nota_begins_with_the_sender_and_route_of_the_one_before() {
    let fields = "onderdeel: Directie Proeven\nkenmerk: \"1234567\"\n---\n\n##";
    let nota = NOTA.replacen("---\n\n##", fields, 1);
    let prepare = |folder: &std::path::Path| {
        std::fs::write(folder.join("vorige.nota.md"), &nota).expect("the nota");
        vec!["vorige.nota.md".to_owned()]
    };
    prepared_journey("vanuit-vorige", prepare, |person| {
        person.sees("De proef is afgerond.");
        assert_eq!(person.value_of("Ons kenmerk"), "1234567");
        person.presses("Ctrl+W");
        person.sees("Eerder geopend");
        person.meets_no_bar("begin");
        person.look("begin");
        person.clicks("Begin vanuit Beslisnota proef");
        person.is_at("Onderwerp");
        assert_eq!(person.value_of("Onderwerp"), "");
        let unit = person.value_of("Directoraat-generaal of cluster");
        assert_eq!(unit, "Directie Proeven");
        assert_eq!(person.value_of("Ons kenmerk"), "");
        person.sees_no("De proef is afgerond.");
        person.types("Beslisnota vervolg");
        assert_eq!(person.reads_text("vorige.nota.md"), nota);
    });
}

#[test]
fn a_ministry_is_found_under_its_old_name_and_stands_first_the_next_time() {
    journey("sjablonen", &[], |person| {
        const SEARCH: &str = "Zoek een ministerie of sjabloon";
        person.sees("Justitie en Veiligheid");
        person.meets_no_bar("sjablonen");
        person.tabs_to(SEARCH);
        person.types("toverkunst");
        person.sees("Geen sjabloon gevonden.");
        person.presses("Escape");
        assert_eq!(person.value_of(SEARCH), "");
        // LNV is the old name of LVVN.
        person.types("lnv");
        person.sees("1 sjabloon gevonden");
        person.sees_no_button("Justitie en Veiligheid");
        person.look("gezocht");
        person.presses("Enter");
        person.is_at("Onderwerp");
        person.sees("Landbouw, Visserij, Voedselzekerheid en Natuur");
        person.starts_afresh(&[]);
        person.sees("Laatst gebruikt");
        person.meets_no_bar("sjablonen-met-eigen");
        person.look("eigen");
        person.fills("Andere sjablonen", "szw");
        person.sees("1 sjabloon gevonden");
        person.clicks("Beslisnota (rijksbreed)");
        person.is_at("Onderwerp");
    });
}
