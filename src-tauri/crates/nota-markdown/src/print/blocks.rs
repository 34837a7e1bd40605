//! Blocks as lines of Markdown.

use nota_model::{Align, Block, BlockKind, Cell, Inline, Item, Note, Table};

use super::inlines;
use crate::read::Kind;

/// The lines of blocks, with a blank line between them.
pub(super) fn lines(blocks: &[Block]) -> Vec<String> {
    between(blocks, Spot::default(), &mut |_, _| true)
}

/// Where blocks stand.
#[derive(Clone, Copy, Default)]
struct Spot {
    /// The marker of the list item that they are in.
    marker: Option<char>,
    /// Whether they are in a list or quotation.
    inside: bool,
}

/// The lines of a footnote.
pub(super) fn note(note: &Note) -> Vec<String> {
    let opening = format!("[^{}]:", note.label);
    let mut content = lines(&note.blocks).into_iter();
    let mut out = Vec::new();
    let starts_with_text = note
        .blocks
        .first()
        .is_some_and(|block| matches!(block.kind, BlockKind::Paragraph { .. }));
    match content.next().filter(|_| starts_with_text) {
        Some(first) => {
            out.push(format!("{opening} {first}"));
            out.extend(content.map(|line| indented(&line, 4)));
        }
        None => {
            out.push(opening);
            out.extend(lines(&note.blocks).iter().map(|line| indented(line, 4)));
        }
    }
    out
}

/// A line of a heading: `## 4.1 Titel`.
pub(super) fn heading(level: u8, number: Option<&str>, inlines: &[Inline]) -> String {
    let mut line = "#".repeat(usize::from(level));
    if let Some(number) = number {
        line.push(' ');
        line.push_str(number);
    }
    let text = inlines::lines(inlines, Kind::Line).concat();
    if !text.is_empty() {
        line.push(' ');
        line.push_str(&text);
    }
    if text.ends_with('#') {
        // Number signs at the end of a heading are decoration.
        line.insert(line.len() - 1, '\\');
    }
    line
}

fn indented(line: &str, width: usize) -> String {
    match line.is_empty() {
        true => String::new(),
        false => format!("{}{line}", " ".repeat(width)),
    }
}

/// The lines of blocks; `apart` says of two neighbours whether a blank line
/// stands between them.
fn between(
    blocks: &[Block],
    spot: Spot,
    apart: &mut dyn FnMut(&Block, &Block) -> bool,
) -> Vec<String> {
    let mut out = Vec::new();
    let mut last: Option<(&Block, Option<char>)> = None;
    for block in blocks {
        let avoid = match last {
            None => spot.marker,
            Some((before, own)) if is_like(before, block) => own,
            Some(_) => None,
        };
        let own = list_marker(block, avoid);
        if last.is_some_and(|(before, _)| apart(before, block)) {
            out.push(String::new());
        }
        out.extend(block_lines(block, own, spot.inside));
        last = Some((block, own));
    }
    out
}

/// Whether two neighbours are lists that would become one.
fn is_like(a: &Block, b: &Block) -> bool {
    match (&a.kind, &b.kind) {
        (BlockKind::List { ordered: a, .. }, BlockKind::List { ordered: b, .. }) => a == b,
        _ => false,
    }
}

/// The marker of a list, another one than `avoid`: that of the list before
/// it, or of the item that it is the first block of (`- - -` is a rule).
fn list_marker(block: &Block, avoid: Option<char>) -> Option<char> {
    match (&block.kind, avoid) {
        (BlockKind::List { ordered: true, .. }, Some('.')) => Some(')'),
        (BlockKind::List { ordered: true, .. }, _) => Some('.'),
        (BlockKind::List { .. }, Some('-')) => Some('*'),
        (BlockKind::List { .. }, _) => Some('-'),
        _ => None,
    }
}

fn block_lines(block: &Block, marker: Option<char>, inside: bool) -> Vec<String> {
    let quoted = Spot {
        marker: None,
        inside: true,
    };
    match &block.kind {
        BlockKind::Paragraph { inlines } => inlines::lines(inlines, Kind::Paragraph),
        BlockKind::Heading { level, inlines } => vec![heading(*level, None, inlines)],
        BlockKind::List { start, items, .. } => list(items, *start, marker.unwrap_or('-'), inside),
        BlockKind::Table(own) => table(own),
        BlockKind::Quote { blocks } if blocks.is_empty() => vec![">".to_owned()],
        BlockKind::Quote { blocks } => between(blocks, quoted, &mut |_, _| true)
            .iter()
            .map(|line| match line.is_empty() {
                true => ">".to_owned(),
                false => format!("> {line}"),
            })
            .collect(),
        BlockKind::Lak { grond, blocks } => {
            let mut out = vec![match grond.as_str() {
                "" => "::: {.lak}".to_owned(),
                grond => format!("::: {{.lak grond=\"{grond}\"}}"),
            }];
            out.extend(lines(blocks));
            out.push(":::".to_owned());
            out
        }
    }
}

fn list(items: &[Item], start: u64, marker: char, inside: bool) -> Vec<String> {
    let loose = items.iter().any(|item| {
        item.blocks
            .windows(2)
            .any(|pair| matches!(pair, [a, b] if is_apart(a, b)))
    });
    let mut out: Vec<String> = Vec::new();
    for (item, number) in items.iter().zip(start..) {
        if loose && !out.is_empty() {
            out.push(String::new());
        }
        let sign = match marker {
            '.' | ')' => format!("{}{marker}", number.min(999_999_999)),
            marker => marker.to_string(),
        };
        let spot = Spot {
            marker: Some(marker),
            inside: true,
        };
        let content = between(&item.blocks, spot, &mut |a, b| is_apart(a, b));
        let mut content = content.iter();
        match content.next() {
            Some(first) if !first.is_empty() => out.push(format!("{sign} {first}")),
            // What follows an empty item of an inner list would be read as
            // standing outside the outer one.
            _ if inside => out.push(format!("{sign} &#32;")),
            _ => out.push(sign.clone()),
        }
        out.extend(content.map(|line| indented(line, sign.len() + 1)));
    }
    out
}

/// Whether two blocks in a list item need a blank line between them: all but
/// a paragraph with a list below it that is read as one without.
fn is_apart(above: &Block, below: &Block) -> bool {
    let BlockKind::List {
        ordered,
        start,
        items,
    } = &below.kind
    else {
        return true;
    };
    let starts_with_text = items
        .first()
        .and_then(|item| item.blocks.first())
        .is_some_and(|block| matches!(block.kind, BlockKind::Paragraph { .. }));
    let is_text = matches!(above.kind, BlockKind::Paragraph { .. });
    !(is_text && starts_with_text && (!ordered || *start == 1))
}

fn table(own: &Table) -> Vec<String> {
    let row = |cells: &[Cell]| {
        let mut line = String::from("|");
        for cell in cells {
            let text = inlines::lines(&cell.inlines, Kind::Cell).concat();
            line.push(' ');
            line.push_str(&text);
            line.push_str(if text.is_empty() { "|" } else { " |" });
        }
        line
    };
    let mut rule = String::from("|");
    for align in &own.align {
        rule.push_str(match align {
            Align::None => " --- |",
            Align::Left => " :-- |",
            Align::Center => " :-: |",
            Align::Right => " --: |",
        });
    }
    let mut out = vec![row(&own.head), rule];
    out.extend(own.rows.iter().map(|cells| row(cells)));
    out
}
