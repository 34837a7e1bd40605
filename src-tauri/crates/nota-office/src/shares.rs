//! How the columns of a table share the width, and in which size of text they
//! fit best.

use nota_sheet::{Line, Table, What};

use crate::ruler::Ruler;

/// The sizes that the text of a table may have, in points.
pub(crate) const SIZES: [f64; 3] = [9.0, 8.0, 6.5];

/// A column asks for no more ems than this.
const MAX_WISH: f64 = 60.0;

/// No word needs more ems than this: a longer one is broken anywhere.
const MAX_WORD: f64 = 22.0;

/// White at both sides of a cell together, in ems.
pub(crate) const INSET: f64 = 0.9;

/// What the mark of a ground or a note takes, in ems.
const MARK: f64 = 4.0;

/// The columns of a table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Columns {
    /// The width of each, in points; together the room there is.
    pub(crate) widths: Vec<f64>,
    /// The size of the text, by its number in [`SIZES`].
    pub(crate) size: usize,
}

/// Shares the room, in points, between the columns: each gets its longest
/// word, and what is left goes where most text stands.
pub(crate) fn columns(table: &Table<'_>, room: f64, ruler: Ruler<'_>) -> Columns {
    let asks = asks(table, ruler);
    let needed: f64 = asks.iter().map(|ask| ask.word).sum();
    let fits = |size: &f64| needed * size <= room;
    let index = SIZES.iter().position(fits).unwrap_or(SIZES.len() - 1);
    let size = SIZES[index];
    let room_in_ems = room / size;
    let widths = if needed >= room_in_ems {
        // Nothing helps: in proportion, and words are broken.
        asks.iter().map(|ask| room * ask.word / needed).collect()
    } else {
        let wishes: Vec<f64> = asks.iter().map(|ask| ask.wish - ask.word).collect();
        let wished: f64 = wishes.iter().sum();
        let left = room_in_ems - needed;
        let equal = left / Vec::len(&asks).max(1) as f64;
        let more = |wish: &f64| {
            if wished > 0.0 {
                left * wish / wished
            } else {
                equal
            }
        };
        let each = asks.iter().zip(&wishes);
        each.map(|(ask, wish)| (ask.word + more(wish)) * size)
            .collect()
    };
    Columns {
        widths,
        size: index,
    }
}

/// What a column asks for, in ems.
#[derive(Debug, Clone, Copy)]
struct Ask {
    /// Its longest word.
    word: f64,
    /// All on one line.
    wish: f64,
}

fn asks(table: &Table<'_>, ruler: Ruler<'_>) -> Vec<Ask> {
    let least = Ask {
        word: INSET + 1.0,
        wish: INSET + 1.0,
    };
    let mut out = vec![least; table.head.len()];
    let rows = table.rows.iter().map(|row| (false, row));
    for (bold, cells) in std::iter::once((true, &table.head)).chain(rows) {
        for (cell, ask) in cells.iter().zip(&mut out) {
            let (word, wish) = measure(cell, bold, ruler);
            ask.word = ask.word.max(word.min(MAX_WORD) + INSET);
            ask.wish = ask.wish.max(wish.min(MAX_WISH) + INSET);
        }
    }
    out
}

/// The widest word of a cell and the whole of it.
fn measure(cell: &Line<'_>, bold: bool, ruler: Ruler<'_>) -> (f64, f64) {
    let (mut widest, mut whole, mut word) = (0.0_f64, 0.0_f64, 0.0_f64);
    for stretch in &cell.stretches {
        let bold = bold || stretch.look.is_strong;
        match &stretch.what {
            What::Text(text) | What::Placeholder { text, .. } => {
                let mut pieces = text.split(' ').peekable();
                while let Some(piece) = pieces.next() {
                    let wide = ruler.width(piece, bold);
                    word += wide;
                    whole += wide;
                    widest = widest.max(word);
                    if pieces.peek().is_some() {
                        word = 0.0;
                        whole += ruler.width(" ", bold);
                    }
                }
            }
            What::Break => word = 0.0,
            What::Reference { .. } => word += 1.0,
        }
        if stretch.look.withheld.is_some() {
            widest = widest.max(MARK);
            whole += MARK;
        }
    }
    (widest.max(word), whole)
}
