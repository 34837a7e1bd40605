//! A running `nota session`: changes in, answers out, killed when wanted.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::harness::{Folder, Ran, nota};

/// How many times longer than usual the tests of crashes run, by
/// `cargo xtask torture`, and from which seed.
pub fn effort() -> u64 {
    number("BESLISNOTA_TORTURE").max(1)
}

/// A number that is another one in each round of a long run.
pub fn seed() -> u64 {
    number("BESLISNOTA_SEED")
}

fn number(name: &str) -> u64 {
    let wish = std::env::var(name).ok();
    wish.and_then(|wish| wish.parse().ok()).unwrap_or(0)
}

/// A running session.
pub struct Driver {
    child: Child,
    /// Its standard input, taken by who writes without waiting.
    pub input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts it on a file of the folder, with its own folders for data.
    pub fn start(folder: &Folder, home: &Path, file: &Path) -> Self {
        let mut child = with_home(&mut nota(), home)
            .arg("session")
            .arg(file)
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().expect("a pipe"));
        Self {
            child,
            input,
            output,
        }
    }

    /// Sends a change and waits for its answer.
    pub fn change(&mut self, change: &Value) -> Value {
        let input = self.input.as_mut().expect("not taken");
        writeln!(input, "{change}").expect("it reads");
        self.answer().expect("it answers")
    }

    /// The next answer; none when it has ended.
    pub fn answer(&mut self) -> Option<Value> {
        let mut line = String::new();
        self.output.read_line(&mut line).ok()?;
        // Killed in the middle of a line it answered nothing.
        serde_json::from_str(&line).ok()
    }

    /// Ends it at once.
    pub fn kill(&mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }
}

/// A command with its own folders for data and settings.
pub fn with_home<'a>(command: &'a mut Command, home: &Path) -> &'a mut Command {
    command
        .env("XDG_DATA_HOME", home)
        .env("XDG_CONFIG_HOME", home)
        .env("NO_COLOR", "1")
}

/// A subject that tells its number.
pub fn subject(number: u64) -> Value {
    json!({"type": "setField", "path": "onderwerp", "value": format!("Beslisnota {number}")})
}

/// A section that tells its number, in several paragraphs.
pub fn section(number: u64) -> Value {
    let paragraph = json!({
        "type": "paragraph",
        "inlines": [{"type": "text", "text": format!("Alinea {number}. ").repeat(40)}],
    });
    json!({"type": "setBody", "section": "aanleiding", "blocks": [paragraph]})
}

/// Recovers the only draft; none when there is nothing to recover.
pub fn recovered(folder: &Folder, home: &Path) -> Option<String> {
    let list = run(folder, home, &["recover", "--list"]);
    list.ended(0);
    let id = list.stdout.split_whitespace().next()?.to_owned();
    let text = run(folder, home, &["recover", &id]);
    text.ended(0);
    Some(text.stdout)
}

/// Runs `nota` with these folders for data.
pub fn run(folder: &Folder, home: &Path, args: &[&str]) -> Ran {
    let mut command = nota();
    command.args(args);
    with_home(&mut command, home);
    folder.run_as_it_is(&mut command)
}

/// The number that the subject of a nota tells; 0 at the start.
pub fn told(text: &str) -> u64 {
    let subject = text
        .lines()
        .find_map(|line| line.strip_prefix("onderwerp: Beslisnota "));
    let number = subject.and_then(|subject| subject.trim_matches('"').parse().ok());
    number.unwrap_or(0)
}
