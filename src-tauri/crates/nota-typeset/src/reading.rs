//! What stands on a page for who cannot see it: its size and its text in the
//! order in which it was set.

use typst::layout::{Frame, FrameItem, Point};

use crate::Typeset;

/// Texts closer than this on the vertical axis stand on one line, in points.
const SAME_LINE: f64 = 2.0;

/// The hyphen of a word that is broken at the end of a line.
const HYPHEN: char = '\u{ad}';

/// What keeps two things on one line, and is nothing to read.
const JOINS: char = '\u{2060}';

/// A space at which no line ends.
const HOLD: char = '\u{a0}';

impl Typeset {
    /// The width and height of a page in points; the first page is 0.
    pub fn page_size(&self, index: usize) -> Option<(f64, f64)> {
        let size = self.page(index)?.frame.size();
        Some((size.x.to_pt(), size.y.to_pt()))
    }

    /// The text of a page, a line per line, in the order in which it was set;
    /// empty for a page that is not there.
    pub fn page_text(&self, index: usize) -> String {
        let mut lines = Lines::default();
        if let Some(page) = self.page(index) {
            lines.walk(&page.frame, Point::zero());
        }
        lines.text
    }
}

#[derive(Default)]
struct Lines {
    text: String,
    last: Option<f64>,
}

impl Lines {
    fn walk(&mut self, frame: &Frame, origin: Point) {
        for (place, item) in frame.items() {
            let place = origin + *place;
            match item {
                FrameItem::Group(group) => self.walk(&group.frame, place),
                FrameItem::Text(run) => {
                    let y = place.y.to_pt();
                    if self.last.is_some_and(|last| (last - y).abs() > SAME_LINE) {
                        // A word that was broken is one word again.
                        if self.text.ends_with(HYPHEN) {
                            self.text.pop();
                        } else {
                            self.text.push('\n');
                        }
                    }
                    let read = run.text.chars().filter(|c| *c != JOINS);
                    self.text
                        .extend(read.map(|c| if c == HOLD { ' ' } else { c }));
                    self.last = Some(y);
                }
                _ => {}
            }
        }
    }
}
