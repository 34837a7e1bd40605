//! Withholding what is at a place, and making it public again.

use crate::{BlockKind, ChangeError, Inline, Mark, Nota, Origin, Place, Run, TextRange, Value};

/// The list of fields that are withheld, in the front matter.
pub const LAKKEN: &str = "lakken";

impl Nota {
    pub(super) fn set_lak(
        &mut self,
        place: &Place,
        grond: Option<&str>,
    ) -> Result<(), ChangeError> {
        if let Some(path) = &place.field {
            let key = self.key_of(path);
            if self.field(key).is_none() {
                return Err(ChangeError::NoSuchField(path.clone()));
            }
            self.set_lakken(key, grond);
            return Ok(());
        }
        let range = place.range.ok_or(ChangeError::NoSuchText)?;
        // Marks do not nest.
        if self.is_in_withheld_block(place) {
            return Err(ChangeError::NoSuchText);
        }
        let inlines = self.edit_inlines(place)?;
        // A link is withheld as a whole.
        let range = match grond {
            Some(_) => with_links(inlines, range),
            None => range,
        };
        on_range(inlines, range, &|inline| marked(inline, grond))
    }

    fn is_in_withheld_block(&self, place: &Place) -> bool {
        let body = self.body(place.index);
        let blocks = body.and_then(|body| match &place.note {
            None => Some(&body.blocks),
            Some(label) => {
                let note = body.notes.iter().find(|note| note.label == *label);
                note.map(|note| &note.blocks)
            }
        });
        let first = place.path.first();
        let block = blocks.and_then(|blocks| first.and_then(|at| blocks.get(*at)));
        block.is_some_and(|block| matches!(block.kind, BlockKind::Lak { .. }))
    }

    /// Other entries stay as they are, also those that name no field.
    fn set_lakken(&mut self, key: &str, grond: Option<&str>) {
        let entries = self.field(LAKKEN).map(Value::items).unwrap_or_default();
        let is_own = |entry: &Value| {
            let veld = entry.part("veld").and_then(Value::as_text);
            veld.is_some_and(|veld| veld.trim() == key)
        };
        let mut entries = entries.to_vec();
        let at = entries.iter().position(&is_own).unwrap_or(entries.len());
        entries.retain(|entry| !is_own(entry));
        if let Some(grond) = grond {
            let part = |name: &str, text: &str| (name.to_owned(), Value::text(text));
            let entry = Value::Record(vec![part("veld", key), part("grond", grond)]);
            entries.insert(at.min(entries.len()), entry);
        }
        if entries.is_empty() {
            self.front.fields.retain(|field| field.key != LAKKEN);
        } else {
            self.put_field(LAKKEN, Value::List(entries));
        }
    }
}

/// A range with the whole of each link that it has a part of: the address of a
/// link belongs to all of its text, and mostly names who is linked to.
fn with_links(inlines: &[Inline], range: TextRange) -> TextRange {
    let mut out = range;
    let mut start = 0;
    for link in inlines.chunk_by(|one, other| one.href() == other.href()) {
        let length: usize = link.iter().map(length).sum();
        let end = start + length;
        let is_link = link.first().is_some_and(|own| own.href().is_some());
        if is_link && range.start < end && start < range.end {
            out.start = out.start.min(start);
            out.end = out.end.max(end);
        }
        start = end;
    }
    out
}

/// The number of characters of a run.
fn length(inline: &Inline) -> usize {
    match &inline.run {
        Run::Text { text } => text.chars().count(),
        Run::Break => 1,
        Run::Note { .. } => 0,
    }
}

/// Makes other runs of the characters of a range; references to footnotes and
/// line ends inside it go along.
pub(super) fn on_range(
    inlines: &mut Vec<Inline>,
    range: TextRange,
    make: &dyn Fn(Inline) -> Inline,
) -> Result<(), ChangeError> {
    let mut out = Vec::with_capacity(inlines.len() + 2);
    let mut at = 0;
    for inline in inlines.iter() {
        let len = length(inline);
        let cut = |end: usize| end.clamp(at, at + len) - at;
        let (from, to) = (cut(range.start), cut(range.end));
        match &inline.run {
            Run::Text { text } if from > 0 || to < len => {
                let piece = |from: usize, to: usize| Inline {
                    run: Run::Text {
                        text: text.chars().skip(from).take(to - from).collect(),
                    },
                    marks: inline.marks.clone(),
                    origin: Origin::none(),
                };
                out.push(piece(0, from));
                out.push(make(piece(from, to)));
                out.push(piece(to, len));
            }
            Run::Note { .. } if at <= range.start || at >= range.end => out.push(inline.clone()),
            Run::Break if to <= from => out.push(inline.clone()),
            _ => out.push(make(inline.clone())),
        }
        at += len;
    }
    if range.start >= range.end || range.end > at {
        return Err(ChangeError::NoSuchText);
    }
    *inlines = Inline::normalize(out);
    Ok(())
}

fn marked(mut inline: Inline, grond: Option<&str>) -> Inline {
    match grond {
        Some(grond) => inline.with(Mark::Lak {
            grond: grond.to_owned(),
        }),
        None => {
            inline.marks.retain(|own| !matches!(own, Mark::Lak { .. }));
            inline
        }
    }
}
