//! What a person does with the window: open, type, press, click, look. Things
//! are found by what they are called on the screen; each step waits until it
//! can be done, and says what was there instead when it cannot.

use std::path::Path;
use std::time::{Duration, Instant};

use nota_tests::files;
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver, WebElement};
use tokio::runtime::Runtime;

use crate::stage::Stage;
use crate::{keys, program};

/// A nota with little in it, for journeys about its file.
pub const NOTA: &str = "\
---
sjabloon: jenv/beslisnota
versie: 1
onderwerp: Beslisnota proef
---

## 1. Aanleiding

De proef is afgerond.
";

/// The themes of the window, each with the name of its pictures.
pub const THEMES: [(&str, &str); 3] = [
    ("Licht", "licht"),
    ("Donker", "donker"),
    ("Hoog contrast", "contrast"),
];

/// How long a person waits for something to happen.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// What the window says when something in it went wrong that nobody foresaw.
const FAULT: &str = "Er ging iets mis in het venster.";

const FIND: &str = include_str!("find.js");

/// Waits until what was just shown is drawn, and keeps a point in the corner
/// in motion: the driver takes its picture after the next time that the
/// window is drawn, which never comes in a window where nothing moves.
const STIR: &str = "
const point = document.body.appendChild(document.createElement('i'))
point.setAttribute('aria-hidden', 'true')
point.style.cssText = 'position:fixed;left:0;top:0;width:1px;height:1px'
let odd = false
const timer = setInterval(() => {
  odd = !odd
  point.style.background = odd ? '#80808001' : '#80808002'
}, 20)
window.stirred = { end: () => (clearInterval(timer), point.remove()) }
requestAnimationFrame(() => requestAnimationFrame(arguments[0]))";

/// Someone in front of the window.
pub struct Person {
    pub(crate) runtime: Runtime,
    driver: Option<WebDriver>,
    pub(crate) stage: Stage,
    journey: String,
}

/// Plays a journey: starts the program with these arguments and hands it to
/// the person. When the journey fails there is a picture of the window then.
pub fn journey(name: &str, args: &[&str], act: impl FnOnce(&mut Person)) {
    prepared_journey(
        name,
        |_| args.iter().map(|arg| (*arg).to_owned()).collect(),
        act,
    );
}

/// The same, with files that are there before the program starts; `prepare`
/// puts them in the folder that it gets and says the arguments.
pub fn prepared_journey(
    name: &str,
    prepare: impl FnOnce(&Path) -> Vec<String>,
    act: impl FnOnce(&mut Person),
) {
    play(name, Stage::set(name), prepare, act);
}

/// The same, on a stage where assistive technology hears what happens.
pub fn heard_journey(
    name: &str,
    prepare: impl FnOnce(&Path) -> Vec<String>,
    act: impl FnOnce(&mut Person),
) {
    let mut stage = Stage::set(name);
    stage.start_aids();
    play(name, stage, prepare, act);
}

fn play(
    name: &str,
    stage: Stage,
    prepare: impl FnOnce(&Path) -> Vec<String>,
    act: impl FnOnce(&mut Person),
) {
    let args = prepare(&stage.documents());
    let mut person = Person::start(name, stage, &args);
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| act(&mut person)));
    if let Err(cause) = result {
        eprintln!("what the program said:\n{}", person.stage.said());
        if !person.is_closed() {
            person.look("mislukt");
            eprintln!("what was on the screen:\n{}", person.text());
        }
        std::panic::resume_unwind(cause);
    }
}

/// Waits until it is so.
///
/// # Panics
///
/// When it is not so in the end.
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < PATIENCE, "this did not happen: {what}");
        std::thread::sleep(Duration::from_millis(25));
    }
}

fn open_window(runtime: &Runtime, stage: &mut Stage, binary: &Path, args: &[String]) -> WebDriver {
    stage.start_driver();
    let mut capabilities = Capabilities::new();
    capabilities
        .set(
            "webkitgtk:browserOptions",
            json!({ "binary": binary, "args": args }),
        )
        .expect("the wishes for the window");
    let address = format!("http://127.0.0.1:{}", stage.port);
    runtime
        .block_on(async { WebDriver::new(address, capabilities).await })
        .expect("the window opens")
}

impl Person {
    fn start(journey: &str, mut stage: Stage, args: &[String]) -> Self {
        let binary = program::built();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let driver = open_window(&runtime, &mut stage, binary, args);
        let person = Self {
            runtime,
            driver: Some(driver),
            stage,
            journey: journey.to_owned(),
        };
        person.waits_for_the_window();
        person
    }

    fn waits_for_the_window(&self) {
        wait_until("the window shows something", || {
            self.ask("ready", json!([])) == Value::Bool(true)
        });
    }

    pub(crate) fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the window is open")
    }

    /// Runs a script in the window.
    pub fn script(&self, script: &str, args: Vec<Value>) -> Value {
        let run = self.driver().execute(script, args);
        let answer = self.runtime.block_on(run);
        answer
            .unwrap_or_else(|error| panic!("{error}"))
            .json()
            .clone()
    }

    /// Runs a script that gives a promise, and waits for it.
    pub fn promised(&self, script: &str, args: Vec<Value>) -> Value {
        let run = self.driver().execute_async(script, args);
        let answer = self.runtime.block_on(run);
        answer
            .unwrap_or_else(|error| panic!("{error}"))
            .json()
            .clone()
    }

    pub(crate) fn ask(&self, task: &str, args: Value) -> Value {
        let mut all = vec![json!(task)];
        all.extend(args.as_array().cloned().unwrap_or_default());
        self.script(FIND, all)
    }

    pub(crate) fn find(&self, kind: &str, name: &str) -> WebElement {
        let start = Instant::now();
        loop {
            let args = vec![json!("find"), json!(kind), json!(name)];
            let run = self.driver().execute(FIND, args);
            let found = self.runtime.block_on(run).expect("the window answers");
            if !found.json().is_null() {
                return found.element().expect("an element");
            }
            if start.elapsed() > PATIENCE {
                let names = self.ask("names", json!([kind]));
                panic!("there is no {kind} called \"{name}\"; there are: {names}");
            }
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    // Doing

    /// Clicks what is called so: a button, a link, an item of a menu, a choice.
    pub fn clicks(&self, name: &str) {
        self.clicks_a("button", name);
    }

    fn clicks_a(&self, kind: &str, name: &str) {
        let start = Instant::now();
        loop {
            let clicked = self.runtime.block_on(self.find(kind, name).click());
            match clicked {
                Ok(()) => return,
                // The click closed the window.
                Err(_) if self.is_closed() => return,
                // What moves or is drawn anew in the meantime is clicked again.
                Err(error) if start.elapsed() > PATIENCE => panic!("\"{name}\": {error}"),
                Err(_) => std::thread::sleep(Duration::from_millis(50)),
            }
        }
    }

    /// Chooses an item of a menu.
    pub fn chooses(&self, menu: &str, item: &str) {
        self.clicks(menu);
        self.clicks(item);
    }

    /// Clicks in the field that is called so.
    pub fn goes_to(&self, field: &str) {
        self.clicks_a("field", field);
    }

    /// Types in the field that is called so, in place of what stands there.
    pub fn fills(&self, field: &str, text: &str) {
        self.goes_to(field);
        // In the text of a section Ctrl+A is about the whole nota.
        let in_text = self.script(
            "return document.activeElement.matches('.ProseMirror')",
            Vec::new(),
        );
        self.presses(match in_text {
            Value::Bool(true) => "Ctrl+Shift+A",
            _ => "Ctrl+A",
        });
        self.types(text);
    }

    /// Chooses from the list that is called so.
    pub fn selects(&self, field: &str, option: &str) {
        self.find("field", field);
        let args = vec![json!("option"), json!(field), json!(option)];
        let found = self.runtime.block_on(self.driver().execute(FIND, args));
        let found = found.and_then(thirtyfour::prelude::ScriptRet::element);
        let found = found.unwrap_or_else(|_| panic!("\"{field}\" has no choice \"{option}\""));
        let clicked = self.runtime.block_on(found.click());
        clicked.unwrap_or_else(|error| panic!("\"{option}\": {error}"));
    }

    /// Types where the caret is; a line end is Enter.
    pub fn types(&self, text: &str) {
        let mut actions = self.driver().action_chain();
        for letter in text.chars() {
            let key = if letter == '\n' {
                keys::chord("Enter")[0]
            } else {
                letter
            };
            actions = actions.key_down(key).key_up(key);
        }
        let done = self.runtime.block_on(actions.perform());
        done.unwrap_or_else(|error| panic!("typing \"{text}\": {error}"));
    }

    /// Presses keys together: "Ctrl+S", "F8".
    pub fn presses(&self, keys: &str) {
        let keys = keys::chord(keys);
        let mut actions = self.driver().action_chain();
        for key in &keys {
            actions = actions.key_down(*key);
        }
        for key in keys.iter().rev() {
            actions = actions.key_up(*key);
        }
        let done = self.runtime.block_on(actions.perform());
        done.unwrap_or_else(|error| panic!("{error}"));
    }

    /// Presses keys one after another.
    pub fn presses_all(&self, keys: &[&str]) {
        for key in keys {
            self.presses(key);
        }
    }

    /// Pastes what another program put on the clipboard.
    pub fn pastes(&self, html: &str, text: &str) {
        self.ask("paste", json!([html, text]));
    }

    /// Presses Tab until what is called so has the focus.
    pub fn tabs_to(&self, name: &str) {
        for _ in 0..80 {
            if self.focused().starts_with(name) {
                return;
            }
            self.presses("Tab");
        }
        panic!(
            "Tab does not lead to \"{name}\", but to \"{}\"",
            self.focused()
        );
    }

    /// Starts the program a second time and waits until that start has ended.
    pub fn starts_again(&self, args: &[&str]) {
        let mut second = self.stage.program(program::built());
        let mut child = second.args(args).spawn().expect("a second start");
        let mut ended = || child.try_wait().is_ok_and(|status| status.is_some());
        wait_until("the second start ends", &mut ended);
    }

    /// The program is killed, without a moment to do anything, and started
    /// again.
    pub fn loses_the_program(&mut self) {
        let pid = self.stage.running(program::built());
        let killed = std::process::Command::new("kill")
            .args(["-KILL", &pid.to_string()])
            .status();
        assert!(
            killed.is_ok_and(|status| status.success()),
            "{pid} is killed"
        );
        self.starts(&[]);
    }

    /// Ends the program as one does at the end of the day, and starts it again.
    pub fn starts_afresh(&mut self, args: &[String]) {
        self.chooses("Bestand", "Programma afsluiten");
        self.sees_the_window_close();
        self.starts(args);
    }

    fn starts(&mut self, args: &[String]) {
        if let Some(driver) = self.driver.take() {
            // The driver has nothing to close any more.
            let _ = self.runtime.block_on(driver.quit());
        }
        let binary = program::built();
        self.driver = Some(open_window(&self.runtime, &mut self.stage, binary, args));
        self.waits_for_the_window();
    }

    /// From now on the engine has mishaps.
    pub fn has_bad_luck(&self) {
        std::fs::write(self.stage.mishap(), "").expect("bad luck");
    }

    /// Chooses the colours of the window.
    pub fn chooses_theme(&mut self, theme: &str) {
        self.chooses("Bestand", "Instellingen…");
        self.selects("Kleuren", theme);
        self.clicks("Opslaan");
    }

    /// From now on all goes well again.
    pub fn has_good_luck(&self) {
        std::fs::remove_file(self.stage.mishap()).expect("good luck");
    }

    /// From now on there is a file manager on the desktop.
    pub fn has_a_desktop_that_shows_files(&mut self) {
        self.stage.start_desktop();
    }

    // Seeing

    /// All text on the screen.
    pub fn text(&self) -> String {
        self.ask("text", json!([]))
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Waits until this text is on the screen.
    pub fn sees(&self, text: &str) {
        wait_until(&format!("\"{text}\" is on the screen"), || {
            self.text().contains(text)
        });
    }

    /// Waits until this text is not on the screen.
    pub fn sees_no(&self, text: &str) {
        wait_until(&format!("\"{text}\" is not on the screen"), || {
            !self.text().contains(text)
        });
    }

    /// The whole name of the first button that begins so, when there is one.
    pub fn button_starting(&self, name: &str) -> Option<String> {
        let names = self.ask("names", json!(["button"]));
        let names = names.as_array()?.iter().filter_map(Value::as_str);
        names.map(str::to_owned).find(|own| own.starts_with(name))
    }

    /// Clicks the first button in whose name this stands.
    pub fn clicks_where(&self, part: &str) {
        let names = self.ask("names", json!(["button"]));
        let mut names = names
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        let name = names.find(|name| name.contains(part));
        self.clicks(name.unwrap_or_else(|| panic!("no button has \"{part}\"")));
    }

    /// Waits until no button is called so.
    pub fn sees_no_button(&self, name: &str) {
        wait_until(&format!("there is no button \"{name}\""), || {
            self.button_starting(name).is_none()
        });
    }

    /// What stands in the field that is called so.
    pub fn value_of(&self, field: &str) -> String {
        self.find("field", field);
        let value = self.ask("value", json!([field]));
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until this text stands in the field that is called so.
    pub fn sees_in(&self, field: &str, text: &str) {
        wait_until(&format!("\"{text}\" is in \"{field}\""), || {
            self.value_of(field).contains(text)
        });
    }

    /// What has the focus is called so; empty when nothing has it.
    pub fn focused(&self) -> String {
        self.ask("focused", json!([]))
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Waits until what is called so has the focus.
    pub fn is_at(&self, name: &str) {
        wait_until(&format!("\"{name}\" has the focus"), || {
            self.focused().starts_with(name)
        });
    }

    /// The text that is selected.
    pub fn selected(&self) -> String {
        self.ask("selected", json!([]))
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Waits until the window is gone.
    pub fn sees_the_window_close(&mut self) {
        wait_until("the window closes", || self.is_closed());
    }

    fn is_closed(&self) -> bool {
        self.runtime.block_on(self.driver().title()).is_err()
    }

    /// Leaves a picture of the window in `tests/rapport/e2e`.
    pub fn look(&self, name: &str) {
        assert!(
            name == "mislukt" || !self.text().contains(FAULT),
            "the window met a fault"
        );
        self.promised(STIR, Vec::new());
        let folder = files::root().join("tests/rapport/e2e");
        let path = folder.join(format!("{}-{name}.png", self.journey));
        std::fs::create_dir_all(&folder).expect("the folder for pictures");
        if let Err(error) = self.runtime.block_on(self.driver().screenshot(&path)) {
            eprintln!("no picture of the window: {error}");
        }
        self.script("window.stirred.end()", Vec::new());
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            let _ = self.runtime.block_on(driver.quit());
        }
    }
}
