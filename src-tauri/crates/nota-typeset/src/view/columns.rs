//! How the columns of a table share the width. What does not fit gives way in
//! this order: the white in the cells, the size of the text, the longest words
//! at their syllables, the spaces that are held; and what does not fit then
//! goes into a table of its own. Numbers and short words are never broken.

use nota_model::{Cell, Mark, Run as ModelRun, Table};
use nota_template::Measures;

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

/// The text gets smaller in steps of so many points.
const STEP: f64 = 0.5;

/// With more columns than this the rest goes into a table of its own below.
const MAX_COLUMNS: usize = 16;

/// What has more bytes than this is no number, and is broken anywhere when
/// nothing else helps.
const LONGEST_NUMBER: usize = 30;

/// The width of a column in which a text without end is broken anywhere.
const ANYTHING: f64 = 8.0;

/// What the number of a footnote takes behind a word, in ems.
const NOTE: f64 = 1.3;

/// The widths that a column asks for, in ems of the text.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Asks {
    /// All on one line.
    wish: f64,
    /// The widest word, and what is held together with it.
    whole: f64,
    /// The widest part when long words are broken at syllables.
    syllables: f64,
    /// The same when nothing is held together either.
    loose: f64,
}

/// How a table, or a part of one that is too wide, is set.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Columns {
    /// The first column of the part.
    pub start: usize,
    /// The share of each column in the width; together 1.
    pub shares: Vec<f64>,
    /// The size of the text in points.
    pub size: f64,
    /// White at both sides of a cell together, in ems of its text.
    pub inset: f64,
}

/// The columns of a table, in as many parts as it needs.
pub(crate) fn columns(table: &Table, measures: Measures, fonts: &Fonts) -> Vec<Columns> {
    let asks = asks(table, fonts);
    let mut out = Vec::new();
    let mut start = 0;
    while start < asks.len() {
        let rest = asks.get(start..).unwrap_or_default();
        let own = rest.get(..fitting(rest, measures)).unwrap_or(rest);
        let set = set(own, measures);
        out.push(Columns { start, ..set });
        start += own.len().max(1);
    }
    out
}

/// How many of these columns fit beside one another, the rest spread evenly
/// over as few tables as may be.
fn fitting(asks: &[Asks], measures: Measures) -> usize {
    let room = measures.width / measures.smallest;
    let mut used = 0.0;
    let fits = asks
        .iter()
        .take_while(|own| {
            used += own.loose + measures.narrow_inset;
            used <= room
        })
        .count()
        .clamp(1, MAX_COLUMNS);
    let tables = asks.len().div_ceil(fits);
    asks.len().div_ceil(tables).min(fits)
}

/// The largest text and the most white at which these columns fit.
fn set(asks: &[Asks], measures: Measures) -> Columns {
    let count = asks.len() as f64;
    let least = |of: fn(&Asks) -> f64| asks.iter().map(of).collect::<Vec<f64>>();
    let sum = |values: &[f64]| values.iter().sum::<f64>();
    let whole = least(|own| own.whole);
    let mut size = measures.size;
    let mut inset = measures.inset;
    loop {
        let room = measures.width / size - inset * count;
        if sum(&whole) <= room {
            return shared(asks, &whole, room, size, inset);
        }
        if inset > measures.narrow_inset {
            inset = measures.narrow_inset;
        } else if size > measures.smallest {
            size = (size - STEP).max(measures.smallest);
        } else {
            break;
        }
    }
    let room = (measures.width / size - inset * count).max(count * 0.5);
    let syllables = least(|own| own.syllables);
    let loose = least(|own| own.loose);
    let given = if sum(&syllables) <= room {
        between(&syllables, &whole, room)
    } else if sum(&loose) <= room {
        between(&loose, &syllables, room)
    } else {
        loose.iter().map(|own| own * room / sum(&loose)).collect()
    };
    shared(asks, &given, room, size, inset)
}

/// What each column gets between its least and its most: the widest give way
/// first, so that all but the longest words stay whole.
fn between(least: &[f64], most: &[f64], room: f64) -> Vec<f64> {
    let capped = |cap: f64| -> Vec<f64> {
        let pairs = least.iter().zip(most);
        pairs
            .map(|(least, most)| most.min(cap).max(*least))
            .collect()
    };
    let (mut low, mut high) = (0.0, most.iter().copied().fold(0.0, f64::max));
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if capped(middle).iter().sum::<f64>() <= room {
            low = middle;
        } else {
            high = middle;
        }
    }
    capped(low)
}

/// Shares for columns of at least these widths: what is left goes to those
/// that have more to say.
fn shared(asks: &[Asks], least: &[f64], room: f64, size: f64, inset: f64) -> Columns {
    let count = asks.len() as f64;
    let wish: Vec<f64> = asks
        .iter()
        .zip(least)
        .map(|(own, least)| own.wish.max(*least))
        .collect();
    let (asked, wished) = (least.iter().sum::<f64>(), wish.iter().sum::<f64>());
    let given: Vec<f64> = if wished <= room {
        let extra = (room - wished) / count;
        wish.iter().map(|own| own + extra).collect()
    } else {
        let extra = ((room - asked) / (wished - asked).max(0.001)).clamp(0.0, 1.0);
        let pairs = least.iter().zip(&wish);
        pairs
            .map(|(least, wish)| least + extra * (wish - least))
            .collect()
    };
    let total = given.iter().sum::<f64>() + inset * count;
    Columns {
        start: 0,
        shares: given
            .iter()
            .map(|own| ((own + inset) / total * 100_000.0).floor() / 100_000.0)
            .collect(),
        size,
        inset,
    }
}

/// What each column of a table asks for.
fn asks(table: &Table, fonts: &Fonts) -> Vec<Asks> {
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
fn ask(cell: &Cell, bold: bool, fonts: &Fonts, asks: &mut Asks) {
    let mut texts = glued_texts(&cell.inlines).into_iter();
    let mut word = Word::default();
    let mut line = 0.0;
    for inline in &cell.inlines {
        match &inline.run {
            ModelRun::Text { .. } => {
                let bold = bold || inline.marks.contains(&Mark::Sterk);
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
            ModelRun::Break => {
                word.end(fonts, asks, &mut line);
                asks.wish = asks.wish.max(line.min(MAX_WISH));
                line = 0.0;
            }
            ModelRun::Note { .. } => word.after += NOTE,
        }
        if let Some(grond) = inline.grond() {
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
    use nota_model::Inline;

    use super::*;

    fn cell(text: &str) -> Cell {
        Cell {
            inlines: vec![Inline::text(text)],
        }
    }

    fn table(rows: &[&[&str]]) -> Table {
        let row = |texts: &&[&str]| texts.iter().map(|text| cell(text)).collect::<Vec<_>>();
        Table {
            align: Vec::new(),
            head: rows.first().map(row).unwrap_or_default(),
            rows: rows.iter().skip(1).map(row).collect(),
        }
    }

    fn only(table: &Table) -> Columns {
        let mut found = columns(table, Measures::default(), &Fonts::embedded());
        assert_eq!(found.len(), 1);
        found.remove(0)
    }

    /// The room for text in a column, in ems.
    fn room(columns: &Columns, index: usize) -> f64 {
        columns.shares[index] * 375.0 / columns.size - columns.inset
    }

    #[test]
    fn what_fits_keeps_its_size_and_white() {
        let own = only(&table(&[&["Jaar", "Bedrag"], &["2026", "€ 1.250.000"]]));
        assert_eq!((own.size, own.inset), (9.0, 0.9));
    }

    #[test]
    fn white_and_size_give_way_before_a_word_does() {
        let head = &[
            "Jaar",
            "Uitgaven",
            "Ontvangsten",
            "Saldo",
            "Dekking",
            "Toelichting",
        ];
        let row = &[
            "2027",
            "12.500.000",
            "3.100.000",
            "-9.400.000",
            "9.400.000",
            "Voorjaarsnotabesluitvorming",
        ];
        let own = only(&table(&[head, row]));
        assert!(own.size < 9.0 && own.inset < 0.9, "{own:?}");
        let fonts = Fonts::embedded();
        for (index, text) in row.iter().enumerate() {
            assert!(room(&own, index) >= width(text, false, &fonts), "{text}");
        }
    }

    #[test]
    fn the_longest_words_give_way_before_numbers() {
        let long = "Verantwoordingsinformatiebeleidsontwikkeling";
        let row = ["12.500.000", long, "2026", long, "€ 980.000", long];
        let own = only(&table(&[&["a", "b", "c", "d", "e", "f"], &row]));
        assert_eq!(own.size, 6.5);
        let fonts = Fonts::embedded();
        assert!(room(&own, 1) < width(long, false, &fonts));
        for index in [0, 2, 4] {
            assert!(
                room(&own, index) >= width(row[index], false, &fonts),
                "{own:?}"
            );
        }
    }

    #[test]
    fn numbers_that_do_not_fit_at_all_go_into_a_table_below() {
        let row = ["12.500.000.000,00"; 12];
        let found = columns(
            &table(&[&["a"; 12], &row]),
            Measures::default(),
            &Fonts::embedded(),
        );
        assert!(found.len() > 1);
        let fonts = Fonts::embedded();
        for part in &found {
            for index in 0..part.shares.len() {
                assert!(
                    room(part, index) >= width(row[0], false, &fonts),
                    "{part:?}"
                );
            }
        }
        assert_eq!(found.iter().map(|own| own.shares.len()).sum::<usize>(), 12);
    }

    #[test]
    fn a_bold_word_in_a_row_is_measured_bold() {
        let mut own = table(&[&["a", "b"], &["Amsterdam", "tekst"]]);
        own.rows[0][0].inlines[0] = Inline::text("Amsterdam").with(Mark::Sterk);
        let asks = asks(&own, &Fonts::embedded());
        assert!(asks[0].whole > width("Amsterdam", true, &Fonts::embedded()));
    }
}
