//! What a hand does that the driver cannot: turn the wheel; and what the desktop
//! shows of the window.

use serde_json::Value;

use crate::documents::with_example;
use crate::person::{Person, wait_until};

impl Person {
    /// How far what scrolls below a name is scrolled.
    pub(crate) fn scrolled(&self, selector: &str) -> f64 {
        let script = "return document.querySelector(arguments[0]).scrollTop";
        let top = self.script(script, vec![Value::from(selector)]);
        top.as_f64().unwrap_or_default()
    }

    /// How the desktop calls the window.
    fn window_names(&self) -> String {
        let mut search = self.stage.program("xdotool");
        let search = search.args([
            "search",
            "--onlyvisible",
            "--name",
            ".*",
            "getwindowname",
            "%@",
        ]);
        let output = search.output().expect("install xdotool");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

#[test]
fn the_wheel_scrolls_the_form_and_the_pages() {
    with_example("wiel", |person| {
        for (place, what) in [((600, 450), ".formulier"), ((1150, 450), ".bureau")] {
            person.moves_to(place);
            assert!(person.scrolled(what) < 1.0, "{what} is at its top");
            person.points(&["click", "--repeat", "6", "5"]);
            wait_until(&format!("{what} is scrolled"), || {
                person.scrolled(what) > 50.0
            });
            person.points(&["click", "--repeat", "12", "4"]);
            wait_until(&format!("{what} is scrolled back"), || {
                person.scrolled(what) < 1.0
            });
        }
    });
}

#[test]
fn the_window_is_called_by_its_nota() {
    with_example("venstertitel", |person| {
        wait_until("the window is called by its nota", || {
            person
                .window_names()
                .contains("Beslisnota Kamerbrief Nationale Samenwerking")
        });
    });
}
