//! The form of the source files: what they open with, how long they are.

use std::path::PathBuf;

use nota_tests::files;

use crate::expect_none;

/// From here on a file should be looked at for a seam.
const LONG: usize = 400;
/// No file is longer.
const TOO_LONG: usize = 800;

/// All our Rust files.
pub fn rust_files() -> Vec<PathBuf> {
    let mut found = files::below(&files::root().join("src-tauri/crates"), ".rs");
    found.extend(files::below(&files::root().join("src-tauri/src"), ".rs"));
    found.extend(files::below(&files::root().join("tests"), ".rs"));
    assert!(found.len() > 50, "the source is found");
    found
}

#[test]
fn every_file_says_first_what_it_is() {
    let wrong: Vec<String> = rust_files()
        .iter()
        .filter(|path| !files::read(path).starts_with("//! "))
        .map(|path| files::shown(path))
        .collect();
    expect_none(&wrong, "the first line is `//!` and says what the file is:");
}

#[test]
fn no_file_is_too_long() {
    let mut wrong = Vec::new();
    for path in rust_files() {
        let lines = files::read(&path).lines().count();
        if lines > TOO_LONG {
            wrong.push(format!("{} has {lines} lines", files::shown(&path)));
        } else if lines > LONG {
            println!("look for a seam: {} has {lines} lines", files::shown(&path));
        }
    }
    expect_none(&wrong, &format!("no file has more than {TOO_LONG} lines:"));
}

#[test]
fn no_test_is_passed_over() {
    let mark = concat!("#[ign", "ore");
    let wrong: Vec<String> = rust_files()
        .iter()
        .filter(|path| files::read(path).contains(mark))
        .map(|path| files::shown(path))
        .collect();
    expect_none(&wrong, "a test that does not run is no test:");
}

#[test]
fn only_the_edges_reach_the_world() {
    let edges = [
        "src-tauri/crates/nota-store/",
        "src-tauri/crates/nota-cli/",
        "src-tauri/crates/xtask/",
        "src-tauri/src/",
        "tests/",
    ];
    let mark = concat!("clippy::disallowed_", "methods");
    let mut wrong = Vec::new();
    for path in rust_files() {
        let shown = files::shown(&path);
        let is_edge = edges.iter().any(|edge| shown.starts_with(edge))
            || shown.ends_with("/build.rs")
            || shown.contains("/tests/")
            || shown.ends_with("/tests.rs")
            || shown.contains("/benches/");
        if is_edge {
            continue;
        }
        let text = files::read(&path);
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        if code.contains(mark) {
            wrong.push(shown);
        }
    }
    expect_none(&wrong, "the middle knows no disk, clock or environment:");
}

#[test]
fn nothing_names_a_place_on_somebodys_machine() {
    let places = [
        concat!("/ho", "me/"),
        concat!("/ro", "ot/"),
        concat!("/Us", "ers/"),
        concat!("/wo", "rk/"),
        concat!("C:", "\\Users"),
    ];
    let mut wrong = Vec::new();
    for folder in [
        "src-tauri/crates",
        "src-tauri/templates",
        "tests",
        "docs",
        ".ci",
    ] {
        for ending in [".rs", ".toml", ".md", ".typ", ".java", "/run", ".verwacht"] {
            for path in files::below(&files::root().join(folder), ending) {
                let text = std::fs::read_to_string(&path).unwrap_or_default();
                for place in places.iter().filter(|place| text.contains(**place)) {
                    wrong.push(format!("{} names {place}", files::shown(&path)));
                }
            }
        }
    }
    expect_none(&wrong, "another machine has no such place:");
}
