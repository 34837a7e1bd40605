//! What the documents say of the checkout is so.

use std::path::PathBuf;

use nota_tests::files;

use crate::expect_none;
use crate::source::rust_files;

/// Folders and files at the top that documents speak of.
const STARTS: &[&str] = &[
    "src-tauri/",
    "tests/",
    "docs/",
    "ui/",
    "icons/",
    ".ci/",
    ".clippy.toml",
];

fn documents() -> Vec<PathBuf> {
    let mut found = files::below(&files::root().join("docs"), ".md");
    // Texts of others, about their own files.
    found.retain(|path| !path.ends_with("licenties-derden.md"));
    found.extend(
        ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].map(|name| files::root().join(name)),
    );
    found.extend(files::below(
        &files::root().join("src-tauri/templates"),
        "LEESMIJ.md",
    ));
    found
}

#[test]
fn every_path_that_a_document_names_is_there() {
    let mut wrong = Vec::new();
    for document in documents() {
        for path in paths(&files::read(&document)) {
            if !files::root().join(&path).exists() {
                wrong.push(format!("{} names {path}", files::shown(&document)));
            }
        }
    }
    expect_none(&wrong, "there is no such file or folder:");
}

#[test]
fn every_link_in_a_document_leads_somewhere() {
    let mut wrong = Vec::new();
    for document in documents() {
        for target in links(&files::read(&document)) {
            let path = target.split('#').next().unwrap_or_default();
            if !path.is_empty() && !document.with_file_name(path).exists() {
                wrong.push(format!("{} links to {target}", files::shown(&document)));
            }
        }
    }
    expect_none(&wrong, "there is no such file:");
}

#[test]
fn the_architecture_names_every_crate_and_its_guards() {
    let text = files::read(&files::root().join("ARCHITECTURE.md"));
    let crates = files::root().join("src-tauri/crates");
    let mut wrong = Vec::new();
    for manifest in files::below(&crates, "Cargo.toml") {
        let name = manifest.parent().unwrap_or(&crates).file_name();
        let heading = format!("### `{}`", name.unwrap_or_default().to_string_lossy());
        match text.split(&heading).nth(1) {
            None => wrong.push(format!("{heading} is missing")),
            Some(rest) => {
                let part = rest.split("\n##").next().unwrap_or_default();
                if !part.contains("**Invariant**") {
                    wrong.push(format!("{heading} names no invariant"));
                }
            }
        }
    }
    expect_none(
        &wrong,
        "ARCHITECTURE.md has a part and an invariant for each crate:",
    );
}

#[test]
fn every_guard_that_the_architecture_names_is_a_test() {
    let text = files::read(&files::root().join("ARCHITECTURE.md"));
    let sources: Vec<String> = rust_files().iter().map(|path| files::read(path)).collect();
    let mut wrong = Vec::new();
    for rest in text.split("Guarded by").skip(1) {
        let sentence = rest.split(".\n").next().unwrap_or_default();
        for name in sentence.split('`').skip(1).step_by(2) {
            let test = format!("fn {name}(");
            if !sources.iter().any(|source| source.contains(&test)) {
                wrong.push(name.to_owned());
            }
        }
    }
    expect_none(&wrong, "ARCHITECTURE.md names a guard that is no test:");
}

/// The paths between backticks. One with a placeholder is no path.
fn paths(text: &str) -> Vec<String> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .filter(|span| STARTS.iter().any(|start| span.starts_with(start)))
        .filter(|span| !span.contains([' ', '*', '<', '{', '\n']))
        // What a build or a failing run makes is not in the checkout.
        .filter(|span| !span.starts_with("src-tauri/target") && !span.starts_with("tests/rapport"))
        .map(str::to_owned)
        .collect()
}

/// The targets of links within the checkout.
fn links(text: &str) -> Vec<&str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target)
        .filter(|target| !target.contains(':') && !target.contains(' '))
        .collect()
}

#[test]
fn paths_and_links_are_found() {
    assert_eq!(
        paths("In `tests/suite` en `tests/*.rs`, niet `cargo xtask`; `docs/regels.md`."),
        ["tests/suite", "docs/regels.md"]
    );
    assert_eq!(
        links("[a](docs/a.md#b) [c](https://x.nl) ![d](beeld/d.png)"),
        ["docs/a.md#b", "beeld/d.png"]
    );
}
