//! The page for users, `docs/opdrachtregel.md`: every example in it is run,
//! in order, in one folder, and what it prints is what the page says.

use expect_test::expect_file;

use crate::harness::{Folder, nota};

const GUIDE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../docs/opdrachtregel.md"
);

/// The page with the output of each `console` example as it is now. A line
/// `$ nota ...` is run; a line `...` in the page stands for whatever follows.
fn run(page: &str) -> String {
    let folder = Folder::new();
    let mut out = String::new();
    let mut lines = page.lines().peekable();
    let mut console = false;
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        console = match line {
            "```console" => true,
            _ if line.starts_with("```") => false,
            _ => console,
        };
        let Some(command) = line.strip_prefix("$ nota ").filter(|_| console) else {
            continue;
        };
        let mut expected = Vec::new();
        while let Some(line) = lines.next_if(|line| !line.starts_with("$ ") && *line != "```") {
            expected.push(line);
        }
        out.push_str(&output(&folder, command, &expected));
    }
    out
}

fn output(folder: &Folder, command: &str, expected: &[&str]) -> String {
    let ran = folder.run(nota().args(command.split_whitespace()));
    let printed = ran.stdout + &ran.stderr;
    let cut = expected.iter().position(|line| *line == "...");
    let lines = printed.lines().take(cut.unwrap_or(usize::MAX));
    let mut out: String = lines.map(|line| format!("{line}\n")).collect();
    if cut.is_some() {
        out.push_str("...\n");
    }
    out
}

#[test]
fn every_example_prints_what_the_page_says() {
    let page = std::fs::read_to_string(GUIDE).expect("the page is there");
    assert!(
        page.matches("\n$ nota ").count() > 8,
        "the page has examples"
    );
    expect_file![GUIDE].assert_eq(&run(&page));
}

#[test]
fn the_page_has_the_use_of_every_command() {
    let page = std::fs::read_to_string(GUIDE).expect("the page is there");
    let folder = Folder::new();
    for command in [
        "new",
        "check",
        "export",
        "verify-public",
        "templates",
        "explain",
        "completions",
        "man",
    ] {
        let help = folder.nota(&format!("help {command}")).stdout;
        let usage = help.lines().find_map(|line| line.strip_prefix("Gebruik: "));
        let usage = usage.expect("help has a line with the use");
        assert!(page.contains(usage), "‘{usage}’ is not on the page");
    }
}
