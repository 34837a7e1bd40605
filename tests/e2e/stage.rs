//! What a journey needs around the program, and nobody else's: a screen, a
//! session bus, folders, and stand-ins for the system's programs. All of it
//! ends with the journey.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

#[path = "desktop.rs"]
mod desktop;

use desktop::Desktop;

/// The size of the screen; the window opens at 1366 x 768 in its corner.
const SCREEN: &str = "1600x1200x24";

/// The file with what the program wrote to standard error.
const SAID: &str = "gezegd";

/// Whether assistive technology can hear the programs on a stage.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aids {
    /// Nothing listens, and nothing is told.
    None,
    /// There is a bus of accessibility, and who listens on it is told in Dutch.
    Bus,
}

/// The place where a journey is played.
pub struct Stage {
    folder: PathBuf,
    display: String,
    /// The processes, the youngest last.
    children: Vec<Child>,
    desktop: Option<Desktop>,
    aids: Aids,
    /// The port on which the driver listens.
    pub port: u16,
}

impl Stage {
    /// Sets the stage for a journey.
    ///
    /// # Panics
    ///
    /// When a program that it needs is not on this machine.
    pub fn set(journey: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("e2e")
            .join(journey);
        let _ = std::fs::remove_dir_all(&folder);
        for name in ["thuis", "documenten", "bin"] {
            std::fs::create_dir_all(folder.join(name)).expect("the journey's folder");
        }
        let mut stage = Self {
            folder,
            display: String::new(),
            children: Vec::new(),
            desktop: None,
            aids: Aids::None,
            port: free_port(),
        };
        stage.stand_in();
        let screen = [
            "-screen",
            "0",
            SCREEN,
            "-nolisten",
            "tcp",
            "-noreset",
            "-displayfd",
            "1",
        ];
        let mut server = Command::new("Xvfb");
        server.args(screen).stderr(Stdio::null());
        let number = stage.start(&mut server, "xvfb");
        stage.display = format!(":{number}");
        stage.start_bus();
        stage
    }

    /// The folder where the journey keeps its documents.
    pub fn documents(&self) -> PathBuf {
        self.folder.join("documenten")
    }

    /// The file in which stands what the next dialog for files chooses.
    pub fn answer(&self) -> PathBuf {
        self.folder.join("dialoog")
    }

    /// What the program and its web view wrote to standard error.
    pub fn said(&self) -> String {
        std::fs::read_to_string(self.folder.join(SAID)).unwrap_or_default()
    }

    /// What the system's own programs were asked to open, a line each.
    pub fn opened(&self) -> Vec<String> {
        let text = std::fs::read_to_string(self.folder.join("geopend"));
        text.unwrap_or_default()
            .lines()
            .map(str::to_owned)
            .collect()
    }

    /// The file that brings mishaps while it is there.
    pub fn mishap(&self) -> PathBuf {
        self.folder.join("onheil")
    }

    /// From now on programs tell assistive technology what happens in them.
    ///
    /// # Panics
    ///
    /// When the bus of accessibility is not on this machine.
    pub fn start_aids(&mut self) {
        self.aids = Aids::Bus;
        let folder = self.folder("aids");
        std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700))
            .expect("a folder of one's own");
        let mut launcher = self.program("/usr/libexec/at-spi-bus-launcher");
        launcher
            .arg("--launch-immediately")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        self.begin(&mut launcher, "at-spi2-core");
    }

    /// A folder of this stage.
    pub fn folder(&self, name: &str) -> PathBuf {
        let folder = self.folder.join(name);
        std::fs::create_dir_all(&folder).expect("a folder of the journey");
        folder
    }

    /// From now on there is a file manager that shows files when it is asked.
    pub fn start_desktop(&mut self) {
        self.desktop = Some(Desktop::start(
            &self.bus_address(),
            self.folder.join("geopend"),
        ));
    }

    /// Starts a helper of a journey and waits until it says that it is there.
    pub fn start_beside(&mut self, command: &mut Command, package: &str) {
        self.start(command, package);
    }

    /// A program with the environment of this stage.
    pub fn program(&self, name: impl AsRef<std::ffi::OsStr>) -> Command {
        let home = self.folder.join("thuis");
        let path = std::env::var("PATH").unwrap_or_default();
        let mut command = Command::new(name);
        match self.aids {
            Aids::None => command.env("NO_AT_BRIDGE", "1"),
            Aids::Bus => command
                .env_remove("NO_AT_BRIDGE")
                .env("XDG_RUNTIME_DIR", self.folder.join("aids"))
                .env("GSETTINGS_BACKEND", "memory")
                .env("LANGUAGE", "nl"),
        };
        command
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("HOME", &home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus_address())
            .env("LC_ALL", "C.UTF-8")
            .env(
                "PATH",
                format!("{}:{path}", self.folder.join("bin").display()),
            )
            .env("BESLISNOTA_DIALOG", self.answer())
            .env("BESLISNOTA_ONHEIL", self.mishap())
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .current_dir(self.documents());
        command
    }

    /// The number of the process that runs this program on this stage.
    ///
    /// # Panics
    ///
    /// When there is none.
    pub fn running(&self, program: &Path) -> u32 {
        let mine = format!("XDG_DATA_HOME={}", self.folder.join("thuis/data").display());
        let processes = std::fs::read_dir("/proc").expect("the list of processes");
        let is_it = |pid: &u32| {
            let of = |name: &str| format!("/proc/{pid}/{name}");
            let runs = std::fs::read_link(of("exe")).is_ok_and(|path| path == program);
            let environment = std::fs::read(of("environ")).unwrap_or_default();
            runs && environment
                .split(|byte| *byte == 0)
                .any(|entry| entry == mine.as_bytes())
        };
        let pids = processes
            .flatten()
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        pids.into_iter().find(is_it).expect("the program runs")
    }

    /// The memory map of a process that a program started, by its name as the
    /// system shows it: at most 15 letters.
    ///
    /// # Panics
    ///
    /// When there is none.
    pub fn memory_map_of(&self, name: &str, of: &Path) -> String {
        let parent = format!("PPid:\t{}", self.running(of));
        let name = format!("Name:\t{name}");
        let processes = std::fs::read_dir("/proc").expect("the list of processes");
        let is_it = |folder: &PathBuf| {
            let status = std::fs::read_to_string(folder.join("status")).unwrap_or_default();
            let has = |line: &str| status.lines().any(|own| own == line);
            has(&name) && has(&parent)
        };
        let folder = processes.flatten().map(|entry| entry.path()).find(is_it);
        std::fs::read_to_string(folder.expect("the process").join("maps")).expect("its map")
    }

    /// Starts the driver of the web view, on a port of its own.
    pub fn start_driver(&mut self) {
        self.port = free_port();
        let mut driver = self.program("WebKitWebDriver");
        driver.args([format!("--port={}", self.port)]);
        let said = std::fs::File::create(self.folder.join(SAID)).expect("the log");
        driver.stdout(Stdio::null()).stderr(said);
        self.begin(&mut driver, "webkit2gtk-driver");
        let is_up = || std::net::TcpStream::connect(("127.0.0.1", self.port)).is_ok();
        crate::person::wait_until("the driver listens", is_up);
    }

    /// From now on the desktop has no program for any file.
    pub fn without_programs(&self) {
        for opener in ["xdg-open", "gio", "gnome-open", "kde-open"] {
            self.write_program(opener, "exit 3");
        }
    }

    /// Instead of the desktop's own programs: one that notes what it was asked
    /// to open, and what this program left in its environment.
    fn stand_in(&self) {
        let noted = self.folder.join("geopend");
        let note = format!(
            "printf '%s\\n' \"$@\" >> '{0}'\nenv | grep -E '^(JSC|WEBKIT_DISABLE)_' >> '{0}'\nexit 0",
            noted.display()
        );
        self.write_program("xdg-open", &note);
    }

    /// From now on this script stands in for a program.
    pub fn write_program(&self, name: &str, script: &str) {
        let path = self.folder.join("bin").join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n"))
            .expect("the stand-in for the desktop");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755))
            .expect("the stand-in can be started");
    }

    /// Where the bus of the session listens.
    pub fn bus_address(&self) -> String {
        format!("unix:path={}", self.folder.join("bus").display())
    }

    /// A bus of its own, with no services to start: without it a second
    /// journey would be a second start of the first one's program.
    fn start_bus(&mut self) {
        let rules = format!(
            "<busconfig><type>session</type><listen>{}</listen><auth>EXTERNAL</auth>\
             <policy context=\"default\"><allow send_destination=\"*\"/><allow own=\"*\"/>\
             <allow eavesdrop=\"true\"/></policy></busconfig>",
            self.bus_address()
        );
        let file = self.folder.join("bus.conf");
        std::fs::write(&file, rules).expect("the rules of the bus");
        let file = format!("--config-file={}", file.display());
        let bus = ["--nofork", "--print-address=1", &file];
        let mut daemon = Command::new("dbus-daemon");
        daemon.args(bus).stderr(Stdio::null());
        self.start(&mut daemon, "dbus-daemon");
    }

    /// Starts a process and gives the first line that it writes.
    fn start(&mut self, command: &mut Command, package: &str) -> String {
        let child = self.begin(command.stdout(Stdio::piped()), package);
        let out = child.stdout.take().expect("its output");
        let mut line = String::new();
        let _ = BufReader::new(out).read_line(&mut line);
        assert!(!line.is_empty(), "{command:?} ended at once");
        line.trim().to_owned()
    }

    fn begin(&mut self, command: &mut Command, package: &str) -> &mut Child {
        // A group of its own, so that what it starts ends with it.
        let child = command.stdin(Stdio::null()).process_group(0);
        let child = child.spawn().unwrap_or_else(|error| {
            panic!("{command:?} cannot be started ({error}): install {package}")
        });
        self.children.push(child);
        self.children.last_mut().expect("just added")
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        while let Some(mut child) = self.children.pop() {
            let group = format!("-{}", child.id());
            let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
            let _ = child.wait();
        }
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}
