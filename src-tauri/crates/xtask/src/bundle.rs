//! `cargo xtask bundle`: the installable program, in the formats of this
//! system; and whether a Debian package installs, starts and goes away again.

use std::path::{Path, PathBuf};

use crate::needs;
use crate::program::{Failure, Program, root, target};
use crate::ui;

/// The maker of bundles, which npm fetches and keeps. It is no dependency of
/// `ui/`: npm wants the parts of such a dependency for all systems, and only
/// those of this one are needed.
const MAKER: &str = "--package=@tauri-apps/cli@2.12.5";

/// The formats of this system.
const FORMATS: &str = if cfg!(target_os = "windows") {
    "msi,nsis"
} else if cfg!(target_os = "macos") {
    "app,dmg"
} else {
    "deb"
};

/// A Debian package may be no larger than this.
const MOST_MEGABYTES: f64 = 30.0;

/// The name of the Debian package and of its program.
const PACKAGE: &str = "beslisnota";

/// Builds the program and makes the bundles; prints where they are.
///
/// # Errors
///
/// When something is missing or does not build, or the Debian package is
/// larger than is allowed.
pub fn bundle() -> Result<(), Failure> {
    needs::ensure(&[needs::WINDOW])?;
    ui::build()?;
    println!("The release build takes some ten minutes the first time.");
    release()?;
    let npm = Program::npm().args(["exec", "--yes", MAKER, "--"]);
    npm.args(["tauri", "bundle", "--ci", "--bundles", FORMATS])
        .run()?;
    for path in made()? {
        let megabytes = megabytes(&path);
        println!("{}  {megabytes:.1} MB", path.display());
        if is_deb(&path) && megabytes > MOST_MEGABYTES {
            return Err(Failure::Failed(format!(
                "The package is larger than {MOST_MEGABYTES} MB."
            )));
        }
    }
    Ok(())
}

/// Builds the program of the window as it is shipped, and gives its path. With
/// the features of the whole workspace, as the measurements are built.
///
/// # Errors
///
/// When it does not build.
pub fn release() -> Result<PathBuf, Failure> {
    Program::cargo()
        .args(["build", "--release", "--locked", "--workspace"])
        .args(["--bin", PACKAGE])
        .run()?;
    let file = format!("{PACKAGE}{}", std::env::consts::EXE_SUFFIX);
    Ok(target().join("release").join(file))
}

/// Installs the Debian package, drives the installed program, and removes it.
///
/// # Errors
///
/// When there is no package, or one of the steps does not succeed.
pub fn check() -> Result<(), Failure> {
    needs::ensure(&[needs::WINDOW, needs::TEST])?;
    let package = deb().ok_or_else(|| {
        Failure::Missing("There is no package: run `cargo xtask bundle` first.".to_owned())
    })?;
    needs::as_root("dpkg")
        .args(["--install"])
        .args([&package])
        .run()?;
    let listed = Program::new("dpkg").args(["--listfiles", PACKAGE]).output();
    let listed = listed.unwrap_or_default();
    let files: Vec<&Path> = listed
        .lines()
        .map(Path::new)
        .filter(|path| path.is_file())
        .collect();
    let started = Program::cargo()
        .args([
            "test",
            "--quiet",
            "--workspace",
            "--locked",
            "--test",
            "e2e",
            "--",
            "two_starts",
        ])
        .env("BESLISNOTA_PROGRAM", format!("/usr/bin/{PACKAGE}"))
        .run();
    needs::as_root("dpkg").args(["--remove", PACKAGE]).run()?;
    started?;
    let left: Vec<String> = files
        .iter()
        .filter(|path| path.exists())
        .map(|path| path.display().to_string())
        .collect();
    if files.is_empty() || !left.is_empty() {
        return Err(Failure::Failed(format!(
            "Of the {} files of the package these stay behind: {}",
            files.len(),
            left.join(", ")
        )));
    }
    println!(
        "The package installs, its program starts, and all {} files go away.",
        files.len()
    );
    Ok(())
}

/// The Debian package that was made last.
pub fn deb() -> Option<PathBuf> {
    made().ok()?.into_iter().find(|path| is_deb(path))
}

/// The size of a file in megabytes.
pub fn megabytes(path: &Path) -> f64 {
    std::fs::metadata(path).map_or(0.0, |file| file.len() as f64 / 1e6)
}

fn is_deb(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "deb")
}

/// The files that the maker left in the folders of its formats.
fn made() -> Result<Vec<PathBuf>, Failure> {
    let folder = target().join("release/bundle");
    let mut found = Vec::new();
    for format in FORMATS.split(',') {
        let entries = std::fs::read_dir(folder.join(format)).into_iter().flatten();
        let paths = entries.flatten().map(|entry| entry.path());
        // The folders are what the packages were made of; a program of macOS is
        // a folder itself.
        let is_bundle =
            |path: &PathBuf| path.is_file() || path.extension().is_some_and(|end| end == "app");
        found.extend(paths.filter(is_bundle));
    }
    if found.is_empty() {
        return Err(Failure::Failed(format!(
            "nothing was made in {}",
            folder.strip_prefix(root()).unwrap_or(&folder).display()
        )));
    }
    Ok(found)
}
