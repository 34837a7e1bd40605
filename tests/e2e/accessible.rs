//! axe-core on every screen in every theme: it finds nothing.

use nota_tests::files;
use serde_json::Value;

use crate::person::{Person, journey};

/// What axe says of the screen as it is now, one line a fault.
const RUN: &str = "
const done = arguments[arguments.length - 1]
axe.run(document, { resultTypes: ['violations'] }).then(
  ({ violations }) => done(violations.flatMap((own) => own.nodes.map((node) =>
    `${own.id}: ${own.help}: ${node.html.slice(0, 160)} ${node.any.map((one) => one.message).join(' ')}`))),
  (error) => done([String(error)]),
)";

/// Puts axe in the window.
pub fn bring_axe(person: &Person) {
    let axe = files::read(&files::root().join("ui/node_modules/axe-core/axe.min.js"));
    person.script(&format!("{axe}; window.axe = axe"), Vec::new());
}

/// axe finds nothing on the screen as it is now.
pub fn is_accessible(person: &Person, screen: &str) {
    person.look(screen);
    let found = person.promised(RUN, Vec::new());
    let found: Vec<&str> = found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    assert!(found.is_empty(), "{screen}:\n{}", found.join("\n"));
}

fn with_theme(theme: &str, size: &str, name: &str) {
    journey(&format!("toegankelijk-{name}"), &[], |person| {
        bring_axe(person);
        person.chooses("Bestand", "Instellingen…");
        person.selects("Kleuren", theme);
        person.selects("Tekstgrootte", size);
        is_accessible(person, "instellingen");
        person.clicks("Opslaan");
        is_accessible(person, "start");
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        is_accessible(person, "nieuw");
        person.goes_to("Onderwerp");
        person.types("Nota over de proef");
        person.fills("Datum", "45-13-2026");
        person.fills(
            "1. Aanleiding",
            "De proef [PM] is afgerond.\n\n- Een\nTwee\n\n",
        );
        person.clicks("Voetnoot");
        person.is_at("Tekst van de voetnoot");
        person.types("Zie de brief.");
        is_accessible(person, "voetnoot");
        person.presses("Escape");
        person.goes_to("3. Kernpunten");
        person.clicks("Tabel invoegen");
        for head in ["Partij", "Standpunt", "Opmerking"] {
            person.types(head);
            person.presses("Tab");
        }
        is_accessible(person, "tabel");
        person.chooses("Beeld", "Problemen tonen");
        person.sees("Uitleg");
        is_accessible(person, "problemen");
        person.clicks("Uitleg bij");
        is_accessible(person, "uitleg");
        person.presses("Escape");
        person.presses("Ctrl+H");
        person.types("proef");
        is_accessible(person, "vervangen");
        person.presses("Escape");
        person.presses("Ctrl+E");
        is_accessible(person, "exporteren");
        person.clicks("Fouten bekijken");
        is_accessible(person, "fouten");
        person.clicks("Bestand");
        is_accessible(person, "menu");
        person.presses("Escape");
        person.presses("F1");
        is_accessible(person, "hulp");
        person.presses("Escape");
        person.presses("Ctrl+W");
        person.sees("Wilt u de wijzigingen opslaan?");
        is_accessible(person, "sluiten");
    });
}

#[test]
fn nothing_bars_the_way_in_the_light_theme() {
    with_theme("Licht", "100 %", "licht");
}

#[test]
fn nothing_bars_the_way_in_the_dark_theme() {
    with_theme("Donker", "100 %", "donker");
}

#[test]
fn nothing_bars_the_way_in_high_contrast_and_large_text() {
    with_theme("Hoog contrast", "200 %", "hoog-contrast");
}
