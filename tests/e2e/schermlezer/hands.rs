//! Real keys, as a keyboard gives them: those of the driver go past assistive
//! technology.

use crate::person::{Person, wait_until};

/// The pause between two letters, in milliseconds: those of a quick typist.
const PACE: &str = "60";

impl Person {
    /// The window gets the keys, as a click in its title bar does.
    pub(super) fn takes_the_keyboard(&self) {
        let find = ["search", "--onlyvisible", "--class", "beslisnota"];
        self.points(&[&find[..], &["windowfocus", "--sync", "%1"]].concat());
    }

    /// The window loses the keys and gets them again.
    pub(super) fn comes_back(&self) {
        let root = [
            "search",
            "--maxdepth",
            "0",
            "--name",
            ".*",
            "windowfocus",
            "%1",
        ];
        let _ = self.stage.program("xdotool").args(root).status();
        self.takes_the_keyboard();
        wait_until("the window has the focus", || {
            self.script("return document.hasFocus()", Vec::new()) == serde_json::Value::Bool(true)
        });
    }

    /// Strikes keys together: "Ctrl+S", "F8".
    pub(super) fn strikes(&self, chord: &str) {
        let keys: Vec<String> = chord.split('+').map(keysym).collect();
        self.points(&["key", &keys.join("+")]);
    }

    /// Types on the keyboard.
    pub(super) fn keys_in(&self, text: &str) {
        self.points(&["type", "--delay", PACE, text]);
    }
}

/// What the screen calls a key.
fn keysym(key: &str) -> String {
    let name = match key {
        "Ctrl" => "ctrl",
        "Shift" => "shift",
        "Alt" => "alt",
        "Enter" => "Return",
        "Backspace" => "BackSpace",
        "Links" => "Left",
        "Rechts" => "Right",
        "Omhoog" => "Up",
        "Omlaag" => "Down",
        "Spatie" => "space",
        // A capital would be the letter with Shift.
        letter if letter.chars().count() == 1 => return letter.to_lowercase(),
        other => other,
    };
    name.to_owned()
}
