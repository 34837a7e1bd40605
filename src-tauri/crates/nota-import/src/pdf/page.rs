//! The text of a page: the pieces that it writes, with their places, as lines.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Document, Encoding, Object, ObjectId};

use super::MAX_STREAM;
use super::lines::{Line, Lines};

/// How many operations of a page are read.
const MAX_OPERATIONS: usize = 1_000_000;

/// A matrix of a page: how wide, how skew, how high, and where.
type Matrix = [f32; 6];

const UNIT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn times(a: &Matrix, b: &Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

/// The lines of a page.
pub(super) fn lines(document: &Document, page: ObjectId, content: &[u8]) -> Lines {
    let fonts = document.get_page_fonts(page).unwrap_or_default();
    let encodings: BTreeMap<&[u8], Encoding<'_>> = fonts
        .iter()
        .filter_map(|(name, font)| {
            let encoding = font
                .get_font_encoding_with_limit(document, MAX_STREAM)
                .ok()?;
            Some((name.as_slice(), encoding))
        })
        .collect();
    let Ok(content) = Content::decode(content) else {
        return Lines::new();
    };
    let mut state = State {
        encodings: &encodings,
        font: None,
        size: 1.0,
        leading: 0.0,
        place: UNIT,
        places: Vec::new(),
        line: UNIT,
        text: UNIT,
        out: Writer::default(),
    };
    for operation in content.operations.iter().take(MAX_OPERATIONS) {
        state.step(&operation.operator, &operation.operands);
    }
    state.out.finish()
}

struct State<'d> {
    encodings: &'d BTreeMap<&'d [u8], Encoding<'d>>,
    font: Option<&'d Encoding<'d>>,
    size: f32,
    leading: f32,
    place: Matrix,
    places: Vec<Matrix>,
    line: Matrix,
    text: Matrix,
    out: Writer,
}

impl<'d> State<'d> {
    fn step(&mut self, operator: &str, operands: &'d [Object]) {
        let number = |at: usize| {
            let own = operands.get(at).and_then(|own| own.as_float().ok());
            own.unwrap_or(0.0)
        };
        match operator {
            "q" if self.places.len() < 256 => self.places.push(self.place),
            "Q" => self.place = self.places.pop().unwrap_or(self.place),
            "cm" => self.place = times(&matrix(operands), &self.place),
            "BT" => {
                self.line = UNIT;
                self.text = UNIT;
            }
            "Tf" => {
                let name = operands.first().and_then(|own| own.as_name().ok());
                self.font = name.and_then(|name| self.encodings.get(name));
                self.size = number(1);
            }
            "TL" => self.leading = number(0),
            "Td" => self.move_by(number(0), number(1)),
            "TD" => {
                self.leading = -number(1);
                self.move_by(number(0), number(1));
            }
            "T*" => self.move_by(0.0, -self.leading),
            "Tm" => {
                self.line = matrix(operands);
                self.text = self.line;
            }
            "Tj" => self.show(operands.first()),
            "'" => {
                self.move_by(0.0, -self.leading);
                self.show(operands.first());
            }
            "\"" => {
                self.move_by(0.0, -self.leading);
                self.show(operands.get(2));
            }
            "TJ" => {
                for own in operands
                    .first()
                    .and_then(|own| own.as_array().ok())
                    .into_iter()
                    .flatten()
                {
                    match own.as_float() {
                        // A wide step to the right stands for a blank.
                        Ok(step) if step < -200.0 => self.out.blank(),
                        Ok(_) => {}
                        Err(_) => self.show(Some(own)),
                    }
                }
            }
            _ => {}
        }
    }

    fn move_by(&mut self, x: f32, y: f32) {
        self.line = times(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line);
        self.text = self.line;
    }

    fn show(&mut self, text: Option<&Object>) {
        let (Some(Object::String(bytes, _)), Some(font)) = (text, self.font) else {
            return;
        };
        let Ok(text) = Document::decode_text(font, bytes) else {
            return;
        };
        let whole = times(&self.text, &self.place);
        let size = self.size.abs() * (whole[2].powi(2) + whole[3].powi(2)).sqrt();
        self.out.write(&text, whole[4], whole[5], size);
        // The widths of letters are not read: half a letter's height is near.
        #[allow(clippy::cast_precision_loss)]
        let width = text.chars().count() as f32 * self.size * 0.5;
        self.text = times(&[1.0, 0.0, 0.0, 1.0, width, 0.0], &self.text);
    }
}

fn matrix(operands: &[Object]) -> Matrix {
    let mut out = UNIT;
    for (own, operand) in out.iter_mut().zip(operands) {
        *own = operand.as_float().unwrap_or(0.0);
    }
    out
}

/// Makes lines of what is written.
#[derive(Default)]
struct Writer {
    lines: Lines,
    /// Where the last piece is taken to have ended.
    end: f32,
    is_blank: bool,
}

impl Writer {
    fn blank(&mut self) {
        self.is_blank = true;
    }

    fn write(&mut self, text: &str, x: f32, y: f32, size: f32) {
        if text.is_empty() {
            return;
        }
        #[allow(clippy::cast_precision_loss)]
        let width = text.chars().count() as f32 * size * 0.5;
        let is_same = self.lines.last().is_some_and(|last| {
            (last.y - y).abs() < last.size.max(size) * 0.4 && x > self.end - width.max(size * 40.0)
        });
        match self.lines.last_mut().filter(|_| is_same) {
            Some(last) => {
                let is_apart = self.is_blank || x > self.end + size;
                if is_apart && !last.text.ends_with(' ') && !text.starts_with(' ') {
                    last.text.push(' ');
                }
                last.text.push_str(text);
            }
            None => self.lines.push(Line {
                text: text.to_owned(),
                y,
                size,
            }),
        }
        self.is_blank = false;
        self.end = x + width;
    }

    fn finish(mut self) -> Lines {
        self.lines.retain(|line| !line.text.trim().is_empty());
        self.lines
    }
}
