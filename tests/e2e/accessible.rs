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

impl Person {
    /// axe finds nothing on the screen as it is now, of which a picture is left.
    pub fn meets_no_bar(&self, screen: &str) {
        self.look(screen);
        if self.script("return window.axe === undefined", Vec::new()) == Value::Bool(true) {
            let axe = files::read(&files::root().join("ui/node_modules/axe-core/axe.min.js"));
            self.script(&format!("{axe}; window.axe = axe"), Vec::new());
        }
        let found = self.promised(RUN, Vec::new());
        let found = found.as_array().into_iter().flatten();
        let found: Vec<&str> = found.filter_map(Value::as_str).collect();
        assert!(found.is_empty(), "{screen}:\n{}", found.join("\n"));
    }
}

fn with_theme(theme: &str, size: &str, name: &str) {
    journey(&format!("toegankelijk-{name}"), &[], |person| {
        person.chooses("Bestand", "Instellingen…");
        person.selects("Kleuren", theme);
        person.selects("Tekstgrootte", size);
        person.meets_no_bar("instellingen");
        person.clicks("Opslaan");
        person.meets_no_bar("start");
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        person.meets_no_bar("nieuw");
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
        person.meets_no_bar("voetnoot");
        person.presses("Escape");
        person.goes_to("3. Kernpunten");
        person.clicks("Tabel invoegen");
        for head in ["Partij", "Standpunt", "Opmerking"] {
            person.types(head);
            person.presses("Tab");
        }
        person.meets_no_bar("tabel");
        person.chooses("Beeld", "Problemen tonen");
        person.sees("Uitleg");
        person.meets_no_bar("problemen");
        person.clicks("Uitleg bij");
        person.meets_no_bar("uitleg");
        person.presses("Escape");
        person.presses("Ctrl+H");
        person.types("proef");
        person.meets_no_bar("vervangen");
        person.presses("Escape");
        person.presses("Ctrl+E");
        person.meets_no_bar("exporteren");
        person.clicks("Fouten bekijken");
        person.meets_no_bar("fouten");
        person.clicks("Bestand");
        person.meets_no_bar("menu");
        person.presses("Escape");
        person.presses("F1");
        person.meets_no_bar("hulp");
        person.presses("Escape");
        person.presses("Ctrl+W");
        person.sees("Wilt u de wijzigingen opslaan?");
        person.meets_no_bar("sluiten");
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
