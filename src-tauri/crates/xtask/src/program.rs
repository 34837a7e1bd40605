//! Starting other programs: from the root of the checkout, shown before they
//! start, with a failure that says what could not be done.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// What is said before a build of which nothing is there yet.
const FIRST_BUILD: &str = "The first build contains a typesetter and a window: on two cores it \
    takes about a quarter of an hour. After that a change costs seconds.";

/// Why a command of `cargo xtask` did not succeed.
pub enum Failure {
    /// A test or check said no: exit status 1.
    Failed(String),
    /// The machine lacks something, or the command line is wrong: exit
    /// status 2.
    Missing(String),
}

/// The root of the checkout: of the one that cargo runs us for, because two that
/// share a target directory may share this program.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR");
    let here = here.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let here = Path::new(&here);
    here.ancestors().nth(3).unwrap_or(here).to_path_buf()
}

/// A program with its arguments, to be started in the root of the checkout.
pub struct Program {
    command: Command,
    shown: String,
}

impl Program {
    /// A program by its name or path.
    pub fn new(name: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(name.as_ref());
        command.current_dir(root());
        Self {
            command,
            shown: name.as_ref().to_string_lossy().into_owned(),
        }
    }

    /// The cargo that started this program.
    pub fn cargo() -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Self {
            shown: "cargo".to_owned(),
            ..Self::new(cargo)
        }
    }

    /// The package manager of Node.
    pub fn npm() -> Self {
        Self::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
    }

    /// The same with these arguments.
    pub fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        for arg in args {
            self.shown.push(' ');
            self.shown.push_str(&arg.as_ref().to_string_lossy());
            self.command.arg(arg);
        }
        self
    }

    /// The same with an environment variable.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs it with its output on the terminal.
    ///
    /// # Errors
    ///
    /// When it cannot be started, or ends with another status than 0.
    pub fn run(mut self) -> Result<(), Failure> {
        println!("$ {}", self.shown);
        let status = self.command.stdin(Stdio::null()).status();
        let status = status.map_err(|error| self.not_started(&error))?;
        if status.success() {
            Ok(())
        } else {
            Err(Failure::Failed(format!("failed: {}", self.shown)))
        }
    }

    /// Starts it with its output on the terminal, and does not wait for it.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub fn start(mut self) -> Result<Child, Failure> {
        println!("$ {}", self.shown);
        let child = self.command.stdin(Stdio::null()).spawn();
        child.map_err(|error| self.not_started(&error))
    }

    /// Runs it without a word, also when the command line is very long.
    ///
    /// # Errors
    ///
    /// When it cannot be started, or ends with another status than 0.
    pub fn run_quietly(mut self) -> Result<(), Failure> {
        self.command.stdin(Stdio::null()).stdout(Stdio::null());
        let status = self.command.status();
        let status = status.map_err(|error| self.not_started(&error))?;
        if status.success() {
            return Ok(());
        }
        let shown: String = self.shown.chars().take(200).collect();
        Err(Failure::Failed(format!("failed: {shown}")))
    }

    /// Runs it, passes every line of its standard output on, and lets `see`
    /// read it. Gives whether it ended with status 0.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub fn watch(self, mut see: impl FnMut(&str)) -> Result<bool, Failure> {
        self.watch_quietly(|line| {
            println!("{line}");
            see(line);
        })
    }

    /// Runs it and lets `see` read every line of its standard output, which goes
    /// nowhere else. Gives whether it ended with status 0.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub fn watch_quietly(mut self, mut see: impl FnMut(&str)) -> Result<bool, Failure> {
        println!("$ {}", self.shown);
        self.command.stdin(Stdio::null()).stdout(Stdio::piped());
        let child = self.command.spawn();
        let mut child = child.map_err(|error| self.not_started(&error))?;
        if let Some(out) = child.stdout.take() {
            for line in BufReader::new(out).split(b'\n').map_while(Result::ok) {
                see(&String::from_utf8_lossy(&line));
            }
        }
        let status = child.wait().map_err(|error| self.not_started(&error))?;
        Ok(status.success())
    }

    /// Runs it quietly and gives what it wrote to standard output; none when
    /// it could not be started or did not succeed.
    pub fn output(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).output().ok()?;
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        output.status.success().then_some(text)
    }

    fn not_started(&self, error: &std::io::Error) -> Failure {
        Failure::Missing(format!("`{}` cannot be started: {error}", self.shown))
    }
}

/// Builds binaries of the workspace together and gives their paths, in the same
/// order. With the features of the whole workspace, as the tests have them: what
/// one command has built, the other need not build again. A first build takes
/// long, so then cargo shows on the terminal what it is at.
///
/// # Errors
///
/// When one does not build.
pub fn built<const N: usize>(names: [&str; N]) -> Result<[PathBuf; N], Failure> {
    let paths = names.map(|name| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        target().join("debug").join(file)
    });
    let mut build = Program::cargo().args(["build", "--locked", "--workspace"]);
    if paths.iter().all(|path| path.is_file()) {
        build = build.args(["--quiet"]);
    } else {
        println!("{FIRST_BUILD}");
    }
    let bins = names.iter().flat_map(|name| ["--bin", name]);
    build.args(bins).run()?;
    Ok(paths)
}

/// The folder in which cargo builds.
pub fn target() -> PathBuf {
    let named = std::env::var_os("CARGO_TARGET_DIR");
    root().join(named.unwrap_or_else(|| "src-tauri/target".into()))
}

/// Whether a program of this name is on the search path.
pub fn is_installed(name: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}
