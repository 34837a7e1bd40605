//! The operators that place and show text.

use super::super::matrix::Matrix;
use super::super::order::Run;
use super::{Operand, Reader, numbers, of_font};

/// A shift to the left of more than this, in thousandths of the size of the
/// font, is a space between words.
const SPACE: f32 = -180.0;

/// A font has a few codes that show nothing: the blanks. With more of them the
/// map hides what the others show.
const MOST_BLANKS: usize = 4;

/// The runs whose places are kept.
const MOST_RUNS: usize = 300_000;

/// Where text comes.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    /// Where the line began.
    line: Matrix,
    /// Where the next letter comes.
    next: Matrix,
    /// Whether what comes is no part of the last run.
    moved: bool,
}

impl Reader<'_, '_, '_> {
    pub(super) fn text_operator(&mut self, operator: &[u8], operands: &[Operand<'_>]) {
        let own = numbers(operands);
        match operator {
            b"BT" => self.to(Matrix::default()),
            b"Td" | b"TD" => {
                if let [x, y] = own[..] {
                    if operator == b"TD" {
                        self.state.leading = -y;
                    }
                    self.to(Matrix::shift(x, y).then(&self.text.line));
                } else {
                    self.gap();
                }
            }
            b"Tm" => self.to(Matrix::of(&own)),
            b"T*" => self.new_line(),
            b"TL" => self.state.leading = own.first().copied().unwrap_or_default(),
            b"Tc" => self.state.spacing = own.first().copied().unwrap_or_default(),
            b"Tj" | b"TJ" => self.show(operands),
            b"'" | b"\"" => {
                self.new_line();
                self.show(
                    operands
                        .get(operands.len().saturating_sub(1)..)
                        .unwrap_or_default(),
                );
            }
            _ => {}
        }
    }

    fn to(&mut self, place: Matrix) {
        self.text.line = place;
        self.text.next = place;
        self.gap();
    }

    fn new_line(&mut self) {
        let leading = self.state.leading;
        self.to(Matrix::shift(0.0, -leading).then(&self.text.line));
    }

    pub(super) fn gap(&mut self) {
        self.text.moved = true;
        for reading in &mut self.content.readings {
            if !reading.is_empty() && !reading.ends_with(' ') {
                reading.push(' ');
            }
        }
    }

    pub(super) fn show(&mut self, operands: &[Operand<'_>]) {
        for operand in operands {
            match operand {
                Operand::String(bytes) => self.string(bytes),
                Operand::Number(shift) => {
                    if *shift < SPACE {
                        let moved = self.text.moved;
                        self.gap();
                        self.text.moved = moved;
                        if let Some(run) = self.content.runs.last_mut().filter(|_| !moved) {
                            run.text.push(' ');
                        }
                    }
                    self.advance(-shift / 1000.0 * self.state.size);
                }
                _ => {}
            }
        }
    }

    fn advance(&mut self, width: f32) {
        self.text.next = Matrix::shift(width, 0.0).then(&self.text.next);
        let place = self.text.next.then(&self.state.space);
        if let Some(run) = self.content.runs.last_mut().filter(|_| !self.text.moved) {
            run.width = place.apply(0.0, 0.0).0 - run.x;
        }
    }

    fn string(&mut self, bytes: &[u8]) {
        let mut texts = [const { String::new() }; 3];
        let mut width = 0.0;
        let mut opaque = false;
        let [by_map, by_encoding, latin] = &mut texts;
        match self.state.font.clone() {
            Some(font) => {
                let blanks = self.blanks.entry(of_font(&font)).or_default();
                font.codes(bytes, &mut |code| {
                    opaque |= !code.is_read();
                    if code.is_blank() && blanks.len() <= MOST_BLANKS {
                        blanks.insert(code.number);
                    }
                    width += code.width / 1000.0 * self.state.size + self.state.spacing;
                    let first = code.by_map.as_ref().or(code.by_encoding.as_ref());
                    let other = code.by_encoding.as_ref().or(code.by_map.as_ref());
                    by_map.push_str(first.map_or("\u{fffd}", String::as_str));
                    by_encoding.push_str(other.map_or("\u{fffd}", String::as_str));
                });
                opaque |= blanks.len() > MOST_BLANKS;
            }
            None => {
                // Without a font a viewer shows nothing, or takes another.
                opaque = bytes.iter().any(|byte| *byte < b' ');
                by_map.extend(bytes.iter().copied().map(char::from));
                by_encoding.push_str(by_map);
            }
        }
        latin.extend(bytes.iter().copied().map(char::from));
        self.content.opaque |= opaque;
        let is_replaced = self.aloud.contains(&true);
        let [own @ .., aloud] = &mut self.content.readings;
        if !is_replaced {
            aloud.push_str(&texts[0]);
        }
        for (reading, text) in own.iter_mut().zip(&texts) {
            reading.push_str(text);
        }
        let [by_map, ..] = texts;
        self.run(by_map);
        self.advance(width);
    }

    /// Adds to the last run, or begins one.
    fn run(&mut self, text: String) {
        if !self.text.moved
            && let Some(last) = self.content.runs.last_mut()
        {
            last.text.push_str(&text);
            return;
        }
        if self.content.runs.len() >= MOST_RUNS {
            self.content
                .unread
                .insert("de volgorde van de tekst, die uit te veel stukken bestaat");
            return;
        }
        self.text.moved = false;
        let place = self.text.next.then(&self.state.space);
        let (x, y) = place.apply(0.0, 0.0);
        self.content.runs.push(Run {
            x,
            y,
            width: 0.0,
            size: self.state.size.abs() * place.scale(),
            text,
        });
    }
}
