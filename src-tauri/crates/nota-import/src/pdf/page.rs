//! The text of a page: the pieces that it writes, with their places, as lines.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId, Stream};

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

/// How deep forms are drawn in each other.
const MAX_DEPTH: usize = 4;

/// How many forms of a page are read.
const MAX_FORMS: usize = 200;

/// The lines of a page.
pub(super) fn lines(document: &Document, page: ObjectId, content: &[u8]) -> Lines {
    let mut reader = Reader {
        document,
        out: Writer::default(),
        forms: MAX_FORMS,
    };
    let (own, above) = document
        .get_page_resources(page)
        .unwrap_or((None, Vec::new()));
    let above = above
        .iter()
        .filter_map(|id| document.get_dictionary(*id).ok());
    let resources: Vec<&Dictionary> = own.into_iter().chain(above).collect();
    reader.content(&resources, content, UNIT, 0);
    reader.out.finish()
}

/// Reads the content of a page and of the forms that it draws.
struct Reader<'d> {
    document: &'d Document,
    out: Writer,
    forms: usize,
}

impl<'d> Reader<'d> {
    fn content(
        &mut self,
        resources: &[&'d Dictionary],
        content: &[u8],
        place: Matrix,
        depth: usize,
    ) {
        let document = self.document;
        let fonts = named(document, resources, b"Font");
        let encodings: BTreeMap<&[u8], Encoding<'_>> = fonts
            .iter()
            .filter_map(|(name, font)| {
                let font = font.as_dict().ok()?;
                let encoding = font.get_font_encoding_with_limit(document, MAX_STREAM);
                Some((*name, encoding.ok()?))
            })
            .collect();
        let drawn = named(document, resources, b"XObject");
        let Ok(content) = Content::decode(content) else {
            return;
        };
        let mut state = State {
            encodings: &encodings,
            font: None,
            size: 1.0,
            leading: 0.0,
            place,
            places: Vec::new(),
            line: UNIT,
            text: UNIT,
        };
        for operation in content.operations.iter().take(MAX_OPERATIONS) {
            if operation.operator == "Do" {
                let name = operation
                    .operands
                    .first()
                    .and_then(|own| own.as_name().ok());
                let form = name.and_then(|name| drawn.get(name));
                if let Some(form) = form.and_then(|own| own.as_stream().ok()) {
                    self.form(form, state.place, depth);
                }
                continue;
            }
            state.step(&operation.operator, &operation.operands, &mut self.out);
        }
    }

    fn form(&mut self, form: &'d Stream, place: Matrix, depth: usize) {
        let kind = form.dict.get(b"Subtype").and_then(Object::as_name);
        let is_form = kind.is_ok_and(|kind| kind == b"Form");
        if !is_form || depth >= MAX_DEPTH || self.forms == 0 {
            return;
        }
        self.forms -= 1;
        let bytes = match form.dict.has(b"Filter") {
            true => form
                .decompressed_content_with_limit(MAX_STREAM)
                .unwrap_or_default(),
            false => form.content.clone(),
        };
        let own = form.dict.get(b"Matrix").and_then(Object::as_array);
        let place = own.map_or(place, |own| times(&matrix(own), &place));
        let resources = form.dict.get(b"Resources").ok();
        let resources = resources.and_then(|own| self.document.dereference(own).ok());
        let resources = resources.and_then(|own| own.1.as_dict().ok());
        let resources: Vec<&Dictionary> = resources.into_iter().collect();
        self.content(&resources, &bytes, place, depth + 1);
    }
}

/// The things of a kind that resources name.
fn named<'d>(
    document: &'d Document,
    resources: &[&'d Dictionary],
    kind: &[u8],
) -> BTreeMap<&'d [u8], &'d Object> {
    let mut out = BTreeMap::new();
    for own in resources {
        let all = own.get(kind).and_then(|own| document.dereference(own));
        let Ok(all) = all.and_then(|own| own.1.as_dict()) else {
            continue;
        };
        for (name, object) in all.iter() {
            if let Ok((_, object)) = document.dereference(object) {
                out.entry(name.as_slice()).or_insert(object);
            }
        }
    }
    out
}

struct State<'e, 'd> {
    encodings: &'e BTreeMap<&'d [u8], Encoding<'d>>,
    font: Option<&'e Encoding<'d>>,
    size: f32,
    leading: f32,
    place: Matrix,
    places: Vec<Matrix>,
    line: Matrix,
    text: Matrix,
}

impl State<'_, '_> {
    fn step(&mut self, operator: &str, operands: &[Object], out: &mut Writer) {
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
            "Tj" => self.show(operands.first(), out),
            "'" => {
                self.move_by(0.0, -self.leading);
                self.show(operands.first(), out);
            }
            "\"" => {
                self.move_by(0.0, -self.leading);
                self.show(operands.get(2), out);
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
                        Ok(step) if step < -200.0 => out.blank(),
                        Ok(_) => {}
                        Err(_) => self.show(Some(own), out),
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

    fn show(&mut self, text: Option<&Object>, out: &mut Writer) {
        let (Some(Object::String(bytes, _)), Some(font)) = (text, self.font) else {
            return;
        };
        let Ok(text) = Document::decode_text(font, bytes) else {
            return;
        };
        let whole = times(&self.text, &self.place);
        let size = self.size.abs() * (whole[2].powi(2) + whole[3].powi(2)).sqrt();
        out.write(&text, whole[4], whole[5], size);
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
