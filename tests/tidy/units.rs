//! Extendable things are whole: a rule is code plus page, a template is a
//! folder with everything in it.

use nota_tests::files;

use crate::expect_none;

#[test]
fn every_rule_is_code_and_a_page() {
    let folder = files::root().join("src-tauri/crates/nota-check/src/rules");
    let stems = |ending| {
        files::below(&folder, ending)
            .iter()
            .map(|path| files::stem(path, ending))
            .filter(|stem| stem != "tests")
            .collect::<Vec<_>>()
    };
    let (code, pages) = (stems(".rs"), stems(".md"));
    assert!(pages.len() > 20, "the rules are found");
    let alone = |these: &[String], others: &[String], what: &str| {
        these
            .iter()
            .filter(|stem| !others.contains(stem))
            .map(|stem| format!("{stem} has no {what}"))
            .collect::<Vec<_>>()
    };
    let mut wrong = alone(&code, &pages, "page");
    wrong.extend(alone(&pages, &code, "code"));
    expect_none(&wrong, "a rule is two files of the same name:");
}

#[test]
fn every_template_is_a_whole_folder() {
    let folder = files::root().join("src-tauri/templates");
    let templates = files::below(&folder, "template.toml");
    assert!(templates.len() >= 2, "the templates are found");
    let mut wrong = Vec::new();
    for template in templates {
        for name in ["voorbeeld.nota.md", "LEESMIJ.md"] {
            let beside = template.with_file_name(name);
            if !beside.is_file() {
                wrong.push(files::shown(&beside));
            }
        }
    }
    expect_none(&wrong, "a template is a folder with these too:");
}

/// Where it is worked out what is withheld as a whole: once for everything, and
/// once more for the proof, so that a fault in the one is found by the other.
const WITHHELD: [&str; 2] = [
    "src-tauri/crates/nota-template/src/",
    "src-tauri/crates/nota-public/src/secrets/gather.rs",
];

/// How a file works it out for itself.
const BY_HAND: [&str; 4] = [".alleen_intern", ".lak.as_", ".lak.is_", ".lakken()"];

#[test]
fn what_is_withheld_is_asked_of_one_place() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for path in crate::source::rust_files() {
        let shown = files::shown(&path);
        let is_code = shown.starts_with("src-tauri/") && !shown.contains("/tests");
        let text = files::read(&path);
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let by_hand = BY_HAND.iter().filter(|own| code.contains(*own));
        let by_hand: Vec<_> = by_hand.collect();
        if WITHHELD.iter().any(|own| shown.starts_with(own)) {
            seen += by_hand.len();
        } else if is_code && !by_hand.is_empty() {
            wrong.push(format!("{shown}: {by_hand:?}"));
        }
    }
    assert!(seen > 3, "the two places are found");
    expect_none(
        &wrong,
        "what is withheld is asked of `nota_template::Withholding` or the template:",
    );
}
