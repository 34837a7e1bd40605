//! Texts made to hurt: each is read whole, within the limits, and written
//! back byte for byte.

use nota_model::{Block, BlockKind};
use nota_template::Registry;

use crate::{MAX_BLOCKS, MAX_BYTES, MAX_DEPTH, Parsed, normalize, parse, print};

/// Reads, writes back, and prints anew what may be overwritten.
fn read(text: &str) -> Parsed {
    let parsed = parse(text, Registry::builtin());
    assert!(print(&parsed.nota) == text, "written back byte for byte");
    if parsed.read_only {
        return parsed;
    }
    let anew = normalize(&parsed.nota);
    let again = parse(&print(&anew), Registry::builtin());
    // Backslashes may take a text past a limit.
    if !again.read_only {
        assert!(
            normalize(&again.nota) == anew,
            "reads the same when printed anew"
        );
    }
    parsed
}

fn grenzen(parsed: &Parsed) -> Vec<&str> {
    let findings = parsed.findings.iter();
    findings
        .filter(|finding| finding.code == nota_model::Code(4))
        .filter_map(|finding| Some(finding.args.first()?.1.as_str()))
        .collect()
}

fn depth(blocks: &[Block]) -> usize {
    let inner = |block: &Block| match &block.kind {
        BlockKind::List { items, .. } => {
            1 + items
                .iter()
                .map(|item| depth(&item.blocks))
                .max()
                .unwrap_or(0)
        }
        BlockKind::Quote { blocks } | BlockKind::Lak { blocks, .. } => 1 + depth(blocks),
        _ => 0,
    };
    blocks.iter().map(inner).max().unwrap_or(0)
}

#[test]
fn a_megabyte_of_one_sign_is_text() {
    for sign in ["[", "*", ">", "_", "<", "&", "\\", "`", "[a]{.lak", "a***"] {
        let parsed = read(&sign.repeat(1_000_000 / sign.len()));
        let blocks = &parsed.nota.preamble.blocks;
        assert_eq!(blocks.len(), 1, "{sign}");
        assert!(depth(blocks) <= MAX_DEPTH, "{sign}");
    }
}

#[test]
fn signs_just_below_the_limit_are_read_as_markdown() {
    for sign in [
        "[",
        "a***",
        "*a ",
        "[a](",
        "](",
        "<b",
        "&#",
        "![",
        "[a]{.lak}",
        "~~a",
    ] {
        let specials = sign
            .bytes()
            .filter(|byte| byte.is_ascii_punctuation())
            .count();
        let parsed = read(&sign.repeat(50_000 / specials));
        assert!(!parsed.nota.preamble.blocks.is_empty(), "{sign}");
        assert_eq!(grenzen(&parsed), [""; 0], "{sign}");
    }
}

#[test]
fn nesting_ten_thousand_deep_ends_at_the_limit() {
    for sign in ["> ", "- ", "1. ", "+ ", ">"] {
        let text = format!("{}tekst\n", sign.repeat(10_000));
        let parsed = read(&text);
        let blocks = &parsed.nota.preamble.blocks;
        assert_eq!(depth(blocks), MAX_DEPTH, "{sign}");
        assert_eq!(grenzen(&parsed), ["16 niveaus in elkaar"], "{sign}");
        let seen = parsed
            .nota
            .texts()
            .iter()
            .any(|site| site.text.ends_with("tekst"));
        assert!(seen, "{sign}");
    }
    let lazy = format!("{}a\n{}", ">".repeat(30_000), "a\n".repeat(20_000));
    assert_eq!(depth(&read(&lazy).nota.preamble.blocks), MAX_DEPTH);
}

#[test]
fn nesting_by_indentation_ends_at_the_limit() {
    let mut text = String::new();
    for level in 0..200 {
        text.push_str(&format!("{}- tekst {level}\n", "  ".repeat(level)));
    }
    let parsed = read(&text);
    assert_eq!(depth(&parsed.nota.preamble.blocks), MAX_DEPTH);
    assert!(
        parsed
            .nota
            .texts()
            .iter()
            .any(|site| site.text.contains("tekst 199"))
    );
}

#[test]
fn a_row_of_marks_is_a_rule_and_stays_text() {
    let parsed = read(&"- ".repeat(500_000));
    assert_eq!(depth(&parsed.nota.preamble.blocks), 0);
}

#[test]
fn a_hundred_thousand_fences_are_text() {
    let parsed = read(&":::\n".repeat(12_000));
    assert_eq!(grenzen(&parsed), ["10.000 alinea’s en lijstpunten"]);
    let parsed = read(&":::\n".repeat(100_000));
    assert_eq!(grenzen(&parsed), ["60.000 regels en opmaaktekens"]);
    read(&"::: {.lak}\n".repeat(100_000));
    read(&"::: {.lak}\na\n:::\n".repeat(50_000));
}

#[test]
fn what_comes_after_ten_thousand_blocks_is_one_text() {
    let paragraphs = read(&"alinea\n\n".repeat(MAX_BLOCKS + 500));
    assert_eq!(paragraphs.nota.preamble.blocks.len(), MAX_BLOCKS + 1);
    let items = read(&"- punt\n".repeat(MAX_BLOCKS));
    let rows = read(&format!("|a|\n|-|\n{}", "|a|\n".repeat(MAX_BLOCKS)));
    let sections = read(&"## Kop\n".repeat(MAX_BLOCKS + 500));
    assert_eq!(sections.nota.sections.len(), MAX_BLOCKS);
    for parsed in [paragraphs, items, rows, sections] {
        assert_eq!(grenzen(&parsed), ["10.000 alinea’s en lijstpunten"]);
    }
}

#[test]
fn a_table_wider_than_any_page_becomes_paragraphs() {
    let rows = [("|  naam", 101), ("| :-:", 101), ("| **x**", 90)];
    let text: String = rows
        .iter()
        .map(|(cell, count)| cell.repeat(*count) + " |\n")
        .collect();
    let parsed = read(&text);
    assert_eq!(grenzen(&parsed), ["100 kolommen in een tabel"]);
    let texts = parsed.nota.texts();
    assert_eq!(texts.len(), 2);
    assert_eq!(texts[0].text.matches("naam").count(), 101);
    assert_eq!(texts[1].text.matches('x').count(), 90);
    let fits = read(
        &text
            .replace("|  naam|  naam", "|  naam")
            .replace("| :-:| :-:", "| :-:"),
    );
    assert_eq!(grenzen(&fits), [""; 0]);
}

#[test]
fn a_file_past_the_greatest_size_is_shown_and_never_overwritten() {
    let text = "tekst ".repeat(MAX_BYTES / 6 + 1);
    let parsed = parse(&text, Registry::builtin());
    assert!(parsed.read_only);
    assert_eq!(grenzen(&parsed), ["10 MB"]);
    assert!(print(&parsed.nota) == text);
}

#[test]
fn a_front_matter_bomb_is_refused() {
    let alias = format!("---\na: &a [x]\n{}---\n", "b: [*a, *a, *a, *a]\n".repeat(9));
    let deep = format!("---\na: {}\n---\n", "[".repeat(100_000));
    let wide = format!("---\na: [{}]\n---\n", "x,".repeat(200_000));
    let many = format!(
        "---\n{}---\n",
        (0..50_000)
            .map(|i| format!("v{i}: x\n"))
            .collect::<String>()
    );
    let long = format!("---\na: {}\n---\n", "x".repeat(1_000_000));
    for text in [&alias, &deep, &wide, &many] {
        let parsed = read(text);
        assert!(parsed.nota.front.unreadable.is_some());
        assert_eq!(parsed.findings[0].code, nota_model::Code(2));
    }
    assert!(read(&long).nota.front.unreadable.is_none());
}

#[test]
fn bytes_that_are_no_text_are_read_all_the_same() {
    for text in [
        "",
        "\0",
        "\u{feff}",
        "\u{feff}\u{feff}",
        "\r",
        "---",
        "---\n---",
        "\u{1}\u{7f}",
    ] {
        read(text);
    }
}
