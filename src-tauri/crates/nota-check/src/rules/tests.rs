//! What holds for all rules and their pages.

use std::collections::BTreeSet;

use super::*;

/// The files that belong to the rules, by extension.
fn files(extension: &str) -> BTreeSet<String> {
    #[expect(clippy::disallowed_methods, reason = "a test looks at its own folder")]
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules"));
    folder
        .expect("the folder of the rules")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|own| own == extension))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .filter(|stem| stem != "tests")
        .collect()
}

#[test]
fn every_page_can_be_read() {
    for rule in RULES {
        let page = RulePage::parse(rule.page());
        let page = page.unwrap_or_else(|| panic!("{} has a faulty page", rule.code()));
        assert_eq!(page.code, rule.code(), "{}", page.name);
        assert!(!page.explanation.is_empty(), "{}", page.name);
        // No text of a nota makes a layout fail: a test of the command line does.
        if page.name == "opmaak-werkt-niet" {
            continue;
        }
        assert!(!page.wrong.is_empty(), "{}: a wrong example", page.name);
        assert!(!page.right.is_empty(), "{}: a right example", page.name);
    }
}

#[test]
fn every_file_belongs_to_a_rule_in_the_list() {
    let names: BTreeSet<String> = rules()
        .iter()
        .map(|page| page.name.replace('-', "_"))
        .collect();
    assert_eq!(files("rs"), names);
    assert_eq!(files("md"), names);
}

#[test]
fn codes_rise_and_come_once() {
    assert!(RULES.is_sorted_by(|a, b| a.code() < b.code()));
    for page in rules() {
        let own = rules()
            .iter()
            .filter(|other| other.code.group() == page.code.group());
        let groups: BTreeSet<_> = own.map(|other| other.group).collect();
        assert_eq!(groups.len(), 1, "{groups:?}");
    }
}

#[test]
fn messages_are_sentences_that_speak_to_the_drafter() {
    for page in rules() {
        for text in [page.message, page.help, page.help_in_file] {
            assert!(
                text.is_empty() || text.trim_end_matches('”').ends_with(['.', '?', '}']),
                "{}: {text}",
                page.name
            );
            assert!(!text.contains("moet u") && !text.contains(" je "), "{text}");
        }
    }
}

/// What only who works on the file or on the command line can do anything with.
const OF_THE_FILE: [&str; 9] = [
    "in het bestand heet",
    "opdrachtregel",
    "dubbele punt",
    "streepje",
    "`",
    "„",
    "#",
    "[^",
    "--",
];

#[test]
fn the_window_is_not_told_how_the_file_is_written() {
    // What is above the sections is only mended in the file.
    let in_the_form = rules()
        .iter()
        .filter(|page| page.name != "voorblad-onleesbaar");
    for page in in_the_form {
        for text in [page.message, page.help, page.explanation] {
            let lower = text.to_lowercase();
            let word = OF_THE_FILE.iter().find(|word| lower.contains(*word));
            assert_eq!(word, None, "{}: {text}", page.name);
        }
    }
}
