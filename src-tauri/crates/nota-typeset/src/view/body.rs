//! The body: the parts of the sheet, cut where the typesetter may work on one
//! without the others.

use nota_sheet::{Belongs, Cut, Part as SheetPart, Sheet};
use nota_template::Measures;

use super::blocks::{Builder, Nested};
use super::keep::keep;
use super::kinds::{Blok, Part, Run};
use crate::Fonts;

/// So many blocks in a part, as a rule.
const PART_SIZE: usize = 12;

/// No more parts than this: each is a virtual file, and the typesetter keeps
/// the names of files for ever.
const MAX_PARTS: usize = 200;

/// The body in parts, and whether a footnote stands in another.
pub(crate) fn parts(
    sheet: &Sheet<'_>,
    measures: Measures,
    fonts: &Fonts,
    nested: Nested,
) -> (Vec<Part>, bool) {
    let mut builder = Builder::new(sheet, measures, fonts, nested);
    let own = sheet.parts.iter();
    let mut sections: Vec<Vec<Blok>> = own.map(|part| section(part, &mut builder)).collect();
    sections.push(notes_at_the_end(sheet, &mut builder).into_iter().collect());
    for section in &mut sections {
        keep(section, measures, fonts);
    }
    (split(sections), builder.has_nested)
}

fn section(part: &SheetPart<'_>, builder: &mut Builder<'_, '_>) -> Vec<Blok> {
    let mut out = Vec::new();
    out.extend(part.cut.map(|cut| Blok::Knip {
        intern: cut == Cut::InternalBegins,
    }));
    out.extend(part.place.index.map(|sectie| Blok::Merk { sectie }));
    out.extend(part.heading.iter().map(|own| builder.heading(own)));
    out.extend(builder.blocks(&part.pieces));
    out
}

/// A paragraph with the footnotes whose text stands at no reference; none when
/// there are none. They have a number and nothing else: a word there would be
/// one that nobody wrote.
fn notes_at_the_end(sheet: &Sheet<'_>, builder: &mut Builder<'_, '_>) -> Option<Blok> {
    let mut tekst = Vec::new();
    let notes = sheet.footnotes.iter();
    for note in notes.filter(|note| note.belongs != Belongs::AtReference) {
        if !tekst.is_empty() {
            tekst.push(Run::Tekst(" ".to_owned()));
        }
        tekst.push(builder.note(note.number));
    }
    while let Some(number) = builder.waiting.pop_front() {
        if !tekst.is_empty() {
            tekst.push(Run::Tekst(" ".to_owned()));
        }
        tekst.push(builder.note(number));
    }
    (!tekst.is_empty()).then(|| Blok::paragraph(tekst))
}

/// A part per section, long sections in several.
fn split(sections: Vec<Vec<Blok>>) -> Vec<Part> {
    let total: usize = sections.iter().map(|section| visible(section)).sum();
    let size = PART_SIZE.max(total.div_ceil(MAX_PARTS / 2));
    let mut out: Vec<Part> = Vec::new();
    for section in sections {
        let small = visible(&section) < size / 2;
        let mut joins = out
            .last()
            .is_some_and(|last| small && visible(last) < size / 2);
        for blok in section {
            match out.last_mut() {
                Some(last) if joins || belongs_to(last) => last.push(blok),
                _ => out.push(vec![blok]),
            }
            joins = small || out.last().is_some_and(|last| last.len() < size);
        }
    }
    out
}

/// Whether a block stays in the part of the one before it: the room under a
/// heading is for what follows it.
fn belongs_to(part: &[Blok]) -> bool {
    let last = part.iter().rfind(|blok| !matches!(blok, Blok::Merk { .. }));
    matches!(last, Some(Blok::Kop { .. }))
}

/// The number of blocks that can be seen.
fn visible(blocks: &[Blok]) -> usize {
    let mark = |blok: &&Blok| !matches!(blok, Blok::Merk { .. });
    blocks.iter().filter(mark).count()
}
