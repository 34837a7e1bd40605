//! What a content stream sets and takes back: the font and the place.

use std::rc::Rc;

use super::super::fonts::Font;
use super::super::matrix::Matrix;

/// The states that are kept at once; a stream that keeps more goes on with
/// the last.
const MOST: usize = 512;

/// The font that was chosen; none when it is not known.
pub(super) type Chosen = Option<Rc<Font>>;

/// The state.
#[derive(Clone, Default)]
pub(super) struct State {
    pub font: Chosen,
    /// The size of the font.
    pub size: f32,
    /// The space between letters.
    pub spacing: f32,
    /// The distance between lines.
    pub leading: f32,
    pub space: Matrix,
}

/// The states that were kept.
#[derive(Default)]
pub(super) struct Stack {
    kept: Vec<State>,
    /// How many more were to be kept.
    more: usize,
}

impl Stack {
    /// Keeps a state.
    pub fn push(&mut self, state: &State) {
        match self.kept.len() < MOST {
            true => self.kept.push(state.clone()),
            false => self.more += 1,
        }
    }

    /// Takes back the last; when there is none, nothing changes.
    pub fn pop(&mut self, state: &mut State) {
        if self.more > 0 {
            self.more -= 1;
        } else if let Some(own) = self.kept.pop() {
            *state = own;
        }
    }
}
