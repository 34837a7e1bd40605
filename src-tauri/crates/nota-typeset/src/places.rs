//! From a section of the nota to a point on the pages, and back. The layouts
//! leave an invisible mark where each section starts.

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

/// A section by its index, and where it starts.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Mark {
    section: usize,
    point: Point,
}

impl Typeset {
    /// Where the section of a place starts on the pages; none for a place that
    /// is in no section.
    pub fn point_of(&self, place: &Place) -> Option<Point> {
        let section = place.index?;
        let marks = self.marks();
        let own = marks.iter().find(|mark| mark.section == section);
        own.map(|mark| mark.point)
    }

    /// The section that stands at this height of a page, in points from its
    /// top: the last one that starts above it, on that page or one before.
    pub fn place_at(&self, page: usize, y: f64) -> Option<Place> {
        let marks = self.marks();
        let above =
            |mark: &&Mark| mark.point.page < page || (mark.point.page == page && mark.point.y <= y);
        let found = marks.iter().rfind(above)?;
        Some(Place {
            index: Some(found.section),
            ..Place::default()
        })
    }

    fn marks(&self) -> Vec<Mark> {
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
            let Ok(Value::Int(section)) = dict.get("sectie") else {
                return None;
            };
            let position = introspector.position(content.location()?)?;
            Some(Mark {
                section: usize::try_from(*section).ok()?,
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
