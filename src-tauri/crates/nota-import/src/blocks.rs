//! Pieces as blocks of a nota: items of lists behind each other become lists,
//! tables get their grid, quotations their frame.

use nota_model::{Block, BlockKind, Inline, Item, Run};

use crate::source::{Content, Line, Marker, Piece};
use crate::tables;

/// The deepest level of a list that is told apart.
const MAX_LEVEL: u8 = 12;

/// The blocks that these pieces make. What is added to their text, such as the
/// letters of a list that a nota cannot have, goes into `added`.
pub(crate) fn blocks(pieces: &[Piece], added: &mut String) -> Vec<Block> {
    within(pieces, 0, added)
}

/// The same at a depth of quotations.
fn within(pieces: &[Piece], depth: u8, added: &mut String) -> Vec<Block> {
    let mut out = Vec::new();
    let mut rest = pieces;
    while let Some(first) = rest.first() {
        let alike = |own: &&Piece| kind(own, depth) == kind(first, depth);
        let count = rest.iter().take_while(alike).count();
        let (run, after) = rest.split_at(count);
        match kind(first, depth) {
            Part::Quote => out.push(Block::new(BlockKind::Quote {
                blocks: within(run, depth + 1, added),
            })),
            Part::List => {
                let mut at = 0;
                items(run, &mut at, 0, &mut out, added);
            }
            Part::Plain => run
                .iter()
                .for_each(|piece| one(piece, None, &mut out, added)),
        }
        rest = after;
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Quote,
    List,
    Plain,
}

fn kind(piece: &Piece, depth: u8) -> Part {
    match (piece.quote > depth, &piece.list) {
        (true, _) => Part::Quote,
        (false, Some(_)) => Part::List,
        (false, None) => Part::Plain,
    }
}

/// The pieces from `at` on that stand at this level or deeper.
fn items(run: &[Piece], at: &mut usize, level: u8, out: &mut Vec<Block>, added: &mut String) {
    // Word counts a level that it skips as an item; there is none here. A list
    // that stands here already is of a deeper level.
    let is_list = |last: &Block| matches!(last.kind, BlockKind::List { .. });
    let skipped = u64::from(level > 0 && out.last().is_some_and(is_list));
    while let Some(piece) = run.get(*at) {
        let place = piece.list.as_ref();
        let own = place.map_or(0, |place| place.level.min(MAX_LEVEL));
        if own < level {
            return;
        }
        if own > level {
            in_last_item(out, |inner| items(run, at, own, inner, added));
            continue;
        }
        *at += 1;
        match place.and_then(|place| place.marker.as_ref()) {
            None => in_last_item(out, |inner| one(piece, None, inner, added)),
            Some(Marker::Words(words)) => one(piece, Some(words), out, added),
            Some(marker) => {
                let marker = match marker {
                    Marker::Number(number) if *number > skipped => {
                        &Marker::Number(number - skipped)
                    }
                    marker => marker,
                };
                let mut blocks = Vec::new();
                one(piece, None, &mut blocks, added);
                add_item(out, marker, Item { blocks });
            }
        }
    }
}

/// Has the blocks of the last item, or the blocks themselves when the last is
/// no list.
fn in_last_item(out: &mut Vec<Block>, add: impl FnOnce(&mut Vec<Block>)) {
    let last = out.last_mut().and_then(|last| match &mut last.kind {
        BlockKind::List { items, .. } => items.last_mut(),
        _ => None,
    });
    match last {
        Some(item) => add(&mut item.blocks),
        None => add(out),
    }
}

/// Adds an item to the last list when it goes on there, else in a new one.
fn add_item(out: &mut Vec<Block>, marker: &Marker, item: Item) {
    let number = match marker {
        Marker::Number(number) => Some(*number),
        _ => None,
    };
    if let Some(Block {
        kind: BlockKind::List {
            ordered,
            start,
            items,
        },
        ..
    }) = out.last_mut()
        && *ordered == number.is_some()
        && number.is_none_or(|number| *start + items.len() as u64 == number)
    {
        items.push(item);
        return;
    }
    out.push(Block::new(BlockKind::List {
        ordered: number.is_some(),
        start: number.unwrap_or(1),
        items: vec![item],
    }));
}

/// One piece, with the words of its list before it.
fn one(piece: &Piece, words: Option<&String>, out: &mut Vec<Block>, added: &mut String) {
    match &piece.content {
        Content::Table(table) => out.extend(tables::blocks(table, added)),
        Content::Block(block) => out.push(block.clone()),
        Content::Line(line) => {
            let mut inlines = line.inlines.clone();
            if let Some(words) = words {
                added.push_str(words);
                inlines.insert(0, Inline::text(format!("{words} ")));
            }
            out.extend(paragraph(line, inlines));
        }
    }
}

fn paragraph(line: &Line, inlines: Vec<Inline>) -> Option<Block> {
    let inlines = tidy(inlines);
    if inlines.is_empty() {
        return None;
    }
    Some(Block::new(match line.heading {
        Some(level) => BlockKind::Heading {
            level: level.clamp(3, 6),
            inlines: plain_heading(inlines),
        },
        None => BlockKind::Paragraph { inlines },
    }))
}

/// A heading is not bold by itself, nor on two lines.
fn plain_heading(inlines: Vec<Inline>) -> Vec<Inline> {
    let all_bold = inlines.iter().all(is_bold);
    let inlines = inlines.into_iter().map(|mut inline| {
        if all_bold {
            inline.marks.retain(|mark| *mark != nota_model::Mark::Sterk);
        }
        if inline.run == Run::Break {
            inline.run = Run::Text { text: " ".into() };
        }
        inline
    });
    Inline::normalize(inlines.collect())
}

/// Whether a run is bold, or nothing to be seen.
pub(crate) fn is_bold(inline: &Inline) -> bool {
    match &inline.run {
        Run::Text { text } => {
            text.trim().is_empty() || inline.marks.contains(&nota_model::Mark::Sterk)
        }
        _ => true,
    }
}

/// Running text without tabs, rows of blanks that only lay out, and blanks or
/// line ends at its start and end.
pub(crate) fn tidy(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(inlines.len());
    let mut after_blank = true;
    for mut inline in inlines {
        match &mut inline.run {
            Run::Text { text } => {
                *text = single_blanks(text, &mut after_blank);
                if text.is_empty() {
                    continue;
                }
            }
            Run::Break => {
                trim_end(&mut out);
                if out.is_empty() {
                    continue;
                }
                after_blank = true;
            }
            Run::Note { .. } => after_blank = false,
        }
        out.push(inline);
    }
    trim_end(&mut out);
    while out.last().is_some_and(|last| last.run == Run::Break) {
        out.pop();
        trim_end(&mut out);
    }
    Inline::normalize(out)
}

/// A text in which a tab or a row of blanks is one blank. A single no-break
/// space stays: it keeps a number with its unit.
fn single_blanks(text: &str, after_blank: &mut bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let is_blank = c == '\u{a0}' || c.is_whitespace();
        if !is_blank {
            out.push(c);
            *after_blank = false;
            continue;
        }
        if *after_blank {
            continue;
        }
        let alone = !chars
            .peek()
            .is_some_and(|next| *next == '\u{a0}' || next.is_whitespace());
        out.push(match c {
            '\u{a0}' | '\u{202f}' if alone => c,
            _ => ' ',
        });
        *after_blank = true;
    }
    out
}

fn trim_end(out: &mut Vec<Inline>) {
    while let Some(Inline {
        run: Run::Text { text },
        ..
    }) = out.last_mut()
    {
        text.truncate(text.trim_end().len());
        if !text.is_empty() {
            return;
        }
        out.pop();
    }
}
