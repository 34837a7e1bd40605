//! Texts that were made to break a parser: the program ends in time and
//! within its memory (both guarded by the harness), with a usual exit status.

use crate::harness::{Folder, GOOD, Ran};

const MEGABYTE: usize = 1_000_000;

/// Checks a text and exports it in every format; the harness guards time and
/// memory.
#[track_caller]
fn survives(text: &str) -> Ran {
    let folder = Folder::with(text);
    let check = folder.nota("check a.nota.md --format json");
    assert!(check.status < 2, "{}", check.stderr);
    serde_json::from_str::<serde_json::Value>(&check.stdout).expect("JSON");
    for format in ["pdf", "md"] {
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
        survives(&char.repeat(MEGABYTE / char.len())).ended(1);
        survives(&in_a_section(&char.repeat(MEGABYTE / char.len()))).ended(1);
    }
}

#[test]
fn a_word_that_is_printed_in_part_is_reported() {
    let word = |letters: usize| in_a_section(&"é".repeat(letters));
    assert!(!survives(&word(4_000)).stdout.contains("N004"));
    assert!(survives(&word(4_001)).stdout.contains("N004"));
}

#[test]
fn a_megabyte_of_words_of_every_length() {
    for word in [
        "ja ",
        "beleidsondersteuning ",
        "**a**b",
        "a-b-c-d-e-f-g-h-i-j-k ",
    ] {
        survives(&in_a_section(&word.repeat(MEGABYTE / word.len())));
    }
    let name = "#".repeat(150) + " ";
    survives(&in_a_section(&name.repeat(MEGABYTE / name.len())));
    let address = "https://www.rijksoverheid.nl/a/b/c/d/e/f ";
    survives(&in_a_section(&address.repeat(MEGABYTE / address.len())));
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
    survives(&in_a_section(&"a\n\n".repeat(100_000)));
    survives(&in_a_section(&"[^1]".repeat(100_000)));
    survives(&in_a_section(&"## x\n\n".repeat(100_000)));
    let notes: String = (0..20_000).map(|n| format!("[^{n}]: noot\n\n")).collect();
    survives(&in_a_section(&notes));
    let row = "|a|b|c|d|\n";
    survives(&in_a_section(&format!(
        "{row}|-|-|-|-|\n{}",
        row.repeat(20_000)
    )));
    survives(&in_a_section(&format!(
        "{}\n{}\n",
        "|a".repeat(5_000),
        "|-".repeat(5_000)
    )));
}
