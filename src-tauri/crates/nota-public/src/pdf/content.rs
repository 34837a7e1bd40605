//! The text of a content stream: all of it, whatever its colour, size and
//! place, and whether or not something covers it. It is read as a viewer does,
//! with its state of fonts and places, and what the forms that it shows draw.

mod state;
mod text;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::fonts::Fonts;
use super::inline::Inline;
use super::limits::Limits;
use super::matrix::Matrix;
use super::order::Run;
use super::shapes::Shapes;
use super::tokens::{Token, Tokens};
use super::unpack::Unpacked;
use state::{Stack, State};

/// The operands of an operator; more of them say nothing.
const MOST_OPERANDS: usize = 10_000;

/// How deep forms may show one another.
const DEEPEST: usize = 16;

/// The fonts of one name that are tried for a stream that does not say which
/// of them it means.
pub(super) const MOST_OF_ONE_NAME: usize = 64;

/// A picture with less on a side, in pixels, has no room for letters.
const LEAST_PIXELS: i64 = 5;

/// So many pictures without room for letters may be one that was cut up.
const MOST_SLICES: usize = 16;

/// What is in a content stream.
#[derive(Default)]
pub(super) struct Content {
    /// The text that is shown, in several readings: by the maps of the fonts,
    /// by their encodings, byte by byte, and as it is read aloud.
    pub readings: [String; 4],
    /// The text with its places.
    pub runs: Vec<Run>,
    /// The other strings, such as replacements for glyphs.
    pub strings: Vec<Vec<u8>>,
    /// The names.
    pub names: Vec<Vec<u8>>,
    /// Whether it shows a picture that may hold a text.
    pub pictures: usize,
    slices: usize,
    /// What it draws with lines.
    pub shapes: Shapes,
    /// Whether it shows codes that stand for no letter.
    pub opaque: bool,
    /// The streams that it shows: forms and pictures.
    pub shown: HashSet<ObjectId>,
    /// The number of fonts that it may mean where it does not say which.
    pub choices: usize,
    /// What else of it cannot be read, in Dutch.
    pub unread: BTreeSet<&'static str>,
}

impl Content {
    /// Whether it shows a picture that may hold a text.
    pub fn has_pictures(&self) -> bool {
        self.pictures > 0 || self.slices > MOST_SLICES
    }
}

/// The drawings and pictures of a document, by what they look like: to know
/// those of a house style again, which say nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawings {
    pub(super) shapes: HashSet<u64>,
    pub(super) pictures: HashSet<u64>,
}

impl Drawings {
    /// Adds those of another.
    pub(super) fn add(&mut self, other: &Self) {
        self.shapes.extend(&other.shapes);
        self.pictures.extend(&other.pictures);
    }
}

/// With what a stream is read.
pub(super) struct Surroundings<'d, 'w> {
    pub document: &'d Document,
    pub fonts: &'w mut Fonts<'d>,
    pub limits: &'w mut Limits,
    pub streams: &'w mut Unpacked,
    pub known: &'w Drawings,
    /// Which of the fonts of one name is taken where it is not clear.
    pub choice: usize,
}

/// Reads a content stream. `resources` are its own, and those that it has from
/// others, the nearest first.
pub(super) fn read<'d>(
    around: &mut Surroundings<'d, '_>,
    bytes: &[u8],
    resources: &[&'d Dictionary],
) -> Content {
    let mut reader = Reader {
        around,
        content: Content::default(),
        state: State::default(),
        text: text::Place::default(),
        aloud: Vec::new(),
        blanks: HashMap::new(),
        depth: 0,
    };
    reader.stream(bytes, resources);
    reader.content
}

enum Operand<'a> {
    String(Vec<u8>),
    Name(std::borrow::Cow<'a, [u8]>),
    Number(f32),
    Opens,
    Closes,
}

struct Reader<'d, 'w, 'a> {
    around: &'a mut Surroundings<'d, 'w>,
    content: Content,
    state: State,
    text: text::Place,
    /// For each marked part that is open whether its text is replaced.
    aloud: Vec<bool>,
    /// The codes of each font that show nothing, as its map says.
    blanks: HashMap<usize, BTreeSet<u32>>,
    depth: usize,
}

impl<'d> Reader<'d, '_, '_> {
    fn stream(&mut self, bytes: &[u8], resources: &[&'d Dictionary]) {
        let mut stack = Stack::default();
        let mut operands: Vec<Operand<'_>> = Vec::new();
        for token in Tokens::new(bytes) {
            if !self.around.limits.token() {
                break;
            }
            match token {
                Token::String(own) => operands.push(Operand::String(own)),
                Token::Name(own) => operands.push(Operand::Name(own)),
                Token::Number(own) => operands.push(Operand::Number(own)),
                Token::Opens => operands.push(Operand::Opens),
                Token::Closes => operands.push(Operand::Closes),
                Token::Bracket => {}
                Token::Picture(own) => self.inline(own),
                Token::Operator(operator) => {
                    self.operator(operator, &operands, &mut stack, resources);
                    self.keep(operator, &mut operands);
                }
            }
            if operands.len() >= MOST_OPERANDS {
                self.show(&operands);
                self.keep(b"TJ", &mut operands);
            }
        }
        // Strings without an operator are shown by nobody, but they are there.
        self.keep(b"", &mut operands);
    }

    fn operator(
        &mut self,
        operator: &[u8],
        operands: &[Operand<'_>],
        stack: &mut Stack,
        resources: &[&'d Dictionary],
    ) {
        match operator {
            b"q" => stack.push(&self.state),
            b"Q" => stack.pop(&mut self.state),
            b"cm" => {
                let own = Matrix::of(&numbers(operands));
                self.state.space = own.then(&self.state.space);
            }
            b"Tf" => {
                self.state.size = numbers(operands).last().copied().unwrap_or_default();
                let name = last_name(operands).unwrap_or_default();
                self.state.font = self.font(name, resources);
            }
            b"gs" => self.graphics(last_name(operands).unwrap_or_default(), resources),
            b"Do" => self.shown(last_name(operands).unwrap_or_default(), resources),
            b"BDC" | b"BMC" => self.opens(operands, resources),
            b"EMC" => {
                self.aloud.pop();
            }
            b"m" | b"l" | b"c" | b"v" | b"y" | b"re" | b"f" | b"F" | b"f*" | b"B" | b"B*"
            | b"b" | b"b*" | b"W" | b"W*" | b"S" | b"s" | b"n" => {
                let shapes = &mut self.content.shapes;
                let known = &self.around.known.shapes;
                shapes.operator(operator, &numbers(operands), &self.state.space, known);
            }
            _ => self.text_operator(operator, operands),
        }
    }

    /// The object of a kind that goes by a name in the resources.
    fn resource(
        &self,
        kind: &[u8],
        name: &[u8],
        resources: &[&'d Dictionary],
    ) -> Option<&'d Object> {
        let document = self.around.document;
        resources.iter().find_map(|own| {
            let all = own.get_deref(kind, document).ok()?.as_dict().ok()?;
            all.get(name).ok()
        })
    }

    fn font(&mut self, name: &[u8], resources: &[&'d Dictionary]) -> state::Chosen {
        let object = self.resource(b"Font", name, resources).or_else(|| {
            let all = self.around.fonts.named(name);
            self.content.choices = self.content.choices.max(all.len());
            let at = self.around.choice.checked_rem(all.len())?;
            all.get(at).copied()
        });
        self.chosen(object)
    }

    fn chosen(&mut self, object: Option<&'d Object>) -> state::Chosen {
        let around = &mut *self.around;
        object.and_then(|own| around.fonts.font(around.document, own, around.limits))
    }

    /// Takes up a font from a set of parameters.
    fn graphics(&mut self, name: &[u8], resources: &[&'d Dictionary]) {
        let document = self.around.document;
        let all = self.resource(b"ExtGState", name, resources);
        let all = all.and_then(|own| document.dereference(own).ok()?.1.as_dict().ok());
        let font = all.and_then(|own| own.get_deref(b"Font", document).ok()?.as_array().ok());
        if let Some([font, size]) = font.map(Vec::as_slice) {
            self.state.size = size.as_float().unwrap_or_default();
            self.state.font = self.chosen(Some(font));
        }
    }

    /// Reads a form where it is shown, or counts a picture.
    fn shown(&mut self, name: &[u8], resources: &[&'d Dictionary]) {
        let document = self.around.document;
        let Some(object) = self.resource(b"XObject", name, resources) else {
            return;
        };
        let Ok((id, Object::Stream(stream))) = document.dereference(object) else {
            return;
        };
        self.content.shown.extend(id);
        let subtype = stream.dict.get(b"Subtype").and_then(Object::as_name);
        if subtype.is_ok_and(|own| own == b"Image") {
            self.picture(&stream.dict, &stream.content);
            return;
        }
        if self.depth >= DEEPEST {
            self.content
                .unread
                .insert("een onderdeel dat te diep is samengesteld");
            return;
        }
        let Some(bytes) = self.around.streams.of(id, stream, self.around.limits) else {
            return;
        };
        let own = stream.dict.get_deref(b"Resources", document);
        let own = own.and_then(Object::as_dict).ok();
        let inherited: Vec<&Dictionary> =
            own.into_iter().chain(resources.iter().copied()).collect();
        let numbers = stream
            .dict
            .get_deref(b"Matrix", document)
            .and_then(Object::as_array);
        let numbers: Vec<f32> = numbers
            .into_iter()
            .flatten()
            .filter_map(|own| own.as_float().ok())
            .collect();
        let before = (self.state.clone(), self.text);
        self.state.space = Matrix::of(&numbers).then(&self.state.space);
        self.depth += 1;
        self.stream(
            &bytes,
            inherited
                .get(..inherited.len().min(DEEPEST))
                .unwrap_or_default(),
        );
        self.depth -= 1;
        (self.state, self.text) = before;
        self.gap();
    }

    fn picture(&mut self, dict: &Dictionary, content: &[u8]) {
        if self.around.known.pictures.contains(&mark(content)) {
            return;
        }
        let document = self.around.document;
        // A mask cuts a picture out, so that it can have more room.
        let masks = [b"SMask".as_slice(), b"Mask"]
            .into_iter()
            .filter_map(|key| {
                let own = dict.get_deref(key, document).ok()?.as_stream().ok()?;
                Some(has_room(&own.dict))
            });
        match has_room(dict) || masks.into_iter().any(|own| own) {
            true => self.content.pictures += 1,
            false => self.content.slices += 1,
        }
    }

    fn inline(&mut self, picture: Inline) {
        let least = picture.width.min(picture.height);
        match i64::try_from(least).is_ok_and(|own| own < LEAST_PIXELS) {
            true => self.content.slices += 1,
            false => self.content.pictures += 1,
        }
    }

    /// A marked part begins, perhaps with a text that replaces what it shows.
    fn opens(&mut self, operands: &[Operand<'_>], resources: &[&'d Dictionary]) {
        let document = self.around.document;
        let direct = operands
            .iter()
            .skip_while(|own| !matches!(own, Operand::Name(name) if **name == *b"ActualText"));
        let direct = direct.skip(1).find_map(|own| match own {
            Operand::String(bytes) => Some(bytes.clone()),
            _ => None,
        });
        let named = || {
            let object = self.resource(b"Properties", last_name(operands)?, resources)?;
            let own = document.dereference(object).ok()?.1.as_dict().ok()?;
            Some(
                own.get_deref(b"ActualText", document)
                    .ok()?
                    .as_str()
                    .ok()?
                    .to_vec(),
            )
        };
        let text = direct.or_else(named);
        let is_inside = self.aloud.contains(&true);
        if let Some(text) = &text
            && !is_inside
        {
            let object = Object::string_literal(text.as_slice());
            let text = lopdf::decode_text_string(&object).unwrap_or_default();
            let [.., aloud] = &mut self.content.readings;
            aloud.push_str(&text);
        }
        self.aloud.push(text.is_some());
    }

    /// Keeps the strings and names of operators that show no text.
    fn keep(&mut self, operator: &[u8], operands: &mut Vec<Operand<'_>>) {
        let shows = matches!(operator, b"Tj" | b"TJ" | b"'" | b"\"");
        let selects = operator == b"Tf";
        for operand in operands.drain(..) {
            match operand {
                Operand::String(bytes) if !shows => self.content.strings.push(bytes),
                Operand::Name(name) if !shows && !selects => {
                    self.content.names.push(name.into_owned());
                }
                _ => {}
            }
        }
    }
}

fn numbers(operands: &[Operand<'_>]) -> Vec<f32> {
    let numbers = operands.iter().filter_map(|own| match own {
        Operand::Number(own) => Some(*own),
        _ => None,
    });
    numbers.take(6).collect()
}

fn last_name<'o>(operands: &'o [Operand<'_>]) -> Option<&'o [u8]> {
    operands.iter().rev().find_map(|own| match own {
        Operand::Name(name) => Some(&**name),
        _ => None,
    })
}

/// Whether a picture has room for letters.
pub(super) fn has_room(dict: &Dictionary) -> bool {
    let side = |key: &[u8]| dict.get(key).and_then(Object::as_i64).unwrap_or(i64::MAX);
    side(b"Width").min(side(b"Height")) >= LEAST_PIXELS
}

/// By what a picture is known again.
pub(super) fn mark(content: &[u8]) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    hasher.finish()
}

/// The number that a font is known by while a stream is read.
fn of_font(font: &Rc<super::fonts::Font>) -> usize {
    Rc::as_ptr(font).addr()
}
