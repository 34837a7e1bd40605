//! Texts that were made to break a parser: the program ends in time and
//! within its memory (both guarded by the harness), with a usual exit status.

use crate::harness::{Folder, GOOD, Ran};

const MEGABYTE: usize = 1_000_000;

/// Checks a text and exports it in every format; the harness guards time and
/// memory.
#[track_caller]
fn survives(text: &str) -> Ran {
    ends(text, &["pdf", "md"])
}

/// Checks a text that fills hundreds of pages and exports it as Markdown: the
/// typesetter has no bound on time for those in a build for tests.
#[track_caller]
fn is_read(text: &str) -> Ran {
    ends(text, &["md"])
}

#[track_caller]
fn ends(text: &str, formats: &[&str]) -> Ran {
    let folder = Folder::with(text);
    let check = folder.nota("check a.nota.md --format json");
    assert!(check.status < 2, "{}", check.stderr);
    serde_json::from_str::<serde_json::Value>(&check.stdout).expect("JSON");
    for format in formats {
        let ran = folder.nota(&format!("export a.nota.md --to {format}"));
        assert_eq!(ran.status, check.status, "{format}: {}", ran.stderr);
        let file = folder.read(&format!("a.{format}"));
        assert!(!file.is_empty(), "{format}");
    }
    check
}

fn in_a_section(text: &str) -> String {
    GOOD.replace("De evaluatie is positief.", text)
}

#[test]
fn nothing_at_all() {
    let ran = survives("");
    ran.ended(1);
    survives("\u{feff}").ended(1);
    survives("---\n---\n").ended(1);
}

#[test]
fn a_megabyte_of_one_character() {
    for char in ["[", "*", ">", "_", "`", "<", "#", "|", "-", "!["] {
        is_read(&char.repeat(MEGABYTE / char.len()));
        is_read(&in_a_section(&char.repeat(MEGABYTE / char.len())));
        survives(&in_a_section(&char.repeat(MEGABYTE / 200 / char.len())));
    }
}

#[test]
fn nesting_of_ten_thousand() {
    let deep = 10_000;
    let quotes = "> ".repeat(deep) + "diep";
    let list: String = (0..1_000)
        .map(|n| format!("{}- diep\n", "  ".repeat(n)))
        .collect();
    let one_line_list = "- ".repeat(deep) + "diep";
    let brackets = "[".repeat(deep) + &"](x)".repeat(deep);
    let emphasis = "*a ".repeat(deep) + &" b*".repeat(deep);
    let fences = ":::".to_owned() + " {.lak grond=\"5.1.2e\"}\n";
    for text in [
        quotes,
        list,
        one_line_list,
        brackets,
        emphasis,
        fences.repeat(deep),
    ] {
        survives(&in_a_section(&text));
    }
}

#[test]
fn a_front_matter_bomb() {
    let mut laughs = String::from("---\na: &a [lol, lol, lol]\n");
    for (from, to) in ('a'..='x').zip('b'..='y') {
        laughs.push_str(&format!(
            "{to}: &{to} [*{from}, *{from}, *{from}, *{from}, *{from}]\n"
        ));
    }
    laughs.push_str("---\n");
    survives(&laughs).ended(1);
    let keys: String = (0..100_000).map(|n| format!("sleutel{n}: x\n")).collect();
    survives(&format!("---\n{keys}---\n")).ended(1);
    let nested = format!(
        "---\na: {}{}\n---\n",
        "[".repeat(10_000),
        "]".repeat(10_000)
    );
    survives(&nested).ended(1);
    survives(&format!("---\na: {}\n---\n", "x".repeat(MEGABYTE))).ended(1);
}

#[test]
fn very_many_small_things() {
    survives(&in_a_section(&"a\n\n".repeat(1_000)));
    survives(&in_a_section(&"[^1]".repeat(1_000)));
    survives(&in_a_section(&"## x\n\n".repeat(1_000)));
    is_read(&in_a_section(&"a\n\n".repeat(100_000)));
    is_read(&in_a_section(&"[^1]".repeat(100_000)));
    is_read(&in_a_section(&"## x\n\n".repeat(100_000)));
    let notes: String = (0..20_000).map(|n| format!("[^{n}]: noot\n\n")).collect();
    is_read(&in_a_section(&notes));
    let row = "|a|b|c|d|\n";
    is_read(&in_a_section(&format!(
        "{row}|-|-|-|-|\n{}",
        row.repeat(20_000)
    )));
    is_read(&in_a_section(&format!(
        "{}\n{}\n",
        "|a".repeat(5_000),
        "|-".repeat(5_000)
    )));
}
