//! What is withheld in the letterhead stays withheld in the fields and lines that
//! come of it. Fields get plain texts, so it is found again by its words; where it
//! is not certain which part that is, the whole field is withheld.

use nota_model::{Inline, Mark, Run, Value};
use nota_template::{FieldKind, FieldSpec};

use super::values;
use crate::source::{Line, Piece, each_line};

/// The texts that are withheld, each with its ground.
#[derive(Debug, Default)]
pub(super) struct Withheld(Vec<(String, String)>);

/// What a field has of them.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// Nothing.
    Open,
    /// All of it, on this ground.
    Whole(String),
    /// Parts of it: the value with its marks.
    Parts(Value),
}

impl Withheld {
    /// Those of these pieces.
    pub(super) fn of<'p>(pieces: impl Iterator<Item = &'p Piece>) -> Self {
        let mut out = Vec::new();
        for piece in pieces {
            each_line(&mut piece.clone(), &mut |line| add(&line.inlines, &mut out));
        }
        // The longest first: it may hold a shorter one.
        out.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
        out.dedup();
        Self(out)
    }

    /// What a field has of them.
    pub(super) fn of_field(&self, spec: &FieldSpec, value: &Value) -> Of {
        if spec.soort != FieldKind::Parafen {
            return self.of_value(spec, value, value);
        }
        // The name of who initials is withheld by itself.
        let names: Vec<&str> = (value.items().iter())
            .filter_map(|row| row.part("naam")?.as_text())
            .collect();
        let others = self.0.iter();
        let others = others.filter(|(own, _)| !names.contains(&own.as_str()));
        Self(others.cloned().collect()).of_value(spec, value, &without_names(value))
    }

    /// What a field has of them in the part of its value that may be open.
    fn of_value(&self, spec: &FieldSpec, value: &Value, open: &Value) -> Of {
        let texts = open.texts();
        let mut whole = None;
        let mut is_part = false;
        for text in texts.iter().map(|text| text.trim()) {
            let found = self.0.iter().find(|(own, _)| {
                own == text
                    || own.contains(text)
                    || text.contains(own)
                    || values::value(spec, std::slice::from_ref(own)).value == *value
            });
            match found {
                // The value is more than what is withheld.
                Some((own, _)) if text.contains(own) && own != text => is_part = true,
                Some((_, grond)) => whole = Some(grond.clone()),
                None => {}
            }
        }
        let count = texts
            .iter()
            .filter(|text| self.0.iter().any(|(own, _)| own.contains(text.trim())))
            .count();
        match whole {
            Some(grond) if !is_part && count == texts.len() => Of::Whole(grond),
            None if !is_part => Of::Open,
            _ if spec.takes_marks() => self.parts(value),
            _ => Of::Whole(self.ground_in(&texts)),
        }
    }

    /// The value with marks; withheld as a whole when a mark cannot be written.
    fn parts(&self, value: &Value) -> Of {
        let has_sign = |text: &str| text.contains(['[', ']', '{', '}']);
        if self.0.iter().any(|(own, _)| has_sign(own)) {
            return Of::Whole(self.ground_in(&value.texts()));
        }
        Of::Parts(self.marked_value(value))
    }

    fn marked_value(&self, value: &Value) -> Value {
        match value {
            Value::Text(text) => {
                let parts = self.split(text).into_iter();
                Value::text(parts.map(written).collect::<String>())
            }
            Value::List(items) => {
                Value::List(items.iter().map(|own| self.marked_value(own)).collect())
            }
            Value::Record(parts) => {
                let parts = parts.iter();
                let parts = parts.map(|(part, own)| (part.clone(), self.marked_value(own)));
                Value::Record(parts.collect())
            }
            Value::Empty => Value::Empty,
        }
    }

    fn ground_in(&self, texts: &[&str]) -> String {
        let mut all = self.0.iter();
        let found = all.find(|(own, _)| texts.iter().any(|text| text.contains(own)));
        found.map_or_else(String::new, |(_, grond)| grond.clone())
    }

    /// A line of text with its marks.
    pub(super) fn line(&self, text: &str) -> Line {
        let inlines = self.split(text).into_iter().map(|(text, grond)| {
            let own = Inline::text(text);
            match grond {
                Some(grond) => own.with(Mark::Lak {
                    grond: grond.to_owned(),
                }),
                None => own,
            }
        });
        Line {
            inlines: inlines.collect(),
            ..Line::default()
        }
    }

    /// The text in open and withheld parts, these with their ground. A text that
    /// is part of something withheld is so as a whole.
    fn split<'t>(&'t self, text: &'t str) -> Vec<(&'t str, Option<&'t str>)> {
        let bare = text.trim();
        let around = self.0.iter().find(|(own, _)| own.contains(bare));
        if let Some((_, grond)) = around.filter(|_| !bare.is_empty()) {
            return vec![(text, Some(grond))];
        }
        let first = self
            .0
            .iter()
            .filter_map(|(own, grond)| Some((text.find(own.as_str())?, own, grond)));
        let Some((at, own, grond)) = first.min_by_key(|(at, own, _)| (*at, usize::MAX - own.len()))
        else {
            return vec![(text, None)];
        };
        let mut out = vec![
            (&text[..at], None),
            (&text[at..at + own.len()], Some(grond.as_str())),
        ];
        out.retain(|(text, _)| !text.is_empty());
        let rest = &text[at + own.len()..];
        if !rest.is_empty() {
            out.extend(self.split(rest));
        }
        out
    }
}

/// The rows of parafen without the names in them.
fn without_names(value: &Value) -> Value {
    let row = |row: &Value| match row {
        Value::Record(parts) => {
            let parts = parts.iter().filter(|(part, _)| part != "naam");
            Value::Record(parts.cloned().collect())
        }
        other => other.clone(),
    };
    Value::List(value.items().iter().map(row).collect())
}

/// A part as it is written in a field.
fn written((text, grond): (&str, Option<&str>)) -> String {
    match grond {
        None => text.to_owned(),
        Some("") => format!("[{text}]{{.lak}}"),
        Some(grond) => format!("[{text}]{{.lak grond=\"{grond}\"}}"),
    }
}

/// Adds the withheld stretches of a line, as the letterhead reads them: without
/// more blanks than one, and apart at each line end and tab.
fn add(inlines: &[Inline], out: &mut Vec<(String, String)>) {
    let grond_of = |own: &Inline| {
        let mut marks = own.marks.iter();
        marks.find_map(|mark| match mark {
            Mark::Lak { grond } => Some(grond.clone()),
            _ => None,
        })
    };
    for group in inlines.chunk_by(|one, next| grond_of(one) == grond_of(next)) {
        let Some(grond) = group.first().and_then(grond_of) else {
            continue;
        };
        let text: String = group
            .iter()
            .map(|own| match &own.run {
                Run::Text { text } => text.as_str(),
                _ => "\n",
            })
            .collect();
        for part in text.split(['\n', '\t']) {
            let clean = part.split_whitespace().collect::<Vec<_>>().join(" ");
            if !clean.is_empty() {
                out.push((clean, grond.clone()));
            }
        }
    }
}
