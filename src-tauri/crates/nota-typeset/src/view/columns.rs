//! How the columns of a table share the width. What does not fit gives way in
//! this order: the white in the cells, the size of the text, the longest words
//! at their syllables, the spaces that are held; and what does not fit then
//! goes into a table of its own, after the column that says what the rows are.
//! Numbers and short words are never broken.

use nota_sheet::Table;
use nota_template::Measures;

use super::asks::{Asks, asks};
use crate::Fonts;

/// The text gets smaller in steps of so many points.
const STEP: f64 = 0.5;

/// With more columns than this the rest goes into a table of its own below.
const MAX_COLUMNS: usize = 16;

/// How a table, or a part of one that is too wide, is set.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Columns {
    /// Which columns of the table stand in the part, in order.
    pub columns: Vec<usize>,
    /// The share of each of them in the width; together 1.
    pub shares: Vec<f64>,
    /// The size of the text in points.
    pub size: f64,
    /// White at both sides of a cell together, in ems of its text.
    pub inset: f64,
}

/// The columns of a table, in as many parts as it needs, all with text of one
/// size.
pub(crate) fn columns(table: &Table<'_>, measures: Measures, fonts: &Fonts) -> Vec<Columns> {
    let asks = asks(table, fonts);
    let parts = parts(&asks, measures);
    let each = |measures: Measures| -> Vec<Columns> {
        let own = parts.iter().map(|part| {
            let asked: Vec<Asks> = part
                .iter()
                .filter_map(|at| asks.get(*at).copied())
                .collect();
            Columns {
                columns: part.clone(),
                ..set(&asked, measures)
            }
        });
        own.collect()
    };
    let found = each(measures);
    let least = |of: fn(&Columns) -> f64| found.iter().map(of).fold(f64::INFINITY, f64::min);
    if found.len() < 2 {
        return found;
    }
    each(Measures {
        size: least(|own| own.size),
        inset: least(|own| own.inset),
        ..measures
    })
}

/// Which columns stand beside one another. When that takes several tables,
/// each begins with the first column of all, which says what the rows are;
/// not when that one is wide itself.
fn parts(asks: &[Asks], measures: Measures) -> Vec<Vec<usize>> {
    let room = measures.width / measures.smallest;
    let ask = |own: &Asks| own.loose + measures.narrow_inset;
    let first = asks.first().map(ask).unwrap_or_default();
    let repeats = first <= room / 3.0;
    let mut out: Vec<Vec<usize>> = Vec::new();
    let mut start = 0;
    while start < asks.len() {
        let label = (repeats && start > 0).then_some(0);
        let used = label.map_or(0.0, |_| first);
        let rest = asks.get(start..).unwrap_or_default();
        let count = fitting(
            rest,
            room - used,
            MAX_COLUMNS - usize::from(label.is_some()),
            ask,
        );
        out.push(label.into_iter().chain(start..start + count).collect());
        start += count;
    }
    out
}

/// How many of these columns fit beside one another in so many ems, and at
/// most so many; the rest spread evenly over as few tables as may be.
fn fitting(asks: &[Asks], room: f64, most: usize, ask: impl Fn(&Asks) -> f64) -> usize {
    let mut used = 0.0;
    let fits = asks
        .iter()
        .take_while(|own| {
            used += ask(own);
            used <= room
        })
        .count()
        .clamp(1, most);
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
        columns: Vec::new(),
        shares: given
            .iter()
            .map(|own| ((own + inset) / total * 100_000.0).floor() / 100_000.0)
            .collect(),
        size,
        inset,
    }
}

#[cfg(test)]
mod tests {
    use nota_sheet::{Line, Look, Stretch, What};

    use super::*;
    use crate::metrics::width;

    fn cell(text: &str) -> Line<'_> {
        Line {
            stretches: vec![Stretch {
                what: What::Text(text.into()),
                look: Look::default(),
                range: None,
            }],
            ..Line::default()
        }
    }

    fn table<'t>(rows: &[&[&'t str]]) -> Table<'t> {
        let row = |texts: &&[&'t str]| texts.iter().map(|text| cell(text)).collect::<Vec<_>>();
        Table {
            align: Vec::new(),
            head: rows.first().map(row).unwrap_or_default(),
            rows: rows.iter().skip(1).map(row).collect(),
        }
    }

    fn only(table: &Table<'_>) -> Columns {
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
            assert_eq!(part.columns.len(), part.shares.len());
            assert_eq!(part.columns.first(), Some(&0), "what the rows are");
            assert_eq!((part.size, part.inset), (found[0].size, found[0].inset));
        }
        let mut all: Vec<usize> = found.into_iter().flat_map(|own| own.columns).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all, (0..12).collect::<Vec<_>>());
    }
}
