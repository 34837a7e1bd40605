//! A file dragged onto the window: a real drag over X, from a window of GTK,
//! by a pointer that moves.

use std::path::Path;
use std::process::Stdio;

use crate::person::{NOTA, Person, journey, wait_until};

/// Where the file lies to be taken up, beside the program's window.
const SOURCE: (u32, u32) = (1450, 100);

/// A place in the middle of the program's window.
const WINDOW: (u32, u32) = (700, 400);

impl Person {
    fn lays_ready(&mut self, file: &Path) {
        let mut source = self.stage.program("python3");
        source
            .args(["-c", include_str!("slepen.py")])
            .arg(file)
            .args([SOURCE.0.to_string(), SOURCE.1.to_string()])
            .stderr(Stdio::inherit());
        self.stage.start_beside(&mut source, "python3");
    }

    /// Moves the real pointer and its button.
    pub(crate) fn points(&self, steps: &[&str]) {
        let done = self.stage.program("xdotool").args(steps).status();
        let done = done.expect("the pointer moves: install xdotool");
        assert!(done.success(), "xdotool {steps:?}");
    }

    pub(crate) fn moves_to(&self, (x, y): (u32, u32)) {
        self.points(&["mousemove", "--sync", &x.to_string(), &y.to_string()]);
    }

    /// Drags a file above the window, until this says what happens when one
    /// lets go.
    fn drags(&mut self, file: &Path) {
        self.lays_ready(file);
        self.moves_to((SOURCE.0 + 20, SOURCE.1 + 20));
        self.points(&["mousedown", "1"]);
        self.moves_to((SOURCE.0 - 20, SOURCE.1 + 40));
        self.moves_to((WINDOW.0 + 100, WINDOW.1));
        // A hand is never still.
        let mut at = WINDOW.0;
        wait_until("the window says that it takes the file", || {
            at = if at > WINDOW.0 {
                WINDOW.0
            } else {
                WINDOW.0 + 8
            };
            self.moves_to((at, WINDOW.1));
            self.text().contains("Laat los om het bestand te openen")
        });
    }

    /// Drops a file on the window.
    pub(crate) fn drops(&mut self, file: &Path) {
        self.drags(file);
        self.points(&["mouseup", "1"]);
    }
}

#[test]
fn a_file_that_is_dragged_onto_the_window_opens() {
    journey("slepen", &[], |person| {
        person.sees("Eerder geopend");
        let file = person.document("één nota.md");
        std::fs::write(&file, NOTA).expect("the nota");
        person.drags(&file);
        person.meets_no_bar("boven-het-venster");
        person.points(&["mouseup", "1"]);
        person.sees("De proef is afgerond.");
        person.sees_no("Laat los om het bestand te openen");
    });
}
