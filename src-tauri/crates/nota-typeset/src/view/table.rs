//! Tables: their cells in the columns that they get, and what to do with
//! tables that are wider or higher than a page.

use nota_model::Align;
use nota_sheet::{Line, Table};

use super::blocks::Builder;
use super::columns::{Columns, columns};
use super::inlines::{Setting, plain};
use super::kinds::{Blok, Rij, Run};
use crate::metrics::width;

/// A row of more lines than this may continue on the next page: it could be
/// higher than a page.
const MAX_LINES: f64 = 20.0;

/// The table, or several below one another when it is too wide.
pub(crate) fn tables(builder: &mut Builder<'_, '_>, table: &Table<'_>) -> Vec<Blok> {
    let parts = columns(table, builder.measures, builder.fonts);
    parts
        .into_iter()
        .map(|part| one(builder, table, part))
        .collect()
}

fn one(builder: &mut Builder<'_, '_>, table: &Table<'_>, columns: Columns) -> Blok {
    let Columns {
        columns,
        shares,
        size,
        inset,
    } = columns;
    let body_width = builder.measures.width;
    let room = |column: usize| {
        let share = shares.get(column).copied().unwrap_or_default();
        (share * body_width / size - inset).max(0.0)
    };
    let mut row = |cells: &[Line<'_>], bold| -> Vec<Vec<Run>> {
        let each = columns.iter().enumerate();
        each.map(|(place, column)| {
            let setting = Setting {
                limit: room(place),
                bold,
            };
            let cell = cells.get(*column);
            cell.map_or_else(Vec::new, |cell| builder.runs(&cell.stretches, setting))
        })
        .collect()
    };
    let kop = row(&table.head, true);
    let cells: Vec<Vec<Vec<Run>>> = table.rows.iter().map(|cells| row(cells, false)).collect();
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
        uitlijning: columns.iter().map(|column| align(table, *column)).collect(),
        corps: size,
        wit: inset,
        // A repeated header row that is high would fill the pages. One that
        // holds a footnote or a link would lead there twice, and PDF/UA allows
        // none of that in what is repeated.
        herhaal: lines(&kop) <= 6.0 && !kop.iter().any(|runs| leads_elsewhere(runs)),
        kop,
        rijen,
        breedtes: shares,
    }
}

fn align(table: &Table<'_>, column: usize) -> &'static str {
    match table.align.get(column) {
        Some(Align::Center) => "center",
        Some(Align::Right) => "right",
        _ => "left",
    }
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
