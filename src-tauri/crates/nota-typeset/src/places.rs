//! From a place of the nota to a point on the pages, and back. What is printed
//! is compared with the texts of the nota, letter by letter, so that no layout
//! need say where its texts come from; the layouts only leave an invisible
//! mark where each section starts.

mod letters;
mod printed;

use nota_model::{Nota, Place, TextRange};
use nota_template::Template;

use crate::Typeset;
use letters::{Found, Letters, Site};
use printed::{Item, Printed};

/// A click further than this from a line, in points of height, is a click on
/// nothing.
const REACH: f64 = 60.0;

/// A point on the pages: the left top of a line, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The page, from 0.
    pub page: usize,
    /// From the left edge.
    pub x: f64,
    /// From the top edge.
    pub y: f64,
}

/// Where the texts of a nota stand on its pages.
#[derive(Debug, Clone)]
pub struct Places {
    letters: Letters,
    printed: Vec<Item>,
    /// What each printed text is of the nota; none for what is no text of it:
    /// a bullet, an address.
    found: Vec<Option<Found>>,
    sections: Vec<(usize, Point)>,
    line_height: f64,
}

impl Places {
    /// Compares the pages with the nota that they were made of.
    pub fn new(typeset: &Typeset, nota: &Nota, template: &Template) -> Self {
        let letters = Letters::new(nota, template);
        let mut printed = Printed::default();
        for page in 0..typeset.page_count() {
            if let Some(own) = typeset.page(page) {
                printed.walk(&own.frame, page);
            }
        }
        let found = letters.find_all(&printed.items, &printed.sections);
        let sections = printed.sections.iter();
        Self {
            letters,
            sections: sections.map(|mark| (mark.section, mark.point)).collect(),
            printed: printed.items,
            found,
            line_height: template.layout.measures.line,
        }
    }

    /// What stands at a point of a page: the text and the character in it; the
    /// field without character where its value is not printed as written. None
    /// where there is nothing of the nota nearby.
    pub fn at(&self, page: usize, x: f64, y: f64) -> Option<Place> {
        let lines = self.printed.iter().zip(&self.found);
        let mut lines: Vec<(f64, &Item, &Option<Found>)> = lines
            .filter(|(item, _)| item.page == page)
            .map(|(item, found)| (item.distance(x, y), item, found))
            .collect();
        lines.sort_by(|(a, ..), (b, ..)| a.total_cmp(b));
        // A click on an address is no click on the field below it; one on a
        // bullet is one on the text beside it.
        let reach = match lines.first() {
            Some((0.0, _, None)) => REACH / 8.0,
            _ => REACH,
        };
        let (_, item, found) = lines
            .into_iter()
            .take_while(|(distance, ..)| *distance <= reach)
            .find_map(|(distance, item, found)| Some((distance, item, found.as_ref()?)))?;
        let before = item.letters_before(x).saturating_sub(found.skipped);
        Some(self.letters.place(found.start, before))
    }

    /// The height of a line of the body in points.
    pub fn line_height(&self) -> f64 {
        self.line_height
    }

    /// Where a place stands: the line of its first character, or where its
    /// section starts. None for what is not printed.
    pub fn point_of(&self, place: &Place) -> Option<Point> {
        self.line_of(place).or_else(|| {
            let wanted = place.index?;
            let own = self.sections.iter().find(|(index, _)| *index == wanted);
            own.map(|(_, point)| *point)
        })
    }

    fn line_of(&self, place: &Place) -> Option<Point> {
        let (wanted, is_end) = self.letters.find(place)?;
        let lines = self.printed.iter().zip(&self.found);
        let mut lines = lines.filter_map(|(item, found)| Some((item, found.as_ref()?)));
        // After the last letter of a text one stands on its last line.
        let (item, found) = lines.find(|(item, found)| {
            let end = found.start + item.letters.len() - found.skipped;
            let own = if is_end {
                wanted.checked_sub(1)
            } else {
                Some(wanted)
            };
            own.is_some_and(|own| (found.start..end).contains(&own))
        })?;
        Some(Point {
            page: item.page,
            x: item.x_of(wanted - found.start + found.skipped),
            y: item.baseline - 0.75 * self.line_height,
        })
    }
}

/// The place of a site, at a character when there is one.
fn at_character(site: &Site, character: Option<usize>) -> Place {
    let mut place = site.place.clone();
    place.span = None;
    place.range = character.map(|at| TextRange { start: at, end: at });
    place
}
