//! What becomes of a paste: pairs of files, what a program puts on the
//! clipboard and the text that it must become.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests read the files that they are about"
)]

use std::path::{Path, PathBuf};

use nota_import::{Loss, Pasted, paste_html, paste_plain};
use nota_model::{Block, BlockKind, Inline, Mark, Run};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plakken/gevallen")
}

/// The files with this ending, by name.
fn cases(ending: &str) -> Vec<PathBuf> {
    let read = std::fs::read_dir(folder()).expect("the cases are there");
    let paths = read.map(|entry| entry.expect("a file").path());
    let mut found: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|own| own == ending))
        .collect();
    found.sort();
    found
}

fn outline(blocks: &[Block], indent: &str, out: &mut Vec<String>) {
    let deeper = format!("{indent}  ");
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph { inlines } => {
                out.push(format!("{indent}alinea: {}", runs(inlines)));
            }
            BlockKind::Heading { level, inlines } => {
                out.push(format!("{indent}tussenkop {level}: {}", runs(inlines)));
            }
            BlockKind::List {
                ordered,
                start,
                items,
            } => {
                out.push(match ordered {
                    true => format!("{indent}nummers vanaf {start}"),
                    false => format!("{indent}opsomming"),
                });
                for item in items {
                    outline(&item.blocks, &deeper, out);
                }
            }
            BlockKind::Table(table) => {
                out.push(format!("{indent}tabel"));
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    let cells: Vec<String> = row.iter().map(|cell| runs(&cell.inlines)).collect();
                    out.push(format!("{indent}  | {} |", cells.join(" | ")));
                }
            }
            BlockKind::Quote { blocks } => {
                out.push(format!("{indent}citaat"));
                outline(blocks, &deeper, out);
            }
            BlockKind::Lak { grond, blocks } => {
                out.push(format!("{indent}lak {grond}"));
                outline(blocks, &deeper, out);
            }
        }
    }
}

fn runs(inlines: &[Inline]) -> String {
    let one = |inline: &Inline| match &inline.run {
        Run::Note { label } => format!("[^{label}]"),
        Run::Break => " / ".to_owned(),
        Run::Text { text } => {
            inline
                .marks
                .iter()
                .rev()
                .fold(text.clone(), |text, mark| match mark {
                    Mark::Sterk => format!("**{text}**"),
                    Mark::Nadruk => format!("*{text}*"),
                    Mark::Link { href } => format!("[{text}]({href})"),
                    Mark::Lak { grond } => format!("{{{grond}: {text}}}"),
                    Mark::Taal { code } => format!("{{{code}| {text}}}"),
                })
        }
    };
    inlines.iter().map(one).collect()
}

/// What came of a paste, with the notes and what was left out.
fn told(pasted: &Pasted) -> String {
    let mut lines = Vec::new();
    outline(&pasted.blocks, "", &mut lines);
    for note in &pasted.notes {
        let mut own = Vec::new();
        outline(&note.blocks, "", &mut own);
        lines.extend(
            own.into_iter()
                .map(|line| format!("noot {}: {line}", note.label)),
        );
    }
    lines.join("\n")
}

/// A text without blanks beside the marks of bold and italic: these may stand
/// on either side.
fn settled(text: &str) -> String {
    let mut out = text.trim_end().to_owned();
    for _ in 0..3 {
        out = out.replace("* ", "*").replace(" *", "*");
    }
    out
}

/// The expected text, and what it says was left out.
fn expected(case: &Path) -> (String, Vec<String>) {
    let path = case.with_extension("verwacht.txt");
    let text = std::fs::read_to_string(&path).expect("an expectation");
    let (left_out, lines): (Vec<&str>, Vec<&str>) =
        text.lines().partition(|line| line.starts_with("zonder: "));
    let left_out = left_out
        .iter()
        .flat_map(|line| line.trim_start_matches("zonder: ").split(", "));
    (lines.join("\n"), left_out.map(str::to_owned).collect())
}

/// What differs from the expectation of a case; none when it is right.
fn difference(case: &Path, pasted: &Pasted) -> Option<String> {
    let name = case.file_name().unwrap_or_default().to_string_lossy();
    let (text, left_out) = expected(case);
    let told = told(pasted);
    let words: Vec<&str> = pasted.dropped.iter().map(|own| own.notice()).collect();
    let untold: Vec<&String> = left_out
        .iter()
        .filter(|own| !words.contains(&own.as_str()))
        .collect();
    // Some cases allow a notice, and do not ask for one.
    let silent = [Loss::Deleted, Loss::NoteWithoutText];
    let extra = pasted.dropped.iter().filter(|own| !silent.contains(own));
    let extra: Vec<&str> = extra
        .map(|own| own.notice())
        .filter(|own| !left_out.iter().any(|left| left == own))
        .collect();
    let is_right = settled(&told) == settled(&text)
        && untold.is_empty()
        && extra.is_empty()
        && pasted.missing.is_empty();
    (!is_right).then(|| {
        format!(
            "{name}\n{told}\n-- and not\n{text}\n-- not told {untold:?}, told without need {extra:?}, missing {:?}\n",
            pasted.missing
        )
    })
}

#[test]
fn what_was_copied_from_elsewhere_becomes_blocks() {
    let all = cases("html");
    assert!(all.len() > 35, "the cases are found");
    let wrong = all.iter().filter_map(|case| {
        let html = std::fs::read_to_string(case).expect("text");
        difference(case, &paste_html(&html).expect("read"))
    });
    assert_eq!(wrong.collect::<Vec<_>>().join("\n"), "");
}

#[test]
fn text_without_marks_becomes_blocks() {
    let all = cases("plat");
    assert!(all.len() > 5, "the cases are found");
    let wrong = all.iter().filter_map(|case| {
        let text = std::fs::read_to_string(case).expect("text");
        difference(case, &paste_plain(&text).expect("read"))
    });
    assert_eq!(wrong.collect::<Vec<_>>().join("\n"), "");
}
