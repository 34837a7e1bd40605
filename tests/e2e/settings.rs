//! Settings, and finding and replacing, which reach the whole nota.

use crate::documents::example;
use crate::person::{journey, prepared_journey};

#[test]
fn settings_hold_at_once_and_in_the_next_start() {
    journey("instellingen", &[&example()], |person| {
        person.sees("Ministerie van Justitie");
        let style = person.document("huisstijl");
        std::fs::create_dir_all(&style).expect("a folder");
        std::fs::write(style.join("woordmerk.txt"), "Ministerie van Proeven").expect("a wordmark");
        person.chooses("Bestand", "Instellingen…");
        person.selects("Kleuren", "Donker");
        person.fills("Directie", "Directie Proeven");
        person.will_choose(&style);
        person.clicks("Map kiezen…");
        person.sees("huisstijl");
        person.look("venster");
        person.clicks("Opslaan");
        // The pages have the other house style without a new start.
        person.sees("Ministerie van Proeven");
        person.meets_no_bar("paginas");
        person.chooses("Bestand", "Nieuwe nota…");
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        person.clicks("Meer gegevens");
        assert_eq!(person.value_of("Directie"), "Directie Proeven");
    });
}

#[test]
fn replacing_reaches_fields_and_sections_in_one_step() {
    journey("vervangen", &[&example()], |person| {
        person.sees("2 pagina’s");
        person.presses("Ctrl+H");
        person.is_at("Zoek naar");
        person.types("Minister");
        person.clicks("Alleen hele woorden");
        person.sees("1 van 3");
        person.fills("Vervang door", "Bewindspersoon");
        person.meets_no_bar("gevonden");
        person.clicks("Alles vervangen");
        person.sees("3 plaatsen vervangen.");
        person.sees("Bewindspersoon van Justitie en Veiligheid");
        person.presses("Escape");
        person.clicks("Ongedaan maken");
        person.sees_no("Bewindspersoon");
    });
}

#[test]
fn a_damaged_file_of_settings_gives_the_defaults_and_says_so() {
    let prepare = |documents: &std::path::Path| {
        let own = documents.with_file_name("thuis/config/beslisnota");
        std::fs::create_dir_all(&own).expect("the folder of settings");
        std::fs::write(own.join("instellingen.json"), "{ thema: ").expect("a damaged file");
        Vec::new()
    };
    prepared_journey("instellingen-kapot", prepare, |person| {
        person.sees("Uw instellingen konden niet worden gelezen.");
        person.look("melding");
        person.sees("Justitie en Veiligheid");
    });
}

/// A template of a ministry that does not exist.
const TEMPLATE: &str = r#"naam = "Adviesnota"
ministerie = "Toverkunst"
omschrijving = "Voor een advies."

[[veld]]
sleutel = "onderwerp"
naam = "Onderwerp"
rol = "titel"
soort = "tekst"
verplicht = true

[[sectie]]
sleutel = "advies"
titel = "Ons advies"
nummer = "1"
verplicht = true
"#;

#[test]
fn a_template_is_read_again_while_it_is_written() {
    let prepare = |documents: &std::path::Path| {
        let own = documents.join("sjablonen/toverkunst/adviesnota");
        std::fs::create_dir_all(&own).expect("the folder of the template");
        std::fs::write(own.join("template.toml"), TEMPLATE).expect("the template");
        let settings = documents.with_file_name("thuis/config/beslisnota");
        std::fs::create_dir_all(&settings).expect("the folder of settings");
        let folder = documents.join("sjablonen");
        let text = format!("{{\"sjablonen_map\": \"{}\"}}", folder.display());
        std::fs::write(settings.join("instellingen.json"), text).expect("the settings");
        Vec::new()
    };
    prepared_journey("sjabloon-schrijven", prepare, |person| {
        let file = person.document("sjablonen/toverkunst/adviesnota/template.toml");
        let write = |text: &str| std::fs::write(&file, text).expect("the template");
        person.clicks("Toverkunst");
        person.is_at("Onderwerp");
        person.types("Advies over bezems");
        person.goes_to("1. Ons advies");
        person.types("Koop ze.");
        // A field more, while the nota is open: the form has it, and the text stays.
        let more = "\n[[veld]]\nsleutel = \"bezem\"\nnaam = \"Soort bezem\"\nsoort = \"tekst\"\nverplicht = true\n\n[[sectie]]";
        let with_field = TEMPLATE.replace("\n[[sectie]]", more);
        write(&with_field);
        person.sees("Soort bezem");
        person.sees("Koop ze.");
        assert_eq!(person.value_of("Onderwerp"), "Advies over bezems");
        // A fault is said at the start, and is gone when it is mended.
        write(&with_field.replace("[[sectie]]", "[[sectie]"));
        person.chooses("Bestand", "Nota sluiten");
        person.clicks("Niet opslaan");
        person.sees("Dit sjabloon is niet in orde");
        write(&with_field);
        person.sees("Toverkunst");
        person.sees_no("Dit sjabloon is niet in orde");
    });
}
