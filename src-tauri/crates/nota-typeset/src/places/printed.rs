//! What is printed: the texts of the pages in the order in which they were
//! set, with where each letter stands, and the marks of the sections.

use typst::foundations::Value;
use typst::introspection::{MetadataElem, Tag};
use typst::layout::{Frame, FrameItem, Point as Offset};
use typst::text::TextItem;

use super::Point;

/// The key in the marks of the layouts.
const SECTION: &str = "sectie";

/// A text on one line, without white space.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) page: usize,
    pub(crate) baseline: f64,
    /// The letters that are no white space.
    pub(crate) letters: Vec<char>,
    /// The left edge of each letter, and the right edge of the last one.
    edges: Vec<f64>,
}

/// The start of a section.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    pub(crate) section: usize,
    pub(crate) point: Point,
    /// How many texts are printed before it.
    pub(crate) before: usize,
}

/// All that is printed.
#[derive(Debug, Default)]
pub(crate) struct Printed {
    pub(crate) items: Vec<Item>,
    pub(crate) sections: Vec<Mark>,
}

impl Printed {
    /// Adds what stands in the frame of a page.
    pub(crate) fn walk(&mut self, frame: &Frame, page: usize) {
        self.inside(frame, page, Offset::zero());
    }

    fn inside(&mut self, frame: &Frame, page: usize, origin: Offset) {
        for (place, item) in frame.items() {
            let place = origin + *place;
            match item {
                FrameItem::Group(group) => self.inside(&group.frame, page, place),
                FrameItem::Text(text) => self.items.push(Item::new(text, page, place)),
                FrameItem::Tag(Tag::Start(content, _)) => {
                    let mark = content.to_packed::<MetadataElem>();
                    if let Some(Value::Dict(dict)) = mark.map(|mark| &mark.value)
                        && let Ok(Value::Int(section)) = dict.get(SECTION)
                        && let Ok(section) = usize::try_from(*section)
                    {
                        let (x, y) = (place.x.to_pt(), place.y.to_pt());
                        self.sections.push(Mark {
                            section,
                            point: Point { page, x, y },
                            before: self.items.len(),
                        });
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whether a character is a letter of the nota: no white space, and nothing
/// that only the breaking of lines put there.
fn is_seen(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, '\u{ad}' | '\u{2060}')
}

impl Item {
    fn new(text: &TextItem, page: usize, place: Offset) -> Self {
        let mut letters = Vec::new();
        let mut edges = Vec::new();
        let mut x = place.x.to_pt();
        for glyph in &text.glyphs {
            let range = usize::from(glyph.range.start)..usize::from(glyph.range.end);
            let drawn = text.text.get(range).unwrap_or_default();
            let width = glyph.x_advance.at(text.size).to_pt();
            let seen: Vec<char> = drawn.chars().filter(|c| is_seen(*c)).collect();
            // The letters of a ligature share its width.
            let share = width / seen.len().max(1) as f64;
            for (index, letter) in seen.into_iter().enumerate() {
                letters.push(letter);
                edges.push(x + share * index as f64);
            }
            x += width;
        }
        edges.push(x);
        Self {
            page,
            baseline: place.y.to_pt(),
            letters,
            edges,
        }
    }

    /// How far a point is from the line, in points; a line above or below
    /// counts for more than the end of the same line.
    pub(crate) fn distance(&self, x: f64, y: f64) -> f64 {
        let outside = |value: f64, from: f64, to: f64| (from - value).max(value - to).max(0.0);
        let (left, right) = (self.x_of(0), self.x_of(usize::MAX));
        let (top, bottom) = (self.baseline - 9.0, self.baseline + 3.0);
        outside(x, left, right) / 4.0 + outside(y, top, bottom)
    }

    /// How many letters stand left of a point.
    pub(crate) fn letters_before(&self, x: f64) -> usize {
        let middles = self
            .edges
            .windows(2)
            .map(|edge| edge.iter().sum::<f64>() / 2.0);
        middles.take_while(|middle| *middle < x).count()
    }

    /// The left edge of a letter; the end of the line after the last one.
    pub(crate) fn x_of(&self, letter: usize) -> f64 {
        let at = self.edges.get(letter).or(self.edges.last());
        at.copied().unwrap_or_default()
    }
}
