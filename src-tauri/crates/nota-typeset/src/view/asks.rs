//! What the columns of a table ask for: how wide their words are, whole and in
//! the parts in which they may be broken.

use nota_sheet::{Line, Table, What};

use super::glue::{HOLD, LINE_END};
use super::inlines::glued_texts;
use super::syllables::widest_part;
use super::words::{LONGEST_NAME, broken};
use crate::Fonts;
use crate::metrics::width;

/// A column is this much wider than its widest word, in ems: shares are
/// rounded down, and a word that just fits must not be broken for that.
const SLACK: f64 = 0.05;

/// A column asks for no more ems than this.
const MAX_WISH: f64 = 60.0;

/// What has more bytes than this is no number, and is broken anywhere when
/// nothing else helps.
const LONGEST_NUMBER: usize = 30;

/// The width of a column in which a text without end is broken anywhere.
const ANYTHING: f64 = 8.0;

/// What the number of a footnote takes behind a word, in ems.
const NOTE: f64 = 1.3;

/// The widths that a column asks for, in ems of the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Asks {
    /// All on one line.
    pub wish: f64,
    /// The widest word, and what is held together with it.
    pub whole: f64,
    /// The widest part when long words are broken at syllables.
    pub syllables: f64,
    /// The same when nothing is held together either.
    pub loose: f64,
}

/// What each column of a table asks for.
pub(crate) fn asks(table: &Table<'_>, fonts: &Fonts) -> Vec<Asks> {
    let rows = table.rows.iter().map(|cells| (false, cells));
    let all = || std::iter::once((true, &table.head)).chain(rows.clone());
    let count = all()
        .map(|(_, cells)| cells.len())
        .max()
        .unwrap_or_default();
    let least = Asks {
        wish: 1.0,
        whole: 1.0,
        syllables: 1.0,
        loose: 1.0,
    };
    let mut out = vec![least; count];
    for (bold, cells) in all() {
        for (cell, own) in cells.iter().zip(&mut out) {
            ask(cell, bold, fonts, own);
        }
    }
    out
}

/// Widens what a column asks for to what this cell needs.
fn ask(cell: &Line<'_>, bold: bool, fonts: &Fonts, asks: &mut Asks) {
    let mut texts = glued_texts(&cell.stretches).into_iter();
    let mut word = Word::default();
    let mut line = 0.0;
    for stretch in &cell.stretches {
        match &stretch.what {
            What::Text(_) | What::Placeholder { .. } => {
                let bold = bold || stretch.look.is_strong;
                let text = texts.next().unwrap_or_default();
                for c in text.chars() {
                    if c.is_whitespace() && c != HOLD {
                        line += fonts.advance(' ', bold);
                        word.end(fonts, asks, &mut line);
                    } else {
                        word.add(c, bold, fonts);
                    }
                }
            }
            What::Break => {
                word.end(fonts, asks, &mut line);
                asks.wish = asks.wish.max(line.min(MAX_WISH));
                line = 0.0;
            }
            What::Reference { .. } => word.after += NOTE,
        }
        if let Some(grond) = &stretch.look.withheld {
            word.end(fonts, asks, &mut line);
            let mark = format!("[{grond}]");
            mark.chars().for_each(|c| word.add(c, bold, fonts));
        }
    }
    word.end(fonts, asks, &mut line);
    asks.wish = asks.wish.max(line.min(MAX_WISH));
}

/// A word of a cell, perhaps in several marks.
#[derive(Default)]
struct Word {
    text: String,
    ems: f64,
    bold: bool,
    /// What stands behind it without white space.
    after: f64,
}

impl Word {
    fn add(&mut self, c: char, bold: bool, fonts: &Fonts) {
        if c != LINE_END {
            self.text.push(c);
            self.ems += fonts.advance(c, bold);
            self.bold |= bold;
        }
    }

    /// The word ends here.
    fn end(&mut self, fonts: &Fonts, asks: &mut Asks, line: &mut f64) {
        let own = std::mem::take(self);
        *line += own.ems + own.after;
        if own.text.len() > LONGEST_NAME {
            // Broken every few letters, so that no column is too narrow.
            for most in [&mut asks.whole, &mut asks.syllables, &mut asks.loose] {
                *most = most.max(ANYTHING);
            }
            return;
        }
        let whole = own.ems + own.after + SLACK;
        asks.whole = asks.whole.max(whole);
        if whole <= asks.loose {
            return;
        }
        let (mut held, mut loose) = (0.0_f64, 0.0_f64);
        let mut run = 0.0;
        for piece in broken(&own.text) {
            let ems = width(piece, own.bold, fonts);
            let least = widest_part(piece, own.bold, fonts).unwrap_or(ems).min(ems);
            let least = if piece.len() > LONGEST_NUMBER {
                least.min(ANYTHING)
            } else {
                least
            };
            loose = loose.max(least);
            // A piece that ends in a held space goes on.
            run += least;
            held = held.max(run);
            if !piece.ends_with(HOLD) {
                run = 0.0;
            }
        }
        asks.syllables = asks.syllables.max((held + own.after + SLACK).min(whole));
        asks.loose = asks.loose.max((loose + own.after + SLACK).min(whole));
    }
}

#[cfg(test)]
mod tests {
    use nota_model::Place;
    use nota_sheet::{Look, Stretch};

    use super::*;

    #[test]
    fn a_bold_word_in_a_row_is_measured_bold() {
        let bold = Stretch {
            what: What::Text("Amsterdam".into()),
            look: Look {
                is_strong: true,
                ..Look::default()
            },
            range: None,
        };
        let table = Table {
            align: Vec::new(),
            head: vec![Line::default()],
            rows: vec![vec![Line {
                place: Place::nota(),
                stretches: vec![bold],
            }]],
        };
        let fonts = Fonts::embedded();
        assert!(asks(&table, &fonts)[0].whole > width("Amsterdam", true, &fonts));
    }
}
