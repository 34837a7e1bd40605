//! Lists of a document: what stands before each item, counted as Word counts.

use std::collections::HashMap;

use super::styles::Styles;
use crate::source::Marker;
use crate::xml::{Element, Ns};

/// How many levels a list has.
const LEVELS: usize = 9;

/// A level of a list.
#[derive(Debug, Clone, Default)]
struct Level {
    format: String,
    text: String,
    start: u64,
}

#[derive(Debug, Default)]
struct Abstract {
    levels: Vec<Level>,
    /// The style whose list this is another name of.
    link: Option<String>,
}

#[derive(Debug, Default)]
struct Num {
    of: String,
    /// The numbers that it starts with again, by level.
    starts: HashMap<usize, u64>,
    levels: HashMap<usize, Level>,
}

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    lists: HashMap<String, Abstract>,
    nums: HashMap<String, Num>,
    /// The list of a style of lists.
    by_style: HashMap<String, String>,
}

/// How far the lists of a document have counted.
#[derive(Debug, Default)]
pub(crate) struct Counters {
    counts: HashMap<String, [Option<u64>; LEVELS]>,
    /// The numbers and levels that have begun.
    begun: std::collections::HashSet<(String, usize)>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(crate) fn read(root: Element<'_>, styles: &Styles) -> Self {
        let mut own = Self::default();
        for element in root.elements() {
            match element.name() {
                (Ns::W, "abstractNum") => own.read_list(element),
                (Ns::W, "num") => own.read_num(element),
                _ => {}
            }
        }
        own.follow_links(styles);
        own
    }

    fn read_list(&mut self, element: Element<'_>) {
        let Some(id) = element.w("abstractNumId") else {
            return;
        };
        let mut list = Abstract::default();
        list.levels.resize(LEVELS, Level::default());
        for own in element.elements() {
            match own.name() {
                (Ns::W, "lvl") => {
                    let at = own.w("ilvl").and_then(|at| at.parse::<usize>().ok());
                    if let Some(level) = at.and_then(|at| list.levels.get_mut(at)) {
                        *level = read_level(own);
                    }
                }
                (Ns::W, "numStyleLink") => list.link = own.val().map(str::to_owned),
                (Ns::W, "styleLink") => {
                    if let Some(style) = own.val() {
                        self.by_style.insert(style.to_owned(), id.to_owned());
                    }
                }
                _ => {}
            }
        }
        self.lists.insert(id.to_owned(), list);
    }

    fn read_num(&mut self, element: Element<'_>) {
        let of = element.child(Ns::W, "abstractNumId");
        let (Some(id), Some(of)) = (element.w("numId"), of.and_then(Element::val)) else {
            return;
        };
        let mut num = Num {
            of: of.to_owned(),
            ..Num::default()
        };
        for own in element
            .elements()
            .filter(|own| own.is(Ns::W, "lvlOverride"))
        {
            let Some(at) = own.w("ilvl").and_then(|at| at.parse().ok()) else {
                continue;
            };
            let start = own.child(Ns::W, "startOverride").and_then(Element::val);
            if let Some(start) = start.and_then(|start| start.parse().ok()) {
                num.starts.insert(at, start);
            }
            if let Some(level) = own.child(Ns::W, "lvl") {
                num.levels.insert(at, read_level(level));
            }
        }
        self.nums.insert(id.to_owned(), num);
    }

    /// A list that only names a style is the list of that style.
    fn follow_links(&mut self, styles: &Styles) {
        let links: HashMap<String, String> = self
            .lists
            .iter()
            .filter_map(|(id, list)| {
                let style = list.link.as_deref()?;
                let by_num = styles.num(Some(style)).0;
                let by_num = by_num.and_then(|num| Some(self.nums.get(num)?.of.clone()));
                let own = self.by_style.get(style).cloned().or(by_num)?;
                (own != *id).then_some((id.clone(), own))
            })
            .collect();
        for num in self.nums.values_mut() {
            if let Some(own) = links.get(&num.of) {
                num.of.clone_from(own);
            }
        }
    }

    /// What stands before the next item of this list at this level; none when
    /// the list is off or nothing stands there.
    pub(crate) fn next(&self, counters: &mut Counters, id: &str, level: u8) -> Option<Marker> {
        let at = usize::from(level).min(LEVELS - 1);
        let num = self.nums.get(id)?;
        let list = self.lists.get(&num.of)?;
        let shape = |at: usize| num.levels.get(&at).or_else(|| list.levels.get(at));
        let own = shape(at)?;
        let counts = counters.counts.entry(num.of.clone()).or_default();
        if own.format == "bullet" {
            // What stands deeper begins anew; a bullet itself counts nothing.
            for deeper in counts.iter_mut().skip(at + 1) {
                *deeper = None;
            }
            return Some(Marker::Bullet);
        }
        let begins = counters.begun.insert((id.to_owned(), at));
        let restart = num.starts.get(&at).filter(|_| begins);
        let count = match (restart, counts[at]) {
            (Some(start), _) => *start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => own.start,
        };
        counts[at] = Some(count);
        for deeper in counts.iter_mut().skip(at + 1) {
            *deeper = None;
        }
        for (above, count) in counts.iter_mut().enumerate().take(at) {
            if count.is_none() {
                *count = shape(above).map(|own| own.start);
            }
        }
        let numbers = *counts;
        marker(own, at, |level| {
            let count = numbers.get(level).copied().flatten().unwrap_or(1);
            let format = shape(level).map_or("decimal", |own| own.format.as_str());
            (count, format.to_owned())
        })
    }
}

fn read_level(element: Element<'_>) -> Level {
    let val = |local| element.child(Ns::W, local).and_then(Element::val);
    Level {
        format: val("numFmt").unwrap_or("decimal").to_owned(),
        text: val("lvlText").unwrap_or_default().to_owned(),
        start: val("start").and_then(|own| own.parse().ok()).unwrap_or(1),
    }
}

/// What a level shows, with the count and form of each level.
fn marker(own: &Level, at: usize, count: impl Fn(usize) -> (u64, String)) -> Option<Marker> {
    let mut words = String::new();
    let mut only_numbers = own.format == "decimal" || own.format == "decimalZero";
    let mut chars = own.text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek().and_then(|next| next.to_digit(10))) {
            ('%', Some(level @ 1..=9)) => {
                chars.next();
                let (number, format) = count(level as usize - 1);
                words.push_str(&written(number, &format));
            }
            (c, _) => {
                only_numbers &= !c.is_alphabetic();
                words.push(c);
            }
        }
    }
    let words = words.trim().to_owned();
    if words.is_empty() {
        return None;
    }
    Some(match only_numbers && own.text.contains('%') {
        true => Marker::Number(count(at).0),
        false => Marker::Words(words),
    })
}

/// A number in the form of a list.
pub(crate) fn written(number: u64, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        "none" => String::new(),
        _ => number.to_string(),
    }
}

/// a to z, then aa to zz, as Word counts.
fn letters(number: u64) -> String {
    if number == 0 {
        return number.to_string();
    }
    let at = number - 1;
    let letter = char::from(b'a' + (at % 26) as u8);
    let times = (at / 26 + 1).min(10) as usize;
    letter.to_string().repeat(times)
}

fn roman(number: u64) -> String {
    const SIGNS: [(u64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > 3_999 {
        return number.to_string();
    }
    let mut rest = number;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        assert_eq!(written(28, "lowerLetter"), "bb");
        assert_eq!(written(14, "upperRoman"), "XIV");
        assert_eq!(written(3, "decimal"), "3");
    }
}
