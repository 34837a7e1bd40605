//! What is drawn with lines and curves, and whether it may be letters: a
//! program can write a text as the outlines of its letters, and then there is
//! nothing to read. Lines, boxes, circles and bars cannot be letters; closed
//! outlines of the size of a letter with corners and bends can.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::matrix::Matrix;

/// The sizes of letters, in points.
const SMALLEST: f32 = 0.3;
const LARGEST: f32 = 150.0;

/// So many outlines on one page may be a name: nothing shorter is searched.
const FEWEST: usize = 3;

/// So many loose strokes may be writing by hand, or by a plotter.
const FEWEST_STROKES: usize = 6;

/// So many small squares may be a text of dots.
const FEWEST_DOTS: usize = 400;

/// The shapes of one page or stream.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    outlines: usize,
    strokes: usize,
    dots: usize,
    /// What the shapes look like, to know them again.
    pub marks: HashSet<u64>,
    path: Vec<Part>,
}

/// A part of a path: what is drawn without lifting the pen.
#[derive(Debug, Default, Clone, Copy)]
struct Part {
    lines: usize,
    curves: usize,
    is_box: bool,
    least: (f32, f32),
    most: (f32, f32),
    mark: u64,
}

impl Part {
    fn new(at: (f32, f32)) -> Self {
        Self {
            least: at,
            most: at,
            ..Self::default()
        }
    }

    fn to(&mut self, at: (f32, f32)) {
        self.least = (self.least.0.min(at.0), self.least.1.min(at.1));
        self.most = (self.most.0.max(at.0), self.most.1.max(at.1));
    }

    fn width(&self) -> f32 {
        self.most.0 - self.least.0
    }

    fn height(&self) -> f32 {
        self.most.1 - self.least.1
    }

    fn has_size_of_letter(&self) -> bool {
        let (least, most) = (
            self.width().min(self.height()),
            self.width().max(self.height()),
        );
        least > 0.0 && (SMALLEST..=LARGEST).contains(&most)
    }

    /// Whether the outline of a letter can look like this. A circle has four
    /// curves, a box with round corners four curves and four lines.
    fn is_outline(&self) -> bool {
        let is_round = self.curves == 4 && self.lines <= 4;
        let bends = self.curves > 0 && self.lines + self.curves >= 5 && !is_round;
        let corners = self.curves == 0 && self.lines >= 6;
        !self.is_box && self.has_size_of_letter() && (bends || corners)
    }

    fn is_stroke(&self) -> bool {
        !self.is_box && self.has_size_of_letter() && (self.curves > 0 || self.lines >= 3)
    }

    fn is_dot(&self) -> bool {
        let side = 0.55..=4.0;
        self.is_box && side.contains(&self.width()) && side.contains(&self.height())
    }
}

impl Shapes {
    /// Takes up an operator that makes or paints a path. `known` are shapes
    /// that say nothing, such as those of a logo.
    pub fn operator(
        &mut self,
        operator: &[u8],
        numbers: &[f32],
        space: &Matrix,
        known: &HashSet<u64>,
    ) {
        match operator {
            b"m" => {
                if let [x, y] = numbers {
                    self.path.push(Part::new(space.apply(*x, *y)));
                }
            }
            b"l" => self.on(operator, numbers, space, |part| part.lines += 1),
            b"c" | b"v" | b"y" => self.on(operator, numbers, space, |part| part.curves += 1),
            b"re" => {
                if let [x, y, width, height] = numbers {
                    let mut part = Part::new(space.apply(*x, *y));
                    part.to(space.apply(x + width, y + height));
                    part.is_box = true;
                    self.path.push(part);
                }
            }
            b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"W" | b"W*" => {
                for part in &self.path {
                    if part.is_outline() && !known.contains(&part.mark) {
                        self.outlines += 1;
                    }
                    self.dots += usize::from(part.is_dot());
                }
                self.end(operator);
            }
            b"S" | b"s" => {
                let strokes = self.path.iter().filter(|part| part.is_stroke());
                self.strokes += strokes.filter(|part| !known.contains(&part.mark)).count();
                self.end(operator);
            }
            b"n" => self.path.clear(),
            _ => {}
        }
    }

    /// A path that only bounds what is drawn goes on to be painted.
    fn end(&mut self, operator: &[u8]) {
        let looks = self
            .path
            .iter()
            .filter(|part| part.is_outline() || part.is_stroke());
        self.marks.extend(looks.map(|part| part.mark));
        if !operator.starts_with(b"W") {
            self.path.clear();
        }
    }

    fn on(&mut self, operator: &[u8], numbers: &[f32], space: &Matrix, count: impl Fn(&mut Part)) {
        let Some(part) = self.path.last_mut() else {
            return;
        };
        for pair in numbers.as_chunks::<2>().0 {
            part.to(space.apply(pair[0], pair[1]));
        }
        count(part);
        let mut hasher = DefaultHasher::new();
        part.mark.hash(&mut hasher);
        operator.hash(&mut hasher);
        for number in numbers {
            number.to_bits().hash(&mut hasher);
        }
        part.mark = hasher.finish();
    }

    /// Whether they may be letters.
    pub fn may_be_letters(&self) -> bool {
        self.outlines >= FEWEST || self.strokes >= FEWEST_STROKES || self.dots >= FEWEST_DOTS
    }
}
