//! The letterhead: the entries of the reference column and the parafen as tables.

use nota_model::{Align, Block, BlockKind, Cell, Inline, Mark, Table};
use nota_sheet::{Entry, Labelled, Letterhead, Line, Parafen};

use super::blocks::inlines;

/// The classification as a paragraph, when there is one: it stands above and
/// below the nota.
pub fn classification(letterhead: &Letterhead<'_>) -> Vec<Block> {
    let lines = letterhead.classification.iter();
    let blocks = lines.map(|line| {
        Block::new(BlockKind::Paragraph {
            inlines: strong(inlines(line)),
        })
    });
    blocks.collect()
}

/// What stands between title and body: the table of the fields and that of the
/// parafen.
pub fn opening(letterhead: &Letterhead<'_>) -> Vec<Block> {
    let fields = letterhead.entries().map(row).collect();
    let fields = table(["Gegeven", "Inhoud"], fields);
    let parafen = letterhead.parafen.as_ref().and_then(parafen);
    fields.into_iter().chain(parafen).collect()
}

fn row(entry: &Entry<'_>) -> [Vec<Inline>; 2] {
    let mut value = joined(&entry.lines, entry.separator());
    if entry.labelled == Labelled::Bold {
        value = strong(value);
    }
    [vec![Inline::text(entry.label.as_ref())], value]
}

/// The lines on one line. What stands between two that are withheld together is
/// withheld with them.
fn joined(lines: &[Line<'_>], separator: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut last: Option<&Line<'_>> = None;
    for line in lines {
        if let Some(last) = last {
            let between = Inline::text(separator);
            let grond = line.withheld().filter(|own| last.withheld() == Some(own));
            out.push(match grond {
                Some(grond) => between.with(Mark::Lak {
                    grond: grond.to_owned(),
                }),
                None => between,
            });
        }
        out.extend(inlines(line));
        last = Some(line);
    }
    out
}

fn strong(inlines: Vec<Inline>) -> Vec<Inline> {
    let all = inlines.into_iter();
    all.map(|inline| inline.with(Mark::Sterk)).collect()
}

fn parafen(parafen: &Parafen<'_>) -> Option<Block> {
    let rows = parafen.rows.iter().map(|row| {
        let caption = Inline::text(format!("{}:", row.caption));
        let mut second = vec![caption];
        if let Some(given) = &row.given {
            second.push(Inline::text(" "));
            second.extend(inlines(given));
        }
        [inlines(&row.who), second]
    });
    table([&parafen.label, "Paraaf"], rows.collect())
}

/// A table; none without rows.
fn table(head: [&str; 2], rows: Vec<[Vec<Inline>; 2]>) -> Option<Block> {
    let cell = |inlines: Vec<Inline>| Cell {
        inlines: Inline::normalize(inlines),
    };
    (!rows.is_empty()).then(|| {
        Block::new(BlockKind::Table(Table {
            align: vec![Align::None; head.len()],
            head: head.map(|text| cell(vec![Inline::text(text)])).to_vec(),
            rows: rows.into_iter().map(|row| row.map(cell).to_vec()).collect(),
        }))
    })
}
