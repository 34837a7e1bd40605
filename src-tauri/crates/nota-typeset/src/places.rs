//! From a place in the nota to a point on the pages, and back. The layouts
//! leave an invisible mark before every block of the body, which says which
//! block follows.

use nota_model::Place;
use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;

use crate::Typeset;

/// The label of the marks in the layouts.
const LABEL: &str = "plaats";

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

/// A block of the body and where it starts.
#[derive(Debug, Clone, Copy, PartialEq)]
struct MarkedBlock {
    /// The index of the section; none for what stands before the first.
    section: Option<usize>,
    /// The index of the block in the section's body; none for its heading.
    block: Option<usize>,
    point: Point,
}

impl Typeset {
    /// Where the block of a place starts on the pages; none for a place that is
    /// not in the body.
    pub fn point_of(&self, place: &Place) -> Option<Point> {
        if place.field.is_some() || place.note.is_some() {
            return None;
        }
        let wanted = place.path.first().copied();
        let marks = self.marks();
        let own = || marks.iter().filter(|mark| mark.section == place.index);
        let block = own().find(|mark| wanted.is_some() && mark.block == wanted);
        block.or_else(|| own().next()).map(|mark| mark.point)
    }

    /// The block that stands at a point: the last one that starts above it on
    /// that page, or the last one of the pages before. None on an empty nota.
    pub fn place_at(&self, page: usize, y: f64) -> Option<Place> {
        let marks = self.marks();
        let above = |mark: &&MarkedBlock| {
            mark.point.page < page || (mark.point.page == page && mark.point.y <= y)
        };
        let found = marks.iter().rfind(above).or_else(|| marks.first())?;
        Some(Place {
            index: found.section,
            path: found.block.into_iter().collect(),
            ..Place::default()
        })
    }

    fn marks(&self) -> Vec<MarkedBlock> {
        let Some(document) = self.document() else {
            return Vec::new();
        };
        let Some(label) = Label::new(PicoStr::intern(LABEL)) else {
            return Vec::new();
        };
        let introspector = document.introspector();
        let found = introspector.query(&Selector::Label(label));
        let marks = found.iter().filter_map(|content| {
            let mark = content.to_packed::<MetadataElem>()?;
            let Value::Dict(dict) = &mark.value else {
                return None;
            };
            let number = |name| match dict.get(name) {
                Ok(Value::Int(number)) => usize::try_from(*number).ok(),
                _ => None,
            };
            let position = introspector.position(content.location()?)?;
            Some(MarkedBlock {
                section: number("sectie"),
                block: number("blok"),
                point: Point {
                    page: position.page.get() - 1,
                    x: position.point.x.to_pt(),
                    y: position.point.y.to_pt(),
                },
            })
        });
        marks.collect()
    }
}
