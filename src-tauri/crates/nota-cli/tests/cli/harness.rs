//! Runs the binary with a guard against hanging and a bound on memory.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A small nota without any remark on the day [`TODAY`].
pub const GOOD: &str = r#"---
sjabloon: jenv/beslisnota
versie: 1
onderwerp: Beslisnota Kamerbrief evaluatie noodhulp
aan:
  - Minister van Justitie en Veiligheid
onderdeel: Directoraat-Generaal Ondermijning
datum: 2024-03-15
kenmerk: "5254387"
---

## 1. Aanleiding

Met deze brief krijgt de Kamer de uitkomst van de evaluatie.

## 2. Geadviseerd besluit

U wordt geadviseerd om de brief naar de Kamer te verzenden.

## 3. Kernpunten

De evaluatie is positief.

## 5. Informatie die niet openbaar gemaakt kan worden

Niet van toepassing.
"#;

/// The day on which [`GOOD`] is good.
pub const TODAY: &str = "2024-03-15";

/// A nota with a `fout`: a section is missing.
pub fn faulty() -> String {
    GOOD.replace("## 3. Kernpunten\n\nDe evaluatie is positief.\n\n", "")
}

/// After this a program counts as hanging. Far above what anything takes.
const HANGING: Duration = Duration::from_secs(20);

/// The most memory that a run may take, in KiB: 500 MB.
#[cfg(unix)]
const MOST_MEMORY: i64 = 500 * 1024;

/// A folder with files, in which `nota` is run.
pub struct Folder {
    dir: TempDir,
}

/// What came of a run.
#[derive(Debug)]
pub struct Ran {
    /// The exit status.
    pub status: i32,
    /// Standard output, as bytes.
    pub bytes: Vec<u8>,
    /// Standard output, as text.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Folder {
    /// An empty folder.
    pub fn new() -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        Self { dir }
    }

    /// A folder with one nota, `a.nota.md`.
    pub fn with(text: impl AsRef<[u8]>) -> Self {
        let folder = Self::new();
        folder.write("a.nota.md", text);
        folder
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Puts a file in it, with the folders above it.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        let parent = path.parent().expect("it is in the folder");
        fs::create_dir_all(parent).expect("the folder can be made");
        fs::write(&path, bytes).expect("the file can be written");
        path
    }

    /// The bytes of a file in it.
    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path().join(name)).expect("the file is there")
    }

    /// The names of all files below it, hidden ones too, in order.
    pub fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        let mut open = vec![self.path().to_owned()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(&folder).expect("the folder can be read") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let inside = path.strip_prefix(self.path()).expect("below the folder");
                    names.push(inside.to_string_lossy().replace('\\', "/"));
                }
            }
        }
        names.sort();
        names
    }

    /// Runs `nota` here, with the arguments split at spaces.
    pub fn nota(&self, args: &str) -> Ran {
        self.run(nota().args(args.split_whitespace()))
    }

    /// Runs a command here and waits for it.
    pub fn run(&self, command: &mut Command) -> Ran {
        // Nothing of the person who runs the tests: no house style, no drafts.
        let nothing = self.path().join(".geen");
        let command = command
            .env("NO_COLOR", "1")
            .env("XDG_CONFIG_HOME", &nothing)
            .env("XDG_DATA_HOME", &nothing);
        self.run_as_it_is(command)
    }

    /// Runs a command here, with the environment that it has.
    pub fn run_as_it_is(&self, command: &mut Command) -> Ran {
        let child = command
            .current_dir(self.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        wait(child)
    }
}

/// The binary under test.
pub fn nota() -> Command {
    Command::new(env!("CARGO_BIN_EXE_nota"))
}

/// Waits for a program; ends it when it hangs.
pub fn wait(mut child: Child) -> Ran {
    let stdout = gather(child.stdout.take());
    let stderr = gather(child.stderr.take());
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("it can be waited for") {
            break status;
        }
        if start.elapsed() > HANGING {
            child.kill().expect("it can be ended");
            child.wait().expect("it ends");
            panic!("it did not end within {HANGING:?}");
        }
        thread::sleep(Duration::from_millis(1));
    };
    let bytes = stdout.join().expect("its output can be read");
    let stderr = stderr.join().expect("its messages can be read");
    assert_memory();
    Ran {
        status: status
            .code()
            .unwrap_or_else(|| panic!("it crashed: {status}")),
        stdout: String::from_utf8_lossy(&bytes).into_owned(),
        stderr: String::from_utf8_lossy(&stderr).into_owned(),
        bytes,
    }
}

fn gather(stream: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            stream
                .read_to_end(&mut bytes)
                .expect("the pipe can be read");
        }
        bytes
    })
}

/// The system keeps the peak of the largest program that has ended so far, so
/// one look after each run bounds them all.
#[cfg(unix)]
fn assert_memory() {
    use nix::sys::resource::{UsageWho, getrusage};
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system measures");
    // In KiB, on macOS in bytes.
    let unit = if cfg!(target_os = "macos") { 1024 } else { 1 };
    let peak = usage.max_rss() / unit;
    assert!(peak < MOST_MEMORY, "a program took {peak} KiB");
}

#[cfg(not(unix))]
fn assert_memory() {
    eprintln!("!!! NOT TESTED HERE: how much memory programs take");
}

impl Ran {
    /// The run ended with this status; what it said when not.
    #[track_caller]
    pub fn ended(&self, status: i32) -> &Self {
        assert_eq!(
            self.status, status,
            "\nstandard output:\n{}\nstandard error:\n{}",
            self.stdout, self.stderr
        );
        self
    }

    /// The message on standard error has this in it.
    #[track_caller]
    pub fn told(&self, part: &str) -> &Self {
        assert!(
            self.stderr.contains(part),
            "‘{part}’ is not in:\n{}",
            self.stderr
        );
        self
    }

    /// The codes of the diagnostics in JSON output, in order.
    #[track_caller]
    pub fn codes(&self) -> Vec<String> {
        let rows: Vec<serde_json::Value> =
            serde_json::from_str(&self.stdout).expect("an array in JSON");
        rows.iter()
            .map(|row| row["code"].as_str().expect("a code").to_owned())
            .collect()
    }
}
