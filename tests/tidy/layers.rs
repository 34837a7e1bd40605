//! The arrows between the crates, and who may use what of others.

use std::collections::BTreeMap;

use nota_tests::cargo::{Package, packages};

use crate::expect_none;

/// Every crate of the workspace with the crates of the workspace that its
/// code may use. A new crate needs a line here and a reason in
/// `docs/besluiten`.
const ARROWS: &[(&str, &[&str])] = &[
    ("nota-model", &[]),
    ("nota-template", &["nota-model"]),
    ("nota-markdown", &["nota-model", "nota-template"]),
    (
        "nota-check",
        &[
            "nota-metadata",
            "nota-model",
            "nota-public",
            "nota-taal",
            "nota-template",
        ],
    ),
    ("nota-metadata", &["nota-model", "nota-template"]),
    ("nota-taal", &[]),
    ("nota-public", &["nota-model", "nota-template"]),
    ("nota-sheet", &["nota-model", "nota-template"]),
    ("nota-office", &["nota-model", "nota-sheet"]),
    (
        "nota-typeset",
        &["nota-model", "nota-sheet", "nota-template"],
    ),
    (
        "nota-export",
        &[
            "nota-markdown",
            "nota-metadata",
            "nota-model",
            "nota-office",
            "nota-public",
            "nota-sheet",
            "nota-template",
            "nota-typeset",
        ],
    ),
    (
        "nota-import",
        &["nota-markdown", "nota-model", "nota-template"],
    ),
    ("nota-editor", MIDDLE),
    ("nota-store", &[]),
    (
        "nota-herstel",
        &["nota-editor", "nota-store", "nota-taal", "nota-template"],
    ),
    ("nota-cli", EVERYTHING),
    ("beslisnota", EVERYTHING),
    ("nota-tests", EVERYTHING),
    ("xtask", &[]),
];

const MIDDLE: &[&str] = &[
    "nota-check",
    "nota-export",
    "nota-import",
    "nota-markdown",
    "nota-metadata",
    "nota-model",
    "nota-office",
    "nota-public",
    "nota-sheet",
    "nota-taal",
    "nota-template",
    "nota-typeset",
];

const EVERYTHING: &[&str] = &[
    "nota-check",
    "nota-editor",
    "nota-export",
    "nota-herstel",
    "nota-import",
    "nota-markdown",
    "nota-metadata",
    "nota-model",
    "nota-office",
    "nota-public",
    "nota-sheet",
    "nota-store",
    "nota-taal",
    "nota-template",
    "nota-typeset",
];

/// Works of others that only some crates may use, by the start of the name.
const RESERVED: &[(&str, &[&str])] = &[
    ("typst", &["nota-typeset"]),
    ("comemo", &["nota-typeset"]),
    ("pulldown-cmark", &["nota-markdown"]),
    ("serde-saphyr", &["nota-markdown"]),
    (
        "zip",
        &["nota-import", "nota-office", "nota-public", "nota-tests"],
    ),
    (
        "quick-xml",
        &[
            "nota-import",
            "nota-metadata",
            "nota-office",
            "nota-public",
            "nota-tests",
        ],
    ),
    ("tauri", &["beslisnota"]),
    ("dirs", &["nota-store"]),
    ("rustix", &["nota-store"]),
    ("notify", &["nota-store"]),
    ("clap", &["nota-cli"]),
    ("rayon", &["nota-cli"]),
    ("spellbook", &["nota-taal"]),
];

fn ours() -> Vec<Package> {
    let all = packages().expect("cargo knows the workspace");
    all.into_iter().filter(|package| package.is_ours).collect()
}

#[test]
fn dependencies_point_one_way() {
    let allowed: BTreeMap<_, _> = ARROWS.iter().copied().collect();
    let packages = ours();
    let mut wrong = Vec::new();
    for package in &packages {
        let Some(allowed) = allowed.get(package.name.as_str()) else {
            wrong.push(format!("{} has no place in the layers", package.name));
            continue;
        };
        for need in &package.needs {
            let is_ours = packages.iter().any(|other| other.name == *need);
            if is_ours && !allowed.contains(&need.as_str()) {
                wrong.push(format!("{} uses {need}", package.name));
            }
        }
    }
    expect_none(&wrong, "the arrows of ARCHITECTURE.md point the other way:");
}

#[test]
fn works_of_others_stay_where_they_belong() {
    let mut wrong = Vec::new();
    for package in ours() {
        for need in &package.needs {
            for (start, allowed) in RESERVED {
                let is_it = need == start || need.starts_with(&format!("{start}-"));
                if is_it && !allowed.contains(&package.name.as_str()) {
                    wrong.push(format!(
                        "{} uses {need}; only {allowed:?} may",
                        package.name
                    ));
                }
            }
        }
    }
    expect_none(&wrong, "one crate each knows these works of others:");
}

#[test]
fn the_tests_do_not_know_the_window() {
    for package in ours() {
        if package.name == "nota-tests" {
            let needs = package.needs.iter().chain(&package.needs_for_building);
            assert_eq!(needs.filter(|need| *need == "beslisnota").count(), 0);
        }
    }
}
