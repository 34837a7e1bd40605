//! Replacing characters: in a scalar, and in running text with its marks.

use crate::{Block, BlockKind, ChangeError, Inline, Nota, NoteSource, Origin, Place, Run, Value};

impl Nota {
    pub(super) fn replace_text(&mut self, place: &Place, new: &str) -> Result<(), ChangeError> {
        let range = place.range.ok_or(ChangeError::NoSuchText)?;
        if let Some(path) = &place.field {
            let sites = self.field_texts();
            let site = sites
                .iter()
                .find(|site| site.place.field.as_ref() == Some(path))
                .ok_or(ChangeError::NoSuchText)?;
            let text = splice(&site.text, range.start, range.end, new)?;
            return self.set_field(path, &Value::Text(text));
        }
        let inlines = self.edit_inlines(place)?;
        replace_runs(inlines, range.start, range.end, new)
    }

    /// The running text at a place, to be changed: its body is touched.
    pub(super) fn edit_inlines(&mut self, place: &Place) -> Result<&mut Vec<Inline>, ChangeError> {
        let body = self.body_mut(place.index).ok_or(ChangeError::NoSuchText)?;
        let within = match &place.note {
            None => true,
            Some(label) => {
                let note = body.notes.iter_mut().find(|note| note.label == *label);
                let note = note.ok_or_else(|| ChangeError::NoSuchNote(label.clone()))?;
                let within = note.source == NoteSource::Within;
                note.source = NoteSource::Edited;
                within
            }
        };
        if within {
            body.touch();
        }
        let blocks = match &place.note {
            None => Some(&mut body.blocks),
            Some(label) => {
                let note = body.notes.iter_mut().find(|note| note.label == *label);
                note.map(|note| &mut note.blocks)
            }
        };
        blocks
            .and_then(|blocks| inlines_at(blocks, &place.path))
            .ok_or(ChangeError::NoSuchText)
    }
}

/// The text with the characters `start..end` replaced by `new`.
fn splice(text: &str, start: usize, end: usize, new: &str) -> Result<String, ChangeError> {
    let byte = |chars: usize| {
        text.char_indices()
            .map(|(byte, _)| byte)
            .chain([text.len()])
            .nth(chars)
            .ok_or(ChangeError::NoSuchText)
    };
    let (start, end) = (byte(start)?, byte(end)?);
    if start > end {
        return Err(ChangeError::NoSuchText);
    }
    Ok(format!("{}{new}{}", &text[..start], &text[end..]))
}

/// The running text at a path of a [`crate::Place`].
fn inlines_at<'a>(blocks: &'a mut [Block], path: &[usize]) -> Option<&'a mut Vec<Inline>> {
    let (first, rest) = path.split_first()?;
    match (&mut blocks.get_mut(*first)?.kind, rest) {
        (BlockKind::Paragraph { inlines } | BlockKind::Heading { inlines, .. }, []) => {
            Some(inlines)
        }
        (BlockKind::List { items, .. }, [item, rest @ ..]) => {
            inlines_at(&mut items.get_mut(*item)?.blocks, rest)
        }
        (BlockKind::Table(table), [row, column]) => {
            let cells = match row.checked_sub(1) {
                None => &mut table.head,
                Some(row) => table.rows.get_mut(row)?,
            };
            Some(&mut cells.get_mut(*column)?.inlines)
        }
        (BlockKind::Quote { blocks } | BlockKind::Lak { blocks, .. }, rest) => {
            inlines_at(blocks, rest)
        }
        _ => None,
    }
}

/// Replaces the characters `start..end` of the plain text of `inlines`; what
/// is not text inside that range goes with it.
fn replace_runs(
    inlines: &mut Vec<Inline>,
    start: usize,
    end: usize,
    new: &str,
) -> Result<(), ChangeError> {
    let mut out = Vec::with_capacity(inlines.len() + 2);
    let mut at = 0;
    let mut new = Some(new);
    for inline in inlines.iter() {
        let len = match &inline.run {
            Run::Text { text } => text.chars().count(),
            Run::Break => 1,
            Run::Note { .. } => 0,
        };
        let (from, to) = (start.clamp(at, at + len) - at, end.clamp(at, at + len) - at);
        let outside = to <= from && !(len == 0 && start < at && at < end);
        let here = start >= at && start < at + len;
        let piece = |text: String| Inline {
            run: Run::Text { text },
            marks: inline.marks.clone(),
            origin: Origin::none(),
        };
        match &inline.run {
            _ if outside && !here => out.push(inline.clone()),
            Run::Text { text } => {
                out.push(piece(text.chars().take(from).collect()));
                if here && let Some(new) = new.take() {
                    out.push(piece(new.to_owned()));
                }
                out.push(piece(text.chars().skip(to).collect()));
            }
            _ => {
                if here && let Some(new) = new.take() {
                    out.push(piece(new.to_owned()));
                }
            }
        }
        at += len;
    }
    if start > end || end > at {
        return Err(ChangeError::NoSuchText);
    }
    if let Some(new) = new {
        out.push(Inline::text(new));
    }
    *inlines = Inline::normalize(out);
    Ok(())
}
