//! Formal phrases, and what says the same in plain words:
//! `data/eenvoudig.tsv`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::RegexSet;

use crate::citaat::Citaten;
use crate::grammatica::is_whole;
use crate::lijst::rows;
use crate::token::Listed;

/// A formal phrase in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frase {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// The phrase as the list has it.
    pub name: &'static str,
    /// What says the same, in words for a reader: "met; door".
    pub better: &'static str,
    /// What to think of besides; mostly empty.
    pub note: &'static str,
}

struct Entry {
    name: &'static str,
    pattern: Listed,
    better: &'static str,
    /// Where the phrase is right.
    except: Option<Listed>,
    note: &'static str,
}

struct List {
    any: RegexSet,
    entries: Vec<Entry>,
}

/// The phrases that are drawn in the text: those on which readers agreed.
static LIST: LazyLock<List> = LazyLock::new(|| list("tip"));

/// The phrases that are only listed: right more often than not.
static LISTED: LazyLock<List> = LazyLock::new(|| list("paneel"));

fn list(level: &str) -> List {
    let mut entries: Vec<Entry> = rows(include_str!("../data/eenvoudig.tsv"))
        .filter(|row| row.get(5) == Some(&level))
        .map(|row| Entry {
            name: row[0],
            pattern: Listed::new(source(row[1])),
            better: row[2],
            except: (!row[3].is_empty()).then(|| Listed::new(source(row[3]))),
            note: row[4],
        })
        .collect();
    // A long phrase goes before a short one that is part of it.
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.name.len()));
    let sources = entries.iter().map(|entry| entry.pattern.source());
    let any = RegexSet::new(sources).expect("patterns of the program are valid");
    List { any, entries }
}

/// A pattern of the file as the engine runs it in linear time; the ends of
/// words are looked at again in all letters.
fn source(written: &str) -> String {
    let words = written.replace(r"\b", r"(?-u:\b)");
    format!("(?i){}", words.replace(r"\w", "[0-9a-zà-ÿ_]"))
}

/// The formal phrases of a text that are worth a mark, in order; not in what
/// is quoted.
pub fn eenvoudig(text: &str) -> Vec<Frase> {
    find(&LIST, text)
}

/// The formal phrases of a text that are worth a line in a list, and no mark.
pub fn eenvoudig_genoemd(text: &str) -> Vec<Frase> {
    find(&LISTED, text)
}

fn find(list: &List, text: &str) -> Vec<Frase> {
    let mut found: Vec<Frase> = Vec::new();
    let matching = list.any.matches(text);
    if !matching.matched_any() {
        return found;
    }
    let citaten = Citaten::of(text);
    for entry in matching.iter().filter_map(|index| list.entries.get(index)) {
        let excepted: Vec<Range<usize>> = match &entry.except {
            Some(except) => except
                .regex()
                .find_iter(text)
                .map(|own| own.range())
                .collect(),
            None => Vec::new(),
        };
        for own in entry.pattern.regex().find_iter(text) {
            let range = trimmed(own.as_str(), own.range());
            let overlaps =
                |other: &Range<usize>| other.start < range.end && range.start < other.end;
            let taken =
                excepted.iter().any(overlaps) || found.iter().any(|other| overlaps(&other.range));
            if !taken && is_whole(text, &range) && !citaten.hold(&range) {
                found.push(Frase {
                    range,
                    name: entry.name,
                    better: entry.better,
                    note: entry.note,
                });
            }
        }
    }
    found.sort_by_key(|own| own.range.start);
    found
}

/// A match without a comma and spaces at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let bare = text.trim_start_matches([',', ' ']);
    range.end - bare.len()..range.end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        eenvoudig(text).into_iter().map(|own| own.name).collect()
    }

    #[test]
    fn formal_phrases_are_found_and_their_exceptions_not() {
        assert_eq!(
            names("Derhalve gaan wij door, teneinde dit te doen."),
            ["derhalve", "teneinde"]
        );
        assert_eq!(names("Een jaar dat ten einde loopt."), [""; 0]);
        assert_eq!(names("Hij schrijft “derhalve”."), [""; 0]);
        let frase = &eenvoudig("Dit gaat middels een brief.")[0];
        assert_eq!(
            (frase.range.clone(), frase.better),
            (9..16, "met; door; via")
        );
    }

    #[test]
    fn every_row_of_the_list_is_whole() {
        let rows: Vec<_> = rows(include_str!("../data/eenvoudig.tsv")).collect();
        assert!(rows.len() > 300 && LIST.entries.len() > 100);
        for row in rows {
            assert_eq!(row.len(), 6, "{row:?}");
            assert!(["tip", "paneel", "uit"].contains(&row[5]), "{row:?}");
            assert!(
                regex::Regex::new(row[1]).is_ok() && !row[2].is_empty(),
                "{row:?}"
            );
        }
    }
}
