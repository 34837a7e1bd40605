//! What stands where in the checkout.

use nota_tests::files;

use crate::expect_none;

/// What a visitor sees at the top, and nothing else.
const TOP: &[&str] = &[
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "docs",
    "icons",
    "src-tauri",
    "tauri.conf.json",
    "tests",
    "ui",
];

#[test]
fn the_top_level_holds_what_was_agreed() {
    let entries = std::fs::read_dir(files::root()).expect("the root can be read");
    let mut wrong: Vec<String> = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.') && !TOP.contains(&name.as_str()))
        .collect();
    wrong.sort();
    expect_none(&wrong, "these have no place at the top level:");
}

#[test]
fn every_crate_follows_the_rules_of_the_workspace() {
    let mut manifests = files::below(&files::root().join("src-tauri/crates"), "Cargo.toml");
    manifests.push(files::root().join("tests/Cargo.toml"));
    assert!(manifests.len() > 5, "the crates are found");
    let wrong: Vec<String> = manifests
        .iter()
        .filter(|manifest| !files::read(manifest).contains("[lints]\nworkspace = true"))
        .map(|manifest| files::shown(manifest))
        .collect();
    expect_none(&wrong, "`[lints] workspace = true` is missing:");
}

#[test]
fn every_work_of_others_has_its_reason() {
    let manifest = files::read(&files::root().join("Cargo.toml"));
    let mut wrong = Vec::new();
    let mut inside = false;
    let mut has_reason = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line == "[workspace.dependencies]";
        } else if line.starts_with('#') {
            has_reason = true;
        } else if line.is_empty() {
            has_reason = false;
        } else if inside && !has_reason && !line.contains("path =") {
            wrong.push(line.to_owned());
        }
    }
    expect_none(&wrong, "say in a comment above it what it is for:");
}
