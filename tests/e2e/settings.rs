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
