//! The text at a place, with a few words around it.

use std::collections::HashMap;

use nota_model::{Nota, Place};

/// What is shown of the text around a place, in characters.
const AROUND: usize = 32;

/// A place without its range: a text.
type Key = (Option<usize>, Option<String>, Vec<usize>, Option<String>);

/// All texts of a nota by their places.
pub(super) struct Excerpts(HashMap<Key, String>);

/// A part of a text and what stands around it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub before: String,
    pub text: String,
    pub after: String,
}

impl Excerpts {
    /// The texts and the values of the fields.
    pub fn of(nota: &Nota) -> Self {
        let sites = nota.field_texts().into_iter().chain(nota.texts());
        let texts = sites.map(|site| (key(&site.place), site.text));
        let mut all = HashMap::new();
        for (key, text) in texts {
            all.entry(key).or_insert(text);
        }
        Self(all)
    }

    /// The text at a place; all of it when the place has no range. Nothing for
    /// a place without text.
    pub fn at(&self, place: &Place) -> Excerpt {
        let Some(text) = self.0.get(&key(place)) else {
            return Excerpt::default();
        };
        let Some(range) = place.range else {
            return Excerpt {
                text: text.clone(),
                ..Excerpt::default()
            };
        };
        let take = |from: usize, to: usize| -> String {
            text.chars()
                .skip(from)
                .take(to.saturating_sub(from))
                .collect()
        };
        let before = take(range.start.saturating_sub(AROUND), range.start);
        let after = take(range.end, range.end.saturating_add(AROUND));
        Excerpt {
            before: from_word(&before, range.start > AROUND),
            text: take(range.start, range.end),
            after: to_word(
                &after,
                text.chars().count() > range.end.saturating_add(AROUND),
            ),
        }
    }
}

fn key(place: &Place) -> Key {
    (
        place.index,
        place.note.clone(),
        place.path.clone(),
        place.field.clone(),
    )
}

/// The end of a text, from the start of a word.
fn from_word(text: &str, is_cut: bool) -> String {
    match text.split_once(' ') {
        Some((_, words)) if is_cut => format!("… {words}"),
        _ => text.to_owned(),
    }
}

/// The start of a text, to the end of a word.
fn to_word(text: &str, is_cut: bool) -> String {
    match text.rsplit_once(' ') {
        Some((words, _)) if is_cut => format!("{words} …"),
        _ => text.to_owned(),
    }
}
