//! The licences of all that is built with: each must let us use it in a work
//! under the EUPL.

use nota_tests::cargo::packages;
use spdx::{Expression, ParseMode};

use crate::expect_none;

/// The licences that a dependency may have, at least one of its choices.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

#[test]
fn every_dependency_has_a_licence_that_fits() {
    let packages = packages().expect("cargo knows the workspace");
    let wrong: Vec<String> = packages
        .iter()
        .filter(|package| !package.is_ours && !is_allowed(&package.license))
        .map(|package| format!("{}: {:?}", package.name, package.license))
        .collect();
    expect_none(&wrong, "these licences are not on the list:");
}

#[test]
fn our_own_licence_is_the_eupl() {
    for package in packages().expect("cargo knows the workspace") {
        if package.is_ours {
            assert_eq!(package.license, "EUPL-1.2", "{}", package.name);
        }
    }
}

fn is_allowed(expression: &str) -> bool {
    Expression::parse_mode(expression, ParseMode::LAX).is_ok_and(|expression| {
        expression.evaluate(|requirement| {
            let id = requirement.license.id();
            id.is_some_and(|id| ALLOWED.contains(&id.name))
        })
    })
}

#[test]
fn one_fitting_choice_is_enough_and_every_part_must_fit() {
    assert!(is_allowed("MIT OR GPL-3.0-only"));
    assert!(is_allowed("Apache-2.0 WITH LLVM-exception OR MIT"));
    assert!(!is_allowed("MIT AND GPL-3.0-only"));
    assert!(!is_allowed(""));
}
