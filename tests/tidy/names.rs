//! The names in the code: words that say nothing are not used, and the Dutch
//! ones stand in the word list.

use std::collections::BTreeSet;

use nota_template::Registry;
use nota_tests::files;

use crate::expect_none;
use crate::source::rust_files;

/// Words that fit everything and so say nothing.
const EMPTY: &[&str] = &[
    "manager",
    "service",
    "helper",
    "helpers",
    "util",
    "utils",
    "processor",
    "data",
    "info",
];

#[test]
fn names_say_something() {
    let mut wrong = Vec::new();
    for path in rust_files() {
        let shown = files::shown(&path);
        for name in defined(&files::read(&path)) {
            let words = words(&name);
            // The name of a test is a sentence, in which any word may stand.
            if words.len() <= 4 && words.iter().any(|word| EMPTY.contains(&word.as_str())) {
                wrong.push(format!("{shown}: {name}"));
            }
            if name.starts_with("get_") {
                wrong.push(format!("{shown}: {name} (without `get_`)"));
            }
        }
        let stem = files::stem(&path, ".rs");
        if EMPTY.contains(&stem.as_str()) {
            wrong.push(shown);
        }
    }
    expect_none(&wrong, "say what it is or does instead:");
}

/// The names that a file defines.
fn defined(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for line in text.lines() {
        let mut words = line
            .trim_start()
            .split(|c: char| !(c.is_alphanumeric() || c == '_'))
            .filter(|word| !matches!(*word, "" | "pub" | "crate" | "super" | "async" | "unsafe"));
        let is_definition = matches!(
            words.next(),
            Some("fn" | "struct" | "enum" | "trait" | "type" | "mod" | "const" | "static")
        );
        // `const fn` and the like.
        let name = words.find(|word| !matches!(*word, "fn" | "mut"));
        if let Some(name) = name
            && is_definition
        {
            names.push(name.to_owned());
        }
    }
    names
}

/// The words of a name, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in name.chars() {
        if c == '_' || c.is_uppercase() && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if c != '_'
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
    }
    words
}

#[test]
fn a_name_is_split_into_its_words() {
    assert_eq!(words("page_png"), ["page", "png"]);
    assert_eq!(words("NotaView"), ["nota", "view"]);
    assert_eq!(
        defined("    pub(crate) fn page_png(x: u8) {}\nlet data = 1;\npub struct NotaView;"),
        ["page_png", "NotaView"]
    );
}

/// The first column of the word list.
fn listed() -> Vec<String> {
    let list = files::read(&files::root().join("docs/woordenlijst.md"));
    list.lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .filter_map(|line| line.split_once('`'))
        .map(|(word, _)| word.to_owned())
        .collect()
}

#[test]
fn every_dutch_word_stands_in_the_list_once() {
    let listed = listed();
    let unique: BTreeSet<&String> = listed.iter().collect();
    assert_eq!(unique.len(), listed.len(), "a word stands there twice");

    let mut wrong = BTreeSet::new();
    for template in Registry::builtin().all() {
        let sections = template.secties.iter().map(|section| &section.sleutel);
        let fields = template.velden.iter().map(|field| &field.sleutel);
        wrong.extend(sections.chain(fields).filter(|key| !unique.contains(key)));
    }
    for word in DUTCH_TYPES {
        assert!(unique.contains(&(*word).to_owned()), "{word} is missing");
    }
    let wrong: Vec<String> = wrong.into_iter().cloned().collect();
    expect_none(&wrong, "explain it in docs/woordenlijst.md:");
}

/// Dutch words that name a type, or a variant of one.
const DUTCH_TYPES: &[&str] = &["nota", "grond", "lak", "lakking", "sterk", "nadruk", "fout"];
