//! Tables: how the columns share the width, and what to do with tables that
//! are wider or higher than a page.

use nota_model::{Align, Cell, Table};

use super::blocks::Builder;
use super::inlines::{Setting, plain};
use super::kinds::{Blok, Rij, Run};
use super::{BODY_SIZE, BODY_WIDTH};
use crate::metrics::{widest_word, width};

/// With more columns than this the text is set smaller.
const MAX_AT_FULL_SIZE: usize = 6;

/// With more columns than this the rest goes into a table of its own below.
const MAX_COLUMNS: usize = 16;

/// The size of the text in a table with many columns, in points: the smallest
/// size of the house style.
const SMALL: f64 = 6.5;

/// White at both sides of a cell together, in ems of its text; `blokken.typ`
/// has the same number.
const INSET: f64 = 0.9;

/// A column is this much wider than its widest word, in ems: shares are
/// rounded down, and a word that just fits must not be broken for that.
const SLACK: f64 = 0.05;

/// A row of more lines than this may continue on the next page: it could be
/// higher than a page.
const MAX_LINES: f64 = 20.0;

/// A column asks for no more ems than this.
const MAX_WISH: f64 = 60.0;

/// The table, or several below one another when it has very many columns.
pub(crate) fn tables<'a>(builder: &mut Builder<'a>, table: &'a Table) -> Vec<Blok> {
    let columns = table
        .rows
        .iter()
        .map(Vec::len)
        .chain([table.head.len()])
        .max()
        .unwrap_or(0);
    let mut out = Vec::new();
    let mut start = 0;
    while start < columns {
        let rest = columns - start;
        let pieces = rest.div_ceil(MAX_COLUMNS);
        let end = start + rest.div_ceil(pieces);
        out.push(one(builder, table, start, end));
        start = end;
    }
    out
}

fn one<'a>(builder: &mut Builder<'a>, table: &'a Table, start: usize, end: usize) -> Blok {
    let count = end - start;
    let corps = if count > MAX_AT_FULL_SIZE {
        SMALL
    } else {
        BODY_SIZE
    };
    let text = Setting {
        limit: f64::INFINITY,
        bold: false,
        breaks: true,
    };
    let bold = Setting { bold: true, ..text };
    let shares = shares(builder, table, start, end, corps);
    let room = |column: usize| {
        let share = shares.get(column).copied().unwrap_or_default();
        (share * BODY_WIDTH / corps - INSET).max(0.0)
    };
    let mut row = |cells: &'a [Cell], setting: Setting| -> Vec<Vec<Run>> {
        (0..count)
            .map(|column| {
                let setting = Setting {
                    limit: room(column),
                    ..setting
                };
                let cell = cells.get(start + column);
                cell.map_or_else(Vec::new, |cell| builder.runs(&cell.inlines, setting))
            })
            .collect()
    };
    let kop = row(&table.head, bold);
    let cells: Vec<Vec<Vec<Run>>> = table.rows.iter().map(|cells| row(cells, text)).collect();
    let lines = |cells: &[Vec<Run>]| {
        let each = cells.iter().enumerate().map(|(column, runs)| {
            let breaks = count_breaks(runs);
            let ems = width(&plain(runs), false, builder.fonts);
            // A line is filled for two thirds at the least, or holds a word.
            1.0 + breaks + 1.5 * ems / room(column).max(1.0)
        });
        each.fold(0.0, f64::max)
    };
    let rijen = cells
        .into_iter()
        .map(|cellen| Rij {
            splitsbaar: lines(&cellen) > MAX_LINES,
            cellen,
        })
        .collect();
    Blok::Tabel {
        uitlijning: (start..end).map(|column| align(table, column)).collect(),
        corps,
        // A repeated header row that is high would fill the pages. One that
        // holds a footnote or a link would lead there twice, and PDF/UA allows
        // none of that in what is repeated.
        herhaal: lines(&kop) <= 6.0 && !kop.iter().any(|runs| leads_elsewhere(runs)),
        kop,
        rijen,
        breedtes: shares,
    }
}

fn align(table: &Table, column: usize) -> &'static str {
    match table.align.get(column) {
        Some(Align::Center) => "center",
        Some(Align::Right) => "right",
        _ => "left",
    }
}

/// The share of each column in the width: as much as its longest cell asks
/// for, and when that is too much, its longest word first.
fn shares(builder: &Builder<'_>, table: &Table, start: usize, end: usize, corps: f64) -> Vec<f64> {
    let count = end - start;
    let mut least = vec![1.0_f64; count];
    let mut wish = vec![1.0_f64; count];
    for (bold, cells) in
        std::iter::once((true, &table.head)).chain(table.rows.iter().map(|row| (false, row)))
    {
        let cells = cells.get(start..end.min(cells.len())).unwrap_or(&[]);
        for ((cell, least), wish) in cells.iter().zip(&mut least).zip(&mut wish) {
            let text = nota_model::plain_text(&cell.inlines);
            *least = least.max(widest_word(&text, bold, builder.fonts) + SLACK);
            *wish = wish.max(width(&text, bold, builder.fonts).min(MAX_WISH));
        }
    }
    let columns = count as f64;
    let total = BODY_WIDTH / corps;
    let room = (total - INSET * columns).max(columns * 0.5);
    // One column may not take everything that the others need.
    let most = room / columns.sqrt();
    for (least, wish) in least.iter_mut().zip(&mut wish) {
        *least = least.min(most);
        *wish = wish.max(*least);
    }
    let sum = |values: &[f64]| values.iter().sum::<f64>();
    let given: Vec<f64> = if sum(&least) >= room {
        least.iter().map(|own| own * room / sum(&least)).collect()
    } else if sum(&wish) <= room {
        let extra = (room - sum(&wish)) / columns;
        wish.iter().map(|own| own + extra).collect()
    } else {
        let extra = (room - sum(&least)) / (sum(&wish) - sum(&least));
        let pairs = least.iter().zip(&wish);
        pairs
            .map(|(least, wish)| least + extra * (wish - least))
            .collect()
    };
    let whole = sum(&given) + INSET * columns;
    given
        .iter()
        .map(|own| ((own + INSET) / whole * 100_000.0).floor() / 100_000.0)
        .collect()
}

fn count_breaks(runs: &[Run]) -> f64 {
    runs.iter()
        .map(|run| match run {
            Run::Regeleinde { .. } => 1.0,
            Run::Gemerkt { runs, .. } => count_breaks(runs),
            _ => 0.0,
        })
        .sum()
}

fn leads_elsewhere(runs: &[Run]) -> bool {
    runs.iter().any(|run| match run {
        Run::Noot { .. } => true,
        Run::Gemerkt { runs, link, .. } => link.is_some() || leads_elsewhere(runs),
        _ => false,
    })
}
