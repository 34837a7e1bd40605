//! The text of a content stream: all of it, whatever its colour, size and
//! place, and whether or not something covers it.

use std::rc::Rc;

use super::fonts::{Font, Names};
use super::tokens::{Token, Tokens};

/// A shift to the left of more than this, in thousandths of the size of the
/// font, is a space between words.
const SPACE: f32 = -180.0;

/// The operands of an operator; more of them say nothing.
const MOST_OPERANDS: usize = 10_000;

/// What is in a content stream.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// The text that is shown, in several readings.
    pub readings: Vec<String>,
    /// The other strings, such as replacements for glyphs.
    pub strings: Vec<Vec<u8>>,
    /// The names.
    pub names: Vec<Vec<u8>>,
    /// The pictures in it.
    pub pictures: usize,
    /// Whether it shows text in a font whose codes mean nothing to us.
    pub opaque: bool,
}

enum Operand<'a> {
    String(Vec<u8>),
    Name(&'a [u8]),
    Number(f32),
}

/// Reads a content stream. `own` are the fonts that it names itself,
/// `anywhere` those that go by such a name somewhere in the document.
pub(super) fn read(bytes: &[u8], own: &Names, anywhere: &Names) -> Content {
    let mut reader = Reader {
        content: Content::default(),
        own,
        anywhere,
        fonts: Vec::new(),
    };
    let mut operands: Vec<Operand<'_>> = Vec::new();
    for token in Tokens::new(bytes) {
        match token {
            Token::String(own) => operands.push(Operand::String(own)),
            Token::Name(own) => operands.push(Operand::Name(own)),
            Token::Number(own) => operands.push(Operand::Number(own)),
            Token::Bracket => {}
            Token::Picture(_) => reader.content.pictures += 1,
            Token::Operator(operator) => reader.operator(operator, &mut operands),
        }
        if operands.len() >= MOST_OPERANDS {
            reader.operator(b"TJ", &mut operands);
        }
    }
    // Strings without an operator are shown by nobody, but they are there.
    reader.keep(&mut operands);
    reader.content
}

struct Reader<'a> {
    content: Content,
    own: &'a Names,
    anywhere: &'a Names,
    fonts: Vec<Rc<Font>>,
}

impl Reader<'_> {
    fn operator(&mut self, operator: &[u8], operands: &mut Vec<Operand<'_>>) {
        match operator {
            b"Tf" => {
                let name = operands.iter().rev().find_map(|own| match own {
                    Operand::Name(name) => Some(*name),
                    _ => None,
                });
                self.select(name.unwrap_or_default());
            }
            b"Tj" | b"TJ" => self.show(operands),
            b"'" | b"\"" => {
                self.gap();
                self.show(operands);
            }
            b"Td" | b"TD" | b"Tm" | b"T*" | b"BT" => self.gap(),
            _ => self.keep(operands),
        }
        operands.clear();
    }

    fn select(&mut self, name: &[u8]) {
        let found = self.own.get(name).or_else(|| self.anywhere.get(name));
        self.fonts = found.cloned().unwrap_or_default();
    }

    fn gap(&mut self) {
        for reading in &mut self.content.readings {
            reading.push(' ');
        }
    }

    fn show(&mut self, operands: &[Operand<'_>]) {
        for operand in operands {
            match operand {
                Operand::String(bytes) => self.string(bytes),
                Operand::Number(shift) if *shift < SPACE => self.gap(),
                Operand::Number(_) | Operand::Name(_) => {}
            }
        }
    }

    fn string(&mut self, bytes: &[u8]) {
        let mut readings: Vec<String> = Vec::new();
        for font in &self.fonts {
            self.content.opaque |= !font.is_readable();
            readings.extend(font.readings(bytes));
        }
        if readings.is_empty() {
            readings.push(bytes.iter().copied().map(char::from).collect());
        }
        let own = &mut self.content.readings;
        // A reading that starts here has the text so far in common.
        while own.len() < readings.len() {
            own.push(own.first().cloned().unwrap_or_default());
        }
        for (index, reading) in own.iter_mut().enumerate() {
            let text = readings.get(index).or(readings.first());
            reading.extend(text.map(String::as_str));
        }
    }

    /// Keeps the strings and names of operators that show no text.
    fn keep(&mut self, operands: &mut Vec<Operand<'_>>) {
        for operand in operands.drain(..) {
            match operand {
                Operand::String(bytes) => self.content.strings.push(bytes),
                Operand::Name(name) => self.content.names.push(name.to_vec()),
                Operand::Number(_) => {}
            }
        }
    }
}
