//! Orca, the screen reader of Linux desktops: started beside the window, without
//! a sound card or a voice. It writes every phrase that it speaks in a file.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::person::wait_until;
use crate::stage::Stage;

/// The program; the tests go on without it, and say so.
const PROGRAM: &str = "orca";

/// The version of which the words stand in the goldens: another one has other
/// words for the same.
const VERSION: &str = "43";

/// How a phrase begins in the file.
const SPEECH: &str = "SPEECH OUTPUT: '";

/// What it echoes: what the window tells of, and not what the keyboard does.
const SETTINGS: &str = r#"{
  "general": {"startingProfile": ["Default", "default"]},
  "pronunciations": {},
  "keybindings": {},
  "profiles": {"default": {
    "profile": ["Default", "default"],
    "enableKeyEcho": false,
    "enableEchoByCharacter": true,
    "enableEchoByWord": true,
    "enableSound": false,
    "enableBraille": false,
    "keybindings": {},
    "pronunciations": {}
  }}
}"#;

/// What it runs at its start: a phrase stands in the file as soon as it is spoken.
const AT_ONCE: &str = "\
import orca.debug
orca.debug.debugFile.reconfigure(line_buffering=True)
";

/// A screen reader that is running.
pub struct Orca {
    child: Child,
    file: PathBuf,
    /// How much of the file was heard before.
    heard: usize,
}

impl Orca {
    /// Starts it, once the window is there; none where it is not installed, or is
    /// of another version than the goldens.
    ///
    /// # Panics
    ///
    /// When it is there and does not speak.
    pub fn start(stage: &Stage) -> Option<Self> {
        let version = Command::new(PROGRAM).arg("--version").output();
        let version = version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
        let found = version.unwrap_or_else(|error| error.to_string());
        if found.split('.').next() != Some(VERSION) {
            // Past the test runner, which keeps what a passing test says to itself.
            let _ = std::io::Write::write_all(
                &mut std::io::stderr(),
                format!(
                    "\nNOT COMPARED: what Orca {VERSION} speaks (here: {}). What the window \
                     tells it is compared.\n",
                    found.trim()
                )
                .as_bytes(),
            );
            return None;
        }
        // It is the only one on this stage, whatever runs on the desktop.
        stage.write_program("pgrep", "exit 1");
        let folder = stage.folder("orca");
        std::fs::write(folder.join("user-settings.conf"), SETTINGS).expect("its settings");
        std::fs::write(folder.join("orca-customizations.py"), AT_ONCE).expect("its own script");
        let file = folder.join("gesproken");
        let mut command = stage.program(PROGRAM);
        command
            .arg("--debug-file")
            .arg(&file)
            .arg("--user-prefs")
            .arg(&folder)
            // No voice is looked for, and none is started.
            .env("SPEECHD_ADDRESS", "unix_socket:/nergens")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let child = command.spawn().expect("Orca starts");
        let orca = Self {
            child,
            file,
            heard: 0,
        };
        wait_until("Orca speaks", || !orca.lines().is_empty());
        Some(orca)
    }

    /// Forgets what was spoken.
    pub fn forget(&mut self) {
        self.heard = self.bytes().len();
    }

    /// What was spoken since then, a phrase each.
    pub fn lines(&self) -> Vec<String> {
        let bytes = self.bytes();
        phrases(&String::from_utf8_lossy(
            bytes.get(self.heard..).unwrap_or_default(),
        ))
    }

    /// How much it has noted, of what it heard and of what it spoke.
    pub fn noted(&self) -> u64 {
        size(&self.file)
    }

    fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.file).unwrap_or_default()
    }
}

impl Drop for Orca {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn size(file: &Path) -> u64 {
    std::fs::metadata(file).map_or(0, |own| own.len())
}

/// The phrases in what it wrote.
fn phrases(text: &str) -> Vec<String> {
    let lines = text.lines().filter_map(|line| {
        let (_, rest) = line.split_once(SPEECH)?;
        // What follows is the voice.
        let end = ["'{", "' {", "'[{"].iter().filter_map(|end| rest.find(end));
        let end = end.min().or_else(|| rest.rfind('\''))?;
        Some(rest[..end].trim().to_owned())
    });
    // The letters of a word depend on how fast it is typed: the word does not.
    lines.filter(|phrase| phrase.chars().count() > 1).collect()
}
